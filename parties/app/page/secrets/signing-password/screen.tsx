/** 2-D ①: the phone's own signing password, twice. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Button, CodeField, Disclosure, Screen, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
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
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const { fault } = state
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
      <p className="rounded-8 bg-accent-soft px-3 py-2">{t.whose[platform]}</p>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send({ type: 'signing-password-entered', password, repeated })
        }}
        className="flex flex-col gap-4"
      >
        <CodeField
          kind="password"
          name="new-signing-password"
          label={t.label}
          hint={t.hint}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          {...(fault === 'form' ? { error: t.faults.form } : {})}
        />
        <CodeField
          kind="password"
          name="new-signing-password-again"
          label={t.repeat}
          hint={t.hint}
          value={repeated}
          onChange={setRepeated}
          autoComplete="new-password"
          {...(fault === 'differs' ? { error: t.faults.differs } : {})}
        />
      </form>
      <Disclosure title={t.about[platform]}>
        <p>{t.aboutText}</p>
      </Disclosure>
    </Screen>
  )
}
