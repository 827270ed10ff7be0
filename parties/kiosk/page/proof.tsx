/** Card or phone is held, and a PIN is entered where one is wanted. */
import { Button, Drawing, Keypad, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { Brand, Fault, idle, type Props, pictures, useStep, useStop } from './parts.tsx'
import { texts } from './texts.ts'

export function Hold({ state, send }: Props<'holding'>) {
  const t = useTexts(texts)
  const { carrier, fault } = state
  return (
    <Screen
      brand={<Brand />}
      title={t.hold[carrier]}
      step={useStep(2)}
      actions={
        <>
          <p className="bg-here text-on-here -mx-5 -mt-3 px-5 py-3 text-center text-xl font-bold large:-mx-4 large:text-base">
            <span aria-hidden="true">▼　</span>
            {t.here}
            <span aria-hidden="true">　▼</span>
          </p>
          {useStop(send)}
        </>
      }
    >
      {fault !== undefined && <Fault>{t.holdFaults[fault]}</Fault>}
      <div className="flex justify-center kiosk:py-8 kiosk:[&_svg]:size-[13rem]">
        <Drawing name={pictures[carrier]} size="large" />
      </div>
      <ol className="flex flex-col gap-2">
        {t.holdSteps[carrier].map((step, at) => (
          <li
            key={step}
            className="flex items-center gap-4 rounded-12 bg-surface px-4 py-3 font-bold kiosk:py-5"
          >
            <span className="flex size-[1.7em] shrink-0 items-center justify-center rounded-full bg-accent text-on-accent forced-colors:border">
              {at + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
      {idle(send, true)}
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
