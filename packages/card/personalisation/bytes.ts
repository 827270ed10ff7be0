/** Byte strings of the encoders: digests, joining, comparing. */
import { createHash } from 'node:crypto'
import { concat, equalBytes } from '@kazashi/octets'

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest())

export const join = (...parts: readonly Uint8Array[]): Uint8Array => concat(parts)

/** Of public values only: not in constant time. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => equalBytes(a, b)

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** YYYY-MM-DD as the eight digits YYYYMMDD. */
export const dateDigits = (date: string): Uint8Array => ascii(date.replaceAll('-', ''))

/**
 * Decimal digits, each equally likely.
 * @param random gives n bytes
 */
export function randomDigits(count: number, random: (n: number) => Uint8Array): string {
  let digits = ''
  while (digits.length < count) {
    // 250 is the largest multiple of ten in a byte: bytes above it would favour 0 to 5.
    for (const byte of random(count)) if (byte < 250 && digits.length < count) digits += byte % 10
  }
  return digits
}
