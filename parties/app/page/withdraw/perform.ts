/** Runs the effects in the table of a withdrawal. */
import { withdrawApplication } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { WithdrawEffect, WithdrawEvent } from './table.ts'

export function performWithdraw(device: Device): Perform<WithdrawEvent, WithdrawEffect> {
  return async (_effect, send) => {
    try {
      await device.syncClock()
      await withdrawApplication(device.phone, device.authority)
      device.look()
      send({ type: 'withdrawn' })
    } catch (thrown) {
      device.look() // the authority's answer may have changed the state
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
