/** Fields of a form (ISO 32000-2 §12.7.4): their whole names, kinds and values. */
import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PdfRevision } from './revision.ts'
import { malformed, reading } from './xref.ts'

export interface Field {
  /** Whole, with dots. */
  readonly name: string
  /** `Sig`, `Tx`, `Btn`, `Ch`. */
  readonly kind: string | undefined
  /** undefined: it stands in its parent. */
  readonly ref: PDFRef | undefined
  readonly dictionary: PDFDict
  readonly value: PDFObject | undefined
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

/** Terminal fields, in the order of the form. @throws {DocumentError} PDF_MALFORMED */
export function fieldsOf(revision: PdfRevision): Field[] {
  const form = revision.dictionary(revision.root.get(PDFName.of('AcroForm')))
  const fields: Field[] = []
  const walk = (entry: PDFObject, above: readonly string[], kind: string | undefined): void => {
    if (above.length > deepest || fields.length > mostFields) malformed('fields without end')
    const dictionary = revision.dictionary(entry)
    if (dictionary === undefined) return
    const part = textOf(revision.at(dictionary, 'T'))
    const names = part === undefined ? above : [...above, part]
    const own = nameOf(revision.at(dictionary, 'FT')) ?? kind
    const kids = revision.list(dictionary, 'Kids')
    const isParent = kids.some((one) => revision.dictionary(one)?.has(PDFName.of('T')))
    if (isParent) for (const one of kids) walk(one, names, own)
    else
      fields.push({
        name: names.join('.'),
        kind: own,
        ref: entry instanceof PDFRef ? entry : undefined,
        dictionary,
        value: revision.at(dictionary, 'V'),
      })
  }
  for (const one of revision.list(form, 'Fields')) walk(one, [], undefined)
  return fields
}

/** Fields that hold a signature. */
export const signatureFields = (revision: PdfRevision): (Field & { readonly value: PDFDict })[] =>
  fieldsOf(revision).flatMap((field) => {
    const { kind, value } = field
    return kind === 'Sig' && value instanceof PDFDict ? [{ ...field, value }] : []
  })
