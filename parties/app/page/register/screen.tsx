/** 2-E: 「登録する」, wait, 登録完了, and the uses from now on. */
import { Button, DoneMark, Screen, useTexts, Waiting } from '@kazashi/ui'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import type { RegisterEvent, RegisterState } from './table.ts'
import { texts } from './texts.ts'

export function Register(props: {
  state: RegisterState
  send: (event: RegisterEvent) => void
  frame: Frame
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
      return (
        <Screen
          {...frame}
          onBack={undefined}
          title={t.done}
          actions={<Button onPress={frame.onHome}>{t.home}</Button>}
        >
          <DoneMark />
          <p role="status">{t.doneLead}</p>
          {props.canLogIn && (
            <>
              <h2 className="text-xl">{t.uses}</h2>
              <div className="rounded-12 border border-line px-4 py-3">
                <p className="font-bold">{t.login}</p>
                <p className="text-ink-soft">{t.loginHow}</p>
              </div>
            </>
          )}
        </Screen>
      )
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
