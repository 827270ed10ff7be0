/** 3-E ⑥: the signing password of the card on the iPhone, with the tries left. */
import { isSigningPassword, tries } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { isLastPassword } from '../secrets/deletion-password.ts'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import type { IphoneDeleteState } from './table.ts'
import { texts } from './texts.ts'

export function IphonePassword(props: {
  state: Extract<IphoneDeleteState, { name: 'password' }>
  onEnter: (value: string, lastTryConfirmed: boolean) => void
  frame: Frame
}) {
  const { state, onEnter, frame } = props
  const t = useTexts(texts)
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
  return (
    <Screen
      {...frame}
      title={t.passwordTitle}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      <p>{t.passwordLead}</p>
      <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.passwordWhose}</p>
      <SecretForm
        id={form}
        kind="password"
        name="phone-signing-password"
        label={t.passwordLabel}
        hint={t.passwordHint}
        secret="known"
        fits={isSigningPassword}
        fault={state.fault}
        faults={t.faults}
        tries={{ whose: 'phone', left: state.refusal?.triesLeft, limit: tries['signing-password'] }}
        lastTry={isLastPassword(state.refusal) ? t.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) => onEnter(value, lastTryConfirmed)}
      />
      <Disclosure title={t.unknown}>
        <p>{t.unknownAnswer}</p>
      </Disclosure>
    </Screen>
  )
}
