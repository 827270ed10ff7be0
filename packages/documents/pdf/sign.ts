/**
 * Signing a PDF (ISO 32000-2 §12.8.1, ETSI EN 319 142-1 §5) by a signer that sees a digest only: the file gets an addition with a gap, the
 * signer signs the rest, and its CMS fills the gap. What was signed before stays as it was, to the octet.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from '@cantoo/pdf-lib'
import { concat, hex, latin1 } from '@kazashi/octets'
import { type Certificate, createSignedData, type Signer, sha256 } from '@kazashi/pki'
import { DocumentError } from '../errors.ts'
import { pdfDate } from './date.ts'
import { reading } from './errors.ts'
import { fieldsOf } from './fields.ts'
import { certifiedFor } from './permissions.ts'
import { PdfRevision } from './revision.ts'
import { drawSeal, type PdfSeal } from './seal.ts'

export interface PdfSignOptions {
  /** Claimed: stands in the document, as PAdES has it, and not in the CMS. */
  readonly signingTime: Date
  readonly reason?: string | undefined
  readonly location?: string | undefined
  readonly name?: string | undefined
  /** Of a field; one of the form that is not signed yet is filled. Default: a new one. */
  readonly field?: string | undefined
  /** What is seen of the signature; default: nothing. */
  readonly seal?: PdfSeal | undefined
  /** `pkcs7` for a signer whose CMS has its own time in it, as a phone's. Default: `cades`. */
  readonly format?: 'cades' | 'pkcs7' | undefined
  /** Octets kept free for the CMS; default 16,384: room for certificates and a time stamp. */
  readonly room?: number | undefined
}

export interface PreparedPdf {
  /** What is signed: the octets around the gap. */
  readonly content: Uint8Array
  /** SHA-256 of it. */
  readonly digest: Uint8Array
  /**
   * @param cms SignedData over `content`, detached, DER @returns the signed PDF
   * @throws {DocumentError} PDF_SIGNATURE_TOO_LARGE
   */
  readonly finish: (cms: Uint8Array) => Uint8Array
}

const defaultRoom = 16_384
const formats = { cades: 'ETSI.CAdES.detached', pkcs7: 'adbe.pkcs7.detached' } as const
/** A number of ten digits keeps the room for any other. */
const wide = 9_999_999_999

/** @throws {DocumentError} PDF_MALFORMED, PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_LOCKED, PDF_INPUT_INVALID */
export async function preparePdfSignature(
  pdf: Uint8Array,
  options: PdfSignOptions,
): Promise<PreparedPdf> {
  const revision = new PdfRevision(pdf)
  if (certifiedFor(revision) === 1)
    throw new DocumentError('PDF_LOCKED', 'its author allows no change, a signature neither')
  const field = fieldFor(revision, options.field)
  const room = options.room ?? defaultRoom
  const document = await opened(pdf)
  const { context } = document
  const value = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: formats[options.format ?? 'cades'],
    ByteRange: [0, wide, wide, wide],
    Contents: PDFHexString.of('0'.repeat(2 * room)),
    M: PDFHexString.fromText(pdfDate(options.signingTime)),
  })
  for (const [key, text] of [
    ['Reason', options.reason],
    ['Location', options.location],
    ['Name', options.name],
  ] as const)
    if (text !== undefined) value.set(PDFName.of(key), PDFHexString.fromText(text))
  putField(document, field, context.register(value), options.seal)
  const whole = await document.commit({ useObjectStreams: false })
  return withGap(whole, pdf.length)
}

async function opened(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      preserveXFA: true,
    })
  } catch (cause) {
    throw new DocumentError('PDF_MALFORMED', { detail: 'it cannot be read', cause })
  }
}

interface FieldPlace {
  readonly name: string
  /** It is there and empty. */
  readonly ref: PDFRef | undefined
}

function fieldFor(revision: PdfRevision, wanted: string | undefined): FieldPlace {
  const fields = fieldsOf(revision)
  const found = fields.find(({ name }) => name === wanted)
  if (wanted !== undefined && found === undefined && /[.\s]|^$/.test(wanted))
    throw new DocumentError('PDF_INPUT_INVALID', 'a name of a field without dots and blanks')
  if (found && (found.kind !== 'Sig' || found.value !== undefined || found.ref === undefined))
    throw new DocumentError('PDF_INPUT_INVALID', `${wanted} is no free field for a signature`)
  if (found) return { name: found.name, ref: found.ref }
  let number = 1
  while (fields.some(({ name }) => name === `Signature${number}`)) number += 1
  return { name: wanted ?? `Signature${number}`, ref: undefined }
}

/** Flags of an annotation: printed, and nobody moves it (§12.5.3). */
const printedAndLocked = 132
/** SigFlags: there are signatures, and the file only grows (§12.7.3). */
const signedAndGrowing = 3

