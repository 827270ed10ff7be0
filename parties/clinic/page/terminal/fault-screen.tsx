/** A fault where it happened: what, why, what to do next; never without a way on. */
import { Button, Drawing, type DrawingName, Icon, useTexts } from '@kazashi/ui'
import type { Fault, FaultCode } from './fault.ts'
import { faultTexts } from './fault-texts.ts'
import { Beside, CallAction, Frame, NextStep, Note } from './frame.tsx'
import type { TerminalEvent } from './machine.ts'
import { texts } from './texts.ts'

/** What is meant, where it can be drawn. */
const drawings: Readonly<Partial<Record<FaultCode, DrawingName>>> = {
  TAKEN_AWAY: 'card-away',
  NOT_RECOGNISED: 'reader-iphone',
  FIRST_VISIT_CARD: 'card-reader',
  PHONE_NOT_ACCEPTED: 'card-reader',
  PIN_WRONG: 'paper-secrets',
  PIN_LAST: 'paper-secrets',
  PIN_LOCKED: 'stopped-phone',
  CERTIFICATE_SUSPENDED: 'stopped-phone',
  CERTIFICATE_REVOKED: 'stopped-phone',
  CERTIFICATE_EXPIRED: 'expiring',
  EYE_REFUSED: 'counter',
}
/** Nobody did anything wrong. */
const noFault: ReadonlySet<FaultCode> = new Set([
  'FIRST_VISIT_CARD',
  'PHONE_NOT_ACCEPTED',
  'TIME_UP',
])

export function FaultScreen(props: {
  readonly fault: Fault
  /** Nothing can be done at this terminal. */
  readonly closed?: boolean
  readonly send: (event: TerminalEvent) => void
}) {
  const { fault, closed = false, send } = props
  const t = useTexts(texts)
  const words = useTexts(faultTexts).words[fault.code]
  const drawing = drawings[fault.code]
  const again = closed ? t.closedAgain : words.again
  return (
    <Frame
      name={words.what}
      title={words.what}
      onIdle={closed ? undefined : () => send({ type: 'idle' })}
      actions={
        <>
          {!closed && (
            <Beside>
              <Button look="second" onPress={() => send({ type: 'back' })}>
                {t.toStart}
              </Button>
            </Beside>
          )}
          {!closed && <CallAction onPress={() => send({ type: 'call' })} />}
          {again !== undefined && (
            <NextStep>
              <Button onPress={() => send({ type: 'again' })}>{again}</Button>
            </NextStep>
          )}
        </>
      }
    >
      {noFault.has(fault.code) ? (
        <Note tone="warn" icon="info" status>
          {words.why}
        </Note>
      ) : (
        <div role="alert" className="rounded-r-16 border-l-8 border-bad bg-bad-soft px-5 py-4">
          <p>{words.why}</p>
        </div>
      )}
      {fault.code === 'PIN_WRONG' && fault.triesLeft !== undefined && (
        <Note tone="warn" icon="warn">
          {t.triesLeft(fault.triesLeft)}
        </Note>
      )}
      <section className="rounded-16 bg-ground px-5 py-4">
        <h2 className="text-lg">{t.whatNext}</h2>
        <ul className="mt-2 flex flex-col gap-3">
          {words.next.map((step) => (
            <li key={step} className="flex gap-3">
              <Icon name="next" size="sign" tone="mt-1.5 text-accent" />
              <span>{step}</span>
            </li>
          ))}
        </ul>
      </section>
      <div className="flex flex-1 items-center justify-center md:[&_svg]:size-60">
        {drawing !== undefined && <Drawing name={drawing} size="large" />}
      </div>
      <p className="text-sm text-ink-soft">
        {t.code} <span className="font-mono">{fault.code}</span>
      </p>
    </Frame>
  )
}
