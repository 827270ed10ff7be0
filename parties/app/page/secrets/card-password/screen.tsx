/** 2-C ④: the card's signing password. The tries that are left are shown before, not only after, an error. */
import { isSigningPassword, tries } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, SecretSlip, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { type EntryFault, isLastTry, type PasswordEntered } from '../../card/card-steps.ts'
import { Fault } from '../../faults/fault.tsx'
import type { Refusal } from '../../faults/refusal.ts'
import type { Frame } from '../../frame.ts'
import { useToldUntilTyped } from '../told-until-typed.ts'
import { texts } from './texts.ts'

export function CardPassword(props: {
  state: { readonly fault?: EntryFault; readonly refusal?: Refusal }
  send: (event: PasswordEntered) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const form = useId()
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const whose = (
    <>
      <p>{t.whose}</p>
      <SecretSlip wanted={1} />
    </>
  )
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
      {told !== undefined && <Fault refusal={told} />}
      {state.refusal === undefined && whose}
      <SecretForm
        id={form}
        kind="password"
        name="card-signing-password"
        label={t.label}
        hint={t.hint}
        secret="known"
        fits={isSigningPassword}
        fault={state.fault}
        faults={t.faults}
        tries={{ whose: 'card', left: state.refusal?.triesLeft, limit: tries['signing-password'] }}
        lastTry={isLastTry(state.refusal) ? t.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'card-password-entered', password: value, lastTryConfirmed })
        }
      />
      {/* What went wrong comes first, and then the field. */}
      {state.refusal !== undefined && whose}
      <Disclosure title={t.unknown}>
        <p>{t.unknownAnswer}</p>
      </Disclosure>
    </Screen>
  )
}
