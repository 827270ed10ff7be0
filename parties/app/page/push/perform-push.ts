/** Runs the effects in the table of push. */
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { PushEffect, PushEvent } from './push.ts'
import { endPush, findPush, subscribePush } from './subscription.ts'

const nothingThere = { permission: 'default', known: true, subscribed: false } as const

export const performPush =
  (device: Device): Perform<PushEvent, PushEffect> =>
  async (effect, send) => {
    try {
      switch (effect.type) {
        case 'look':
          return send({ type: 'found', found: await findPush(device) })
        case 'ask':
          return send({ type: 'answered', permission: await Notification.requestPermission() })
        case 'subscribe':
          await subscribePush(device)
          return send({ type: 'subscribed' })
        case 'end':
          await endPush(device)
          return send({ type: 'ended' })
      }
    } catch (thrown) {
      if (effect.type !== 'look') return send({ type: 'failed', refusal: refusalOf(thrown) })
      // A browser that does not even say whether it has a subscription has none.
      send({ type: 'found', found: { hindrance: 'browser', ...nothingThere } })
    }
  }
