/**
 * CBOR (RFC 8949) as mdocs have it, and no more: text and octets, whole numbers, true and false, null, arrays, maps, and the
 * tags 0 (date and time), 17, 18 (COSE), 24 (encoded CBOR) and 1004 (RFC 8943, date). Anything else, a key that comes twice, an indefinite
 * length or octets left over are a refusal. Numbers and lengths may be longer than need be, and dates may have fractions of a second:
 * issuers in use write them so.
 */
import { parseCalendarDate } from '@kazashi/lifecycle'
import { decode, encode, type TagDecodeControl } from 'cborg'
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
/** Octets in tag 24, as they came. */
export class EncodedCbor {
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** Octets of a document. A card's portrait has some 15 KB; the largest mdoc known here has 45 KB. */
export const longestMdoc = 1 << 20

const malformed = (detail: string): MdocError => new MdocError('MDOC_MALFORMED', detail)

/** RFC 3339 §5.6 in capitals, as RFC 4287 §3.3 has it. Leap seconds, which no Date has, are refused. */
const dateTime =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

const isDate = (text: string): boolean => parseCalendarDate(text) !== undefined

const tags = {
  // COSE_Mac0 and COSE_Sign1 stand without their tags in an mdoc; some write them.
  17: (content: TagDecodeControl): unknown => content(),
  18: (content: TagDecodeControl): unknown => content(),
  0: (content: TagDecodeControl): DateTime => {
    const text = content()
    if (typeof text !== 'string' || !isDate(dateTime.exec(text)?.[1] ?? ''))
      throw malformed('tag 0: no date and time')
    return new DateTime(text)
  },
  24: (content: TagDecodeControl): EncodedCbor => {
    const bytes = content()
    if (!(bytes instanceof Uint8Array)) throw malformed('tag 24: no octets')
    return new EncodedCbor(bytes)
  },
  1004: (content: TagDecodeControl): FullDate => {
    const date = content()
    if (typeof date !== 'string' || !isDate(date)) throw malformed('tag 1004: no date')
    return new FullDate(date)
  },
}

/** Values of cborg are of our types: its options leave nothing else. */
function checked(value: unknown): CborValue {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  if (value instanceof DateTime || value instanceof FullDate || value instanceof EncodedCbor)
    return value
  if (Array.isArray(value)) return value.map(checked)
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [checked(key), checked(one)] as const))
  throw malformed('a value of a kind that is not used')
}

/** @throws {MdocError} MDOC_MALFORMED, MDOC_TOO_LARGE */
export function decodeCbor(bytes: Uint8Array): CborValue {
  if (bytes.length > longestMdoc)
    throw new MdocError('MDOC_TOO_LARGE', `${bytes.length} octets, over ${longestMdoc}`)
  try {
    return checked(
      decode(bytes, {
        useMaps: true,
        rejectDuplicateMapKeys: true,
        allowIndefinite: false,
        allowUndefined: false,
        allowNaN: false,
        allowInfinity: false,
        tags,
      }),
    )
  } catch (cause) {
    if (cause instanceof MdocError) throw cause
    // Also a RangeError: arrays in arrays in arrays, deeper than the stack.
    throw new MdocError('MDOC_MALFORMED', {
      detail: cause instanceof Error ? cause.message : 'no CBOR',
      cause,
    })
  }
}

/** #6.24(bstr): the octets of digests and payloads. */
export function encodedCbor(bytes: Uint8Array): Uint8Array {
  const octets = encode(bytes)
  const tagged = new Uint8Array(2 + octets.length)
  tagged.set([0xd8, 24])
  tagged.set(octets, 2)
  return tagged
}

/** Deterministic (RFC 8949 §4.2). */
export const encodeArray = (items: readonly (string | Uint8Array)[]): Uint8Array => encode(items)

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
  encoded(value: CborValue | undefined, place: string): Uint8Array {
    if (value instanceof EncodedCbor) return value.bytes
    throw malformed(`${place} is no encoded CBOR`)
  },
}
