/** A time-stamp authority (RFC 3161): what it answers to a request; and a signature with a time stamp added to it (ETSI EN 319 122-1 §5.3). */

import { derOf } from './ber.ts'
import type { CertificateInput } from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { oids } from './oids.ts'
import { createSignedData } from './signed-data.ts'
import type { Signer } from './signer.ts'
import { encodeImprint, parseTimeStampQuery, type TimeStampQuery } from './time-stamp.ts'

/** PKIStatus and PKIFailureInfo (§2.4.2). */
const granted = 0
const rejection = 2
const failures = {
  badAlg: 0,
  badDataFormat: 5,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
} as const

export interface TimeStampAuthority {
  /** Its key signs SHA-256 or SHA-384 with the purpose id-kp-timeStamping alone. */
  readonly signer: Signer
  readonly certificate: CertificateInput
  /** Its CA's, enclosed where the certificate is asked for. */
  readonly certificates?: readonly CertificateInput[]
  /** OID of the policy by which it stamps. */
  readonly policy: string
  /** Octets of a number that no other token of this authority has. */
  readonly serialNumber: () => Uint8Array
}

/**
 * A granted answer, or one that says why not: malformed, SHA-1, another policy.
 * @param request TimeStampReq, DER @returns TimeStampResp, DER
 */
export async function answerTimeStampQuery(
  request: Uint8Array,
  authority: TimeStampAuthority,
  now: Date,
): Promise<Uint8Array> {
  let query: TimeStampQuery
  try {
    query = parseTimeStampQuery(request)
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    return refused(
      error.code === 'ALGORITHM_UNSUPPORTED' ? 'badAlg' : 'badDataFormat',
      error.message,
    )
  }
  if (query.hash === 'SHA-1') return refused('badAlg', 'SHA-1 is not stamped')
  if (query.policy !== undefined && query.policy !== authority.policy)
    return refused('unacceptedPolicy', `stamped by ${authority.policy} alone`)
  return der.sequence(der.sequence(der.integer(granted)), await tokenOf(query, authority, now))
}

const refused = (failure: keyof typeof failures, why: string): Uint8Array =>
  der.sequence(
    der.sequence(
      der.integer(rejection),
      der.sequence(der.utf8String(why)),
      der.namedBits([failures[failure]]),
    ),
  )

/** To the second: a clock that is asked over a network is right to no less. */
async function tokenOf(
  query: TimeStampQuery,
  authority: TimeStampAuthority,
  now: Date,
): Promise<Uint8Array> {
  const { signer, certificate, certificates = [], policy, serialNumber } = authority
  const info = der.sequence(
    der.integer(1),
    der.oid(policy),
    encodeImprint(query),
    der.integer(serialNumber()),
    der.generalizedTime(now),
    der.sequence(der.integer(1)),
    ...(query.nonce ? [der.integer(query.nonce)] : []),
  )
  return createSignedData({
    content: info,
    contentType: oids.tstInfo,
    signer,
    certificate,
    certificates: query.wantsCertificate ? certificates : [],
    encloses: query.wantsCertificate,
    signingTime: now,
  })
}

/**
 * The signature with a time stamp over its value: CAdES-T of CAdES-BES.
 * @param cms SignedData by one signer @param token TimeStampToken over the octets of `signatureValueOf(cms)`
 * @returns DER @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING
 */
export const addSignatureTimeStamp = (cms: Uint8Array, token: Uint8Array): Uint8Array =>
  parsing('CMS_MALFORMED', () => {
    const outer = new der.Reader(der.readDer(derOf(cms), der.tags.sequence))
    const type = outer.next(der.tags.oid)
    const wrapped = outer.next(der.context(0, true))
    outer.end()
    const parts = new der.Reader(der.readDer(wrapped.content, der.tags.sequence)).all((one) => one)
    const signerInfos = parts.at(-1)
    const signers = signerInfos ? new der.Reader(signerInfos).all((one) => one) : []
    const [signer, ...more] = signers
    if (signer === undefined) throw new PkiError('CMS_SIGNER_MISSING', 'nobody signed')
    if (more.length > 0) throw new PkiError('CMS_MALFORMED', 'more than one signer')
    const stamped = der.setOf(withAttribute(signer, oids.signatureTimeStamp, derOf(token)))
    const signedData = der.sequenceOf([...parts.slice(0, -1).map(({ whole }) => whole), stamped])
    return der.sequence(type.whole, der.explicit(0, signedData))
  })

function withAttribute(signer: der.Element, oid: string, value: Uint8Array): Uint8Array {
  const fields = new der.Reader(signer).all((one) => one)
  const unsigned = fields.find(({ tag }) => tag === der.context(1, true))
  const before = unsigned ? new der.Reader(unsigned).all(({ whole }) => whole) : []
  const added = der.sequence(der.oid(oid), der.setOf(value))
  return der.sequenceOf([
    ...fields.filter((one) => one !== unsigned).map(({ whole }) => whole),
    der.implicit(1, der.setOfAll([...before, added])),
  ])
}
