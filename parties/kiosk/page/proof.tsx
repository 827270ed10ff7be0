/** Card or phone is held, and a PIN is entered where one is wanted. */
import { Button, Drawing, Keypad, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { Brand, Fault, idle, type Props, pictures, useStep, useStop } from './parts.tsx'
import { texts } from './texts.ts'

export function Hold({ state, send }: Props<'holding'>) {
  const t = useTexts(texts)
  const { carrier, fault } = state
  return (
    <Screen brand={<Brand />} title={t.hold[carrier]} step={useStep(2)} actions={useStop(send)}>
      {fault !== undefined && <Fault>{t.holdFaults[fault]}</Fault>}
      <div className="flex justify-center">
        <Drawing name={pictures[carrier]} size="large" />
      </div>
      <ol className="flex flex-col gap-2">
        {t.holdSteps[carrier].map((step, at) => (
          <li key={step} className="rounded-12 bg-surface px-4 py-3 font-bold">
            {at + 1}　{step}
          </li>
        ))}
      </ol>
      <p className="rounded-12 bg-accent-soft px-4 py-3 text-center text-lg font-bold">
        <span aria-hidden="true">▼ </span>
        {t.here}
        <span aria-hidden="true"> ▼</span>
      </p>
      {idle(send)}
    </Screen>
  )
}

export function Pin({ state, send }: Props<'pin'>) {
  const t = useTexts(texts)
  const { carrier, triesLeft, fault } = state
  return (
    <Screen
      brand={<Brand />}
      title={t.pinTitle}
      step={useStep(2)}
      actions={
        <>
          <Button type="submit" form="pin">
            {t.next}
          </Button>
          {useStop(send)}
        </>
      }
    >
      <SecretForm
        // A wrong one is not left on the screen.
        key={triesLeft}
        id="pin"
        kind="pin"
        name="pin"
        label={t.pinLabel}
        hint={t.pinHint}
        secret="untold"
        fits={(value) => /^\d{4}$/.test(value)}
        fault={fault}
        faults={t.pinFaults}
        tries={{ whose: carrier === 'card' ? 'card' : 'phone', left: triesLeft, limit: 3 }}
        lastTry={triesLeft === 1 ? t.lastTry : undefined}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'pin', pin: value, lastTry: lastTryConfirmed })
        }
      />
      <div className="mx-auto w-full max-w-xl">
        <Keypad form="pin" />
      </div>
      {idle(send)}
    </Screen>
  )
}
