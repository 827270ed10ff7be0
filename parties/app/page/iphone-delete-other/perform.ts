/** Runs the effects in the table of 3-F. The password is here, in memory, only until it is used. */
import { continueRequest, deleteFromOtherPhone, PhoneError } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { isUnderWay, type Password, withCard } from '../card/deletion-card.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals } from '../phone/signals.ts'
import type { IphoneDeleteOtherEffect, IphoneDeleteOtherEvent } from './table.ts'

export function performIphoneDeleteOther(
  device: Device,
): Perform<IphoneDeleteOtherEvent, IphoneDeleteOtherEffect> {
  const { phone, authority } = device
  readySignals()
  let password: Password | undefined

  const removeOther = async (found: () => void, signal: AbortSignal) => {
    if (isUnderWay(device, 'delete-other')) {
      const continued = await continueRequest(phone, authority)
      if (continued.action === 'delete-other') return continued.deleted
    }
    if (password === undefined) throw new PhoneError('SECRET_NOT_SET')
    return await withCard(device, password, found, signal, (card) =>
      deleteFromOtherPhone(phone, authority, card),
    )
  }

  return async (effect, send, signal) => {
    if (effect.type === 'keep-password') {
      password = { value: effect.value, force: effect.force }
      return
    }
    try {
      const { model } = await removeOther(() => send({ type: 'card-found' }), signal)
      password = undefined
      device.look()
      send({ type: 'deleted', model })
    } catch (thrown) {
      device.look() // the request may have no answer yet
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
