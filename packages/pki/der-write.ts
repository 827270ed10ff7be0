/** Writes DER (X.690 §10, §11). @throws {PkiError} DER_INVALID for a value that cannot be written in it */
import { concat } from '@kazashi/octets'
import {
  compareOctets,
  context,
  invalid,
  isPrintable,
  type TimeForm,
  tags,
  timeDigits,
} from './der-tags.ts'

export function tlv(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content
  if (length < 0x80) return concat([Uint8Array.of(tag, length), content])
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return concat([Uint8Array.of(tag, 0x80 | octets.length, ...octets), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => sequenceOf(parts)

/** SEQUENCE OF: as many as there are, so an array and not arguments. */
export const sequenceOf = (parts: readonly Uint8Array[]): Uint8Array =>
  tlv(tags.sequence, concat(parts))

/** SET OF: elements in the order of their encodings (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array => setOfAll(parts)

/** As many as there are, so an array and not arguments. */
export const setOfAll = (parts: readonly Uint8Array[]): Uint8Array =>
  tlv(tags.set, concat(parts.toSorted(compareOctets)))

/** @param value a number, or the magnitude of a non-negative one, most significant octet first */
export function integer(value: number | bigint | Uint8Array): Uint8Array {
  if (value instanceof Uint8Array) {
    let start = 0
    while (start < value.length - 1 && value[start] === 0) start++
    const magnitude = value.length === 0 ? Uint8Array.of(0) : value.subarray(start)
    return tlv(
      tags.integer,
      (magnitude[0] ?? 0) >= 0x80 ? concat([Uint8Array.of(0), magnitude]) : magnitude,
    )
  }
  const text = BigInt(value).toString(16)
  if (text.startsWith('-')) return invalid('negative integers are not written here')
  const even = text.length % 2 === 0 ? text : `0${text}`
  return integer(Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}

export const boolean = (value: boolean): Uint8Array =>
  tlv(tags.boolean, Uint8Array.of(value ? 0xff : 0))
export const nothing = (): Uint8Array => tlv(tags.null, new Uint8Array())
export const octetString = (content: Uint8Array): Uint8Array => tlv(tags.octetString, content)
export const enumerated = (value: number): Uint8Array => tlv(tags.enumerated, Uint8Array.of(value))
export const bitString = (content: Uint8Array, unused = 0): Uint8Array =>
  tlv(tags.bitString, concat([Uint8Array.of(unused), content]))

/** A BIT STRING with named bits: trailing zero bits are left out (X.690 §11.2.2). */
export function namedBits(positions: readonly number[]): Uint8Array {
  const highest = Math.max(-1, ...positions)
  const content = new Uint8Array(Math.ceil((highest + 1) / 8))
  for (const position of positions) {
    const octet = position >> 3
    content[octet] = (content[octet] ?? 0) | (0x80 >> (position & 7))
  }
  return bitString(content, content.length * 8 - (highest + 1))
}

export function oid(text: string): Uint8Array {
  const arcs = text.split('.').map(Number)
  const [first = Number.NaN, second = Number.NaN, ...rest] = arcs
  const sound =
    arcs.length >= 2 &&
    arcs.every((arc) => Number.isSafeInteger(arc) && arc >= 0) &&
    first <= 2 &&
    (first === 2 || second < 40)
  if (!sound) return invalid(`no object identifier: ${text}`)
  const content: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift(0x80 | (left % 128))
    content.push(...septets)
  }
  return tlv(tags.oid, Uint8Array.from(content))
}

export const utf8String = (text: string): Uint8Array =>
  tlv(tags.utf8String, new TextEncoder().encode(text))
export const printableString = (text: string): Uint8Array =>
  isPrintable(text)
    ? tlv(tags.printableString, new TextEncoder().encode(text))
    : invalid(`not a PrintableString: ${text}`)
export const ia5String = (text: string): Uint8Array => tlv(tags.ia5String, ascii(text))

function ascii(text: string): Uint8Array {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return bytes.every((byte) => byte < 0x80) ? bytes : invalid('not ASCII')
}

/** Seconds only: fractions of a second are cut off. */
export const generalizedTime = (date: Date): Uint8Array =>
  tlv(tags.generalizedTime, ascii(`${timeDigits(date)}Z`))
const utcTime = (date: Date): Uint8Array =>
  tlv(tags.utcTime, ascii(`${timeDigits(date).slice(2)}Z`))
/** UTCTime through 2049, then GeneralizedTime (RFC 5280 §4.1.2.5). */
export const timeForm = (date: Date): TimeForm =>
  date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050 ? 'utc' : 'generalized'
export const time = (date: Date, form: TimeForm = timeForm(date)): Uint8Array =>
  form === 'utc' ? utcTime(date) : generalizedTime(date)

export const explicit = (number: number, inner: Uint8Array): Uint8Array =>
  tlv(context(number, true), inner)
/** The same element under a context-specific tag; primitive or constructed as it was. */
export const implicit = (number: number, inner: Uint8Array): Uint8Array =>
  concat([Uint8Array.of(context(number, ((inner[0] ?? 0) & 0x20) !== 0)), inner.subarray(1)])
