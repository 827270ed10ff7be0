/** A phone unknown to the authority is reset: the data to be erased, the question, done. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Button, createFlow, Screen, useFlow, useTexts, Waiting } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { performResetPhone } from './perform.ts'
import { type ResetPhoneEvent, type ResetPhoneState, resetPhoneMachine } from './table.ts'
import { texts } from './texts.ts'

export default function ResetPhonePlace({ device, frame }: PlaceProps) {
  const [flow] = useState(() => createFlow(resetPhoneMachine, performResetPhone(device)))
  useEffect(() => flow.close, [flow])
  const state = useFlow(flow)
  const { platform } = device.description
  const shown = (
    <ResetPhone key={state.name} state={state} send={flow.send} frame={frame} platform={platform} />
  )
  return platform === 'iphone' ? <IphoneWords>{shown}</IphoneWords> : shown
}

export function ResetPhone(props: {
  state: ResetPhoneState
  send: (event: ResetPhoneEvent) => void
  frame: Frame
  platform: PhonePlatform
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const own = t[props.platform]
  const over = { ...frame, onBack: undefined }
  const home = <Button onPress={frame.onHome}>{t.home}</Button>
  switch (state.name) {
    case 'question':
      return (
        <Screen
          {...frame}
          onBack={frame.onLeave}
          title={own.title}
          actions={
            <>
              <Button look="danger" onPress={() => send({ type: 'erase' })}>
                {t.erase}
              </Button>
              <Button look="second" onPress={frame.onHome}>
                {t.keep}
              </Button>
            </>
          }
        >
          <p>{t.why}</p>
          <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
            {own.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </Screen>
      )
    case 'erasing':
      return (
        <Screen {...over} title={t.erasing}>
          <Waiting>{t.erasingLead}</Waiting>
        </Screen>
      )
    case 'erased':
      return (
        <Screen {...over} done drawing="success" title={t.done} actions={home}>
          <p role="status">{own.doneLead}</p>
        </Screen>
      )
    case 'stopped':
      return (
        <Screen {...over} title={t.stopped} actions={home}>
          <Fault refusal={state.refusal} />
        </Screen>
      )
  }
}
