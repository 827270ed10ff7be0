/** EF 0006 of the JPKI applet: the kind of token, a card or a phone, as a PKCS #11 CK_TOKEN_INFO of 160 bytes (v2.40 §3.2). */
import { latin1 } from '@kazashi/octets'
import type { CardContents } from './contents.ts'
import { CardError } from './errors.ts'

export interface TokenInformation {
  /** Kind of token; 'other': a label that is none of ours. */
  readonly carrier: CardContents['carrier'] | 'resident-card' | 'other'
  /** At most 32 ASCII characters, no trailing space. */
  readonly label: string
  /** At most 32 ASCII characters. */
  readonly manufacturer: string
  /** At most 16 ASCII characters. */
  readonly model: string
  /** At most 16 ASCII characters. */
  readonly serialNumber: string
  /** CKF_… bits. */
  readonly flags: number
  /** Longest and shortest secret, in characters. */
  readonly maxPinLength: number
  readonly minPinLength: number
}

export const TOKEN_INFORMATION_LENGTH = 160

/** Label → kind of token. `JPKIAPICCTOKEN` is the old 住民基本台帳カード. */
export const tokenLabels = {
  card: 'JPKIAPICCTOKEN2',
  android: 'JPKIAPGPSETOKEN',
  iphone: 'JPKIAPIOSTOKEN',
  'resident-card': 'JPKIAPICCTOKEN',
} as const

/** CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED | CKF_LOGIN_REQUIRED | CKF_RNG. */
const usualFlags = 0x0000040d
const unavailable = 0xffffffff
const fields = {
  label: [0, 32],
  manufacturer: [32, 32],
  model: [64, 16],
  serialNumber: [80, 16],
} as const
// From byte 96: flags, then ten CK_ULONG of four bytes, most significant first.
const numbersAt = 96
// hardwareVersion and firmwareVersion: real cards carry ASCII digits there, not CK_VERSION; utcTime is sixteen '9'.
const tail = '03019999999999999999'

/** The values a token of ours has; each part may be replaced. */
export function tokenInformation(
  carrier: CardContents['carrier'],
  parts: Partial<Omit<TokenInformation, 'carrier'>> = {},
): TokenInformation {
  return {
    carrier,
    label: tokenLabels[carrier],
    manufacturer: 'KAZASHI SANDBOX',
    model: 'KAZASHI',
    serialNumber: '0000000000000000',
    flags: usualFlags,
    maxPinLength: 16,
    minPinLength: 6,
    ...parts,
  }
}

/**
 * The 160 bytes of EF 0006.
 * @throws {CardError} VALUE_OUT_OF_RANGE: a text is too long or not ASCII
 */
export function encodeTokenInformation(t: TokenInformation): Uint8Array {
  const bytes = new Uint8Array(TOKEN_INFORMATION_LENGTH).fill(0x20)
  for (const [name, [at, length]] of Object.entries(fields)) {
    if (isField(name)) bytes.set(ascii(t[name], length), at)
  }
  const memory = [unavailable, unavailable, unavailable, unavailable]
  const numbers = [t.flags, 1, 0, 1, 0, t.maxPinLength, t.minPinLength, ...memory]
  const view = new DataView(bytes.buffer)
  for (const [index, number] of numbers.entries()) view.setUint32(numbersAt + 4 * index, number)
  bytes.set(ascii(tail, tail.length), TOKEN_INFORMATION_LENGTH - tail.length)
  return bytes
}

function isField(name: string): name is keyof typeof fields {
  return name in fields
}

function ascii(text: string, length: number): Uint8Array {
  if (text.length > length || !/^[\x20-\x7e]*$/.test(text))
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: `at most ${length} ASCII characters` })
  return new TextEncoder().encode(text)
}

/**
 * Reads EF 0006. Padding may be spaces or NUL: both are seen on cards.
 * @throws {CardError} TOKEN_INFORMATION_MALFORMED: not 160 bytes, or a text that is not ASCII
 */
export function parseTokenInformation(bytes: Uint8Array): TokenInformation {
  if (bytes.length !== TOKEN_INFORMATION_LENGTH)
    throw new CardError('TOKEN_INFORMATION_MALFORMED', { detail: `${bytes.length} bytes` })
  const text = ([at, length]: readonly [number, number]): string => {
    const value = latin1(bytes.subarray(at, at + length)).replace(/[ \0]+$/, '')
    if (!/^[\x20-\x7e]*$/.test(value))
      throw new CardError('TOKEN_INFORMATION_MALFORMED', { detail: 'a text is not ASCII' })
    return value
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (index: number): number => view.getUint32(numbersAt + 4 * index)
  const label = text(fields.label)
  return {
    carrier: carrierOf(label),
    label,
    manufacturer: text(fields.manufacturer),
    model: text(fields.model),
    serialNumber: text(fields.serialNumber),
    flags: number(0),
    maxPinLength: number(5),
    minPinLength: number(6),
  }
}

function carrierOf(label: string): TokenInformation['carrier'] {
  if (label === tokenLabels.card) return 'card'
  if (label === tokenLabels.android) return 'android'
  if (label === tokenLabels.iphone) return 'iphone'
  return label === tokenLabels['resident-card'] ? 'resident-card' : 'other'
}
