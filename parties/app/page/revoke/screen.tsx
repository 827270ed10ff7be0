/** 2-F ③④, ⑦ with the last question, ⑧; and the wait between. */
import { Button, CheckBox, CommonFault, Screen, useTexts, Waiting, Warning } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { certificateWords } from '../status/certificate-words.ts'
import type { RevokeEvent, RevokeState } from './table.ts'
import { texts } from './texts.ts'

type At<Name extends RevokeState['name']> = Extract<RevokeState, { name: Name }>
type Send = (event: RevokeEvent) => void

export function Choose(props: { state: At<'choose'>; send: Send; frame: Frame }) {
  const { state, send, frame } = props
  const fault = useId()
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <Button onPress={() => send({ type: 'begin' })}>
          {t.begin} <span aria-hidden="true">▶</span>
        </Button>
      }
    >
      <p>{t.lead}</p>
      {state.present.length > 1 && <p>{t.choose}</p>}
      <div className="grouped py-1">
        {state.present.map((kind) => (
          <CheckBox
            key={kind}
            checked={state.kinds.includes(kind)}
            onChange={(checked) => send({ type: 'chosen', kind, checked })}
            faultId={state.fault ? fault : undefined}
          >
            {words.kinds[kind]}
          </CheckBox>
        ))}
        {state.fault && <CommonFault id={fault}>{t.none}</CommonFault>}
      </div>
      <p className="text-ink-soft">{t.nothingYet}</p>
    </Screen>
  )
}

export function Confirm(props: { state: At<'confirm'>; send: Send; frame: Frame }) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  return (
    <Screen
      {...frame}
      title={t.sure}
      actions={
        <>
          <Button look="danger" onPress={() => send({ type: 'revoke' })}>
            {t.revoke}
          </Button>
          <Button look="second" onPress={frame.onHome}>
            {t.stop}
          </Button>
        </>
      }
    >
      <Warning title={t.sureWarning}>
        <ul className="list-disc pl-[1.4em]">
          {state.kinds.map((kind) => (
            <li key={kind}>
              <b>{words.kinds[kind]}</b>
              <br />
              {t.stops[kind]}
            </li>
          ))}
        </ul>
      </Warning>
      <p>{t.cardStays}</p>
      {state.way === 'card' && <p>{t.cardNext}</p>}
    </Screen>
  )
}

export function Checking({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.checking}>
      <Waiting>{t.checkingLead}</Waiting>
    </Screen>
  )
}

export function Revoking(props: { state: At<'revoking'>; send: Send; frame: Frame }) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const refused = state.refusal !== undefined
  return (
    <Screen
      {...frame}
      title={refused ? t.notYet : t.revoking}
      actions={
        refused && (
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
        <Waiting>{t.revokingLead}</Waiting>
      ) : (
        <Fault refusal={state.refusal} />
      )}
    </Screen>
  )
}

export function Done(props: { state: At<'done'>; frame: Frame }) {
  const { state, frame } = props
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const left = state.present.filter((kind) => !state.kinds.includes(kind))
  return (
    <Screen
      {...frame}
      drawing="phone-empty-android"
      done
      title={t.done}
      actions={<Button onPress={frame.onMenu ?? frame.onHome}>{t.menu}</Button>}
    >
      <p role="status" className="text-xl font-bold">
        {t.doneLead}
      </p>
      {left.map((kind) => (
        <p key={kind}>{t.left(words.kinds[kind])}</p>
      ))}
    </Screen>
  )
}

export function Stopped(props: { state: At<'stopped'>; frame: Frame }) {
  const { state, frame } = props
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.stopped} actions={<Button onPress={frame.onHome}>{t.home}</Button>}>
      <Fault refusal={state.refusal} />
    </Screen>
  )
}
