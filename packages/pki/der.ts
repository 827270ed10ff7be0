/**
 * DER (X.690 §10, §11): the strict subset that RFC 5280, 5652, 6960 and 2986 use. Low tag numbers, definite minimal
 * lengths, nothing after the end. A reader that meets another form stops with DER_INVALID; it never skips.
 */
import { toHex } from './encoding.ts'
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

const invalid = (detail: string): never => {
  throw new PkiError('DER_INVALID', detail)
}

// ---- writing

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function tlv(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content
  if (length < 0x80) return concat(Uint8Array.of(tag, length), content)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return concat(Uint8Array.of(tag, 0x80 | octets.length, ...octets), content)
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  tlv(tags.sequence, concat(...parts))

const compare = (a: Uint8Array, b: Uint8Array): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** SET OF: elements in the order of their encodings (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  tlv(tags.set, concat(...[...parts].sort(compare)))

/** @param value a number, or the magnitude of a non-negative one, most significant octet first */
export function integer(value: number | bigint | Uint8Array): Uint8Array {
  if (value instanceof Uint8Array) {
    let start = 0
    while (start < value.length - 1 && value[start] === 0) start++
    const magnitude = value.length === 0 ? Uint8Array.of(0) : value.subarray(start)
    return tlv(
      tags.integer,
      (magnitude[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), magnitude) : magnitude,
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
  tlv(tags.bitString, concat(Uint8Array.of(unused), content))

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
const isPrintable = (text: string): boolean => /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)
export const printableString = (text: string): Uint8Array =>
  isPrintable(text)
    ? tlv(tags.printableString, new TextEncoder().encode(text))
    : invalid(`not a PrintableString: ${text}`)
export const ia5String = (text: string): Uint8Array => tlv(tags.ia5String, ascii(text))

function ascii(text: string): Uint8Array {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return bytes.every((byte) => byte < 0x80) ? bytes : invalid('not ASCII')
}

const digits = (date: Date): string =>
  date.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '')
/** Seconds only: what is below a second is cut off. */
export const generalizedTime = (date: Date): Uint8Array =>
  tlv(tags.generalizedTime, ascii(`${digits(date)}Z`))
const utcTime = (date: Date): Uint8Array => tlv(tags.utcTime, ascii(`${digits(date).slice(2)}Z`))
export type TimeForm = 'utc' | 'generalized'
/** UTCTime through 2049, then GeneralizedTime (RFC 5280 §4.1.2.5). */
export const timeForm = (date: Date): TimeForm =>
  date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050 ? 'utc' : 'generalized'
export const time = (date: Date, form: TimeForm = timeForm(date)): Uint8Array =>
  form === 'utc' ? utcTime(date) : generalizedTime(date)

export const explicit = (number: number, inner: Uint8Array): Uint8Array =>
  tlv(context(number, true), inner)
/** The same element under a context-specific tag; primitive or constructed as it was. */
export const implicit = (number: number, inner: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(context(number, ((inner[0] ?? 0) & 0x20) !== 0)), inner.subarray(1))

// ---- reading

export interface Element {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content. */
  readonly whole: Uint8Array
}

function readElement(bytes: Uint8Array, at: number): { element: Element; end: number } {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return invalid('an element is cut off')
  if ((tag & 0x1f) === 0x1f) return invalid('high tag numbers are not used')
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0) return invalid('indefinite length')
    if (count > 4) return invalid('length of more than four octets')
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? invalid('cut off'))
    if (length < 0x80 || (bytes[start] ?? 0) === 0) return invalid('length is not minimal')
    start += count
  }
  const end = start + length
  if (end > bytes.length) return invalid('an element reaches past the end')
  return {
    element: { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) },
    end,
  }
}

