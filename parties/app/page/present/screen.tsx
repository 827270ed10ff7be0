/** 1-A②: from the request to what was shown, or that nothing was. */
import { isPin, tries } from '@kazashi/lifecycle'
import { Button, ButtonLink, Disclosure, Screen, SecretForm, useTexts, Waiting } from '@kazashi/ui'
import { useId } from 'react'
import { useElementWords } from '../elements/words.ts'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import { Consent } from './consent.tsx'
import { isLastPin, type PresentEvent, type PresentState } from './table.ts'
import { texts } from './texts.ts'

interface Props {
  readonly state: PresentState
  readonly send: (event: PresentEvent) => void
  readonly frame: Frame
  readonly onResetSecret: () => void
  readonly onResume: () => void
}

export function Present(props: Props) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const home = <Button onPress={frame.onHome}>{t.home}</Button>
  switch (state.name) {
    case 'opening':
    case 'answering':
    case 'declining':
      return (
        <Screen {...frame} title={t[state.name]}>
          <Waiting>{t.waitLead}</Waiting>
        </Screen>
      )
    case 'asked':
      return <Consent state={state} send={send} frame={frame} />
    case 'recognising':
      return (
        <Screen
          {...frame}
          title={t.recognising}
          actions={
            <Button look="second" onPress={() => send({ type: 'use-pin' })}>
              {t.usePin}
            </Button>
          }
        >
          <Waiting>{t.recognisingLead}</Waiting>
        </Screen>
      )
    case 'pin':
      return <EnterPin {...props} state={state} />
    case 'shown':
      return (
        <Screen
          {...frame}
          done
          drawing="age-proof"
          title={t.shown}
          actions={<Onward frame={frame} returnUrl={state.returnUrl} />}
        >
          <ShownElements state={state} />
          {state.returnUrl === undefined && <p className="text-lg font-bold">{t.elsewhere}</p>}
          <p className="text-sm text-ink-soft">{t.record}</p>
        </Screen>
      )
    case 'declined':
      return (
        <Screen
          {...frame}
          title={t.declined}
          actions={<Onward frame={frame} returnUrl={state.returnUrl} />}
        >
          <p role="status">{state.untold ? t.untold : t.declinedLead}</p>
          {state.returnUrl === undefined && <p>{t.elsewhere}</p>}
        </Screen>
      )
    case 'refused': {
      const isStopped = state.refusal.code === 'CERTIFICATE_SUSPENDED'
      const isLocked = state.refusal.code === 'SECRET_BLOCKED'
      return (
        <Screen
          {...frame}
          title={t.refused}
          actions={
            <>
              {isStopped && <Button onPress={props.onResume}>{t.resume}</Button>}
              {isLocked && <Button onPress={props.onResetSecret}>{t.pin.reset}</Button>}
              {isStopped || isLocked ? (
                <Button look="second" onPress={frame.onHome}>
                  {t.home}
                </Button>
              ) : (
                home
              )}
            </>
          }
        >
          <Fault refusal={state.refusal} />
          {state.missing !== undefined && state.missing.length > 0 && (
            <div>
              <h2 className="font-bold">{t.missing}</h2>
              <ul className="list-disc pl-[1.4em] break-all">
                {state.missing.map((one) => (
                  <li key={one}>{one.split('/').at(-1)}</li>
                ))}
              </ul>
            </div>
          )}
        </Screen>
      )
    }
  }
}

/** Back to the browser that asked, or home. */
function Onward(props: { readonly frame: Frame; readonly returnUrl: string | undefined }) {
  const t = useTexts(texts)
  if (props.returnUrl === undefined) return <Button onPress={props.frame.onHome}>{t.home}</Button>
  return (
    <>
      <ButtonLink look="main" href={props.returnUrl}>
        {t.back}
      </ButtonLink>
      <Button look="second" onPress={props.frame.onHome}>
        {t.home}
      </Button>
    </>
  )
}

function ShownElements({ state }: { readonly state: Extract<PresentState, { name: 'shown' }> }) {
  const t = useTexts(texts)
  const words = useElementWords()
  const { asked, chosen } = state
  const shown = asked.questions.filter(({ key }) => chosen.includes(key))
  return (
    <div role="status">
      <p className="font-bold">{t.shownTo(asked.asker.name)}</p>
      <ul className="list-disc pl-[1.4em]">
        {shown.map(({ key, identifier, value }) => (
          <li key={key}>
            {words.nameOf(identifier)}: {words.valueOf(identifier, value)}
          </li>
        ))}
      </ul>
      <p>{t.nothingElse}</p>
    </div>
  )
}

function EnterPin(props: Props & { readonly state: Extract<PresentState, { name: 'pin' }> }) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
  return (
    <Screen
      {...frame}
      onBack={() => send({ type: 'back' })}
      title={t.pin.title}
      actions={
        <Button type="submit" form={form}>
          {t.show}
        </Button>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      {state.unrecognised && <p role="status">{t.notRecognised}</p>}
      <p>{t.pin.lead}</p>
      <SecretForm
        id={form}
        kind="pin"
        name="pin"
        label={t.pin.label}
        hint={t.pin.hint}
        secret="known"
        fits={isPin}
        fault={state.fault}
        faults={{ form: t.pin.form }}
        tries={{ whose: 'phone', left: state.refusal?.triesLeft, limit: tries.pin }}
        lastTry={isLastPin(state.refusal) ? t.pin.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'pin-entered', pin: value, lastTryConfirmed })
        }
      />
      <Disclosure title={t.pin.forgotten}>
        <p>{t.pin.forgottenLead}</p>
        <Button look="second" onPress={props.onResetSecret}>
          {t.pin.reset}
        </Button>
      </Disclosure>
    </Screen>
  )
}
