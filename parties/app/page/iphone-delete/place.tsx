/** 3-E: 「iPhoneのマイナンバーカード」 with 「削除」 at the bottom, and the way to 削除完了. */
import { Button, createFlow, Screen, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { IphoneReadCard } from '../card/iphone-read-card/screen.tsx'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { IphoneCardSecret } from '../secrets/iphone-card-secret/screen.tsx'
import { IphonePassword } from './password.tsx'
import { performIphoneDelete } from './perform.ts'
import { Checking, Deleting, OnThisPhone, Sure, Ways } from './screen.tsx'
import { deleteStepsOf, type IphoneDeleteState, iphoneDeleteMachine } from './table.ts'
import { texts } from './texts.ts'

/** From these 「< 戻る」 goes nowhere: a request is in progress, or done. */
const noBack = new Set<IphoneDeleteState['name']>(['checking', 'deleting', 'deleted', 'stopped'])

export default function IphoneCard({ device, frame: given }: PlaceProps) {
  const t = useTexts(texts)
  const [flow] = useState(() => {
    const goesOn = device.summary().request === 'revoke'
    const machine = goesOn
      ? { ...iphoneDeleteMachine, initial: { name: 'deleting', way: 'phone' } as const }
      : iphoneDeleteMachine
    return createFlow(machine, performIphoneDelete(device))
  })
  useEffect(() => {
    // Sent on an earlier visit, without an answer: no password is asked for again.
    if (flow.state().name === 'deleting') flow.send({ type: 'again' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  const { send } = flow
  const back = state.name === 'on-this-phone' ? given.onLeave : () => send({ type: 'back' })
  const held = state.name === 'reading' && state.phase === 'reading'
  const at = deleteStepsOf(state)
  const frame: Frame = {
    ...given,
    step: at && { ...at, name: t.steps[at.name] },
    onBack: noBack.has(state.name) || held ? undefined : back,
  }
  const enter = (value: string, lastTryConfirmed: boolean) =>
    send({ type: 'password-entered', value, lastTryConfirmed })
  const screen = () => {
    switch (state.name) {
      case 'on-this-phone':
        return (
          <OnThisPhone device={device} onDelete={() => send({ type: 'delete' })} frame={frame} />
        )
      case 'ways':
        return (
          <Ways
            refusal={state.refusal}
            onChoose={(way) =>
              // Said before a password is asked for.
              way === 'card' && !device.hasReader
                ? send({ type: 'refused', refusal: { code: 'READER_MISSING' } })
                : send({ type: 'way-chosen', way })
            }
            frame={frame}
          />
        )
      case 'password':
        return state.way === 'phone' ? (
          <IphonePassword state={state} onEnter={enter} frame={frame} />
        ) : (
          <IphoneCardSecret
            secret="password"
            purpose="delete"
            fault={state.fault}
            refusal={state.refusal}
            onEnter={enter}
            frame={frame}
          />
        )
      case 'checking':
        return <Checking frame={frame} />
      case 'sure':
        return <Sure send={send} frame={frame} />
      case 'reading':
        return (
          <IphoneReadCard
            phase={state.phase}
            refusal={state.refusal}
            onStart={() => send({ type: 'again' })}
            frame={frame}
          />
        )
      case 'deleting':
        return <Deleting refusal={state.refusal} send={send} frame={frame} />
      case 'deleted':
        return (
          <Screen
            {...frame}
            done
            drawing="phone-empty-iphone"
            title={t.doneTitle}
            actions={<Button onPress={frame.onHome}>{t.home}</Button>}
          >
            <p role="status" className="text-xl font-bold">
              {t.done}
            </p>
            <p>{t.doneNext}</p>
          </Screen>
        )
      case 'stopped':
        return (
          <Screen
            {...frame}
            title={t.stoppedTitle}
            actions={<Button onPress={frame.onHome}>{t.home}</Button>}
          >
            <Fault refusal={state.refusal} />
          </Screen>
        )
    }
  }
  return <IphoneWords key={state.name}>{screen()}</IphoneWords>
}
