/** Whose turn it is, what is held to the reader, and the signing password. */
import { Button, Choice, Drawing, Panel, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { Brand, idle, type Props, pictures, Stop, Told, useStep } from './parts.tsx'
import { holdings } from './reader.ts'
import { texts } from './texts.ts'

export function Choose({ state, send }: Props<'choosing'>) {
  const t = useTexts(texts)
  const { role, answers, refusal } = state
  return (
    <Screen
      brand={<Brand />}
      step={useStep(4)}
      title={t.signTitle[role]}
      actions={
        <>
          <Button look="second" onPress={() => send({ type: 'back' })}>
            {t.change}
          </Button>
          <Stop send={send} />
        </>
      }
    >
      <Told refusal={refusal} />
      <p>{role === 'guardian' ? t.guardianTurn(answers.guardian) : t.customerTurn}</p>
      {holdings.map((holding) => (
        <div key={holding} className="flex items-center gap-4 rounded-12 bg-surface px-4 py-2">
          <Drawing name={pictures[holding]} size="beside" />
          <div className="min-w-0 flex-1">
            <Choice
              text={t.holdings[holding].name}
              note={t.holdings[holding].note}
              onPress={() => send({ type: 'hold', holding })}
            />
          </div>
        </div>
      ))}
      {idle(send)}
    </Screen>
  )
}

export function Hold({ state, send }: Props<'holding'>) {
  const t = useTexts(texts)
  const { holding, fault } = state
  return (
    <Screen
      brand={<Brand />}
      step={useStep(4)}
      title={t.hold[holding]}
      actions={
        <>
          <Button look="second" onPress={() => send({ type: 'back' })}>
            {t.otherThing}
          </Button>
          <Stop send={send} />
        </>
      }
    >
      {fault !== undefined && (
        <div
          role="alert"
          className="rounded-r-12 border-l-4 border-bad bg-bad-soft px-4 py-3 font-bold"
        >
          {t.holdFaults[fault]}
        </div>
      )}
      <div className="flex justify-center">
        <Drawing name={pictures[holding]} size="large" />
      </div>
      <ol className="flex list-decimal flex-col gap-2 pl-[1.5em]">
        {t.holdSteps[holding].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {idle(send)}
    </Screen>
  )
}

export function Password({ state, send }: Props<'password'>) {
  const t = useTexts(texts)
  const { holding, triesLeft, fault, role, answers } = state
  return (
    <Screen
      brand={<Brand />}
      step={useStep(4)}
      title={t.passwordTitle}
      actions={
        <>
          <Button type="submit" form="password">
            {t.sign}
          </Button>
          <Stop send={send} />
        </>
      }
    >
      <p>
        {t.whoseSignature(role === 'guardian' ? answers.guardian : answers.name)}
        {t.keepThere[holding]}
      </p>
      <SecretForm
        // A wrong one is not left on the screen.
        key={triesLeft}
        id="password"
        kind="password"
        name="password"
        label={t.passwordLabel[holding]}
        hint={t.passwordHint}
        secret="untold"
        fits={(value) => /^[A-Z0-9]{6,16}$/.test(value)}
        fault={fault}
        faults={t.passwordFaults}
        tries={{ whose: holding === 'card' ? 'card' : 'phone', left: triesLeft, limit: 5 }}
        lastTry={triesLeft === 1 ? t.lastTry : undefined}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'password', password: value, lastTry: lastTryConfirmed })
        }
      />
      <Panel tone="plain">{t.passwordSafe}</Panel>
      {idle(send)}
    </Screen>
  )
}
