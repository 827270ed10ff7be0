/** Fields of a form (ISO 32000-2 §12.7.4): their whole names, kinds and values. */
import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { malformed, reading } from './errors.ts'
import type { PdfRevision } from './revision.ts'

export interface Widget {
  /** undefined: it stands in its parent. */
  readonly ref: PDFRef | undefined
  readonly dictionary: PDFDict
}

export interface Field extends Widget {
  /** Whole, with dots. */
  readonly name: string
  /** `Sig`, `Tx`, `Btn`, `Ch`. */
  readonly kind: string | undefined
  readonly value: PDFObject | undefined
  /** §12.7.4.1: nobody fills it. */
  readonly isReadOnly: boolean
  /** Where it is seen, in place of the field itself. */
  readonly widgets: readonly Widget[]
}

const deepest = 32
const mostFields = 10_000

/** Of a text string; undefined: it is none. */
export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? reading(() => value.decodeText())
    : undefined
}

export const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? reading(() => value.decodeText()) : undefined

/** Terminal fields, in the order of the form; each object once. @throws {DocumentError} PDF_MALFORMED */
export function fieldsOf(revision: PdfRevision): Field[] {
  const form = revision.dictionary(revision.root.get(PDFName.of('AcroForm')))
  const fields: Field[] = []
  const seen = new Set<number>()
  const once = (entry: PDFObject): void => {
    if (!(entry instanceof PDFRef)) return
    if (seen.has(entry.objectNumber)) malformed('a field that stands in two places')
    seen.add(entry.objectNumber)
  }
  const walk = (entry: PDFObject, above: Above): void => {
    if (above.depth > deepest || fields.length > mostFields) malformed('fields without end')
    once(entry)
    const dictionary = revision.dictionary(entry)
    if (dictionary === undefined) return
    const part = textOf(revision.at(dictionary, 'T'))
    const names = part === undefined ? above.names : [...above.names, part]
    const kind = nameOf(revision.at(dictionary, 'FT')) ?? above.kind
    const flags = revision.at(dictionary, 'Ff') ?? above.flags
    const kids = revision.list(dictionary, 'Kids')
    if (kids.some((one) => revision.dictionary(one)?.has(PDFName.of('T')))) {
      for (const one of kids) walk(one, { names, kind, flags, depth: above.depth + 1 })
      return
    }
    for (const one of kids) once(one)
    const refOf = (one: PDFObject) => (one instanceof PDFRef ? one : undefined)
    fields.push({
      name: names.join('.'),
      kind,
      ref: refOf(entry),
      dictionary,
      value: revision.at(dictionary, 'V'),
      isReadOnly: flags instanceof PDFNumber && (flags.asNumber() & 1) === 1,
      widgets: kids.flatMap((one) => {
        const widget = revision.dictionary(one)
        return widget ? [{ ref: refOf(one), dictionary: widget }] : []
      }),
    })
  }
  const top = { names: [], kind: undefined, flags: undefined, depth: 0 }
  for (const one of revision.list(form, 'Fields')) walk(one, top)
  return fields
}

interface Above {
  readonly names: readonly string[]
  readonly kind: string | undefined
  readonly flags: PDFObject | undefined
  readonly depth: number
}

/** Fields that hold a signature. */
export const signatureFields = (revision: PdfRevision): (Field & { readonly value: PDFDict })[] =>
  fieldsOf(revision).flatMap((field) => {
    const { kind, value } = field
    return kind === 'Sig' && value instanceof PDFDict ? [{ ...field, value }] : []
  })
