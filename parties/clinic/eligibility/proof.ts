/** A proof of who stands at the terminal, verified: signature, path and status by packages/verify. Nobody's word is taken for it. */
import type { Trust } from '@kazashi/login'
import { base64 } from '@kazashi/octets'
import { type Certificate, PkiError, parseCertificate } from '@kazashi/pki'
import { VerifyError } from '@kazashi/verify'
import { type Asker, expectedOf } from './statement.ts'
import type { Proof } from './wire.ts'

function certificateOf(text: string): Certificate {
  try {
    return parseCertificate(base64.decode(text))
  } catch (cause) {
    if (cause instanceof PkiError) throw new VerifyError('RESPONSE_MALFORMED', { cause })
    throw cause
  }
}

/** @throws {VerifyError}; {LoginProblem} TRUST_UNAVAILABLE */
export async function verifyProof(trust: Trust, asker: Asker, proof: Proof): Promise<Certificate> {
  const verifier = await trust.verifier()
  if (proof.kind === 'signature') {
    const expected = expectedOf(asker, proof)
    const response = base64.decode(proof.response)
    return (await verifier.verifyLogin({ response, expected })).certificate
  }
  const certificate = certificateOf(proof.certificate)
  await verifier.verifyCertificate(certificate, 'authentication')
  return certificate
}
