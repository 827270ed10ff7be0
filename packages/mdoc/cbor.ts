/** The values of CBOR (RFC 8949) that mdocs have, and their deterministic encoding (§4.2). Reading is in cbor-reader.ts. */

import { concat } from '@kazashi/octets'
import { encode, Tagged } from 'cborg'
import { MdocError } from './errors.ts'

export type CborValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | DateTime
  | FullDate
  | EncodedCbor
  | readonly CborValue[]
  | CborMap
export type CborMap = ReadonlyMap<CborValue, CborValue>

/** tdate: RFC 3339 in tag 0. */
export class DateTime {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
/** full-date: YYYY-MM-DD in tag 1004. */
export class FullDate {
  readonly date: string
  constructor(date: string) {
    this.date = date
  }
}
/** Octets in tag 24. */
export class EncodedCbor {
  readonly bytes: Uint8Array
  /** With tag and length, as they came: what digests are over (ISO/IEC 18013-5 §9.1.2.5). */
  readonly whole: Uint8Array
  /** @param whole as it came; default: with the shortest tag and length */
  constructor(bytes: Uint8Array, whole?: Uint8Array) {
    this.bytes = bytes
    this.whole = whole ?? encodedCbor(bytes)
  }
}

/** Initial octet and argument (RFC 8949 §3), the shortest. @param length below 2³² */
function head(majorType: number, length: number): readonly number[] {
  const first = majorType << 5
  if (length < 24) return [first | length]
  if (length < 0x100) return [first | 24, length]
  if (length < 0x1_0000) return [first | 25, length >> 8, length & 0xff]
  return [first | 26, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff]
}

/** bstr: what signatures and digests are over is built without the library, which would read it all once more. */
export function encodedOctets(bytes: Uint8Array, tag: readonly number[] = []): Uint8Array {
  return concat([Uint8Array.from([...tag, ...head(2, bytes.length)]), bytes])
}

/** #6.24(bstr): the octets of digests and payloads. */
export const encodedCbor = (bytes: Uint8Array): Uint8Array => encodedOctets(bytes, [0xd8, 24])

/** An array of what is encoded already, as it is. */
export const encodedArray = (items: readonly Uint8Array[]): Uint8Array =>
  concat([Uint8Array.from(head(4, items.length)), ...items])

/** As the library encodes it. */
function plain(value: CborValue): unknown {
  if (value instanceof DateTime) return new Tagged(0, value.text)
  if (value instanceof FullDate) return new Tagged(1004, value.date)
  if (value instanceof EncodedCbor) return new Tagged(24, value.bytes)
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, plain(one)]))
  return value
}

/** Deterministic (RFC 8949 §4.2). */
export const encodeCbor = (value: CborValue): Uint8Array => encode(plain(value))

const malformed = (detail: string): MdocError => new MdocError('MDOC_MALFORMED', detail)

/** A value of its kind, or a refusal that names the place. */
export const as = {
  map(value: CborValue | undefined, place: string): CborMap {
    if (value instanceof Map) return value
    throw malformed(`${place} is no map`)
  },
  list(value: CborValue | undefined, place: string): readonly CborValue[] {
    if (Array.isArray(value)) return value
    throw malformed(`${place} is no array`)
  },
  text(value: CborValue | undefined, place: string): string {
    if (typeof value === 'string') return value
    throw malformed(`${place} is no text`)
  },
  octets(value: CborValue | undefined, place: string): Uint8Array {
    if (value instanceof Uint8Array) return value
    throw malformed(`${place} is no octet string`)
  },
  /** uint */
  whole(value: CborValue | undefined, place: string): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    throw malformed(`${place} is no whole number`)
  },
  date(value: CborValue | undefined, place: string): Date {
    if (value instanceof DateTime) return new Date(value.text)
    throw malformed(`${place} is no date and time`)
  },
  encoded(value: CborValue | undefined, place: string): EncodedCbor {
    if (value instanceof EncodedCbor) return value
    throw malformed(`${place} is no encoded CBOR`)
  },
}
