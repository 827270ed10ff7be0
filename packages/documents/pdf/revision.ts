/** A PDF up to the end of one of its revisions (ISO 32000-2 §7.5.6): its objects as they were then. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { equalBytes, latin1 } from '@kazashi/octets'
import { DocumentError } from '../errors.ts'
import { malformed } from './errors.ts'
import { inflated, newRoom, type Room } from './inflate.ts'
import { objectAt, parseObject, readXref, type Xref } from './xref.ts'

/** Octets. */
const largest = 64 * 1024 * 1024
/** References that lead to references. */
const farthest = 16

interface Packed {
  readonly number: number
  readonly object: PDFObject
  readonly source: Uint8Array
}

export class PdfRevision {
  readonly bytes: Uint8Array
  readonly xref: Xref
  readonly #objects = new Map<number, PDFObject | undefined>()
  readonly #packed = new Map<number, readonly Packed[]>()
  readonly #room: Room
  /** Of each object that stands by itself: where the next one begins. */
  #ends: ReadonlyMap<number, number> | undefined

  /** @throws {DocumentError} PDF_MALFORMED, PDF_TOO_LARGE, PDF_ENCRYPTED */
  constructor(bytes: Uint8Array) {
    if (bytes.length > largest) throw new DocumentError('PDF_TOO_LARGE', `over ${largest} octets`)
    if (!latin1(bytes.subarray(0, 1024)).includes('%PDF-')) malformed('no PDF')
    this.bytes = bytes
    this.#room = newRoom()
    this.xref = readXref(bytes, this.#room)
    if (this.xref.trailer.get(PDFName.of('Encrypt')))
      throw new DocumentError('PDF_ENCRYPTED', 'it is encrypted')
  }

  /** @returns undefined: there is none @throws {DocumentError} PDF_MALFORMED */
  object(number: number): PDFObject | undefined {
    if (!this.#objects.has(number)) this.#objects.set(number, this.#read(number))
    return this.#objects.get(number)
  }

  #read(number: number): PDFObject | undefined {
    const entry = this.xref.entries.get(number)
    if (entry === undefined || entry.kind === 'free') return undefined
    if (entry.kind === 'packed') {
      const packed = this.#unpacked(entry.stream)[entry.index]
      return packed?.number === number ? packed.object : malformed(`object ${number} is not there`)
    }
    const found = objectAt(this.bytes, entry.offset, this.#endOf(entry.offset))
    return found.number === number && found.generation === entry.generation
      ? found.object
      : malformed(`object ${number} is another`)
  }

  /** Octets of an object, with its number where it stands by itself, and what is behind it. */
  sourceOf(number: number): Uint8Array {
    const entry = this.xref.entries.get(number)
    if (entry?.kind === 'plain') return this.bytes.subarray(entry.offset, this.#endOf(entry.offset))
    const packed = entry?.kind === 'packed' && this.#unpacked(entry.stream)[entry.index]
    return packed ? packed.source : malformed(`object ${number} is not there`)
  }

  #endOf(offset: number): number {
    this.#ends ??= endsOf(this.xref, this.bytes.length)
    return this.#ends.get(offset) ?? this.bytes.length
  }

  /** Objects of an object stream (§7.5.7), in its order: each up to the next one. */
  #unpacked(stream: number): readonly Packed[] {
    const before = this.#packed.get(stream)
    if (before) return before
    const entry = this.xref.entries.get(stream)
    const object = entry?.kind === 'plain' ? this.object(stream) : undefined
    if (!(object instanceof PDFRawStream)) return malformed('no object stream')
    const content = inflated(object, this.#room)
    const first = object.dict.get(PDFName.of('First'))
    const start = first instanceof PDFNumber ? first.asNumber() : malformed('no object stream')
    const pairs = latin1(content.subarray(0, start)).trim().split(/\s+/).map(Number)
    const packed: Packed[] = []
    const numbers = new Set<number>()
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [number = Number.NaN, offset = Number.NaN] = pairs.slice(at, at + 2)
      const next = pairs[at + 3] ?? content.length - start
      const isRight = Number.isSafeInteger(number + offset) && offset < next && !numbers.has(number)
      if (!isRight) return malformed('no object stream')
      numbers.add(number)
      const source = content.subarray(start + offset, start + next)
      packed.push({ number, object: parseObject(source), source })
    }
    this.#packed.set(stream, packed)
    return packed
  }

  /** What a value stands for. */
  resolved(value: PDFObject | undefined): PDFObject | undefined {
    let current = value
    for (let steps = 0; current instanceof PDFRef; steps += 1) {
      if (steps > farthest) return malformed('references that lead nowhere')
      current = this.object(current.objectNumber)
    }
    return current
  }

  /** @returns undefined: it is no dictionary */
  dictionary(value: PDFObject | undefined): PDFDict | undefined {
    const found = this.resolved(value)
    return found instanceof PDFDict ? found : undefined
  }

  at(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
    return this.resolved(dictionary?.get(PDFName.of(key)))
  }

  list(dictionary: PDFDict | undefined, key: string): PDFObject[] {
    const found = this.at(dictionary, key)
    return found instanceof PDFArray ? found.asArray() : []
  }

  get root(): PDFDict {
    return this.dictionary(this.xref.trailer.get(PDFName.of('Root'))) ?? malformed('no catalog')
  }

  /** Is the object the same octets as in a later revision? */
  isUntouched(number: number, later: PdfRevision): boolean {
    const [one, other] = [this.xref.entries.get(number), later.xref.entries.get(number)]
    if (one === undefined || other === undefined) return one === other
    if (one.kind === 'plain')
      return (
        other.kind === 'plain' && one.offset === other.offset && one.generation === other.generation
      )
    if (one.kind === 'free') return other.kind === 'free'
    return (
      other.kind === 'packed' &&
      one.stream === other.stream &&
      one.index === other.index &&
      this.isUntouched(one.stream, later)
    )
  }
}

/** Objects do not lie over each other, or the same octets would be read for ever. */
function endsOf({ entries }: Xref, length: number): ReadonlyMap<number, number> {
  const offsets = [...entries.values()].flatMap((one) => (one.kind === 'plain' ? [one.offset] : []))
  const sorted = [...new Set(offsets)].sort((one, other) => one - other)
  return new Map(sorted.map((offset, at) => [offset, sorted[at + 1] ?? length]))
}

/** One text for objects that are the same; streams by their octets. */
export function isSame(one: PDFObject | undefined, other: PDFObject | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one instanceof PDFRawStream && other instanceof PDFRawStream)
    return (
      one.dict.toString() === other.dict.toString() &&
      equalBytes(one.getContents(), other.getContents())
    )
  return one.toString() === other.toString()
}
