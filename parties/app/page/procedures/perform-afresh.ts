/** Runs what the table of beginning anew names. */
import { startAfresh } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import type { Device } from '../phone/device.ts'
import type { AfreshEffect, AfreshEvent } from './afresh.ts'
import { refusalOf } from './problem.ts'

export function performAfresh(device: Device): Perform<AfreshEvent, AfreshEffect> {
  return async (_effect, send) => {
    try {
      await device.syncClock()
      await startAfresh(device.phone, device.authority)
      send({ type: 'erased' })
    } catch (thrown) {
      send({ type: 'refused', refusal: refusalOf(thrown) })
    } finally {
      device.look()
    }
  }
}
