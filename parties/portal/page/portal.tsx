/** The portal's page: login with QR code, code to compare or a link on the same phone; then all that the portal knows, and the way out. */
import {
  refusalTexts,
  useOnPhone,
  WaitingOnComputer,
  WaitingOnPhone,
  waitingTexts,
} from '@kazashi/login/page'
import {
  Button,
  Drawing,
  ErrorSummary,
  type Flow,
  Panel,
  Screen,
  useFlow,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { LoggedIn } from './logged-in.tsx'
import type { LoginSessionEvent, LoginSessionState } from './login-session.ts'
import { toldAs } from './refusal-codes.ts'
import { texts } from './texts.ts'

export function Portal(props: {
  flow: Flow<LoginSessionState, LoginSessionEvent>
  /** In a frame of the desk it is the screen of a computer. */
  framed: boolean
}) {
  const state = useFlow(props.flow)
  const t = useTexts(texts)
  const words = useTexts(refusalTexts)
  const w = useTexts(waitingTexts)
  const here = useOnPhone() && !props.framed
  const { send } = props.flow
  const brand = (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="portal" size="mark" /> {t.name}
    </b>
  )
  const again = <Button onPress={() => send({ type: 'login' })}>{t.again}</Button>
  switch (state.name) {
    case 'looking':
    case 'asking':
      return (
        <Screen key={state.name} brand={brand} title={t.asking}>
          <Waiting>{undefined}</Waiting>
        </Screen>
      )
    case 'out':
      return (
        <Screen
          key={state.name}
          brand={brand}
          drawing="computer"
          title={t.title}
          actions={<Button onPress={() => send({ type: 'login' })}>{t.login}</Button>}
        >
          {state.note !== undefined && (
            <div role="status">
              <Panel tone={state.note === 'elsewhere' ? 'info' : 'good'}>
                {t.notes[state.note]}
              </Panel>
            </div>
          )}
          <p>{t.lead}</p>
          <Panel tone="plain" title={t.phonesTitle}>
            <ul className="list-disc pl-[1.25em]">
              {t.phones.map((phone) => (
                <li key={phone}>{phone}</li>
              ))}
            </ul>
          </Panel>
        </Screen>
      )
    case 'waiting':
      return (
        <Screen
          key={state.name}
          brand={brand}
          title={here ? w.waitingHere : w.waiting}
          actions={
            <Button look="second" onPress={() => send({ type: 'cancel' })}>
              {t.cancel}
            </Button>
          }
        >
          {here ? (
            <WaitingOnPhone request={state.request} />
          ) : (
            <WaitingOnComputer request={state.request} framed={props.framed} />
          )}
        </Screen>
      )
    case 'refused':
      return (
        <Screen key={state.name} brand={brand} title={t.refused} actions={again}>
          <ErrorSummary words={words[toldAs[state.code]]} code={state.code} />
        </Screen>
      )
    case 'ended': {
      const told = toldAs[state.code]
      return (
        <Screen key={state.name} brand={brand} title={t.ended} actions={again}>
          <ErrorSummary words={t.endings[told] ?? words[told]} code={state.code} />
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
