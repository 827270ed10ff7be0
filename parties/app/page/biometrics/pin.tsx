/** 1-A③: the PIN before anything else. A wrong one costs a try, as always. */
import { tries } from '@kazashi/lifecycle'
import { Button, CodeField, Screen, TriesLeft, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { isLastTry } from '../card/card-steps.ts'
import { Fault } from '../faults/fault.tsx'
import { errorAtField, LastTry } from '../secrets/last-try.tsx'
import type { At, Common } from './screen.tsx'
import { texts } from './texts.ts'

export function EnterPin({ state, send, frame, platform }: Common & { state: At<'pin'> }) {
  const t = useTexts(texts)
  const form = useId()
  const [pin, setPin] = useState('')
  const [lastTryConfirmed, setConfirmed] = useState(false)
  const phone = t.phone[platform]
  return (
    <Screen
      {...frame}
      title={t.pinTitle(phone)}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p>{t.pinWhose(phone)}</p>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send({ type: 'pin-entered', pin, lastTryConfirmed })
        }}
        className="flex flex-col gap-3"
      >
        <CodeField
          kind="pin"
          name="pin"
          label={t.pinLabel[platform]}
          hint={t.pinHint}
          value={pin}
          onChange={setPin}
          autoComplete="current-password"
          {...errorAtField(t.faults, state.fault)}
        />
        <TriesLeft whose="phone" left={state.refusal?.triesLeft} limit={tries.pin} />
        {isLastTry(state.refusal) && (
          <LastTry
            words={t.lastTry}
            confirmed={lastTryConfirmed}
            onChange={setConfirmed}
            unconfirmed={state.fault === 'last-try-unconfirmed'}
          />
        )}
      </form>
    </Screen>
  )
}
