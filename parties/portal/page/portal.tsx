/** The portal's page: login with QR code, code to compare or a link on the same phone; then all that the portal knows, and the way out. */
import { Button, ErrorSummary, type Flow, Screen, Spinner, useFlow, useTexts } from '@kazashi/ui'
import { LoggedIn } from './logged-in.tsx'
import type { LoginSessionEvent, LoginSessionState } from './login-session.ts'
import { toldAs } from './refusal-codes.ts'
import { texts } from './texts.ts'
import { useOnPhone, WaitingOnComputer, WaitingOnPhone } from './waiting.tsx'

export function Portal(props: {
  flow: Flow<LoginSessionState, LoginSessionEvent>
  /** In a frame of the desk it is the screen of a computer. */
  framed: boolean
}) {
  const state = useFlow(props.flow)
  const t = useTexts(texts)
  const here = useOnPhone() && !props.framed
  const { send } = props.flow
  const brand = <b className="flex min-h-11 items-center">{t.name}</b>
  const again = <Button onPress={() => send({ type: 'login' })}>{t.again}</Button>
  switch (state.name) {
    case 'looking':
    case 'asking':
      return (
        <Screen key={state.name} brand={brand} title={t.asking}>
          <Spinner large />
        </Screen>
      )
    case 'out':
      return (
        <Screen key={state.name} brand={brand} title={t.title}>
          {state.note !== undefined && (
            <p role="status" className="rounded-12 bg-good-soft px-4 py-3">
              {t.notes[state.note]}
            </p>
          )}
          <p>{t.lead}</p>
          <Button onPress={() => send({ type: 'login' })}>{t.login}</Button>
          <section>
            <h2 className="text-base">{t.phonesTitle}</h2>
            <ul className="list-disc pl-6">
              {t.phones.map((phone) => (
                <li key={phone}>{phone}</li>
              ))}
            </ul>
          </section>
        </Screen>
      )
    case 'waiting':
      return (
        <Screen key={state.name} brand={brand} title={here ? t.waitingHere : t.waiting}>
          {here ? (
            <WaitingOnPhone request={state.request} />
          ) : (
            <WaitingOnComputer request={state.request} framed={props.framed} />
          )}
          <Button look="second" onPress={() => send({ type: 'cancel' })}>
            {t.cancel}
          </Button>
        </Screen>
      )
    case 'refused':
      return (
        <Screen key={state.name} brand={brand} title={t.refused}>
          <ErrorSummary words={t.refusals[toldAs[state.code]]} code={state.code} />
          {again}
        </Screen>
      )
    case 'ended': {
      const told = toldAs[state.code]
      return (
        <Screen key={state.name} brand={brand} title={t.ended}>
          <ErrorSummary words={t.endings[told] ?? t.refusals[told]} code={state.code} />
          {again}
        </Screen>
      )
    }
    case 'in':
    case 'leaving':
      return (
        <Screen key="in" brand={brand} title={t.in}>
          <LoggedIn
            person={state.person}
            fault={state.name === 'in' ? state.fault : undefined}
            leaving={state.name === 'leaving'}
            onLogout={() => send({ type: 'logout' })}
          />
        </Screen>
      )
  }
}
