/** Command and response APDUs as bytes and as values (ISO 7816-4 §5.1): cases 1, 2, 3 and 4, short and extended. */
import { CardError } from './errors.ts'
import { describeStatus } from './status.ts'

export interface CommandApdu {
  /** Class byte. */
  readonly cla: number
  /** Instruction byte. */
  readonly ins: number
  readonly p1: number
  readonly p2: number
  /** Command data, 0…65535 bytes; empty in cases 1 and 2. */
  readonly data: Uint8Array
  /** Most bytes expected in the answer (Ne), 1…65536; undefined: no Le field (cases 1 and 3). */
  readonly ne: number | undefined
  /** Length fields of three and two bytes instead of one. Case 1 has none: always false there. */
  readonly extended: boolean
}

export interface ResponseApdu {
  readonly data: Uint8Array
  /** Status word SW1‖SW2, 0x6000…0x6FFF or 0x9000…0x9FFF. */
  readonly sw: number
}

/** Longest data field with length fields of one byte (§5.1, table 1). */
export const SHORT_DATA_LIMIT = 255
/** Most bytes expected with an Le field of one byte: 00 means 256. */
export const SHORT_NE_LIMIT = 256
/** Longest data field at all. */
export const DATA_LIMIT = 65_535
/** Most bytes expected at all: 0000 means 65 536. */
export const NE_LIMIT = 65_536

const headerLength = 4
const malformed = (detail: string): CardError => new CardError('APDU_MALFORMED', { detail })

/**
 * Reads a command APDU strictly: each byte belongs to exactly one field of exactly one case.
 * @throws {CardError} APDU_MALFORMED (ISO 7816-4 §5.1)
 */
export function parseCommand(bytes: Uint8Array): CommandApdu {
  const [cla, ins, p1, p2] = bytes
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined)
    throw malformed(`a command has at least 4 bytes, this one ${bytes.length}`)
  return { cla, ins, p1, p2, ...parseBody(bytes.subarray(headerLength)) }
}

function parseBody(body: Uint8Array): Pick<CommandApdu, 'data' | 'ne' | 'extended'> {
  const first = body[0]
  if (first === undefined) return { data: new Uint8Array(), ne: undefined, extended: false } // case 1
  if (body.length === 1) {
    return { data: new Uint8Array(), ne: first === 0 ? SHORT_NE_LIMIT : first, extended: false } // 2S
  }
  if (first !== 0) return parseShortData(body, first)
  if (body.length < 3) throw malformed('Lc is zero')
  const length = uint16(body, 1)
  if (body.length === 3) {
    return { data: new Uint8Array(), ne: length === 0 ? NE_LIMIT : length, extended: true } // 2E
  }
  if (length === 0) throw malformed('extended Lc is zero')
  const rest = body.length - 3 - length
  const data = body.slice(3, 3 + length)
  if (rest === 0) return { data, ne: undefined, extended: true } // 3E
  if (rest !== 2) throw malformed(`${rest} bytes after ${length} bytes of data, none or 2 expected`)
  const ne = uint16(body, 3 + length)
  return { data, ne: ne === 0 ? NE_LIMIT : ne, extended: true } // 4E
}

function parseShortData(
  body: Uint8Array,
  length: number,
): Pick<CommandApdu, 'data' | 'ne' | 'extended'> {
  const data = body.slice(1, 1 + length)
  const rest = body.length - 1 - length
  if (rest === 0) return { data, ne: undefined, extended: false } // 3S
  if (rest !== 1) throw malformed(`${rest} bytes after ${length} bytes of data, none or 1 expected`)
  const ne = body[1 + length]
  return { data, ne: ne === undefined || ne === 0 ? SHORT_NE_LIMIT : ne, extended: false } // 4S
}

const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Fields for `command`: everything but the header may be left out. */
export type CommandParts = Pick<CommandApdu, 'cla' | 'ins' | 'p1' | 'p2'> & {
  readonly data?: Uint8Array
  readonly ne?: number | undefined
  /** Default: extended only where the lengths need it. */
  readonly extended?: boolean
}

/** A command APDU from its parts, with the shortest length fields that hold it. */
export function command(parts: CommandParts): CommandApdu {
  const { cla, ins, p1, p2, data = new Uint8Array(), ne } = parts
  const needed = data.length > SHORT_DATA_LIMIT || (ne !== undefined && ne > SHORT_NE_LIMIT)
  const hasBody = data.length > 0 || ne !== undefined
  return { cla, ins, p1, p2, data, ne, extended: hasBody && (parts.extended ?? needed) }
}

/**
 * The bytes of a command; `parseCommand` gives the same value back.
 * @throws {CardError} VALUE_OUT_OF_RANGE: a header byte, data or Ne does not fit its field
 */
export function encodeCommand(c: CommandApdu): Uint8Array {
  const { data, ne, extended } = c
  for (const byte of [c.cla, c.ins, c.p1, c.p2]) within(byte, 0, 0xff, 'header byte')
  within(data.length, 0, extended ? DATA_LIMIT : SHORT_DATA_LIMIT, 'data length')
  if (ne !== undefined) within(ne, 1, extended ? NE_LIMIT : SHORT_NE_LIMIT, 'Ne')
  const lc =
    data.length === 0 ? [] : extended ? [0, data.length >> 8, data.length & 0xff] : [data.length]
  const wide = ne === undefined ? [] : [(ne >> 8) & 0xff, ne & 0xff]
  const le =
    ne === undefined ? [] : extended ? (data.length === 0 ? [0, ...wide] : wide) : [ne & 0xff]
  return Uint8Array.from([c.cla, c.ins, c.p1, c.p2, ...lc, ...data, ...le])
}

function within(value: number, least: number, most: number, what: string): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new CardError('VALUE_OUT_OF_RANGE', {
      detail: `${what} is ${value}, ${least}…${most} expected`,
    })
}

/**
 * Reads a response APDU: data ‖ SW1 ‖ SW2.
 * @throws {CardError} CARD_ANSWER_MALFORMED: shorter than 2 bytes, longer than 65538, or a status word outside 6xxx and 9xxx (§5.1.3)
 */
export function parseResponse(bytes: Uint8Array): ResponseApdu {
  if (bytes.length < 2 || bytes.length > NE_LIMIT + 2)
    throw new CardError('CARD_ANSWER_MALFORMED', { detail: `${bytes.length} bytes` })
  const sw = uint16(bytes, bytes.length - 2)
  if (!isStatusWord(sw)) throw new CardError('CARD_ANSWER_MALFORMED', { statusWord: sw })
  return { data: bytes.slice(0, -2), sw }
}

/**
 * The bytes of a response; `parseResponse` gives the same value back.
 * @throws {CardError} VALUE_OUT_OF_RANGE
 */
export function encodeResponse(r: ResponseApdu): Uint8Array {
  within(r.data.length, 0, NE_LIMIT, 'data length')
  if (!isStatusWord(r.sw))
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'SW1 is neither 6x nor 9x' })
  const bytes = new Uint8Array(r.data.length + 2)
  bytes.set(r.data)
  bytes.set([r.sw >> 8, r.sw & 0xff], r.data.length)
  return bytes
}

// 60xx is the procedure byte NULL of ISO/IEC 7816-3 §10.3.3, never a status.
const isStatusWord = (sw: number): boolean =>
  Number.isInteger(sw) && ((sw >= 0x6100 && sw <= 0x6fff) || (sw >= 0x9000 && sw <= 0x9fff))

/** A response as one line for logs: data length and status, never the data. */
export const describeResponse = (r: ResponseApdu): string =>
  `${r.data.length} bytes, ${describeStatus(r.sw).name}`
