/** 2-C ④: the card's signing password. The tries that are left are shown before, not only after, an error. */
import { tries } from '@kazashi/lifecycle'
import { Button, CodeField, Disclosure, Screen, SecretSlip, TriesLeft, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { type EntryFault, isLastTry, type PasswordEntered } from '../../card/card-steps.ts'
import { Fault } from '../../faults/fault.tsx'
import type { Refusal } from '../../faults/refusal.ts'
import type { Frame } from '../../frame.ts'
import { errorAtField, LastTry } from '../last-try.tsx'
import { texts } from './texts.ts'

export function CardPassword(props: {
  state: { readonly fault?: EntryFault; readonly refusal?: Refusal }
  send: (event: PasswordEntered) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const form = useId()
  const [password, setPassword] = useState('')
  const [lastTryConfirmed, setConfirmed] = useState(false)
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
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p>{t.whose}</p>
      <SecretSlip wanted={1} />
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send({ type: 'card-password-entered', password, lastTryConfirmed })
        }}
        className="flex flex-col gap-3"
      >
        <CodeField
          kind="password"
          name="card-signing-password"
          label={t.label}
          hint={t.hint}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          {...errorAtField(t.faults, state.fault)}
        />
        <TriesLeft whose="card" left={state.refusal?.triesLeft} limit={tries['signing-password']} />
        {isLastTry(state.refusal) && (
          <LastTry
            words={t.lastTry}
            confirmed={lastTryConfirmed}
            onChange={setConfirmed}
            unconfirmed={state.fault === 'last-try-unconfirmed'}
          />
        )}
      </form>
      <Disclosure title={t.unknown}>
        <p>{t.unknownAnswer}</p>
      </Disclosure>
    </Screen>
  )
}