function putField(
  document: PDFDocument,
  { name, ref }: FieldPlace,
  value: PDFRef,
  seal: PdfSeal | undefined,
): void {
  const { context } = document
  if (ref) {
    const field = context.lookup(ref, PDFDict)
    field.set(PDFName.of('V'), value)
    context.assign(ref, field)
  } else {
    const page = pageOf(document, seal)
    const widget = context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(name),
      Rect: seal ? [seal.x, seal.y, seal.x + seal.size, seal.y + seal.size] : [0, 0, 0, 0],
      V: value,
      F: printedAndLocked,
      P: page.ref,
    })
    if (seal) widget.set(PDFName.of('AP'), context.obj({ N: drawSeal(document, seal) }))
    const added = context.register(widget)
    append(document, page.node, page.ref, 'Annots', added)
    const { ref: formRef, form } = formOf(document)
    append(document, form, formRef, 'Fields', added)
  }
  const { ref: formRef, form } = formOf(document)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(signedAndGrowing))
  if (formRef) context.assign(formRef, form)
}

function pageOf(document: PDFDocument, seal: PdfSeal | undefined): PDFPage {
  const pages = reading(() => document.getPages())
  const page = pages[(seal?.page ?? 1) - 1]
  if (page === undefined)
    throw new DocumentError('PDF_INPUT_INVALID', `of ${pages.length} pages there is no such one`)
  return page
}

function formOf(document: PDFDocument): { ref: PDFRef | undefined; form: PDFDict } {
  const { catalog, context } = document
  const key = PDFName.of('AcroForm')
  const entry = catalog.get(key)
  const found = entry && context.lookup(entry)
  if (found instanceof PDFDict)
    return { ref: entry instanceof PDFRef ? entry : undefined, form: found }
  const form = context.obj({ Fields: [] })
  const ref = context.register(form)
  catalog.set(key, ref)
  return { ref, form }
}

/** To a list of a dictionary, which may stand apart from it. */
function append(
  { context }: PDFDocument,
  dictionary: PDFDict,
  ref: PDFRef | undefined,
  key: string,
  value: PDFRef,
): void {
  const entry: PDFObject | undefined = dictionary.get(PDFName.of(key))
  const list = entry && context.lookup(entry)
  const items = list instanceof PDFArray ? list.asArray() : []
  const longer = context.obj([...items, value])
  if (entry instanceof PDFRef) context.assign(entry, longer)
  else dictionary.set(PDFName.of(key), longer)
  if (ref) context.assign(ref, dictionary)
}

/** @param start where the addition begins */
function withGap(whole: Uint8Array, start: number): PreparedPdf {
  const text = latin1(whole.subarray(start))
  const range = /\/ByteRange \[ ?0 9999999999 9999999999 9999999999 ?\]/.exec(text)
  const gap = /\/Contents <(0+)>/.exec(text)
  if (!range || !gap) throw new DocumentError('PDF_MALFORMED', 'the addition has no gap')
  const first = start + gap.index + '/Contents '.length
  const second = start + gap.index + gap[0].length
  const numbers = `/ByteRange [0 ${first} ${second} ${whole.length - second}`
  const bytes = whole.slice()
  put(bytes, start + range.index, `${numbers.padEnd(range[0].length - 1)}]`)
  const content = concat([bytes.subarray(0, first), bytes.subarray(second)])
  return {
    content,
    digest: sha256(content),
    finish(cms) {
      const written = hex.encode(cms)
      const room = second - first - 2
      if (written.length > room)
        throw new DocumentError('PDF_SIGNATURE_TOO_LARGE', `over ${room / 2} octets`)
      const signed = bytes.slice()
      put(signed, first + 1, written)
      return signed
    },
  }
}

function put(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index)
}

/**
 * By a key at hand: `preparePdfSignature`, a signature, `finish`.
 * @param options.stamp adds a time stamp to the CMS (PAdES-B-T): `addSignatureTimeStamp` of a token from an authority
 * @throws {DocumentError} as both; {PkiError} KEY_INVALID
 */
export async function signPdf(
  pdf: Uint8Array,
  options: PdfSignOptions & {
    readonly signer: Signer
    readonly certificate: Certificate
    readonly certificates?: readonly Certificate[]
    readonly stamp?: (cms: Uint8Array) => Promise<Uint8Array>
  },
): Promise<Uint8Array> {
  const { signer, certificate, certificates = [], stamp } = options
  const { content, finish } = await preparePdfSignature(pdf, options)
  const signingTime = options.format === 'pkcs7' ? options.signingTime : undefined
  const cms = await createSignedData({
    content,
    detached: true,
    signer,
    certificate,
    certificates,
    signingTime,
  })
  return finish(stamp ? await stamp(cms) : cms)
}
