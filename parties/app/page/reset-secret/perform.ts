/** Runs the effects in the table of resetting a secret. Secrets are here, in memory, only until they are used. */
import { checkUnblocking, PhoneError, requestUnblocking, resetSecrets } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { type CardSecret, withHeldCard } from '../card/held-card.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals } from '../phone/signals.ts'
import type { ResetSecretEffect, ResetSecretEvent } from './table.ts'

export function performResetSecret(device: Device): Perform<ResetSecretEvent, ResetSecretEffect> {
  const { phone, authority } = device
  readySignals()
  let card: CardSecret | undefined
  let signingPassword: string | undefined
  let authenticationPin: string | undefined

  const readCard = async (
    kinds: Extract<ResetSecretEffect, { type: 'read-card' }>['kinds'],
    send: (event: ResetSecretEvent) => void,
    signal: AbortSignal,
  ) => {
    if (card === undefined) throw new PhoneError('CARD_SECRET_WRONG')
    const { password, force } = card
    const done = await withHeldCard(device, {
      signal,
      send,
      prepare: device.syncClock,
      work: (_, transport, onProgress) =>
        requestUnblocking(phone, authority, kinds, {
          transport,
          signingPassword: password,
          force,
          onProgress,
        }),
    })
    if (!done) return
    card = undefined
    await checkUnblocking(phone, authority)
    send({ type: 'card-read' })
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'keep-card-password':
          card = { password: effect.password, force: effect.force }
          return
        case 'keep-signing-password':
          signingPassword = effect.password
          return
        case 'keep-pin':
          authenticationPin = effect.pin
          return
        case 'read-card':
          return await readCard(effect.kinds, send, signal)
        case 'set':
          await resetSecrets(phone, authority, {
            ...(signingPassword !== undefined && { signingPassword }),
            ...(authenticationPin !== undefined && { authenticationPin }),
          })
          signingPassword = undefined
          authenticationPin = undefined
          device.look()
          return send({ type: 'set' })
      }
    } catch (thrown) {
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
