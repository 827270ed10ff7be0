/** 1-A③: the PIN before anything else. A wrong one costs a try, as always. */
import { isPin, tries } from '@kazashi/lifecycle'
import { Button, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { isLastTry } from '../card/card-steps.ts'
import { Fault } from '../faults/fault.tsx'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
import type { At, Common } from './screen.tsx'
import { texts } from './texts.ts'

export function EnterPin({ state, send, frame, platform }: Common & { state: At<'pin'> }) {
  const t = useTexts(texts)
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
  const phone = t.phone[platform]
  return (
    <Screen
      {...frame}
      title={t.pinTitle(phone, t.secret[platform])}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      {told !== undefined && <Fault refusal={told} />}
      <p>{t.pinWhose(phone, t.digits[platform])}</p>
      <SecretForm
        id={form}
        kind="pin"
        name="pin"
        label={t.pinLabel[platform]}
        hint={t.digits[platform]}
        secret="known"
        fits={isPin}
        fault={state.fault}
        faults={{ form: t.form(t.digits[platform]) }}
        tries={{ whose: 'phone', left: state.refusal?.triesLeft, limit: tries.pin }}
        lastTry={isLastTry(state.refusal) ? t.lastTry : undefined}
        onChange={onChange}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'pin-entered', pin: value, lastTryConfirmed })
        }
      />
    </Screen>
  )
}
