/** OCSP responses (RFC 6960 §4.2): made by a responder, for the requests it gets. */
import { equalBytes } from '@kazashi/octets'
import { keyIdentifier } from './algorithms.ts'
import { type CertificateInput, certificateOf } from './certificate.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import {
  type CertId,
  certIdMatches,
  encodeNonce,
  type OcspRequest,
  parseOcspRequest,
} from './ocsp-request.ts'
import { oids } from './oids.ts'
import { encodeReason, type RevocationReason } from './revocation.ts'
import { encodeSignatureAlgorithm } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

/** Suspended is 'revoked' with the reason certificateHold; a serial number never issued is 'unknown'. */
export type OcspCertStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly revokedAt: Date; readonly reason?: RevocationReason }
export type OcspSingle = OcspCertStatus & { readonly certId: CertId }

export const ocspStatusCodes = {
  malformedRequest: 1,
  internalError: 2,
  tryLater: 3,
  sigRequired: 5,
  unauthorized: 6,
} as const
export type OcspError = keyof typeof ocspStatusCodes

/** An answer without a signature (RFC 6960 §2.3). */
export const ocspError = (error: OcspError): Uint8Array =>
  der.sequence(der.enumerated(ocspStatusCodes[error]))

/**
 * The responder names itself by key and encloses its certificate.
 * @param options.nextUpdate until when the answer may be kept
 * @throws {PkiError} KEY_INVALID when the certificate is not of the signer's key
 */
export async function createOcspResponse(options: {
  readonly signer: Signer
  readonly responderCertificate: CertificateInput
  readonly producedAt: Date
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly responses: readonly OcspSingle[]
  readonly nonce?: Uint8Array
}): Promise<Uint8Array> {
  const { signer, producedAt, thisUpdate, nextUpdate, responses, nonce } = options
  const responder = certificateOf(options.responderCertificate)
  if (!equalBytes(responder.spki, signer.publicKey))
    throw new PkiError('KEY_INVALID', 'the certificate is not of the signer’s key')
  const data = der.sequence(
    der.explicit(2, der.octetString(keyIdentifier(responder.spki))),
    der.generalizedTime(producedAt),
    der.sequence(
      ...responses.map((single) =>
        der.sequence(
          single.certId.der,
          encodeStatus(single),
          der.generalizedTime(thisUpdate),
          der.explicit(0, der.generalizedTime(nextUpdate)),
        ),
      ),
    ),
    ...(nonce ? [der.explicit(1, der.sequence(encodeNonce(nonce)))] : []),
  )
  const basic = der.sequence(
    data,
    encodeSignatureAlgorithm(signer.algorithm),
    der.bitString(await signer.sign(data)),
    der.explicit(0, der.sequence(responder.der)),
  )
  return der.sequence(
    der.enumerated(0),
    der.explicit(0, der.sequence(der.oid(oids.ocspBasic), der.octetString(basic))),
  )
}

function encodeStatus(status: OcspCertStatus): Uint8Array {
  if (status.status !== 'revoked')
    return der.implicit(status.status === 'good' ? 0 : 2, der.nothing())
  const reason = status.reason ?? 'unspecified'
  return der.implicit(
    1,
    der.sequence(
      der.generalizedTime(status.revokedAt),
      ...(reason === 'unspecified' ? [] : [der.explicit(0, encodeReason(reason))]),
    ),
  )
}

/**
 * The whole answer to a request: malformed ones and those for another CA get an unsigned error, all others the
 * status of each serial number, with the nonce repeated.
 * @param options.request DER
 */
export async function answerOcspRequest(options: {
  readonly request: Uint8Array
  readonly issuer: CertificateInput
  readonly signer: Signer
  readonly responderCertificate: CertificateInput
  readonly now: Date
  readonly nextUpdate: Date
  readonly statusOf: (serialNumber: string) => OcspCertStatus | Promise<OcspCertStatus>
}): Promise<Uint8Array> {
  const { signer, responderCertificate, now, nextUpdate, statusOf } = options
  let request: OcspRequest
  try {
    request = parseOcspRequest(options.request)
  } catch (error) {
    if (error instanceof PkiError) return ocspError('malformedRequest')
    throw error
  }
  const issuer = certificateOf(options.issuer)
  if (!request.certIds.every((certId) => certIdMatches(certId, issuer)))
    return ocspError('unauthorized')
  const responses: OcspSingle[] = []
  for (const certId of request.certIds)
    responses.push({ certId, ...(await statusOf(certId.serialNumber)) })
  return createOcspResponse({
    signer,
    responderCertificate,
    producedAt: now,
    thisUpdate: now,
    nextUpdate,
    responses,
    ...(request.nonce ? { nonce: request.nonce } : {}),
  })
}
