/** Runs the effects in the table of 3-E. The password is here, in memory, only until it is used. */
import {
  checkRevocationSecret,
  continueRequest,
  deleteFromThisIphone,
  PhoneError,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { isUnderWay, type Password, withCard } from '../card/deletion-card.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals } from '../phone/signals.ts'
import type { DeleteWay, IphoneDeleteEffect, IphoneDeleteEvent } from './table.ts'

export function performIphoneDelete(
  device: Device,
): Perform<IphoneDeleteEvent, IphoneDeleteEffect> {
  const { phone, authority } = device
  readySignals()
  let password: Password | undefined

  const remove = async (way: DeleteWay, found: () => void, signal: AbortSignal) => {
    if (isUnderWay(device, 'revoke')) return void (await continueRequest(phone, authority))
    if (password === undefined) throw new PhoneError('SECRET_NOT_SET')
    if (way === 'card') {
      return await withCard(device, password, found, signal, (card) =>
        deleteFromThisIphone(phone, authority, { by: 'card', ...card }),
      )
    }
    await device.syncClock()
    const { value, force } = password
    await deleteFromThisIphone(phone, authority, { by: 'phone', secret: value, force })
  }

  return async (effect, send, signal) => {
    if (effect.type === 'keep-password') {
      password = { value: effect.value, force: effect.force }
      return
    }
    try {
      if (effect.type === 'check-password') {
        if (password === undefined) throw new PhoneError('SECRET_NOT_SET')
        await checkRevocationSecret(phone, password.value, password.force)
        return send({ type: 'password-right' })
      }
      await remove(effect.way, () => send({ type: 'card-found' }), signal)
      password = undefined
      device.look()
      send({ type: 'deleted' })
    } catch (thrown) {
      device.look() // tries may have been spent
      // A refusal by the element is about the password here, not about the PIN as at a login.
      send({ type: 'refused', refusal: { secret: 'password', ...refusalOf(thrown) } })
    }
  }
}
