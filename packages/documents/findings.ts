/** The signatures of a document as its format has them: CMS, PDF or XML, told apart by the first octets. */
import {
  type Certificate,
  type CmsSigner,
  PkiError,
  type VerifiedCms,
  verifyCms,
} from '@kazashi/pki'
import { VerifyError, type VerifyErrorCode } from '@kazashi/verify'
import { DocumentError } from './errors.ts'
import { type PdfSignature, verifyPdf } from './pdf/verify.ts'
import type { PdfDifference } from './pdf/world.ts'
import type { Covered, Resolve } from './xml/references.ts'
import { verifyXmlSignature, type XmlSignature } from './xml/verify.ts'

export interface DocumentOptions {
  /** Of a detached CMS signature. */
  readonly content?: Uint8Array | undefined
  /** Octets of an XML signature's reference to elsewhere. */
  readonly resolve?: Resolve | undefined
  /**
   * Takes an XML signature that covers parts of the document, too, or nothing but what is elsewhere: `coverage` says which, and nothing else is signed.
   * Default: the whole document.
   */
  readonly parts?: boolean | undefined
  /** CAs whose authorities are believed what time it was, DER. Default: none, and a time stamp proves nothing. */
  readonly timeStampAnchors?: readonly Uint8Array[] | undefined
}

/** What a signature is over. */
export type Coverage =
  | { readonly format: 'cms'; readonly detached: boolean; readonly content: Uint8Array }
  | {
      readonly format: 'pdf'
      readonly field: string
      /** `file`: all of it; `revision`: it was added to since, as `since` says. */
      readonly covers: 'file' | 'revision'
      readonly since: PdfDifference
      readonly reason: string | undefined
      readonly location: string | undefined
    }
  /** The octets and elements themselves: nothing else is signed, so nothing is to be looked up again. */
  | { readonly format: 'xml'; readonly covers: readonly Covered[] }

/** One signature as its format has it. */
export interface Found {
  readonly coverage: Coverage
  readonly certificate: Certificate
  readonly certificates: readonly Certificate[]
  readonly signingTime: Date | undefined
  /** TimeStampTokens over the signature's value. */
  readonly stamps: CmsSigner['timeStamps']
  readonly value: Uint8Array
}
export type Finding = Found | { readonly error: VerifyError; readonly coverage?: Coverage }

/** @returns what the octets are by their first ones; undefined: nothing that is read here */
export function formatOf(document: Uint8Array): Coverage['format'] | undefined {
  if (document[0] === 0x30) return 'cms'
  const start = new TextDecoder('latin1').decode(document.subarray(0, 1024))
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(start)) return 'xml'
  return start.includes('%PDF-') ? 'pdf' : undefined
}

/** By format. @throws {VerifyError} DOCUMENT_MALFORMED */
export const readers: Readonly<
  Record<Coverage['format'], (document: Uint8Array, options: DocumentOptions) => Promise<Finding[]>>
> = {
  async cms(document, { content }) {
    const cms = await verifyCms(document, { content }).catch(malformed)
    return cms instanceof VerifyError ? [{ error: cms }] : ofCms(cms, cms.content)
  },
  async pdf(document) {
    const verdicts = await verifyPdf(document).catch(unreadable)
    return verdicts.flatMap(({ outcome }) => {
      if (outcome instanceof Error) return [{ error: refusalOf(outcome) }]
      return outcome.kind === 'signature' ? ofPdf(outcome, outcome.cms) : []
    })
  },
  async xml(document, { resolve, parts = false }) {
    try {
      return (
        await verifyXmlSignature(document, {
          resolve,
          mustCover: parts ? undefined : 'whole-document',
        })
      ).map(ofXml)
    } catch (error) {
      if (error instanceof DocumentError && error.code === 'XML_SIGNATURE_MISSING') return []
      if (error instanceof DocumentError && !signatureCodes.test(error.code))
        return unreadable(error)
      if (error instanceof DocumentError || error instanceof PkiError)
        return [{ error: refusalOf(error) }]
      throw error
    }
  },
}

function malformed(error: unknown): VerifyError {
  if (!(error instanceof PkiError)) throw error
  if (error.code === 'CMS_MALFORMED')
    throw new VerifyError('DOCUMENT_MALFORMED', { detail: error.message, cause: error })
  return refusalOf(error)
}

/** Of the document, not of one signature. */
function unreadable(cause: unknown): never {
  if (!(cause instanceof DocumentError)) throw cause
  throw new VerifyError('DOCUMENT_MALFORMED', { detail: cause.message, cause })
}

/** Codes of a document whose signature is there and is not right. */
const signatureCodes =
  /^XML_(?:SIGNATURE_(?!MISSING)|DIGEST|ALGORITHM|TRANSFORM|REFERENCE|EXTERNAL|ID_|NOT_COVERED|TEXT_SPLIT|KEY|CERTIFICATE|PROPERTIES)/

const notCovered: ReadonlySet<string> = new Set([
  'PDF_NOT_COVERED',
  'XML_NOT_COVERED',
  'XML_ID_AMBIGUOUS',
  'XML_REFERENCE_MISPLACED',
  'XML_REFERENCE_UNRESOLVED',
  'XML_EXTERNAL_UNRESOLVED',
])

function refusalOf(cause: DocumentError | PkiError): VerifyError {
  const code: VerifyErrorCode = notCovered.has(cause.code)
    ? 'DOCUMENT_NOT_COVERED'
    : 'SIGNATURE_INVALID'
  return new VerifyError(code, { detail: cause.message, cause })
}

const ofCms = ({ isDetached, signers, certificates }: VerifiedCms, content: Uint8Array): Found[] =>
  signers.map((signer) => ({
    ...signerOf(signer, certificates),
    coverage: { format: 'cms', detached: isDetached, content },
  }))

const signerOf = (signer: CmsSigner, certificates: readonly Certificate[]) => ({
  certificate: signer.certificate,
  certificates,
  signingTime: signer.signingTime,
  stamps: signer.timeStamps,
  value: signer.signature,
})

function ofPdf(signature: PdfSignature, { signers, certificates }: VerifiedCms): Finding[] {
  const { field, covers, since, reason, location, time } = signature
  const coverage = { format: 'pdf', field, covers, since, reason, location } as const
  if (since.changes === 'changed') {
    const error = new VerifyError('DOCUMENT_CHANGED', since.details.join('; '))
    return [{ error, coverage }]
  }
  return signers.map((signer) => ({
    ...signerOf(signer, certificates),
    signingTime: signer.signingTime ?? time,
    coverage,
  }))
}

function ofXml({ certificate, certificates, covers, signingTime }: XmlSignature): Finding {
  const coverage = { format: 'xml', covers } as const
  if (certificate === undefined)
    return {
      error: new VerifyError('SIGNATURE_INVALID', 'no certificate says whose it is'),
      coverage,
    }
  const stamps: readonly Uint8Array[] = []
  return { certificate, certificates, signingTime, stamps, value: new Uint8Array(), coverage }
}
