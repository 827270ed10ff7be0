/** The screens of a login by the gate around what a site shows to who is logged in. */
import {
  Button,
  type DrawingName,
  ErrorSummary,
  type Flow,
  Screen,
  useFlow,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { LoginEvent, LoginState } from './login.ts'
import { Before } from './parts.tsx'
import { siteTexts } from './texts.ts'

export function LoginScreens(props: {
  readonly flow: Flow<LoginState, LoginEvent>
  readonly brand: ReactNode
  readonly drawing: DrawingName
  readonly words: {
    readonly title: string
    /** What one logs in for. */
    readonly lead: string
    /** What is kept when a session is over. */
    readonly sessionOver: string
  }
  /** Below the lead, before a login. */
  readonly more?: ReactNode
  readonly inside: (onLogout: () => void) => ReactNode
}) {
  const { flow, brand, words, drawing } = props
  const state = useFlow(flow)
  const t = useTexts(siteTexts)
  const { language } = useLanguage()
  const { send } = flow
  const button = (label: string) => (
    <Button onPress={() => send({ type: 'login', language })}>{label}</Button>
  )
  switch (state.name) {
    case 'looking':
    case 'going':
    case 'leaving':
      return (
        <Screen key="wait" brand={brand} title={state.name === 'going' ? t.going : t.asking}>
          <Waiting>{undefined}</Waiting>
        </Screen>
      )
    case 'out':
      return (
        <Screen
          key="out"
          brand={brand}
          drawing={drawing}
          title={words.title}
          actions={button(t.login)}
        >
          <Before note={state.note} lead={words.lead} />
          {props.more}
        </Screen>
      )
    case 'refused':
      return (
        <Screen key="refused" brand={brand} title={t.refused} actions={button(t.again)}>
          <ErrorSummary words={t.refusals[state.code]} code={state.code} />
        </Screen>
      )
    case 'ended':
      return (
        <Screen key="ended" brand={brand} title={t.ended} actions={button(t.again)}>
          <ErrorSummary
            words={state.ending === 'gone' ? t.endedWords : t.unknownWords}
            code="SESSION_ENDED"
          />
          <p>{words.sessionOver}</p>
        </Screen>
      )
    case 'in':
      return props.inside(() => send({ type: 'logout' }))
  }
}
