/** The application to be withdrawn and the consequences; then the confirmation. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import type { ApplicationView } from '@kazashi/phone'
import { Button, Facts, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { momentText } from '../moment.ts'
import type { DeviceDescription } from '../phone/platform.ts'
import type { WithdrawEvent, WithdrawState } from './table.ts'
import { texts } from './texts.ts'

export function Withdraw(props: {
  state: WithdrawState
  send: (event: WithdrawEvent) => void
  application: ApplicationView | undefined
  purpose: ApplicationPurpose | undefined
  platform: DeviceDescription['platform']
  frame: Frame
}) {
  const { state, send, application, purpose = 'new', frame } = props
  const t = useTexts(texts)
  const own = t[props.platform]
  const { language } = useLanguage()
  const over = { ...frame, onBack: undefined }
  const home = <Button onPress={frame.onHome}>{t.home}</Button>
  switch (state.name) {
    case 'confirm':
      return (
        <Screen
          {...frame}
          onBack={frame.onLeave}
          title={own.title}
          actions={
            <>
              <Button look="danger" onPress={() => send({ type: 'withdraw' })}>
                {own.withdraw}
              </Button>
              <Button look="second" onPress={frame.onHome}>
                {t.keep}
              </Button>
            </>
          }
        >
          {application !== undefined && (
            <Facts
              facts={[
                [t.applied, momentText(application.appliedAt, language)],
                [t.receipt, application.receiptNumber],
              ]}
            />
          )}
          <h2 className="text-lg">{t.happens}</h2>
          <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
            {[...own.effects, t.purposes[purpose], own.applyAgain].map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </Screen>
      )
    case 'withdrawing':
      return (
        <Screen
          {...over}
          title={state.refusal === undefined ? t.sending : t.notSent}
          actions={
            state.refusal !== undefined && (
              <>
                <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
                <Button look="second" onPress={frame.onHome}>
                  {t.home}
                </Button>
              </>
            )
          }
        >
          {state.refusal === undefined ? (
            <Waiting>{t.sendingLead}</Waiting>
          ) : (
            <>
              <Fault refusal={state.refusal} />
              <p>{t.kept}</p>
            </>
          )}
        </Screen>
      )
    case 'withdrawn':
      return (
        <Screen {...over} done drawing="success" title={own.done} actions={home}>
          <p role="status">{own.doneLead}</p>
          {purpose !== 'new' && <p>{t.purposes[purpose]}</p>}
        </Screen>
      )
    case 'stopped':
      return (
        <Screen {...over} title={t.stopped} actions={home}>
          <Fault refusal={state.refusal} />
        </Screen>
      )
  }
}
