/**
 * BER-TLV data objects of ISO 7816-4 §5.2.2: encode beside parse. Tags of one to three octets as numbers (0xDF22), lengths
 * up to four octets. Longer length forms than needed are allowed by the clause, so parsing takes them; encoding makes the
 * shortest. DER (X.690) is a subset, so the length of a certificate is found by the same `tlvLength`.
 */
import { CardError } from './errors.ts'

export interface Tlv {
  /** The tag's octets as one number, e.g. 0xFF20. */
  readonly tag: number
  readonly value: Uint8Array
}

/** Octets that are always enough to know how long an object is: three of tag, five of length. */
export const tlvHeaderMax = 8

const malformed = (detail: string): CardError => new CardError('DATA_OBJECT_MALFORMED', { detail })

interface Header {
  readonly tag: number
  /** Octets before the value. */
  readonly header: number
  readonly length: number
}

function parseHeader(bytes: Uint8Array): Header | undefined {
  let tag = bytes[0]
  if (tag === undefined) return undefined
  let at = 1
  if ((tag & 0x1f) === 0x1f) {
    for (;;) {
      const next = bytes[at]
      if (next === undefined) return undefined
      at += 1
      if (at > 3) throw malformed('a tag of more than three octets')
      tag = tag * 0x100 + next
      if ((next & 0x80) === 0) break
    }
  }
  const first = bytes[at]
  if (first === undefined) return undefined
  at += 1
  if (first < 0x80) return { tag, header: at, length: first }
  const octets = first & 0x7f
  if (octets === 0 || octets > 4) throw malformed('a length of no octets or of more than four')
  let length = 0
  for (let i = 0; i < octets; i += 1, at += 1) {
    const next = bytes[at]
    if (next === undefined) return undefined
    length = length * 0x100 + next
  }
  return { tag, header: at, length }
}

/**
 * Octets of the whole object that begins with `start`, header included; undefined when `start` ends inside the header.
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function tlvLength(start: Uint8Array): number | undefined {
  const header = parseHeader(start)
  return header === undefined ? undefined : header.header + header.length
}

/**
 * The object at the head of `bytes`; octets after it (filler FF or 00 of a file) are not looked at.
 * @throws {CardError} DATA_OBJECT_MALFORMED when the object does not fit
 */
export function parseTlv(bytes: Uint8Array): Tlv {
  const header = parseHeader(bytes)
  if (header === undefined || header.header + header.length > bytes.length) {
    throw malformed('shorter than its length says')
  }
  return {
    tag: header.tag,
    value: bytes.slice(header.header, header.header + header.length),
  }
}

/**
 * Objects one after the other, to the last octet: the value of a constructed object.
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function parseTlvs(bytes: Uint8Array): Tlv[] {
  const found: Tlv[] = []
  let at = 0
  while (at < bytes.length) {
    const rest = bytes.subarray(at)
    found.push(parseTlv(rest))
    at += tlvLength(rest) ?? rest.length
  }
  return found
}

/**
 * The value of the first object with this tag.
 * @throws {CardError} DATA_OBJECT_MALFORMED when there is none
 */
export function tlvValue(objects: readonly Tlv[], tag: number): Uint8Array {
  const found = objects.find((object) => object.tag === tag)
  if (found === undefined) throw malformed(`no object ${tag.toString(16).toUpperCase()}`)
  return found.value
}

function octetsOf(number: number): number[] {
  const octets: number[] = []
  for (let rest = number; rest > 0; rest = Math.floor(rest / 0x100)) octets.unshift(rest % 0x100)
  return octets.length === 0 ? [0] : octets
}

function checkTag(tag: number): number[] {
  const octets = octetsOf(tag)
  const [first = 0, ...more] = octets
  const long = (first & 0x1f) === 0x1f
  const continued = more.every((octet, i) => ((octet & 0x80) !== 0) === i < more.length - 1)
  if (
    !Number.isInteger(tag) ||
    tag < 1 ||
    octets.length > 3 ||
    long !== more.length > 0 ||
    !continued
  ) {
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: `tag ${tag.toString(16)}` })
  }
  return octets
}

/**
 * One object: tag, shortest length, value; a list of values is put one after the other (a constructed object).
 * @throws {CardError} VALUE_OUT_OF_RANGE for a number that is no tag
 */
export function encodeTlv(tag: number, value: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const parts = value instanceof Uint8Array ? [value] : value
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const lengthOctets = length < 0x80 ? [length] : octetsOf(length)
  const header = [
    ...checkTag(tag),
    ...(length < 0x80 ? [] : [0x80 | lengthOctets.length]),
    ...lengthOctets,
  ]
  const encoded = new Uint8Array(header.length + length)
  encoded.set(header)
  let at = header.length
  for (const part of parts) {
    encoded.set(part, at)
    at += part.length
  }
  return encoded
}
