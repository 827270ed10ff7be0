/**
 * The phone held to somebody else's reader, a kiosk's or a clinic's (1-B③, 1-B④): its element as the card there. The PIN is entered at
 * that reader, or the phone has recognised its holder before, and then the element opens whenever the reader selects the applet.
 */
import { type CardTransport, parseCommand } from '@kazashi/card'
import type { ElementTransport } from './element-transport.ts'
import { PhoneError } from './errors.ts'
import type { Phone } from './phone.ts'

const select = 0xa4
const byName = 0x04
const ok = [0x90, 0x00] as const

function opensApplet(command: Uint8Array, response: Uint8Array): boolean {
  if (response.at(-2) !== ok[0] || response.at(-1) !== ok[1]) return false
  try {
    const { ins, p1 } = parseCommand(command)
    return ins === select && p1 === byName
  } catch {
    return false // the applet has said so
  }
}

/**
 * @param secret of the platform authenticator, for as long as the phone lies there; overwritten by `close`
 * @throws {PhoneError} NOT_REGISTERED
 */
export function heldElement(phone: Phone, secret?: Uint8Array): CardTransport {
  if (phone.record.installed.authentication?.certificate === undefined) {
    secret?.fill(0)
    throw new PhoneError('NOT_REGISTERED')
  }
  const element: ElementTransport = phone.element.transport()
  return {
    atr: element.atr,
    async transmit(command) {
      const response = await element.transmit(command)
      if (secret !== undefined && opensApplet(command, response)) await element.recognise(secret)
      return response
    },
    reset: () => element.reset(),
    async close() {
      secret?.fill(0)
      await element.close()
    },
  }
}
