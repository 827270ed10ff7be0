/** The tablet's page: one screen for each state of a visit. */
import {
  Button,
  ButtonLink,
  type Flow,
  Panel,
  Screen,
  useFlow,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { Read } from './contract.tsx'
import type { CounterEvent, CounterState } from './counter.ts'
import { Person, Plan } from './form.tsx'
import { Made } from './made.tsx'
import { Brand, Told } from './parts.tsx'
import { Choose, Hold, Password } from './signing.tsx'
import { texts } from './texts.ts'

export function Tablet({ flow }: { readonly flow: Flow<CounterState, CounterEvent> }) {
  const state = useFlow(flow)
  const t = useTexts(texts)
  const { send } = flow
  switch (state.name) {
    case 'beginning':
    case 'making':
    case 'signing':
      return (
        <Screen key={state.name} brand={<Brand />} title={t.working[state.name]}>
          <Waiting>{state.name === 'signing' ? t.keepThere[state.holding] : undefined}</Waiting>
        </Screen>
      )
    case 'idle':
      return (
        <Screen
          key="idle"
          brand={<Brand />}
          drawing="carrier"
          title={t.title}
          actions={<Button onPress={() => send({ type: 'start' })}>{t.start}</Button>}
        >
          <Told refusal={state.refusal} />
          <p>{t.lead}</p>
          <Panel tone="plain" title={t.needsTitle}>
            <ul className="list-disc pl-[1.25em]">
              {t.needs.map((need) => (
                <li key={need}>{need}</li>
              ))}
            </ul>
          </Panel>
          <p>
            <ButtonLink href={`/staff${location.hash}`}>{t.staff}</ButtonLink>
          </p>
        </Screen>
      )
    case 'plan':
      return <Plan key="plan" state={state} send={send} />
    case 'person':
      return <Person key="person" state={state} send={send} />
    case 'contract':
      return <Read key="contract" state={state} send={send} />
    case 'choosing':
      return <Choose key={`choosing ${state.role}`} state={state} send={send} />
    case 'holding':
      return <Hold key="holding" state={state} send={send} />
    case 'password':
      return <Password key="password" state={state} send={send} />
    case 'made':
      return <Made key="made" state={state} send={send} />
    case 'ended':
      return (
        <Screen
          key="ended"
          brand={<Brand />}
          drawing={state.why === 'done' ? 'success' : 'carrier'}
          title={t.ended[state.why]}
          actions={<Button onPress={() => send({ type: 'back' })}>{t.toStart}</Button>}
        >
          <p role="status">{t.endedNote[state.why]}</p>
        </Screen>
      )
  }
}
