/** A forgotten or locked secret of the phone is reset: the screen of each state. */
import { createFlow, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { IphoneReadCard } from '../card/iphone-read-card/screen.tsx'
import { ReadCard } from '../card/read-card/screen.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { CardPassword } from '../secrets/card-password/screen.tsx'
import { withBirthDate } from '../secrets/holder.ts'
import { IphoneCardSecret } from '../secrets/iphone-card-secret/screen.tsx'
import { Pin } from '../secrets/pin/screen.tsx'
import { SigningPassword } from '../secrets/signing-password/screen.tsx'
import { performResetSecret } from './perform.ts'
import { Choose, Done, Setting, Stopped } from './screen.tsx'
import {
  firstNewSecret,
  type ResetSecretState,
  resetSecretMachine,
  resetSecretStepsOf,
} from './table.ts'
import { texts } from './texts.ts'

const noBack = new Set<ResetSecretState['name']>(['signing-password', 'setting', 'done', 'stopped'])

function begin({ phone, summary, hasReader }: PlaceProps['device']) {
  const { certificates } = summary()
  const present = certificates.map(({ kind }) => kind)
  const locked = certificates.flatMap((one) => (one.locked ? [one.kind] : []))
  const machine = resetSecretMachine(present, locked)
  const { request } = phone.record
  // The card has signed before: only the new secrets are asked for.
  if (request?.action !== 'unblock') {
    if (hasReader) return machine
    // Said before a password is asked for.
    const refusal = { code: 'READER_MISSING' } as const
    return { ...machine, initial: { name: 'stopped', refusal, present, kinds: present } as const }
  }
  return { ...machine, initial: firstNewSecret({ present, kinds: request.kinds }) }
}

export default function ResetSecretPlace({ device, frame: outer }: PlaceProps) {
  const t = useTexts(texts)
  const [flow] = useState(() => createFlow(begin(device), performResetSecret(device)))
  useEffect(() => flow.close, [flow])
  const state = useFlow(flow)
  const { send } = flow
  const { platform } = device.description
  const back = state.name === 'choose' ? outer.onLeave : () => send({ type: 'back' })
  const first = state.name === 'pin' && !state.kinds.includes('signing')
  const at = resetSecretStepsOf(state)
  const frame: Frame = {
    ...outer,
    step: at && { ...at, name: t.steps[at.name] },
    onBack: noBack.has(state.name) || first ? undefined : back,
  }
  const screen = () => {
    switch (state.name) {
      case 'choose':
        return (
          <Choose key={state.name} state={state} send={send} frame={frame} platform={platform} />
        )
      case 'card-password':
        if (platform === 'android') {
          return <CardPassword key={state.name} state={state} send={send} frame={frame} />
        }
        return (
          <IphoneCardSecret
            key={state.name}
            secret="password"
            purpose="reset-secret"
            fault={state.fault}
            refusal={state.refusal}
            onEnter={(password, lastTryConfirmed) =>
              send({ type: 'card-password-entered', password, lastTryConfirmed })
            }
            frame={frame}
          />
        )
      case 'reading':
        if (platform === 'android') {
          return <ReadCard key={state.name} state={state} send={send} frame={frame} />
        }
        return (
          <IphoneReadCard
            key={state.name}
            phase={state.phase}
            refusal={state.refusal}
            onStart={() => send({ type: 'again' })}
            frame={frame}
          />
        )
      case 'signing-password':
        return (
          <SigningPassword
            key={state.name}
            state={state}
            send={send}
            frame={frame}
            platform={platform}
          />
        )
      case 'pin':
        return (
          <Pin
            key={state.name}
            state={state}
            frame={frame}
            platform={platform}
            send={withBirthDate(device, send)}
          />
        )
      case 'setting':
        return <Setting key={state.name} state={state} send={send} frame={frame} />
      case 'done':
        return <Done key={state.name} frame={frame} />
      case 'stopped':
        return <Stopped key={state.name} state={state} frame={frame} />
    }
  }
  const shown = screen()
  return platform === 'iphone' ? <IphoneWords>{shown}</IphoneWords> : shown
}
