/**
 * A contract signed at the counter, in two phases: the server prepares the PDF and tells its digest, card or phone signs it on the tablet's
 * reader, and the server puts the CMS into the PDF and has the whole verified (docs/integrate/shop.md). Nothing else is in between.
 */
import { type AcceptedSignature, verifyDocument } from '@kazashi/documents'
import { type PreparedPdf, preparePdfSignature } from '@kazashi/documents/pdf'
import { hex } from '@kazashi/octets'
import { type Verifier, VerifyError } from '@kazashi/verify'
import type { Signer } from './decision.ts'
import { cmsRoom, type Role } from './roles.ts'

/** Names of fields in the PDF, and what it says the signature is for. */
const places = {
  customer: { field: 'Customer', reason: '契約の申し込み' },
  guardian: { field: 'Guardian', reason: '法定代理人の同意' },
} as const satisfies Record<Role, object>

/** @param pdf unsigned, or signed by those who come before @throws {DocumentError} */
export const prepare = (pdf: Uint8Array, role: Role, signingTime: Date): Promise<PreparedPdf> =>
  preparePdfSignature(pdf, { ...places[role], signingTime, room: cmsRoom })

const signerOf = ({ attributes, certificate }: AcceptedSignature): Signer => {
  if (attributes === undefined) throw new VerifyError('ATTRIBUTES_MISSING')
  return { attributes, key: hex.encode(certificate.spki) }
}

/**
 * All signatures of the PDF hold, they are those of `wanted` in this order, and the last one covers the whole file. Of an earlier one it is
 * only known that nothing but the next signature was added since (ISO 32000-2 §12.8.2.2).
 * @returns who signed, in that order
 * @throws {VerifyError} of the first signature that does not hold: SIGNATURE_INVALID, CERTIFICATE_SUSPENDED, CERTIFICATE_REVOKED,
 *   CERTIFICATE_EXPIRED, …; DOCUMENT_CHANGED
 */
export async function verifySigned(
  verifier: Verifier,
  pdf: Uint8Array,
  wanted: readonly Role[],
): Promise<readonly Signer[]> {
  const { signatures } = await verifyDocument(verifier, pdf)
  const accepted = signatures.map((one) => {
    if (!one.accepted) throw one.error
    return one
  })
  const fields = accepted.map(({ coverage }) => coverage.format === 'pdf' && coverage.field)
  const last = accepted.at(-1)?.coverage
  const isWhole = last?.format === 'pdf' && last.covers === 'file'
  if (!isWhole || fields.join() !== wanted.map((role) => places[role].field).join())
    throw new VerifyError('DOCUMENT_CHANGED', 'not the signatures that were asked for')
  return accepted.map(signerOf)
}
