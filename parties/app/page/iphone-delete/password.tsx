/** 3-E ⑥: the signing password of the card on the iPhone, with the tries left. */
import { tries } from '@kazashi/lifecycle'
import { Button, CodeField, Disclosure, Screen, TriesLeft, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { isLastPassword } from '../secrets/deletion-password.ts'
import { errorAtField, LastTry } from '../secrets/last-try.tsx'
import type { IphoneDeleteState } from './table.ts'
import { texts } from './texts.ts'

export function IphonePassword(props: {
  state: Extract<IphoneDeleteState, { name: 'password' }>
  onEnter: (value: string, lastTryConfirmed: boolean) => void
  frame: Frame
}) {
  const { state, onEnter, frame } = props
  const t = useTexts(texts)
  const form = useId()
  const { fault } = state
  const [value, setValue] = useState('')
  const [lastTryConfirmed, setConfirmed] = useState(false)
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
      {state.refusal !== undefined && <Fault refusal={state.refusal} />}
      <p>{t.passwordLead}</p>
      <p className="rounded-8 bg-accent-soft px-3 py-2">{t.passwordWhose}</p>
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
          kind="password"
          name="phone-signing-password"
          label={t.passwordLabel}
          hint={t.passwordHint}
          value={value}
          onChange={setValue}
          autoComplete="current-password"
          {...errorAtField(t.faults, fault)}
        />
        <TriesLeft
          whose="phone"
          left={state.refusal?.triesLeft}
          limit={tries['signing-password']}
        />
        {isLastPassword(state.refusal) && (
          <LastTry
            words={t.lastTry}
            confirmed={lastTryConfirmed}
            onChange={setConfirmed}
            unconfirmed={fault === 'last-try-unconfirmed'}
          />
        )}
      </form>
      <Disclosure title={t.unknown}>
        <p>{t.unknownAnswer}</p>
      </Disclosure>
    </Screen>
  )
}
