/** Runs the effects in the tables of 3-E and 3-F. The password is here, in memory, only until it is used. */
import {
  continueRequest,
  deleteFromOtherPhone,
  deleteFromThisIphone,
  PhoneError,
  status,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals, withSignal } from '../phone/signals.ts'
import type { DeleteWay, IphoneDeleteEffect, IphoneDeleteEvent } from './iphone-delete.ts'
import type { IphoneDeleteOtherEffect, IphoneDeleteOtherEvent } from './iphone-delete-other.ts'

interface Password {
  readonly value: string
  readonly force: boolean
}

/** With the card at the phone, from its first answer until `work` is done. */
async function withCard<T>(
  device: Device,
  { value, force }: Password,
  found: () => void,
  signal: AbortSignal,
  work: (card: Parameters<typeof deleteFromOtherPhone>[2]) => Promise<T>,
): Promise<T> {
  const reader = await device.reader()
  try {
    const transport = await reader.waitForCard(signal)
    found()
    await device.syncClock()
    return await withSignal(signal, () => work({ transport, signingPassword: value, force }))
  } finally {
    reader.close()
  }
}

/** A signed request without an answer is sent again unchanged: this needs no secret and no card. */
const isUnderWay = (device: Device, action: 'revoke' | 'delete-other'): boolean =>
  status(device.phone).request?.action === action && status(device.phone).request?.sent === true

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
