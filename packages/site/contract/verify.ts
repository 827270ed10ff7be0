/** The signed contract as the site accepts it: one signature, over the whole file, by a certificate that holds now. */
import { type AcceptedSignature, verifyDocument } from '@kazashi/documents'
import type { CertificateAttributes } from '@kazashi/pki'
import { type Verifier, VerifyError } from '@kazashi/verify'
import { SigningProblem } from '../signing/problems.ts'

export interface SignedContract {
  readonly attributes: CertificateAttributes
  readonly serialNumber: string
  /** When the status was asked for, and by whom it was told. */
  readonly statusCheckedAt: Date
  readonly statusResponder: string
}

const invalid = (reason: string, cause?: unknown) =>
  new SigningProblem('SIGNED_INVALID', { members: { reason }, cause })

/**
 * @param signatures how many there have to be; the last is the one that is looked at
 * @throws {SigningProblem} SIGNED_INVALID {reason}: a code of @kazashi/verify, or DOCUMENT_CHANGED where it is not the whole file that is signed
 * @throws {LoginProblem} TRUST_UNAVAILABLE
 */
export async function verifyContract(
  verifier: Verifier,
  pdf: Uint8Array,
  count = 1,
): Promise<SignedContract> {
  const { signatures } = await verifyDocument(verifier, pdf).catch((error: unknown) => {
    throw error instanceof VerifyError ? invalid(error.code, error) : error
  })
  for (const one of signatures) if (!one.accepted) throw invalid(one.error.code, one.error)
  const accepted = signatures.filter((one): one is AcceptedSignature => one.accepted)
  const [last] = accepted.slice(-1)
  const coversAll = last?.coverage.format === 'pdf' && last.coverage.covers === 'file'
  if (last === undefined || accepted.length !== count || !coversAll)
    throw invalid('DOCUMENT_CHANGED')
  if (last.attributes === undefined) throw invalid('ATTRIBUTES_MISSING')
  return {
    attributes: last.attributes,
    serialNumber: last.certificate.serialNumber,
    statusCheckedAt: last.statusCheckedAt,
    statusResponder: last.statusResponder,
  }
}
