/** What counter and telephone have done; what went wrong, in the server's words where it could be asked. */
import { useTexts } from '@kazashi/ui'
import { type CounterOrder, DeskError, type Loss, type Refusal } from './box.ts'
import { texts } from './texts.ts'

export type Trouble = Pick<Refusal, 'title' | 'detail' | 'next'> | 'unknown'

export const troubleOf = (thrown: unknown): Trouble =>
  (thrown instanceof DeskError ? thrown.refusal : undefined) ?? 'unknown'

/** @param props.done undefined: nothing has been done just now */
export function DoneLine({ done, name }: { done: CounterOrder | Loss | undefined; name: string }) {
  const t = useTexts(texts)
  return (
    <p role="status" className="text-sm font-bold text-good empty:hidden">
      {done !== undefined && `✓ ${t.done[done](name)}`}
    </p>
  )
}

export function TroubleLine({ trouble }: { trouble: Trouble }) {
  const t = useTexts(texts)
  const words =
    trouble === 'unknown'
      ? [t.failed]
      : [trouble.title, trouble.detail, trouble.next].filter((part) => part !== undefined)
  return (
    <p role="alert" className="text-sm font-bold text-bad">
      ✕ {words.join(' ')}
    </p>
  )
}
