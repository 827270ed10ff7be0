/** The tags of DER (X.690 §8.1.2) that are used here, and the refusal of everything else. */
import { PkiError } from './errors.ts'

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Tag octet of a context-specific tag 0…30. */
export const context = (number: number, constructed = false): number =>
  0x80 | (constructed ? 0x20 : 0) | number

export const invalid = (detail: string): never => {
  throw new PkiError('DER_INVALID', detail)
}

/** The order of a SET OF (X.690 §11.6): octet by octet, the shorter first. */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

export const isPrintable = (text: string): boolean => /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)

/** YYYYMMDDHHMMSS of UTC. */
export const timeDigits = (date: Date): string =>
  date.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '')

export type TimeForm = 'utc' | 'generalized'
