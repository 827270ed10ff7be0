/** 2-E: 「登録する」, wait, 登録完了, and the uses from now on. */
import {
  Button,
  Drawing,
  type Fact,
  FactRows,
  freeDial,
  Panel,
  Screen,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { dayText } from '../moment.ts'
import type { CertificateSummary } from '../phone/phone-summary.ts'
import type { RegisterEvent, RegisterState } from './table.ts'
import { texts } from './texts.ts'

export function Register(props: {
  state: RegisterState
  send: (event: RegisterEvent) => void
  frame: Frame
  /** In use now. */
  certificates: readonly CertificateSummary[]
  /** Nothing that logs in was registered where only the signing certificate was chosen. */
  canLogIn: boolean
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  switch (state.name) {
    case 'ready':
      return (
        <Screen
          {...frame}
          drawing="phone-android"
          title={t.title}
          actions={<Button onPress={() => send({ type: 'register' })}>{t.register}</Button>}
        >
          {state.refusal !== undefined && <Fault refusal={state.refusal} />}
          <p>{t.lead}</p>
        </Screen>
      )
    case 'registering':
      return (
        <Screen {...frame} onBack={undefined} title={t.waiting}>
          <Waiting>{t.waitingLead}</Waiting>
        </Screen>
      )
    case 'registered':
      return <Registered {...props} />
    case 'stopped':
      return (
        <Screen
          {...frame}
          title={t.stopped}
          actions={<Button onPress={frame.onHome}>{t.home}</Button>}
        >
          <Fault refusal={state.refusal} />
        </Screen>
      )
  }
}

function Registered(props: {
  certificates: readonly CertificateSummary[]
  canLogIn: boolean
  frame: Frame
}) {
  const { certificates, frame } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const lastDay = () =>
    new Date(Math.min(...certificates.map(({ notAfter }) => notAfter.getTime())))
  const inUse = (): readonly Fact[] => [
    {
      icon: 'certificate',
      about: t.got,
      fact: certificates.map(({ kind }) => t.kinds[kind]).join(t.and),
    },
    { icon: 'calendar', about: t.until, fact: t.untilValue(dayText(lastDay(), language)) },
  ]
  return (
    <Screen
      {...frame}
      onBack={undefined}
      done
      drawing="done-android"
      title={t.done}
      beside={<p role="status">{t.doneLead}</p>}
      actions={<Button onPress={frame.onHome}>{t.home}</Button>}
    >
      <FactRows
        facts={[
          ...(certificates.length === 0 ? [] : inUse()),
          { icon: 'call', about: t.lost, fact: freeDial, note: t.lostLead },
        ]}
      />
      {props.canLogIn && (
        <>
          <h2 className="text-lg">{t.uses}</h2>
          <Panel tone="info" title={t.login} drawing={<Drawing name="portal" size="small" />}>
            <p className="text-sm text-ink-soft">{t.loginHow}</p>
          </Panel>
        </>
      )}
    </Screen>
  )
}
