/** 2-F: the screen of each state of the revocation. */
import { createFlow, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { ReadCard } from '../card/read-card/screen.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { CardPassword } from '../secrets/card-password/screen.tsx'
import { performRevoke } from './perform.ts'
import { Checking, Choose, Confirm, Done, Revoking, Stopped } from './screen.tsx'
import { Secret } from './secret.tsx'
import { type RevokeState, revokeMachine, revokeStepsOf } from './table.ts'
import { texts } from './texts.ts'

const noBack = new Set<RevokeState['name']>(['checking', 'revoking', 'done', 'stopped'])

export default function RevokePlace({ device, frame: outer }: PlaceProps) {
  const t = useTexts(texts)
  const [flow] = useState(() => {
    const { certificates, request } = device.summary()
    const present = certificates.map(({ kind }) => kind)
    const machine = revokeMachine(present)
    // Signed before and without an answer: it goes on, and no secret is asked for again.
    const initial: RevokeState =
      request === 'revoke' ? { name: 'revoking', present, kinds: present } : machine.initial
    return createFlow({ ...machine, initial }, performRevoke(device))
  })
  useEffect(() => {
    if (flow.state().name === 'revoking') flow.send({ type: 'again' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  const { send } = flow
  const back = state.name === 'choose' ? outer.onLeave : () => send({ type: 'back' })
  const at = revokeStepsOf(state)
  const frame: Frame = {
    ...outer,
    step: at && { ...at, name: t.steps[at.name] },
    onBack: noBack.has(state.name) ? undefined : back,
  }
  switch (state.name) {
    case 'choose':
      return <Choose key={state.name} state={state} send={send} frame={frame} />
    case 'secret':
      return (
        <Secret
          key={state.name}
          state={state}
          send={(event) =>
            // Said before the card's password is asked for.
            event.type === 'use-card' && !device.hasReader
              ? send({ type: 'refused', refusal: { code: 'READER_MISSING' } })
              : send(event)
          }
          frame={frame}
        />
      )
    case 'card-password':
      return <CardPassword key={state.name} state={state} send={send} frame={frame} />
    case 'checking':
      return <Checking key={state.name} frame={frame} />
    case 'confirm':
      return <Confirm key={state.name} state={state} send={send} frame={frame} />
    case 'reading':
      return <ReadCard key={state.name} state={state} send={send} frame={frame} />
    case 'revoking':
      return <Revoking key={state.name} state={state} send={send} frame={frame} />
    case 'done':
      return <Done key={state.name} state={state} frame={frame} />
    case 'stopped':
      return <Stopped key={state.name} state={state} frame={frame} />
  }
}
