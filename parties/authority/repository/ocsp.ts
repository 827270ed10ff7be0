/** OCSP (RFC 6960): the status in memory says what is, the record says since when and why. */
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  answerOcspRequest,
  type OcspCertStatus,
  ocspError,
  PkiError,
  parseOcspRequest,
} from '@kazashi/pki'
import { certificateAt } from '../database/certificates.ts'
import type { Published } from './published.ts'

/** Minutes until which an answer may be relied on by who cannot ask again. */
const answerMinutes = 10

export interface OcspAnswer {
  /** DER */
  readonly response: Uint8Array
  readonly producedAt: Date
  /** Not with a nonce: such an answer is for one who asked only. */
  readonly mayBeKept: boolean
}

async function statusOf(
  { serials, statuses, db, sealing, clock }: Published,
  kind: CertificateKind,
  serialNumber: string,
): Promise<OcspCertStatus> {
  const at = serials.decode(kind, serialNumber)
  if (!at) return { status: 'unknown' }
  const state = statuses.get(at.series, at.index)
  if (state === 'good') return { status: 'good' }
  if (state === 'never-issued') return { status: 'unknown' }
  const record = await certificateAt(db, sealing, at)
  const since = record?.statusSince ?? new Date(0)
  return {
    status: 'revoked',
    // The sandbox clock may have gone back behind it: an answer tells of nothing that is to come.
    revokedAt: new Date(Math.min(since.getTime(), clock.now().getTime())),
    reason: state === 'hold' ? 'certificateHold' : (record?.reason ?? 'unspecified'),
  }
}

function hasNonce(request: Uint8Array): boolean {
  try {
    return parseOcspRequest(request).nonce !== undefined
  } catch (error) {
    if (error instanceof PkiError) return true
    throw error
  }
}

export const malformedOcsp = ({ clock }: Published): OcspAnswer => ({
  response: ocspError('malformedRequest'),
  producedAt: clock.now(),
  mayBeKept: false,
})

/** @param request DER; whatever it is, the answer is an OCSP response */
export async function answerOcsp(
  records: Published,
  kind: CertificateKind,
  request: Uint8Array,
): Promise<OcspAnswer> {
  const { certificate, responder } = records.authorities[kind]
  const now = records.clock.now()
  const response = await answerOcspRequest({
    request,
    issuer: certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate: new Date(now.getTime() + answerMinutes * 60_000),
    statusOf: (serialNumber) => statusOf(records, kind, serialNumber),
  })
  return { response, producedAt: now, mayBeKept: !hasNonce(request) }
}
