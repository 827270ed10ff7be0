/** 2-F ⑤⑥: 「注意事項」, the phone's own password; 「パスワードがわからない場合」 and 「お手元のカードを利用する」. */
import { isPin, isSigningPassword, tries } from '@kazashi/lifecycle'
import { Button, Disclosure, Screen, SecretForm, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { isLastTry } from '../card/card-steps.ts'
import { Fault, SpecialWords } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { useToldUntilTyped } from '../secrets/told-until-typed.ts'
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
  const { told, onChange } = useToldUntilTyped(state.refusal)
  const form = useId()
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
      {told !== undefined && (
        <SpecialWords value={kind === 'signing' ? secretFaults : noSpecialWords}>
          <Fault refusal={told} />
        </SpecialWords>
      )}
      {!locked && (
        <>
          <p className="font-bold">{words.lead}</p>
          <section className="rounded-12 bg-surface px-4 py-3">
            <h2 className="text-base">{t.notes}</h2>
            <p>・{words.note}</p>
          </section>
          <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.whose}</p>
          <SecretForm
            id={form}
            kind={kind === 'signing' ? 'password' : 'pin'}
            name="phone-secret"
            label={t.label}
            hint={words.hint}
            secret="known"
            fits={kind === 'signing' ? isSigningPassword : isPin}
            fault={state.fault}
            faults={{ form: words.form }}
            tries={{ whose: 'phone', left: state.refusal?.triesLeft, limit: limits[kind] }}
            lastTry={isLastTry(state.refusal) ? t.lastTry : undefined}
            onChange={onChange}
            onEnter={({ value, lastTryConfirmed }) =>
              send({ type: 'secret-entered', secret: value, lastTryConfirmed })
            }
          />
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
