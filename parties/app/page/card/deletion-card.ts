/** The card held to an iPhone for a deletion (3-E, 3-F), and a deletion that was sent without an answer. */
import { type deleteFromOtherPhone, status } from '@kazashi/phone'
import type { Device } from '../phone/device.ts'
import { withSignal } from '../phone/signals.ts'

export interface Password {
  readonly value: string
  readonly force: boolean
}

/** With the card at the phone, from its first answer until `work` is done. */
export async function withCard<T>(
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
export const isUnderWay = (device: Device, action: 'revoke' | 'delete-other'): boolean =>
  status(device.phone).request?.action === action && status(device.phone).request?.sent === true
