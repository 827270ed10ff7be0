/** The bank's page: the way to the gate, then the application as far as it has come. */
import { Before, type LoginEvent, type LoginState, siteTexts } from '@kazashi/site/page'
import {
  Button,
  Drawing,
  ErrorSummary,
  type Flow,
  Screen,
  useFlow,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { Opening } from './opening.tsx'
import { texts } from './texts.ts'

function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="bank" size="mark" /> {t.name}
    </b>
  )
}

export function Bank({ flow }: { readonly flow: Flow<LoginState, LoginEvent> }) {
  const state = useFlow(flow)
  const t = useTexts(siteTexts)
  const own = useTexts(texts)
  const { language } = useLanguage()
  const { send } = flow
  const brand = <Brand />
  const button = (words: string) => (
    <Button onPress={() => send({ type: 'login', language })}>{words}</Button>
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
        <Screen key="out" brand={brand} drawing="bank" title={own.title} actions={button(t.login)}>
          <Before note={state.note} lead={own.lead} />
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
          <p>{own.sessionOver}</p>
        </Screen>
      )
    case 'in':
      return <Opening brand={brand} onLogout={() => send({ type: 'logout' })} />
  }
}
