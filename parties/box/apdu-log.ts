/** APDUs for people to watch: secret bytes are masked before an APDU leaves the function that saw it. */

/** INS bytes, under any CLA: VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, and JICSAP CHANGE KEY. */
const secretCarriers: ReadonlySet<number> = new Set([0x20, 0x21, 0x24, 0x25, 0x2c, 0x2d, 0x32])
const headerLength = 4

export interface LoggedExchange {
  readonly type: 'exchange'
  /** ISO 8601 */
  readonly at: string
  /** Hex, capitals; each secret byte as `**`. */
  readonly command: string
  readonly response: string
}

interface LoggedEvent {
  readonly type: 'card-removed' | 'reset' | 'connected' | 'disconnected'
  readonly at: string
}

/** unlocked: the counter gave the card all tries back, wherever it was held before */
interface LoggedCard {
  readonly type: 'card-present' | 'unlocked'
  readonly at: string
  readonly cardId: string
}

interface LoggedPhone {
  readonly type: 'phone-present'
  readonly at: string
  /** Its name at its seat, or as a robot. */
  readonly phone: string
}

export type LogEntry = LoggedExchange | LoggedEvent | LoggedCard | LoggedPhone

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')

/** A command in hex; everything after the header is masked where it may hold a secret. */
export function maskCommand(command: Uint8Array): string {
  const ins = command[1]
  const body = command.subarray(headerLength)
  if (ins === undefined || !secretCarriers.has(ins) || body.length < 2) return hex(command)
  return hex(command.subarray(0, headerLength + 1)) + '**'.repeat(body.length - 1)
}

export const logExchange = (
  command: Uint8Array,
  response: Uint8Array,
  at: Date,
): LoggedExchange => ({
  type: 'exchange',
  at: at.toISOString(),
  command: maskCommand(command),
  response: hex(response),
})
