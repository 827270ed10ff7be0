/**
 * CBOR (RFC 8949) as mdocs have it, and no more: text in UTF-8 and octets, whole numbers, true and false, null, arrays, maps by text or
 * number, and the tags 0 (date and time), 17, 18 (COSE), 24 (encoded CBOR) and 1004 (RFC 8943, date). Anything else, a key that comes
 * twice, a number with a point, an indefinite length or octets left over are a refusal. Numbers and lengths may be longer than need be,
 * and dates may have fractions of a second: issuers in use write them so.
 */
import { parseCalendarDate } from '@kazashi/lifecycle'
import { type CborMap, type CborValue, DateTime, EncodedCbor, FullDate } from './cbor.ts'
import { MdocError } from './errors.ts'

/** Octets of a document. A card's portrait has some 15 KB; the largest mdoc known here has 45 KB. */
export const longestMdoc = 1 << 20

/** Arrays, maps and tags in one another. A DeviceResponse has ten. */
const deepest = 32

const malformed = (detail: string): MdocError => new MdocError('MDOC_MALFORMED', detail)

/** RFC 3339 §5.6 in capitals, as RFC 4287 §3.3 has it. Leap seconds, which no Date has, are refused. */
const dateTime =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

const isDate = (text: string): boolean => parseCalendarDate(text) !== undefined

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Texts up to this length are read octet by octet, which is faster for names of elements. */
const shortText = 40

/** One pass over the octets (RFC 8949 §3). */
class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  #depth = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** One value and nothing after it. */
  whole(): CborValue {
    const value = this.#value()
    if (this.#at !== this.#bytes.length) throw malformed('octets are left over')
    return value
  }

  #octet(): number {
    const octet = this.#bytes[this.#at++]
    if (octet === undefined) throw malformed('it is cut off')
    return octet
  }

  /** The argument of an initial octet (§3). */
  #argument(info: number): number | bigint {
    if (info < 24) return info
    if (info > 27) throw malformed('a length that is not used')
    let value = 0
    const octets = 1 << (info - 24)
    if (octets < 8) {
      for (let read = 0; read < octets; read += 1) value = value * 256 + this.#octet()
      return value
    }
    let long = 0n
    for (let read = 0; read < octets; read += 1) long = (long << 8n) | BigInt(this.#octet())
    return long <= Number.MAX_SAFE_INTEGER ? Number(long) : long
  }

  /** Octets, or things that take at least one octet each. */
  #length(info: number): number {
    const length = this.#argument(info)
    if (length > this.#bytes.length - this.#at) throw malformed('it is cut off')
    return Number(length)
  }

  #take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return taken
  }

  #text(length: number): string {
    const end = this.#at + length
    if (length <= shortText) {
      let text = ''
      for (let at = this.#at; at < end; at += 1) {
        const octet = this.#bytes[at] ?? 0
        if (octet > 0x7f) break
        text += String.fromCharCode(octet)
      }
      if (text.length === length) {
        this.#at = end
        return text
      }
    }
    try {
      const text = utf8.decode(this.#bytes.subarray(this.#at, end))
      this.#at = end
      return text
    } catch (cause) {
      throw new MdocError('MDOC_MALFORMED', { detail: 'a text that is no UTF-8', cause })
    }
  }

  #value(): CborValue {
    if (this.#depth === deepest) throw malformed('too many things in one another')
    this.#depth += 1
    const value = this.#content()
    this.#depth -= 1
    return value
  }

  #content(): CborValue {
    const start = this.#at
    const first = this.#octet()
    const info = first & 0x1f
    switch (first >> 5) {
      case 0:
        return this.#argument(info)
      case 1: {
        const below = this.#argument(info)
        if (typeof below === 'bigint' || below === Number.MAX_SAFE_INTEGER)
          return -1n - BigInt(below)
        return -1 - below
      }
      case 2:
        return this.#take(this.#length(info))
      case 3:
        return this.#text(this.#length(info))
      case 4:
        return Array.from({ length: this.#length(info) }, () => this.#value())
      case 5:
        return this.#map(this.#length(info))
      case 6:
        return this.#tagged(this.#argument(info), start)
      default:
        return simple(info)
    }
  }

  #map(entries: number): CborMap {
    const map = new Map<CborValue, CborValue>()
    for (let read = 0; read < entries; read += 1) {
      const key = this.#value()
      if (typeof key !== 'string' && typeof key !== 'number')
        throw malformed('a key that is neither text nor number')
      if (map.has(key)) throw malformed('a key comes twice')
      map.set(key, this.#value())
    }
    return map
  }

  #tagged(tag: number | bigint, start: number): CborValue {
    const content = this.#value()
    switch (tag) {
      // COSE_Mac0 and COSE_Sign1 stand without their tags in an mdoc; some write them.
      case 17:
      case 18:
        return content
      case 0:
        if (typeof content !== 'string' || !isDate(dateTime.exec(content)?.[1] ?? ''))
          throw malformed('tag 0: no date and time')
        return new DateTime(content)
      case 24:
        if (!(content instanceof Uint8Array)) throw malformed('tag 24: no octets')
        return new EncodedCbor(content, this.#bytes.subarray(start, this.#at))
      case 1004:
        if (typeof content !== 'string' || !isDate(content)) throw malformed('tag 1004: no date')
        return new FullDate(content)
      default:
        throw malformed(`tag ${tag}, which is not used`)
    }
  }
}

/** §3.3: false, true and null. */
function simple(info: number): boolean | null {
  if (info === 20) return false
  if (info === 21) return true
  if (info === 22) return null
  throw malformed(info > 24 && info < 28 ? 'a number with a point' : 'a value that is not used')
}

/** Octet strings in it are views of `bytes`. @throws {MdocError} MDOC_MALFORMED, MDOC_TOO_LARGE */
export function decodeCbor(bytes: Uint8Array): CborValue {
  if (bytes.length > longestMdoc)
    throw new MdocError('MDOC_TOO_LARGE', `${bytes.length} octets, over ${longestMdoc}`)
  return new Reader(bytes).whole()
}
