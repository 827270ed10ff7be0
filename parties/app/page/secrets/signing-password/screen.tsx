/** 2-D ①: the phone's own signing password, twice. */
import { isSigningPassword, type PhonePlatform } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import type { NewSecretFault, SigningPasswordEntered } from '../../card/card-steps.ts'
import type { Frame } from '../../frame.ts'
import { texts } from './texts.ts'

export function SigningPassword(props: {
  state: { readonly fault?: NewSecretFault }
  send: (event: SigningPasswordEntered) => void
  frame: Frame
  /** Default: Android. */
  platform?: PhonePlatform
}) {
  const { state, send, frame, platform = 'android' } = props
  const t = useTexts(texts)
  const form = useId()
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      <p className="font-bold">{t.lead[platform]}</p>
      <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.whose[platform]}</p>
      <SecretForm
        id={form}
        kind="password"
        name="new-signing-password"
        label={t.label}
        hint={t.hint[platform]}
        repeat={{ lead: t.repeat, label: t.again }}
        secret="new"
        fits={isSigningPassword}
        fault={state.fault}
        faults={{ form: t.faults.form[platform], differs: t.faults.differs }}
        onEnter={({ value, repeated }) =>
          send({ type: 'signing-password-entered', password: value, repeated })
        }
      />
      <Disclosure title={t.about[platform]}>
        <p>{t.aboutText}</p>
      </Disclosure>
    </Screen>
  )
}
