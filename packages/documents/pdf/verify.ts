/**
 * Checking the signatures of a PDF (ISO 32000-2 §12.8, ETSI EN 319 142-1): octets and signature, what is covered, what was changed since. No
 * path, no status.
 */
import { PDFArray, type PDFDict, PDFHexString, PDFNumber } from '@cantoo/pdf-lib'
import { concat, hex, latin1 } from '@kazashi/octets'
import {
  firstOfPadded,
  type Legacy,
  PkiError,
  type TimeStamp,
  type VerifiedCms,
  verifyCms,
  verifyTimeStamp,
} from '@kazashi/pki'
import { DocumentError } from '../errors.ts'
import { changesSince } from './changes.ts'
import { readPdfDate } from './date.ts'
import { reading } from './errors.ts'
import { nameOf, signatureFields, textOf } from './fields.ts'
import { isSame, PdfRevision } from './revision.ts'
import type { PdfDifference } from './world.ts'
import { startOf } from './xref.ts'

interface Described {
  /** Whole name. */
  readonly field: string
  readonly reason: string | undefined
  readonly location: string | undefined
  readonly name: string | undefined
  /** As the signer says. */
  readonly time: Date | undefined
  /** Octets of the file, from the start, that it is over, its own value apart. */
  readonly end: number
  /** `file`: all of it; `revision`: more was added after. */
  readonly covers: 'file' | 'revision'
  readonly since: PdfDifference
}

export type PdfSignature = Described &
  (
    | { readonly kind: 'signature'; readonly cms: VerifiedCms }
    /** A time stamp over the document (§12.8.5). */
    | { readonly kind: 'time-stamp'; readonly stamp: TimeStamp }
  )

export interface PdfVerdict {
  readonly field: string
  readonly outcome: PdfSignature | DocumentError | PkiError
}

/** Signatures of one file. */
const mostSignatures = 100

/**
 * @param options.sha1 as in `verifyCms` @param options.bare takes CMS without signed attributes, as old writers made it
 * @returns for each signature field that is signed what is good of it, or why not; in the order of the form
 * @throws {DocumentError} PDF_MALFORMED, PDF_TOO_LARGE, PDF_ENCRYPTED: of the file
 */
export async function verifyPdf(
  pdf: Uint8Array,
  options: Legacy & { readonly bare?: boolean } = {},
): Promise<PdfVerdict[]> {
  const now = new PdfRevision(pdf)
  const fields = signatureFields(now)
  if (fields.length > mostSignatures)
    throw new DocumentError('PDF_MALFORMED', `over ${mostSignatures} signatures`)
  const verdicts: PdfVerdict[] = []
  for (const { name, value } of fields)
    try {
      verdicts.push({ field: name, outcome: await judged(now, name, value, options) })
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof PkiError)) throw error
      verdicts.push({ field: name, outcome: error })
    }
  return verdicts
}

const notCovered = (detail: string): never => {
  throw new DocumentError('PDF_NOT_COVERED', detail)
}

async function judged(
  now: PdfRevision,
  field: string,
  value: PDFDict,
  options: Legacy & { readonly bare?: boolean },
): Promise<PdfSignature> {
  const { contents, covered, end } = rangesOf(now, value)
  const signed = new PdfRevision(now.bytes.subarray(0, end))
  const then = signatureFields(signed).find(({ name }) => name === field)
  if (then === undefined || !isSame(then.value, value))
    notCovered('the signature was put in after what it is over')
  const described = {
    field,
    reason: textOf(now.at(value, 'Reason')),
    location: textOf(now.at(value, 'Location')),
    name: textOf(now.at(value, 'Name')),
    time: readPdfDate(textOf(now.at(value, 'M'))),
    end,
    covers: end === now.bytes.length ? ('file' as const) : ('revision' as const),
    since: changesSince(signed, now, value),
  }
  const format = nameOf(now.at(value, 'SubFilter'))
  if (format === 'ETSI.RFC3161') {
    const stamp = await verifyTimeStamp(contents, { of: covered, sha1: options.sha1 })
    return { ...described, kind: 'time-stamp', stamp }
  }
  if (format !== 'ETSI.CAdES.detached' && format !== 'adbe.pkcs7.detached')
    throw new DocumentError('PDF_FORMAT_UNSUPPORTED', `signatures of ${format}`)
  // CAdES names the certificate; what came before it does not.
  const signingCertificate = format === 'ETSI.CAdES.detached' ? 'required' : 'optional'
  const cms = await verifyCms(contents, { ...options, content: covered, signingCertificate })
  return { ...described, kind: 'signature', cms }
}

/** What /ByteRange names: everything up to an end of the file but the very octets of /Contents (§12.8.1). */
function rangesOf(now: PdfRevision, value: PDFDict) {
  const array = now.at(value, 'ByteRange')
  const numbers = array instanceof PDFArray ? array.asArray() : []
  const [start, first, second, rest, ...more] = numbers.map((one) =>
    one instanceof PDFNumber ? one.asNumber() : Number.NaN,
  )
  if (
    start === undefined ||
    first === undefined ||
    second === undefined ||
    rest === undefined ||
    more.length > 0
  )
    return notCovered('a byte range that is not of two parts')
  if (![start, first, second, rest].every((one) => Number.isSafeInteger(one) && one >= 0))
    return notCovered('a byte range of no numbers')
  const { bytes } = now
  const end = second + rest
  if (start !== 0 || first >= second || end > bytes.length)
    return notCovered('a byte range past the file')
  const contents = now.at(value, 'Contents')
  if (!(contents instanceof PDFHexString))
    throw new DocumentError('PDF_SIGNATURE_MALFORMED', 'no contents')
  const gap = latin1(bytes.subarray(first, second))
  const [, written] = /^<([0-9A-Fa-f\s]*)>$/.exec(gap) ?? []
  const octets = reading(() => contents.asBytes())
  const inGap =
    written === undefined ? undefined : hex.parse(written.replaceAll(/\s/g, '').toLowerCase())
  if (inGap === undefined || hex.encode(inGap) !== hex.encode(octets))
    return notCovered('the gap is not the value of the signature')
  if (startOf(bytes.subarray(0, end)) === undefined)
    return notCovered('it ends where the file never ended')
  return {
    contents: firstOfPadded(octets),
    covered: concat([bytes.subarray(0, first), bytes.subarray(second, end)]),
    end,
  }
}
