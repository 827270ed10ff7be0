/** 1-B①: the site's name, the purpose and the code to compare, then a finger or a face (1-A③) or the PIN, then back to the page before. */
import { isPin, type PhonePlatform, tries } from '@kazashi/lifecycle'
import { Button, ButtonLink, Disclosure, Screen, SecretForm, useTexts, Waiting } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { FingerOrFace } from '../secrets/recognition-picture.tsx'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import { type Asked, isLastPin, type LoginEvent, type LoginState } from './table.ts'
import { texts } from './texts.ts'

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
  const t = useTexts(texts)
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
      return <WhoAsks asked={state.asked} send={send} frame={frame} />
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
    case 'accepted':
      return (
        <Screen
          {...frame}
          done
          drawing="computer"
          title={t.accepted}
          actions={
            props.cameByLink ? (
              <ButtonLink look="main" href={state.asked.audience}>
                {t.backLink}
              </ButtonLink>
            ) : (
              home
            )
          }
        >
          <p role="status" className="text-xl font-bold">
            {t.back}
          </p>
          <p>{t.backLead(state.asked.relyingParty)}</p>
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
          <Fault refusal={state.refusal} />
        </Screen>
      )
  }
}

function WhoAsks({ asked, send, frame }: { asked: Asked; send: Send; frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <>
          <Button onPress={() => send({ type: 'agree' })}>{t.agree}</Button>
          <Button look="second" onPress={() => send({ type: 'decline' })}>
            {t.decline}
          </Button>
        </>
      }
    >
      <dl className="grouped grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 py-2">
        <Line name={t.who} value={asked.relyingParty} />
        <Line name={t.purpose} value={asked.purpose} />
        <Line name={t.site} value={new URL(asked.audience).host} />
      </dl>
      <section className="rounded-12 bg-accent-soft px-4 py-2 text-center">
        <h2 className="text-base">{t.code}</h2>
        <p data-testid="code" className="font-mono text-4xl font-bold tracking-widest">
          {asked.code}
        </p>
        <p className="mt-2">{t.codeLead}</p>
      </section>
      <p className="text-ink-soft">{t.codeWarning}</p>
    </Screen>
  )
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

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="font-bold">{value}</dd>
    </div>
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
  const t = useTexts(texts)
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
