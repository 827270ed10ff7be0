/** 3-A to 3-D: the screen of each state of adding the card. */
import { Button, Choice, createFlow, RowGroup, Screen, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { IphoneCardWasRead, IphoneReadCard } from '../card/iphone-read-card/screen.tsx'
import { AskingAgain } from '../card/read-card/screen.tsx'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import { useAsking } from '../opening/asking.ts'
import type { PlaceProps } from '../place.ts'
import { WithPush } from '../push/part.tsx'
import { withBirthDate } from '../secrets/holder.ts'
import { IphoneCardSecret } from '../secrets/iphone-card-secret/screen.tsx'
import { arrivalOf } from '../wallet/arrival.ts'
import { IphoneCheckList } from './check-list/screen.tsx'
import { IphoneFace } from './face/screen.tsx'
import { IphoneNewSecret, SettingSecrets } from './new-secret/screen.tsx'
import { IphoneNotes } from './notes/screen.tsx'
import { firstIphoneApplyState, performIphoneApply } from './perform.ts'
import { sectionOfIphoneApply } from './section.ts'
import { type IphoneApplyState, iphoneApplyMachine, iphoneStepsOf } from './table.ts'
import { texts } from './texts.ts'
import { IphoneUnsupported } from './unsupported/screen.tsx'
import { Added, Adding, AddToWallet } from './wallet/screen.tsx'

/** From these 「< 戻る」 leaves the procedure: finished steps are kept. */
const leaving = new Set<IphoneApplyState['name']>(['check-list', 'read', 'wallet'])
/** From these there is nothing to go back to. */
const noBack = new Set<IphoneApplyState['name']>(['setting', 'submitting', 'added', 'stopped'])

/** The person's card is on another phone, from which it can be deleted here. */
const onAnotherPhone: ReadonlySet<string> = new Set(['PERSON_HAS_A_PHONE', 'CREDENTIAL_SUSPENDED'])

export default function IphoneAdd(props: PlaceProps) {
  const { device, frame: given, go, goesOn = false, onAsks } = props
  const t = useTexts(texts)
  const [flow] = useState(() => {
    const machine = { ...iphoneApplyMachine, initial: firstIphoneApplyState(device, goesOn) }
    return createFlow(machine, performIphoneApply(device, goesOn))
  })
  useEffect(() => {
    flow.send({ type: 'start' })
    return () => flow.close()
  }, [flow])
  arrivalOf(device)
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const state = useFlow(flow)
  useAsking(state.name === 'card-pin' || state.name === 'card-password', onAsks)
  const { send } = flow
  const at = iphoneStepsOf(state)
  const held = state.name === 'reading' && state.phase === 'reading'
  const back = leaving.has(state.name) ? given.onLeave : () => send({ type: 'back' })
  const frame: Frame = {
    ...given,
    step: at && { ...at, name: t.steps[at.name] },
    onHelp: () => given.onHelpOf(sectionOfIphoneApply[state.name]),
    onBack: noBack.has(state.name) || held ? undefined : back,
  }
  const screen = () => {
    switch (state.name) {
      case 'check-list':
        return <IphoneCheckList state={state} send={send} frame={frame} />
      case 'unsupported':
        return <IphoneUnsupported support={state.support} models={state.models} frame={frame} />
      case 'notes':
        return <IphoneNotes state={state} send={send} frame={frame} />
      case 'face':
      case 'face-moving':
      case 'face-person':
      case 'face-recording':
      case 'face-done':
        return <IphoneFace device={device} state={state} send={send} frame={frame} />
      case 'card-pin':
      case 'card-password':
        return (
          <IphoneCardSecret
            secret={state.name === 'card-pin' ? 'pin' : 'password'}
            purpose="add"
            fault={state.fault}
            refusal={state.refusal}
            onEnter={(value, lastTryConfirmed) =>
              send({ type: 'card-secret-entered', value, lastTryConfirmed })
            }
            frame={frame}
          />
        )
      case 'reading':
        return (
          <IphoneReadCard
            phase={state.phase}
            stage={state.stage}
            refusal={state.refusal}
            onStart={() => send({ type: 'again' })}
            frame={frame}
          />
        )
      case 'read':
        if (state.check === 'running') return <AskingAgain frame={frame} />
        return <IphoneCardWasRead onNext={() => send({ type: 'next' })} frame={frame} />
      case 'pin':
      case 'pin-again':
      case 'password':
      case 'password-again':
        return <IphoneNewSecret state={state} send={withBirthDate(device, send)} frame={frame} />
      case 'setting':
        return <SettingSecrets frame={frame} />
      case 'wallet':
      case 'wallet-sheet':
        return <AddToWallet state={state} send={send} frame={frame} />
      case 'submitting':
        return <Adding state={state} send={send} frame={frame} />
      case 'added':
        return (
          <WithPush device={device}>
            {(way, part) => (
              <Added
                state={state}
                usable={summary.name === 'active'}
                push={part}
                noticeWay={way}
                frame={frame}
              />
            )}
          </WithPush>
        )
      case 'stopped': {
        const elsewhere = onAnotherPhone.has(state.refusal.code)
        return (
          <Screen
            onHelp={frame.onHelp}
            title={t.stopped}
            actions={<Button onPress={frame.onHome}>{t.home}</Button>}
          >
            <Fault refusal={state.refusal} />
            {elsewhere && (
              <RowGroup>
                {state.refusal.code === 'PERSON_HAS_A_PHONE' && (
                  <Choice icon="move" text={t.newPhone} onPress={() => go('new-phone')} />
                )}
                <Choice icon="trash" text={t.deleteOther} onPress={() => go('delete-other')} />
              </RowGroup>
            )}
          </Screen>
        )
      }
    }
  }
  return <IphoneWords key={state.name}>{screen()}</IphoneWords>
}
