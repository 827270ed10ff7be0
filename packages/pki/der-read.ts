/**
 * Reads DER (X.690 §10, §11), strictly: low tag numbers, definite minimal lengths, nothing after the end. Another form
 * ends with DER_INVALID; nothing is skipped.
 */
import { hex, latin1 } from '@kazashi/octets'
import { compareOctets, invalid, isPrintable, type TimeForm, tags, timeDigits } from './der-tags.ts'

/** Octets that one element of a kind may have; far more than anything real, and little enough to be worked on at once. */
export const limits = {
  /** An RSA modulus of 16384 bits and its sign. */
  integer: 2_049,
  oid: 128,
  namedBits: 16,
  /** As rustls/webpki takes for a whole element. */
  text: 65_535,
} as const

const within = (kind: keyof typeof limits, content: Uint8Array): Uint8Array =>
  content.length <= limits[kind] ? content : invalid(`longer than ${limits[kind]} octets: ${kind}`)

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
    return invalid(`tag ${shown(element.tag)}, not ${shown(tag)}`)
  return element
}
const shown = (tag: number): string => `0x${hex.encode(Uint8Array.of(tag))}`

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
      return invalid(`${this.tag === undefined ? 'the end' : shown(this.tag)}, not ${shown(tag)}`)
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
      if (before && after && compareOctets(before.whole, after.whole) > 0)
        return invalid('a set is not in order')
    }
  }
  return list
}

const expectTag = (element: Element, tag: number): Uint8Array =>
  element.tag === tag ? element.content : invalid(`tag ${shown(element.tag)}, not ${shown(tag)}`)

/** Content octets of an INTEGER that is not negative, without the leading sign octet. */
export function readMagnitude(element: Element, tag: number = tags.integer): Uint8Array {
  const content = readSigned(element, tag)
  if ((content[0] ?? 0) >= 0x80) return invalid('a negative integer')
  return content.length > 1 && content[0] === 0 ? content.subarray(1) : content
}

/** Content octets of any INTEGER in minimal form. */
export function readSigned(element: Element, tag: number = tags.integer): Uint8Array {
  const content = within('integer', expectTag(element, tag))
  const [first, second] = content
  if (first === undefined) return invalid('an integer without octets')
  if (
    second !== undefined &&
    ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  )
    return invalid('an integer that is not minimal')
  return content
}

export const readBigInt = (element: Element): bigint =>
  BigInt(`0x${hex.encode(readMagnitude(element))}`)

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
  const content = within('oid', expectTag(element, tag))
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
  within('namedBits', bytes)
  const last = bytes[bytes.length - 1]
  if (last !== undefined && ((last >> unused) & 1) === 0) return invalid('trailing zero bits')
  const positions: number[] = []
  for (let i = 0; i < bytes.length * 8; i++)
    if (((bytes[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0) positions.push(i)
  return positions
}

/** Text of any string type that has a fixed meaning. Teletex is read as Latin-1, as everyone does. */
export function readText(element: Element): string {
  const { tag } = element
  const content = within('text', element.content)
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
      return latin1(content)
    case tags.bmpString:
      return content.length % 2 === 0 ? decode('utf-16be', content) : invalid('half a character')
    case tags.universalString:
      return readUniversal(content)
    default:
      return invalid(`no string: tag ${shown(tag)}`)
  }
}

export const readIa5 = (content: Uint8Array): string =>
  content.every((octet) => octet < 0x80) ? latin1(content) : invalid('not an IA5String')

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
  if (Number.isNaN(date.getTime()) || `${timeDigits(date)}Z` !== text) return invalid('no date')
  return date
}
