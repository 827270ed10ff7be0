/** The choice of secrets to reset, the wait, done. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Button, CheckBox, CommonFault, Screen, useTexts, Waiting } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import type { ResetSecretEvent, ResetSecretState } from './table.ts'
import { texts } from './texts.ts'

type At<Name extends ResetSecretState['name']> = Extract<ResetSecretState, { name: Name }>
type Send = (event: ResetSecretEvent) => void

export function Choose(props: {
  state: At<'choose'>
  send: Send
  frame: Frame
  platform: PhonePlatform
}) {
  const { state, send, frame, platform } = props
  const fault = useId()
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.title[platform]}
      actions={<Button onPress={() => send({ type: 'begin' })}>{t.begin}</Button>}
    >
      <p>{t.lead}</p>
      <div className="grouped py-1">
        {state.present.map((kind) => (
          <CheckBox
            key={kind}
            checked={state.kinds.includes(kind)}
            onChange={(checked) => send({ type: 'chosen', kind, checked })}
            faultId={state.fault ? fault : undefined}
            note={t.hints[kind]}
          >
            {t.secrets[platform][kind]}
          </CheckBox>
        ))}
        {state.fault && <CommonFault id={fault}>{t.none}</CommonFault>}
      </div>
      <h2 className="text-lg">{t.need}</h2>
      <ul className="list-disc pl-[1.4em]">
        {t.things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </Screen>
  )
}

export function Setting(props: { state: At<'setting'>; send: Send; frame: Frame }) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={state.refusal === undefined ? t.setting : t.notYet}
      actions={
        state.refusal !== undefined && (
          <>
            <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
            <Button look="second" onPress={frame.onHome}>
              {t.home}
            </Button>
          </>
        )
      }
    >
      {state.refusal === undefined ? (
        <Waiting>{t.settingLead}</Waiting>
      ) : (
        <Fault refusal={state.refusal} />
      )}
    </Screen>
  )
}

export function Done({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      done
      drawing="success"
      title={t.done}
      actions={<Button onPress={frame.onHome}>{t.home}</Button>}
    >
      <p role="status">{t.doneLead}</p>
    </Screen>
  )
}

export function Stopped({ state, frame }: { state: At<'stopped'>; frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.stopped} actions={<Button onPress={frame.onHome}>{t.home}</Button>}>
      <Fault refusal={state.refusal} />
    </Screen>
  )
}
