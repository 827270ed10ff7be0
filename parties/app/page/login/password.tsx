/** 1-B①: a site wants attributes or signatures, too: they are named once more, and the signing password hands them over. */
import { isSigningPassword, type PhonePlatform, tries } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { Fault, SpecialWords } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import { Documents } from './documents.tsx'
import { passwordFaults, passwordTexts } from './password-texts.ts'
import { signTexts } from './sign-texts.ts'
import { givenOf, isLastPin, type LoginEvent, type LoginState } from './table.ts'
import { texts } from './texts.ts'

export function EnterPassword(props: {
  readonly state: Extract<LoginState, { name: 'password' }>
  readonly send: (event: LoginEvent) => void
  readonly frame: Frame
  readonly platform: PhonePlatform
  readonly onResetSecret: () => void
}) {
  const { state, send, frame } = props
  const t = useTexts(passwordTexts)
  const login = useTexts(texts)
  const words = t[props.platform]
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
  const { relyingParty, documents = [] } = state.asked
  const claims = givenOf(state)
  const sign = useTexts(signTexts)
  const signs = documents.length > 0
  return (
    <Screen
      {...frame}
      onBack={() => send({ type: 'back' })}
      title={signs ? sign.title : t.title}
      actions={
        <>
          <Button type="submit" form={form}>
            {signs ? sign.sign : t.give}
          </Button>
          <Button look="second" onPress={() => send({ type: 'decline' })}>
            {t.decline}
          </Button>
        </>
      }
    >
      {told !== undefined &&
        // An iPhone has words of its own for each of its secrets.
        (props.platform === 'iphone' ? (
          <Fault refusal={{ ...told, secret: 'password' }} />
        ) : (
          <SpecialWords value={passwordFaults}>
            <Fault refusal={told} />
          </SpecialWords>
        ))}
      {claims.length > 0 && (
        <section className="rounded-12 bg-accent-soft px-4 py-3">
          <h2 className="text-base">{t.gives(relyingParty)}</h2>
          <p className="font-bold">{claims.map((claim) => t.claims[claim]).join(t.between)}</p>
        </section>
      )}
      <Documents documents={documents} />
      <p>{signs ? sign.by : t.why}</p>
      <p>{words.whose}</p>
      <SecretForm
        id={form}
        kind="password"
        name="signing-password"
        label={words.label}
        hint={words.hint}
        secret="known"
        fits={isSigningPassword}
        fault={state.fault}
        faults={{ form: words.form }}
        tries={{
          whose: 'phone',
          left: state.refusal?.triesLeft,
          limit: tries['signing-password'],
        }}
        lastTry={isLastPin(state.refusal) ? t.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'password-entered', password: value, lastTryConfirmed })
        }
      />
      <Disclosure title={t.forgotten}>
        <p>{login.forgottenAnswer}</p>
        <Button look="second" onPress={props.onResetSecret}>
          {login.resetSecret}
        </Button>
      </Disclosure>
    </Screen>
  )
}
