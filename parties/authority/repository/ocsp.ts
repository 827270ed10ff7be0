/** OCSP (RFC 6960): the status comes from memory, its time and reason from the record. */
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  answerOcspRequest,
  certIdMatches,
  type OcspCertStatus,
  type OcspError,
  type OcspRequest,
  ocspError,
  PkiError,
  parseOcspRequest,
} from '@kazashi/pki'
import { noteSignature } from '@kazashi/serve'
import { certificateAt } from '../database/certificates.ts'
import type { CertificateAuthority } from '../issuing/certificate-authorities.ts'
import type { Published } from './published.ts'

/** Minutes for which a client that cannot ask again may rely on an answer. */
const answerMinutes = 10

export interface OcspAnswer {
  /** DER */
  readonly response: Uint8Array
  readonly producedAt: Date
  /** Not with a nonce: such an answer is for one client only. */
  readonly mayBeKept: boolean
}

/**
 * A revocation has one time, the recorded one, wherever the sandbox clock has gone since. Where it is ahead of the clock the answer is
 * valid all the same: what makes it current are thisUpdate, nextUpdate and producedAt, which are of now (RFC 6960 §4.2.2.1).
 */
async function statusOf(
  { serials, statuses, db, sealing }: Published,
  { kind, generation }: CertificateAuthority,
  serialNumber: string,
): Promise<OcspCertStatus> {
  const at = serials.decode(kind, serialNumber)
  // A number of another generation was not issued by this one.
  if (at?.generation !== generation) return { status: 'unknown' }
  const state = statuses.get(at.series, at.index)
  if (state === 'good') return { status: 'good' }
  if (state === 'never-issued') return { status: 'unknown' }
  const record = await certificateAt(db, sealing, at)
  return {
    status: 'revoked',
    revokedAt: record?.statusSince ?? new Date(0),
    reason: state === 'hold' ? 'certificateHold' : (record?.reason ?? 'unspecified'),
  }
}

/** @returns undefined: malformed */
function readRequest(request: Uint8Array): OcspRequest | undefined {
  try {
    return parseOcspRequest(request)
  } catch (error) {
    if (error instanceof PkiError) return undefined
    throw error
  }
}

function refused({ clock }: Published, error: OcspError): OcspAnswer {
  return { response: ocspError(error), producedAt: clock.now(), mayBeKept: false }
}

export const malformedOcsp = (records: Published): OcspAnswer =>
  refused(records, 'malformedRequest')

/** The generation that is asked about, by its key; undefined: not ours, or not in its years, when its responder is not either. */
async function authorityAsked(
  { authorities, clock }: Published,
  kind: CertificateKind,
  { certIds: [certId] }: OcspRequest,
): Promise<CertificateAuthority | undefined> {
  const now = clock.now()
  return (await authorities.all()).find(({ kind: of, certificate }) => {
    const { notBefore, notAfter } = certificate.validity
    if (of !== kind || now < notBefore || now > notAfter) return false
    return certId !== undefined && certIdMatches(certId, certificate)
  })
}

/** @param request DER; for any bytes the answer is an OCSP response */
export async function answerOcsp(
  records: Published,
  kind: CertificateKind,
  request: Uint8Array,
): Promise<OcspAnswer> {
  const asked = readRequest(request)
  if (!asked) return malformedOcsp(records)
  const authority = await authorityAsked(records, kind, asked)
  if (!authority) return refused(records, 'unauthorized')
  const { certificate, responder } = authority
  const now = records.clock.now()
  const response = await answerOcspRequest({
    request,
    issuer: certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate: new Date(now.getTime() + answerMinutes * 60_000),
    statusOf: (serialNumber) => statusOf(records, authority, serialNumber),
  })
  noteSignature('ocsp', response)
  return { response, producedAt: now, mayBeKept: asked.nonce === undefined }
}
