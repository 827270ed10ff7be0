/** What the screens of a visit share: the mark, the step, the way out, a fault, and the end of a visit that nobody touches. */
import { Button, Drawing, type DrawingName, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { Idle } from './idle.tsx'
import type { Carrier, KioskEvent, KioskState } from './kiosk.ts'
import { texts } from './texts.ts'

export type Send = (event: KioskEvent) => void
type In<Name extends KioskState['name']> = KioskState & { readonly name: Name }
export interface Props<Name extends KioskState['name']> {
  readonly state: In<Name>
  readonly send: Send
}

export const pictures: Readonly<Record<Carrier, DrawingName>> = {
  iphone: 'reader-iphone',
  android: 'reader-android',
  card: 'card-reader',
}

export function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="kiosk" size="mark" /> {t.brand}
    </b>
  )
}

export function useStep(at: number) {
  const t = useTexts(texts)
  return { at, of: t.steps.length, name: t.steps[at - 1] ?? '' }
}

export const useStop = (send: Send) => {
  const t = useTexts(texts)
  return (
    <Button look="second" onPress={() => send({ type: 'stop', why: 'stopped' })}>
      {t.stop}
    </Button>
  )
}

export const idle = (send: Send, shown = false) => (
  <Idle shown={shown} onOver={() => send({ type: 'stop', why: 'idle' })} />
)

export function Fault({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="alert"
      className="rounded-r-12 border-l-4 border-bad bg-bad-soft px-4 py-3 font-bold"
    >
      {children}
    </div>
  )
}
