/** What the screens of a visit share: the mark, the step, the way out, a refusal in words. */
import { Button, Drawing, type DrawingName, ErrorSummary, useTexts } from '@kazashi/ui'
import type { Refusal } from './api.ts'
import type { CounterEvent, CounterState } from './counter.ts'
import { Idle } from './idle.tsx'
import type { Holding } from './reader.ts'
import { texts } from './texts.ts'

export type Send = (event: CounterEvent) => void
export interface Props<Name extends CounterState['name']> {
  readonly state: CounterState & { readonly name: Name }
  readonly send: Send
}

export const pictures: Readonly<Record<Holding, DrawingName>> = {
  card: 'card-reader',
  android: 'reader-android',
  iphone: 'reader-iphone',
}

export function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="carrier" size="mark" /> {t.name}
    </b>
  )
}

export function useStep(at: number) {
  const t = useTexts(texts)
  return { at, of: t.steps.length, name: t.steps[at - 1] ?? '' }
}

export function Stop({ send }: { readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Button look="second" onPress={() => send({ type: 'stop', why: 'stopped' })}>
      {t.stop}
    </Button>
  )
}

export const idle = (send: Send) => <Idle onOver={() => send({ type: 'stop', why: 'idle' })} />

/** In the words of the shop; in those of this page where the shop said nothing. */
export function Told({ refusal }: { readonly refusal: Refusal | undefined }) {
  const t = useTexts(texts)
  if (refusal === undefined) return undefined
  const { code, what, next } = refusal
  const own: Readonly<Record<string, (typeof t.own)['UNEXPECTED']>> = t.own
  const names: Readonly<Record<string, string>> = t.fields
  const fields = (refusal.reason ?? '').split(',').flatMap((one) => names[one] ?? [])
  const why = fields.length > 0 ? t.differs(fields) : t.kept
  const words =
    what === undefined ? (own[code] ?? t.own.UNEXPECTED) : { what, why, next: [next ?? ''] }
  return <ErrorSummary key={code} words={words} code={code} />
}
