/** Runs what the table of a withdrawal names. */
import { withdrawApplication } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { WithdrawEffect, WithdrawEvent } from './withdraw.ts'

export function performWithdraw(device: Device): Perform<WithdrawEvent, WithdrawEffect> {
  return async (_effect, send) => {
    try {
      await device.syncClock()
      await withdrawApplication(device.phone, device.authority)
      device.look()
      send({ type: 'withdrawn' })
    } catch (thrown) {
      device.look() // what the authority said instead
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
