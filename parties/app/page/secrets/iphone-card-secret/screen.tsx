/** 3-C ⑤⑥, 3-E ⑥, 3-F ③: a secret of the card itself, shown as on the paper, with the tries left. */
import { tries } from '@kazashi/lifecycle'
import { Button, CodeField, Disclosure, Screen, SecretSlip, TriesLeft, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import type { EntryFault } from '../../card/card-steps.ts'
import { Fault } from '../../faults/fault.tsx'
import type { Refusal } from '../../faults/refusal.ts'
import type { Frame } from '../../frame.ts'
import { isLastCardTry } from '../iphone-card-secret.ts'
import { errorAtField, LastTry } from '../last-try.tsx'
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
  const [value, setValue] = useState('')
  const [lastTryConfirmed, setConfirmed] = useState(false)
  const isPin = secret === 'pin'
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
      {refusal !== undefined && <Fault refusal={refusal} />}
      <p>{t.lead[isPin ? 'pin' : purpose]}</p>
      <p>{t.whose[secret]}</p>
      <SecretSlip wanted={isPin ? 4 : 1} />
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onEnter(value, lastTryConfirmed)
        }}
        className="flex flex-col gap-3"
      >
        <CodeField
          kind={secret}
          name={isPin ? 'card-data-pin' : 'card-signing-password'}
          label={t.label[secret]}
          hint={t.hint[secret]}
          value={value}
          onChange={setValue}
          autoComplete={isPin ? 'off' : 'current-password'}
          {...errorAtField(t.faults[secret], fault)}
        />
        <TriesLeft
          whose="card"
          left={refusal?.triesLeft}
          limit={isPin ? tries.pin : tries['signing-password']}
        />
        {isLastCardTry(refusal) && (
          <LastTry
            words={t.lastTry[secret]}
            confirmed={lastTryConfirmed}
            onChange={setConfirmed}
            unconfirmed={fault === 'last-try-unconfirmed'}
          />
        )}
      </form>
      <Disclosure title={t.unknown[secret]}>
        <p>{t.unknownAnswer[secret]}</p>
      </Disclosure>
    </Screen>
  )
}
