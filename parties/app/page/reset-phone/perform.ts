/** Runs the effects in the table of starting over. */
import { resetPhone } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { ResetPhoneEffect, ResetPhoneEvent } from './table.ts'

export function performResetPhone(device: Device): Perform<ResetPhoneEvent, ResetPhoneEffect> {
  return async (_effect, send) => {
    try {
      await device.syncClock()
      await resetPhone(device.phone, device.authority)
      send({ type: 'erased' })
    } catch (thrown) {
      send({ type: 'refused', refusal: refusalOf(thrown) })
    } finally {
      device.look()
    }
  }
}
