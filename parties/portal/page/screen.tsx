/** The portal's page: the way to the gate; then all that the portal knows, and the way out. */
import {
  Before,
  Inside,
  Learnt,
  type LoginEvent,
  type LoginState,
  type Person,
  siteTexts,
  useTimes,
} from '@kazashi/site/page'
import {
  Button,
  ErrorSummary,
  type Flow,
  Screen,
  useFlow,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { lazy, Suspense } from 'react'
import { Brand } from './parts.tsx'
import { texts } from './texts.ts'

const InsidePortal = lazy(() => import('./inside/inside.tsx'))

export function Portal({ flow }: { readonly flow: Flow<LoginState, LoginEvent> }) {
  const state = useFlow(flow)
  const t = useTexts(siteTexts)
  const own = useTexts(texts)
  const { language } = useLanguage()
  const { send } = flow
  const brand = <Brand />
  const login = (words: string) => (
    <Button onPress={() => send({ type: 'login', language })}>{words}</Button>
  )
  switch (state.name) {
    case 'looking':
    case 'going':
      return (
        <Screen
          key={state.name}
          brand={brand}
          title={state.name === 'looking' ? t.asking : t.going}
        >
          <Waiting>{undefined}</Waiting>
        </Screen>
      )
    case 'out':
      return (
        <Screen
          key={state.name}
          brand={brand}
          drawing="computer"
          title={own.title}
          actions={login(t.login)}
        >
          <Before note={state.note} lead={own.lead} />
        </Screen>
      )
    case 'refused':
      return (
        <Screen key={state.name} brand={brand} title={t.refused} actions={login(t.again)}>
          <ErrorSummary words={t.refusals[state.code]} code={state.code} />
        </Screen>
      )
    case 'ended':
      return (
        <Screen key={state.name} brand={brand} title={t.ended} actions={login(t.again)}>
          <ErrorSummary
            words={state.ending === 'gone' ? t.endedWords : t.unknownWords}
            code="SESSION_ENDED"
          />
        </Screen>
      )
    case 'in':
    case 'leaving': {
      const fault = state.name === 'in' ? state.fault : undefined
      return (
        <Suspense
          fallback={
            <Screen key="in" brand={brand} title={t.in}>
              <Waiting>{undefined}</Waiting>
            </Screen>
          }
        >
          <InsidePortal
            title={t.in}
            wayOut={
              <Button look="head" onPress={() => send({ type: 'logout' })}>
                {state.name === 'leaving' ? t.leaving : t.logout}
              </Button>
            }
            fault={fault !== undefined && <ErrorSummary words={t.refusals[fault]} code={fault} />}
          >
            <Inside person={state.person} leaving={state.name === 'leaving'} />
            <WhatWasLearnt person={state.person} />
          </InsidePortal>
        </Suspense>
      )
    }
  }
}

function WhatWasLearnt({ person }: { readonly person: Person }) {
  const t = useTexts(siteTexts)
  const own = useTexts(texts)
  const { moment } = useTimes()
  const rows = [
    [t.sub, person.sub],
    [t.issuer, person.issuer],
    [t.checked, moment(person.statusCheckedAt)],
  ] as const
  return <Learnt rows={rows} knows={own.knows} />
}
