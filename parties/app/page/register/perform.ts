/** Runs the effects in the table of 2-E. */
import { PhoneError, registerCredential } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { RegisterEffect, RegisterEvent } from './table.ts'

export function performRegister(device: Device): Perform<RegisterEvent, RegisterEffect> {
  return async (_effect, send) => {
    try {
      const { application } = device.summary()
      if (application === undefined) throw new PhoneError('NOT_APPLIED')
      await device.syncClock()
      await registerCredential(device.phone, device.authority, application.id)
      device.look()
      send({ type: 'registered' })
    } catch (thrown) {
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
