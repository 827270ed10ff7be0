/**
 * Cross-reference sections of a PDF (ISO 32000-2 §7.5.4, §7.5.8) as a viewer follows them, from the last `startxref` back: where each object
 * is. What a library finds by reading a file through could be other objects than those a person sees; and where viewers differ, in numbers that
 * come twice, it is refused.
 */
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { latin1 } from '@kazashi/octets'
import { malformed, reading } from './errors.ts'
import { inflated, type Room } from './inflate.ts'

type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  /** In an object stream, by that one's number, and its place there. */
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }

export interface Xref {
  readonly entries: ReadonlyMap<number, XrefEntry>
  /** Of the newest section. */
  readonly trailer: PDFDict
  /** Offsets of all sections, newest first. */
  readonly sections: readonly number[]
}

const mostSections = 1000
const mostObjects = 500_000
/** Octets at the end in which `startxref` has to be. */
const tail = 2048

export const parseObject = (bytes: Uint8Array): PDFObject =>
  reading(() => PDFObjectParser.forBytes(bytes, PDFContext.create()).parseObject())

/** The offset that the last `startxref` names, and the file ends with `%%EOF`. @returns undefined: it does not end so */
export function startOf(bytes: Uint8Array): number | undefined {
  const [, offset] = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(latin1(bytes.subarray(-tail))) ?? []
  return offset === undefined ? undefined : Number(offset)
}

/** @throws {DocumentError} PDF_MALFORMED */
export function readXref(bytes: Uint8Array, room: Room): Xref {
  const entries = new Map<number, XrefEntry>()
  const sections: number[] = []
  let trailer: PDFDict | undefined
  // Tables that lie over each other would be read for ever.
  const budget: Budget = { left: 2 * bytes.length + 65_536, room }
  const waiting = [startOf(bytes) ?? malformed('it does not end with startxref and %%EOF')]
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (sections.includes(offset)) return malformed('sections in a circle')
    sections.push(offset)
    if (sections.length > mostSections) return malformed(`over ${mostSections} sections`)
    const section = sectionAt(bytes, offset, budget)
    for (const [number, entry] of section.entries)
      if (!entries.has(number)) entries.set(number, entry)
    if (entries.size > mostObjects) return malformed(`over ${mostObjects} objects`)
    trailer ??= section.trailer
    // In a hybrid file the stream stands between a table and the one before it (§7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.get(PDFName.of(key))
      if (next instanceof PDFNumber) waiting.push(next.asNumber())
    }
  }
  return { entries, trailer: trailer ?? malformed('no trailer'), sections }
}

interface Budget {
  /** Octets of tables. */
  left: number
  readonly room: Room
}

interface Section {
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PDFDict
}

function sectionAt(bytes: Uint8Array, offset: number, budget: Budget): Section {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset >= bytes.length)
    return malformed('a section past the end')
  const head = latin1(bytes.subarray(offset, offset + 32)).trimStart()
  return head.startsWith('xref')
    ? readTable(bytes, offset, budget)
    : readStream(bytes, offset, budget)
}

/** Each number once: of two, some viewers take the first and some the last. */
function put(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry): void {
  if (entries.has(number)) malformed(`object ${number} twice in one section`)
  if (entries.size >= mostObjects) malformed(`over ${mostObjects} objects`)
  entries.set(number, entry)
}

function readTable(bytes: Uint8Array, offset: number, budget: Budget): Section {
  const end = endOfTable(bytes, offset)
  budget.left -= end - offset
  if (budget.left < 0) return malformed('tables over each other')
  const text = latin1(bytes.subarray(offset, end))
  const entries = new Map<number, XrefEntry>()
  const word = /\s*xref\s+/y
  if (!word.test(text)) return malformed('a table')
  let at = word.lastIndex
  for (;;) {
    const head = /(\d{1,10})[ ]+(\d{1,10})\s+/y
    head.lastIndex = at
    const [, first, count] = head.exec(text) ?? []
    if (first === undefined) break
    at = head.lastIndex
    for (let step = 0; step < Number(count); step += 1) {
      const line = /(\d{10}) (\d{5}) ([nf])\s{1,2}/y
      line.lastIndex = at
      const [, place, generation, letter] = line.exec(text) ?? malformed('a line of a table')
      at = line.lastIndex
      const plain = {
        kind: 'plain',
        offset: Number(place),
        generation: Number(generation),
      } as const
      put(entries, Number(first) + step, letter === 'n' ? plain : { kind: 'free' })
    }
  }
  if (text.slice(at).trim() !== 'trailer') return malformed('a table')
  const trailer = parseObject(bytes.subarray(end))
  return trailer instanceof PDFDict ? { entries, trailer } : malformed('no trailer')
}

/** After the word `trailer`. */
function endOfTable(bytes: Uint8Array, offset: number): number {
  const word = [...'trailer'].map((one) => one.charCodeAt(0))
  for (let at = offset; at + word.length <= bytes.length; at += 1)
    if (word.every((code, index) => bytes[at + index] === code)) return at + word.length
  return malformed('a table without a trailer')
}

export interface Placed {
  readonly number: number
  readonly generation: number
  readonly object: PDFObject
}

/** The object at an offset, after its number. @param end objects do not lie over each other: where the next one begins */
export function objectAt(bytes: Uint8Array, offset: number, end = bytes.length): Placed {
  const head = latin1(bytes.subarray(offset, offset + 64))
  const [whole, number, generation] =
    /^\s*(\d{1,10})\s+(\d{1,5})\s+obj/.exec(head) ?? malformed('no object')
  return {
    number: Number(number),
    generation: Number(generation),
    object: parseObject(bytes.subarray(offset + (whole?.length ?? 0), end)),
  }
}

const numbersOf = (value: PDFObject | undefined): number[] =>
  value instanceof PDFArray
    ? value.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN))
    : []

function readStream(bytes: Uint8Array, offset: number, { room }: Budget): Section {
  const { object } = objectAt(bytes, offset)
  if (!(object instanceof PDFRawStream)) return malformed('no cross-reference stream')
  const { dict } = object
  const widths = numbersOf(dict.get(PDFName.of('W')))
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const width = typeWidth + secondWidth + thirdWidth
  const isWidth = (one: number): boolean => Number.isInteger(one) && one >= 0 && one <= 6
  if (widths.length !== 3 || !widths.every(isWidth) || width === 0)
    return malformed('widths of a cross-reference stream')
  const content = inflated(object, room)
  const size = dict.get(PDFName.of('Size'))
  const whole = [0, size instanceof PDFNumber ? size.asNumber() : 0]
  const named = numbersOf(dict.get(PDFName.of('Index')))
  const index = named.length > 0 ? named : whole
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const field = (length: number): number => {
    let value = 0
    for (const octet of content.subarray(at, at + length)) value = value * 256 + octet
    at += length
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2)
    for (let step = 0; step < (index[pair + 1] ?? 0) && at + width <= content.length; step += 1) {
      const type = typeWidth === 0 ? 1 : field(typeWidth)
      const [second, third] = [field(secondWidth), field(thirdWidth)]
      put(entries, (index[pair] ?? 0) + step, entryOf(type, second, third))
    }
  return { entries, trailer: dict }
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'plain', offset: second, generation: third }
  return type === 2 ? { kind: 'packed', stream: second, index: third } : { kind: 'free' }
}
