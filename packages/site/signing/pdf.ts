/**
 * A PDF that a phone signs: what goes to the gate is the PDF with the place for the signature left out, exactly the octets that the signature
 * covers (ISO 32000-2 §12.8.1), so that the hash the phone signs is the hash of what it shows. A reader finds all pages in it.
 */
import { preparePdfSignature } from '@kazashi/documents/pdf'
import type { DocumentToSign } from './client.ts'

interface PdfOrder {
  readonly document: DocumentToSign
  /** @param cms the signature of the result @returns the signed PDF */
  readonly finish: (cms: Uint8Array) => Uint8Array
}

/** Octets of room for the CMS of a phone: a certificate, the four attributes in it, and its issuer. */
const room = 8192

/**
 * The same for the same arguments, so that a site that keeps the PDF and the time goes on after it was stopped.
 * @param signingTime claimed in the document; the phone's own stands in the CMS
 * @throws {DocumentError} as `preparePdfSignature`
 */
export async function pdfOrder(
  pdf: Uint8Array,
  {
    title,
    reason,
    signingTime,
    field,
  }: {
    readonly title: string
    readonly reason: string
    readonly signingTime: Date
    /** Of a second signer: another name. Default: Signature1. */
    readonly field?: string | undefined
  },
): Promise<PdfOrder> {
  const prepared = await preparePdfSignature(pdf, {
    signingTime,
    reason,
    field,
    format: 'pkcs7',
    room,
  })
  const { digest: hash, content, finish } = prepared
  return { document: { title, hash, content, type: 'application/pdf' }, finish }
}
