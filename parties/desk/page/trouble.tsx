/** What went wrong, in the server's words where it could be asked. */
import { useTexts } from '@kazashi/ui'
import { DeskError, type Refusal } from './box.ts'
import { texts } from './texts.ts'

export type Trouble = Pick<Refusal, 'title' | 'detail' | 'next'> | 'unknown'

export const troubleOf = (thrown: unknown): Trouble =>
  (thrown instanceof DeskError ? thrown.refusal : undefined) ?? 'unknown'

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
