/** Runs the effects in the table of 2-F. Secrets are here, in memory, only until they are used. */
import {
  checkRevocationSecret,
  continueRequest,
  PhoneError,
  revokeCertificates,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { type CardSecret, withHeldCard } from '../card/held-card.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals } from '../phone/signals.ts'
import type { RevokeEffect, RevokeEvent } from './table.ts'

export function performRevoke(device: Device): Perform<RevokeEvent, RevokeEffect> {
  const { phone, authority } = device
  readySignals()
  let own: { readonly secret: string; readonly force: boolean } | undefined
  let card: CardSecret | undefined
  const isKept = () => phone.record.request?.action === 'revoke'

  const run = async (
    effect: RevokeEffect,
    send: (event: RevokeEvent) => void,
    signal: AbortSignal,
  ): Promise<boolean> => {
    switch (effect.type) {
      case 'keep-secret':
        own = { secret: effect.secret, force: effect.force }
        return false
      case 'keep-card-password':
        card = { password: effect.password, force: effect.force }
        return false
      case 'check-secret':
        if (own === undefined) throw new PhoneError('SECRET_WRONG')
        await checkRevocationSecret(phone, own.secret, own.force)
        send({ type: 'secret-right' })
        return false
      case 'continue':
      case 'revoke-by-phone': {
        await device.syncClock()
        if (isKept()) {
          await continueRequest(phone, authority)
          return true
        }
        if (own === undefined) throw new PhoneError('SECRET_WRONG')
        await revokeCertificates(phone, authority, effect.kinds, { by: 'phone', ...own })
        return true
      }
      case 'revoke-by-card': {
        if (isKept()) {
          await continueRequest(phone, authority)
          return true
        }
        if (card === undefined) throw new PhoneError('CARD_SECRET_WRONG')
        const { password: signingPassword, force } = card
        return await withHeldCard(device, {
          signal,
          send,
          prepare: device.syncClock,
          work: (_, transport, onProgress) =>
            revokeCertificates(phone, authority, effect.kinds, {
              by: 'card',
              transport,
              signingPassword,
              force,
              onProgress,
            }),
        })
      }
    }
  }

  return async (effect, send, signal) => {
    try {
      if (!(await run(effect, send, signal))) return
      own = undefined
      card = undefined
      device.look()
      send({ type: 'revoked' })
    } catch (thrown) {
      device.look() // tries may have been spent
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
