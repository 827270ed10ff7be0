/** The signed document as anybody would verify it: what it covers, the path of the certificate, and whether it holds now. */
import { createHash } from 'node:crypto'
import { verifyDocument } from '@kazashi/documents'
import type { Trust } from '@kazashi/login'
import { SigningProblem } from '@kazashi/site'
import { VerifyError } from '@kazashi/verify'
import type { Findings } from '../database/applications.ts'

const ended = /^CERTIFICATE_(SUSPENDED|REVOKED|EXPIRED)$/

/** @throws {SigningProblem} SIGN_CERTIFICATE_ENDED {reason}, SIGNED_INVALID */
function refuse(error: VerifyError): never {
  if (ended.test(error.code))
    throw new SigningProblem('SIGN_CERTIFICATE_ENDED', { members: { reason: error.code } })
  throw new SigningProblem('SIGNED_INVALID', { detail: error.code, cause: error })
}

/** @throws {SigningProblem} SIGN_CERTIFICATE_ENDED {reason}, SIGNED_INVALID; {LoginProblem} TRUST_UNAVAILABLE */
export async function verified(trust: Trust, signed: Uint8Array): Promise<Findings> {
  const verifier = await trust.verifier()
  const { signatures } = await verifyDocument(verifier, signed).catch((error: unknown) => {
    if (error instanceof VerifyError) return refuse(error)
    throw error
  })
  const [signature] = signatures
  if (signature === undefined || signatures.length !== 1)
    throw new SigningProblem('SIGNED_INVALID', { detail: `${signatures.length} signatures` })
  if (!signature.accepted) return refuse(signature.error)
  const { certificate, attributes } = signature
  if (attributes === undefined)
    throw new SigningProblem('SIGNED_INVALID', { detail: 'not the certificate of a person' })
  return {
    signer: attributes.name,
    serial: certificate.serialNumber,
    notAfter: certificate.validity.notAfter.toISOString(),
    sha256: createHash('sha256').update(signed).digest('hex'),
  }
}