/** One element and nothing after it. */
export function readDer(bytes: Uint8Array, tag?: number): Element {
  const { element, end } = readElement(bytes, 0)
  if (end !== bytes.length) return invalid('octets after the end')
  if (tag !== undefined && element.tag !== tag)
    return invalid(`tag ${hex(element.tag)}, not ${hex(tag)}`)
  return element
}
const hex = (tag: number): string => `0x${toHex(Uint8Array.of(tag))}`

/** Reads the elements of a constructed one in order; `end()` says that there must be no more. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(element: Element | Uint8Array) {
    this.#bytes = element instanceof Uint8Array ? element : element.content
  }

  get more(): boolean {
    return this.#at < this.#bytes.length
  }

  /** Tag of the next element, undefined at the end. */
  get tag(): number | undefined {
    return this.#bytes[this.#at]
  }

  any(): Element {
    const { element, end } = readElement(this.#bytes, this.#at)
    this.#at = end
    return element
  }

  next(tag: number): Element {
    if (this.tag !== tag)
      return invalid(`${this.tag === undefined ? 'the end' : hex(this.tag)}, not ${hex(tag)}`)
    return this.any()
  }

  optional(tag: number): Element | undefined {
    return this.tag === tag ? this.any() : undefined
  }

  /** A nested SEQUENCE. */
  sequence(): Reader {
    return new Reader(this.next(tags.sequence))
  }

  end(): void {
    if (this.more) invalid('an element too many')
  }

  /** All that is left, each by `read`. */
  all<T>(read: (element: Element) => T): T[] {
    const list: T[] = []
    while (this.more) list.push(read(this.any()))
    return list
  }
}

/** SEQUENCE OF or SET OF; a set must be in DER order. @param least how many there must be */
export function elements(element: Element, least = 0): Element[] {
  const list = new Reader(element).all((one) => one)
  if (list.length < least) return invalid('a list is empty')
  if (element.tag === tags.set) {
    for (let i = 1; i < list.length; i++) {
      const [before, after] = [list[i - 1], list[i]]
      if (before && after && compare(before.whole, after.whole) > 0)
        return invalid('a set is not in order')
    }
  }
  return list
}

const expectTag = (element: Element, tag: number): Uint8Array =>
  element.tag === tag ? element.content : invalid(`tag ${hex(element.tag)}, not ${hex(tag)}`)

/** Content octets of an INTEGER that is not negative, without the leading sign octet. */
export function readMagnitude(element: Element, tag: number = tags.integer): Uint8Array {
  const content = readSigned(element, tag)
  if ((content[0] ?? 0) >= 0x80) return invalid('a negative integer')
  return content.length > 1 && content[0] === 0 ? content.subarray(1) : content
}

/** Content octets of any INTEGER in minimal form. */
export function readSigned(element: Element, tag: number = tags.integer): Uint8Array {
  const content = expectTag(element, tag)
  const [first, second] = content
  if (first === undefined) return invalid('an integer without octets')
  if (
    second !== undefined &&
    ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  )
    return invalid('an integer that is not minimal')
  return content
}

export const readBigInt = (element: Element): bigint => BigInt(`0x${toHex(readMagnitude(element))}`)

/** A small INTEGER or ENUMERATED, 0…2³¹−1. */
export function readNumber(element: Element, tag: number = tags.integer): number {
  const octets = readMagnitude(element, tag)
  if (octets.length > 4 || (octets.length === 4 && (octets[0] ?? 0) >= 0x80))
    return invalid('an integer out of range')
  return octets.reduce((value, octet) => value * 256 + octet, 0)
}

export function readBoolean(element: Element, tag: number = tags.boolean): boolean {
  const content = expectTag(element, tag)
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
    return invalid('no boolean')
  return content[0] === 0xff
}

export const readOctets = (element: Element, tag: number = tags.octetString): Uint8Array =>
  expectTag(element, tag)

export function readNull(element: Element): void {
  if (expectTag(element, tags.null).length > 0) invalid('NULL with content')
}

