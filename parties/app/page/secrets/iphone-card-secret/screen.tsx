/** 3-C ⑤⑥, 3-E ⑥, 3-F ③: a secret of the card itself, shown as on the paper, with the tries left. */
import { isPin, isSigningPassword, tries } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, SecretSlip, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import type { EntryFault } from '../../card/card-steps.ts'
import { Fault } from '../../faults/fault.tsx'
import type { Refusal } from '../../faults/refusal.ts'
import type { Frame } from '../../frame.ts'
import { isLastCardTry } from '../iphone-card-secret.ts'
import { useToldUntilTyped } from '../told-until-typed.ts'
import { texts } from './texts.ts'

export function IphoneCardSecret(props: {
  readonly secret: 'pin' | 'password'
  /** The request that the password signs. */
  readonly purpose: 'add' | 'delete' | 'delete-other' | 'reset-secret'
  readonly fault: EntryFault | undefined
  readonly refusal: Refusal | undefined
  readonly onEnter: (value: string, lastTryConfirmed: boolean) => void
  readonly frame: Frame
}) {
  const { secret, purpose, fault, refusal, onEnter, frame } = props
  const t = useTexts(texts)
  const form = useId()
  const { told, onChange } = useToldUntilTyped(refusal)
  const isCardPin = secret === 'pin'
  // In a low window the paper stands above the field, and the sentences below it.
  const whose = (
    <>
      <p className="short:order-1">{t.lead[isCardPin ? 'pin' : purpose]}</p>
      <p className="short:order-1">{t.whose[secret]}</p>
      <SecretSlip wanted={isCardPin ? 4 : 1} />
    </>
  )
  return (
    <Screen
      {...frame}
      title={t.title[secret]}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      {refusal === undefined && whose}
      <SecretForm
        id={form}
        kind={secret}
        name={isCardPin ? 'card-data-pin' : 'card-signing-password'}
        label={t.label[secret]}
        hint={t.hint[secret]}
        secret={isCardPin ? 'untold' : 'known'}
        fits={isCardPin ? isPin : isSigningPassword}
        fault={fault}
        faults={t.faults[secret]}
        tries={{
          whose: 'card',
          left: refusal?.triesLeft,
          limit: isCardPin ? tries.pin : tries['signing-password'],
        }}
        lastTry={isLastCardTry(refusal) ? t.lastTry[secret] : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) => onEnter(value, lastTryConfirmed)}
      />
      {/* What went wrong comes first, and then the field. */}
      {refusal !== undefined && whose}
      <div className="short:order-2">
        <Disclosure title={t.unknown[secret]}>
          <p>{t.unknownAnswer[secret]}</p>
        </Disclosure>
      </div>
    </Screen>
  )
}
