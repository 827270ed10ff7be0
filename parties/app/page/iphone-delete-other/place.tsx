/** 3-F ③④⑤: the card's password, the card at the iPhone, 削除完了. */
import { Button, createFlow, Facts, Screen, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { IphoneReadCard } from '../card/iphone-read-card/screen.tsx'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { IphoneCardSecret } from '../secrets/iphone-card-secret/screen.tsx'
import { performIphoneDeleteOther } from './perform.ts'
import { deleteOtherStepsOf, iphoneDeleteOtherMachine } from './table.ts'
import { texts } from './texts.ts'

/** Said before a password is asked for. */
const withoutReader = { name: 'stopped', refusal: { code: 'READER_MISSING' } } as const

export default function IphoneDeleteOther({ device, frame: given }: PlaceProps) {
  const t = useTexts(texts)
  const [flow] = useState(() => {
    const goesOn = device.summary().request === 'delete-other'
    const machine = goesOn
      ? { ...iphoneDeleteOtherMachine, initial: { name: 'reading', phase: 'reading' } as const }
      : device.hasReader
        ? iphoneDeleteOtherMachine
        : { ...iphoneDeleteOtherMachine, initial: withoutReader }
    return createFlow(machine, performIphoneDeleteOther(device))
  })
  useEffect(() => {
    if (flow.state().name === 'reading') flow.send({ type: 'go-on' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  const { send } = flow
  const back = state.name === 'password' ? given.onLeave : () => send({ type: 'back' })
  const held = state.name === 'reading' && state.phase === 'reading'
  const over = state.name === 'deleted' || state.name === 'stopped'
  const at = deleteOtherStepsOf(state)
  const frame: Frame = {
    ...given,
    step: at && { ...at, name: t.steps[at.name] },
    onBack: held || over ? undefined : back,
  }
  const screen = () => {
    switch (state.name) {
      case 'password':
        return (
          <IphoneCardSecret
            secret="password"
            purpose="delete-other"
            fault={state.fault}
            refusal={state.refusal}
            onEnter={(value, lastTryConfirmed) =>
              send({ type: 'password-entered', value, lastTryConfirmed })
            }
            frame={frame}
          />
        )
      case 'sure':
        return (
          <Screen
            {...frame}
            title={t.sureTitle}
            actions={
              <>
                <Button look="danger" onPress={() => send({ type: 'sure' })}>
                  {t.sure}
                </Button>
                <Button look="second" onPress={frame.onHome}>
                  {t.not}
                </Button>
              </>
            }
          >
            <p>{t.sureLead}</p>
            <ul className="flex list-disc flex-col gap-2 rounded-12 bg-warn-soft py-3 pr-4 pl-[calc(1.4em+12px)] font-bold forced-colors:border">
              {t.sureList.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t.sureKeeps}</p>
          </Screen>
        )
      case 'place-card':
      case 'reading':
        return (
          <IphoneReadCard
            phase={state.name === 'place-card' ? 'start' : state.phase}
            refusal={state.refusal}
            onStart={() => send({ type: 'read' })}
            frame={frame}
          />
        )
      case 'deleted':
        return (
          <Screen
            {...frame}
            done
            drawing="success"
            title={t.doneTitle}
            actions={<Button onPress={frame.onHome}>{t.home}</Button>}
          >
            <p role="status" className="text-xl font-bold">
              {t.done}
            </p>
            <Facts facts={[[t.model, state.model]]} />
            <p>{t.doneNext}</p>
          </Screen>
        )
      case 'stopped':
        return (
          <Screen
            {...frame}
            title={t.stopped}
            actions={<Button onPress={frame.onHome}>{t.home}</Button>}
          >
            <Fault refusal={state.refusal} />
          </Screen>
        )
    }
  }
  return <IphoneWords key={state.name}>{screen()}</IphoneWords>
}