export function readOid(element: Element, tag: number = tags.oid): string {
  const content = expectTag(element, tag)
  const arcs: number[] = []
  let arc = 0
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) return invalid('an arc that is not minimal')
    arc = arc * 128 + (octet & 0x7f)
    if (!Number.isSafeInteger(arc)) return invalid('an arc too large')
    fresh = octet < 0x80
    if (fresh) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...rest] = arcs
  if (first === undefined || !fresh) return invalid('an object identifier that is cut off')
  const root = first < 80 ? Math.floor(first / 40) : 2
  return [root, first - root * 40, ...rest].join('.')
}

/** A BIT STRING; the unused bits are zero. */
export function readBits(
  element: Element,
  tag: number = tags.bitString,
): { bytes: Uint8Array; unused: number } {
  const content = expectTag(element, tag)
  const unused = content[0]
  if (unused === undefined || unused > 7) return invalid('no bit string')
  const bytes = content.subarray(1)
  const last = bytes[bytes.length - 1]
  if (last === undefined ? unused !== 0 : (last & ((1 << unused) - 1)) !== 0)
    return invalid('unused bits are not zero')
  return { bytes, unused }
}

/** A BIT STRING of whole octets: a signature, a public key. */
export function readBitOctets(element: Element): Uint8Array {
  const { bytes, unused } = readBits(element)
  return unused === 0 ? bytes : invalid('not whole octets')
}

/** Positions of the ones in a BIT STRING with named bits. */
export function readNamedBits(element: Element, tag: number = tags.bitString): number[] {
  const { bytes, unused } = readBits(element, tag)
  const last = bytes[bytes.length - 1]
  if (last !== undefined && ((last >> unused) & 1) === 0) return invalid('trailing zero bits')
  const positions: number[] = []
  for (let i = 0; i < bytes.length * 8; i++)
    if (((bytes[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0) positions.push(i)
  return positions
}

/** Text of any string type that has a fixed meaning. Teletex is read as Latin-1, as everyone does. */
export function readText(element: Element): string {
  const { tag, content } = element
  switch (tag) {
    case tags.utf8String:
      return decode('utf-8', content)
    case tags.printableString: {
      const text = decode('utf-8', content)
      return isPrintable(text) ? text : invalid('not a PrintableString')
    }
    case tags.ia5String:
    case tags.visibleString:
      return readIa5(content)
    case tags.teletexString:
      return Array.from(content, (octet) => String.fromCharCode(octet)).join('')
    case tags.bmpString:
      return content.length % 2 === 0 ? decode('utf-16be', content) : invalid('half a character')
    case tags.universalString:
      return readUniversal(content)
    default:
      return invalid(`no string: tag ${hex(tag)}`)
  }
}

export const readIa5 = (content: Uint8Array): string =>
  content.every((octet) => octet < 0x80)
    ? String.fromCharCode(...content)
    : invalid('not an IA5String')

function decode(label: string, content: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return invalid('characters that cannot be decoded')
  }
}

function readUniversal(content: Uint8Array): string {
  if (content.length % 4 !== 0) return invalid('part of a character')
  let text = ''
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  for (let i = 0; i < content.length; i += 4) {
    const point = view.getUint32(i)
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return invalid('no character')
    text += String.fromCodePoint(point)
  }
  return text
}

/** UTCTime or GeneralizedTime, to the second, Z (RFC 5280 §4.1.2.5). */
export function readTime(element: Element): { date: Date; form: TimeForm } {
  const text = readIa5(element.content)
  if (element.tag === tags.utcTime && /^\d{12}Z$/.test(text)) {
    const century = Number(text.slice(0, 2)) < 50 ? '20' : '19'
    return { date: calendar(century + text), form: 'utc' }
  }
  if (element.tag === tags.generalizedTime && /^\d{14}Z$/.test(text))
    return { date: calendar(text), form: 'generalized' }
  return invalid('no time')
}

function calendar(text: string): Date {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(date.getTime()) || `${digits(date)}Z` !== text) return invalid('no date')
  return date
}
