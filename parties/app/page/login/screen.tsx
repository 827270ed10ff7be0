/** 1-B①: who asks and the code on that screen, then a finger or a face (1-A③) or the PIN, then back to the page before. */
import { isPin, type PhonePlatform, tries } from '@kazashi/lifecycle'
import { Button, ButtonLink, Disclosure, Screen, SecretForm, useTexts, Waiting } from '@kazashi/ui'
import { useId } from 'react'
import { Fault, SpecialWords } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { FingerOrFace } from '../secrets/recognition-picture.tsx'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import { EnterPassword } from './password.tsx'
import { isLastPin, type LoginEvent, type LoginState } from './table.ts'
import { overFaults, texts } from './texts.ts'
import { useWords } from './use-words.ts'
import { WhoAsks } from './who-asks.tsx'

type Send = (event: LoginEvent) => void

/** Refusals with a procedure that helps: it comes first, home second. */
const goesOn = new Set(['SECRET_BLOCKED', 'CERTIFICATE_SUSPENDED'])

export function Login(props: {
  state: LoginState
  send: Send
  frame: Frame
  platform: PhonePlatform
  /** The request was opened by a link on this phone, so there is a page to go back to. */
  cameByLink: boolean
  /** To the place where a locked or forgotten PIN is reset. */
  onResetSecret: () => void
  onResume: () => void
}) {
  const { state, send, frame } = props
  const t = useWords(state)
  const home = <Button onPress={frame.onHome}>{t.home}</Button>
  switch (state.name) {
    case 'fetching':
    case 'answering':
      return (
        <Screen {...frame} title={state.name === 'fetching' ? t.fetching : t.answering}>
          <Waiting>{t.waitLead}</Waiting>
        </Screen>
      )
    case 'asked':
      return <WhoAsks state={state} send={send} frame={frame} cameByLink={props.cameByLink} />
    case 'recognise':
      return <Recognise state={state} send={send} frame={frame} platform={props.platform} />
    case 'recognising':
      return (
        <Screen
          {...frame}
          title={t.recognising}
          actions={
            <Button look="second" onPress={() => send({ type: 'use-pin' })}>
              {t.ways[props.platform].usePin}
            </Button>
          }
        >
          <Waiting>{t.recognisingLead}</Waiting>
        </Screen>
      )
    case 'pin':
      return <EnterPin {...props} state={state} />
    case 'password':
      return <EnterPassword {...props} state={state} />
    case 'accepted':
      return (
        <Screen
          {...frame}
          done
          drawing="computer"
          title={state.returnUrl === undefined ? t.accepted : t.confirmed}
          actions={
            state.returnUrl === undefined ? (
              home
            ) : (
              <ButtonLink look="main" href={state.returnUrl}>
                {t.backLink}
              </ButtonLink>
            )
          }
        >
          <p role="status" className="text-xl font-bold">
            {state.returnUrl === undefined ? t.back : t.complete}
          </p>
          {state.returnUrl === undefined && <p>{t.backLead(state.asked.relyingParty)}</p>}
        </Screen>
      )
    case 'declined':
      return (
        <Screen {...frame} title={t.declined} actions={home}>
          <p role="status">{t.declinedLead}</p>
        </Screen>
      )
    case 'refused':
      return (
        <Screen
          {...frame}
          title={t.refused}
          actions={
            <>
              {state.refusal.code === 'SECRET_BLOCKED' && (
                <Button onPress={props.onResetSecret}>{t.resetSecret}</Button>
              )}
              {state.refusal.code === 'CERTIFICATE_SUSPENDED' && (
                <Button onPress={props.onResume}>{t.resume}</Button>
              )}
              <Button
                look={goesOn.has(state.refusal.code) ? 'second' : 'main'}
                onPress={frame.onHome}
              >
                {t.home}
              </Button>
            </>
          }
        >
          {state.refusal.code === 'CODE_WRONG' ? (
            <SpecialWords value={overFaults}>
              <Fault refusal={state.refusal} />
            </SpecialWords>
          ) : (
            <Fault refusal={state.refusal} />
          )}
        </Screen>
      )
  }
}

function Recognise(props: {
  state: Extract<LoginState, { name: 'recognise' }>
  send: Send
  frame: Frame
  platform: PhonePlatform
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const way = t.ways[props.platform]
  return (
    <Screen
      {...frame}
      onBack={() => send({ type: 'back' })}
      title={way.title}
      actions={
        <>
          <Button onPress={() => send({ type: 'recognise' })}>{way.button}</Button>
          <Button look="second" onPress={() => send({ type: 'use-pin' })}>
            {way.usePin}
          </Button>
        </>
      }
    >
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p>{way.lead}</p>
      <FingerOrFace />
    </Screen>
  )
}

function EnterPin(props: {
  state: Extract<LoginState, { name: 'pin' }>
  send: Send
  frame: Frame
  platform: PhonePlatform
  onResetSecret: () => void
}) {
  const { state, send, frame } = props
  const t = useWords(state)
  const way = t.ways[props.platform]
  const words = t.pin[props.platform]
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
  return (
    <Screen
      {...frame}
      onBack={() => send({ type: 'back' })}
      title={words.title}
      actions={
        <>
          <Button type="submit" form={form}>
            {t.login}
          </Button>
          {state.biometrics && (
            <Button look="second" onPress={() => send({ type: 'recognise' })}>
              {state.unrecognised === undefined ? way.button : way.again}
            </Button>
          )}
        </>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      {state.unrecognised !== undefined && (
        <div role="status" className="rounded-12 bg-accent-soft px-4 py-3">
          <p className="font-bold">{way.notNow}</p>
          <p>{way.instead[state.unrecognised]}</p>
        </div>
      )}
      <p>{words.whose}</p>
      <SecretForm
        id={form}
        kind="pin"
        name="pin"
        label={words.label}
        hint={words.hint}
        secret="known"
        fits={isPin}
        fault={state.fault}
        faults={{ form: words.form }}
        tries={{ whose: 'phone', left: state.refusal?.triesLeft, limit: tries.pin }}
        lastTry={isLastPin(state.refusal) ? t.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'pin-entered', pin: value, lastTryConfirmed })
        }
      />
      <Disclosure title={words.forgotten}>
        <p>{t.forgottenAnswer}</p>
        <Button look="second" onPress={props.onResetSecret}>
          {t.resetSecret}
        </Button>
      </Disclosure>
    </Screen>
  )
}
