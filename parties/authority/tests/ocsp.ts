/** The status a relying party gets for a certificate, by OCSP over HTTP. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { createOcspRequest, verifyOcspResponse } from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'

export type Told = 'good' | 'unknown' | 'certificateHold' | 'revoked'

/**
 * @param repository origin that is asked @param certificate DER @param issuer DER @param now of the authority
 * @returns certificateHold apart from everything that is revoked for good
 */
export async function askOcsp(
  repository: string,
  kind: CertificateKind,
  { certificate, issuer, now }: { certificate: Uint8Array; issuer: Uint8Array; now: Date },
  fetch: typeof globalThis.fetch = localFetch,
): Promise<Told> {
  const answer = await fetch(`${repository}/pki/ocsp/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Buffer.from(createOcspRequest({ certificate, issuer })),
  })
  const response = new Uint8Array(await answer.arrayBuffer())
  const told = await verifyOcspResponse({ response, certificate, issuer, now })
  return told.status === 'revoked' && told.reason === 'certificateHold' ? told.reason : told.status
}
