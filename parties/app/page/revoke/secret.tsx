/** 2-F ⑤⑥: 「注意事項」, the phone's own password; 「パスワードがわからない場合」 and 「お手元のカードを利用する」. */
import { tries } from '@kazashi/lifecycle'
import { Button, CodeField, Disclosure, Screen, TriesLeft, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { isLastTry } from '../card/card-steps.ts'
import { Fault, SpecialWords } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { errorAtField, LastTry } from '../secrets/last-try.tsx'
import { secretFaults, secretTexts } from './secret-texts.ts'
import { type RevokeEvent, type RevokeState, secretKind } from './table.ts'

const noSpecialWords = { ja: {}, en: {} }
const limits = { signing: tries['signing-password'], authentication: tries.pin } as const

export function Secret(props: {
  state: Extract<RevokeState, { name: 'secret' }>
  send: (event: RevokeEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(secretTexts)
  const form = useId()
  const [secret, setSecret] = useState('')
  const [lastTryConfirmed, setConfirmed] = useState(false)
  const kind = secretKind(state)
  const words = t[kind]
  const locked = state.refusal?.code === 'SECRET_BLOCKED'
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <>
          {!locked && (
            <Button type="submit" form={form}>
              {t.revoke}
            </Button>
          )}
          <Button look={locked ? 'main' : 'second'} onPress={() => send({ type: 'use-card' })}>
            {t.useCard}
          </Button>
        </>
      }
    >
      {state.refusal !== undefined && (
        <SpecialWords value={kind === 'signing' ? secretFaults : noSpecialWords}>
          <Fault refusal={state.refusal} />
        </SpecialWords>
      )}
      {!locked && (
        <>
          <p className="font-bold">{words.lead}</p>
          <section className="rounded-12 bg-surface px-4 py-3">
            <h2 className="text-base">{t.notes}</h2>
            <p>・{words.note}</p>
          </section>
          <p className="rounded-8 bg-accent-soft px-3 py-2">{t.whose}</p>
          <form
            id={form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              send({ type: 'secret-entered', secret, lastTryConfirmed })
            }}
            className="flex flex-col gap-3"
          >
            <CodeField
              kind={kind === 'signing' ? 'password' : 'pin'}
              name="phone-secret"
              label={t.label}
              hint={words.hint}
              value={secret}
              onChange={setSecret}
              autoComplete="current-password"
              {...errorAtField({ form: words.form }, state.fault)}
            />
            <TriesLeft whose="phone" left={state.refusal?.triesLeft} limit={limits[kind]} />
            {isLastTry(state.refusal) && (
              <LastTry
                words={t.lastTry}
                confirmed={lastTryConfirmed}
                onChange={setConfirmed}
                unconfirmed={state.fault === 'last-try-unconfirmed'}
              />
            )}
          </form>
        </>
      )}
      <Disclosure title={t.unknown}>
        <p>{t.unknownAnswer}</p>
      </Disclosure>
      <Disclosure title={words.about}>
        <p>{words.aboutText}</p>
      </Disclosure>
    </Screen>
  )
}
