/** The page of the direct way: login with QR code, code to type or a link on the same phone; then all that the portal knows, and the way out. */
import {
  refusalTexts,
  useOnPhone,
  WaitingOnComputer,
  WaitingOnPhone,
  waitingTexts,
} from '@kazashi/login/page'
import { Before, Inside, Learnt, siteTexts, useTimes } from '@kazashi/site/page'
import {
  Button,
  ErrorSummary,
  type Flow,
  Panel,
  Screen,
  useFlow,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { Brand } from '../parts.tsx'
import { texts } from '../texts.ts'
import type { DirectEvent, DirectState } from './login.ts'
import type { Person } from './person.ts'
import { toldAs } from './refusal-codes.ts'
import { directTexts } from './texts.ts'

export function DirectPortal(props: { readonly flow: Flow<DirectState, DirectEvent> }) {
  const state = useFlow(props.flow)
  const t = useTexts(siteTexts)
  const own = useTexts(texts)
  const d = useTexts(directTexts)
  const words = useTexts(refusalTexts)
  const w = useTexts(waitingTexts)
  const here = useOnPhone()
  const { send } = props.flow
  const brand = <Brand />
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
          title={own.title}
          actions={<Button onPress={() => send({ type: 'login' })}>{t.login}</Button>}
        >
          <Panel tone="info">{d.example}</Panel>
          <Before note={state.note} lead={own.lead} />
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
              {d.cancel}
            </Button>
          }
        >
          {here ? (
            <WaitingOnPhone request={state.request} />
          ) : (
            <WaitingOnComputer request={state.request} framed={false} />
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
          <ErrorSummary words={d.endings[told] ?? words[told]} code={state.code} />
        </Screen>
      )
    }
    case 'in':
    case 'leaving': {
      const fault = state.name === 'in' ? state.fault : undefined
      return (
        <Screen key="in" brand={brand} title={t.in}>
          {fault !== undefined && <ErrorSummary words={words[toldAs[fault]]} code={fault} />}
          <Inside
            person={state.person}
            leaving={state.name === 'leaving'}
            onLogout={() => send({ type: 'logout' })}
          />
          <WhatWasLearnt person={state.person} />
        </Screen>
      )
    }
  }
}

function WhatWasLearnt({ person }: { readonly person: Person }) {
  const t = useTexts(siteTexts)
  const d = useTexts(directTexts)
  const { day, moment } = useTimes()
  const names: Readonly<Record<string, string>> = d.subjectNames
  const rows: readonly (readonly [string, string])[] = [
    [d.kind, d.kindValue],
    [d.until, day(person.notAfter)],
    [t.checked, moment(person.statusCheckedAt)],
    [d.responder, person.statusResponder],
    [d.issuer, person.issuer],
    [d.serial, person.serialNumber],
    ...person.subjectFields.map(
      ({ type, value }) => [d.subject(names[type] ?? type), value] as const,
    ),
  ]
  return <Learnt rows={rows} knows={d.knows} />
}
