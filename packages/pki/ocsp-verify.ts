/** Accepting an OCSP response (RFC 6960 §3.2): about this certificate, by its issuer or its delegate, and current. */
import { equalBytes, hex } from '@kazashi/octets'
import { hashes, readPublicKey } from './algorithms.ts'
import {
  type Certificate,
  type CertificateInput,
  certificateOf,
  parseCertificate,
} from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { readExtensions } from './extensions.ts'
import { type Name, readName, sameName } from './name.ts'
import { type CertId, certIdMatches, readCertId, readNonce } from './ocsp-request.ts'
import { type OcspCertStatus, type OcspError, ocspStatusCodes } from './ocsp-response.ts'
import { oids } from './oids.ts'
import { readReason } from './revocation.ts'
import { verifySignature } from './signature.ts'
import {
  accepted,
  type ForeignAlgorithm,
  type Legacy,
  readSignatureAlgorithm,
} from './signature-algorithms.ts'

export type OcspStatus = OcspCertStatus & {
  readonly producedAt: Date
  readonly thisUpdate: Date
  /** undefined: newer information is available at any time. */
  readonly nextUpdate: Date | undefined
}

/** Milliseconds that two clocks may be apart; an answer without nextUpdate is good for as long. */
const clockSkew = 5 * 60_000

type ParsedSingle = { readonly certId: CertId } & OcspStatus
export interface OcspResponse {
  readonly data: Uint8Array
  readonly responder: { readonly name: Name } | { readonly keyHash: string }
  readonly responses: readonly ParsedSingle[]
  readonly nonce: Uint8Array | undefined
  /** undefined: an algorithm not used here. */
  readonly algorithm: ForeignAlgorithm | undefined
  readonly signature: Uint8Array
  readonly certificates: readonly Certificate[]
}

interface OcspQuestion extends Legacy {
  readonly response: Uint8Array
  readonly certificate: CertificateInput
  readonly issuer: CertificateInput
  readonly now: Date
  readonly nonce?: Uint8Array | undefined
  /** Milliseconds that an answer without nextUpdate is good for; default five minutes. */
  readonly goodFor?: number | undefined
}

/**
 * Of a delegate's certificate its own status is not asked for: `pathStatus` does.
 * @param options.nonce that of the request: an answer must repeat it. Answers made beforehand have none: ask without.
 * @throws {PkiError} OCSP_MALFORMED, OCSP_REFUSED, OCSP_RESPONDER_UNAUTHORIZED, OCSP_SIGNATURE_INVALID,
 *   OCSP_NONCE_MISMATCH, OCSP_NOT_COVERED, OCSP_NOT_CURRENT
 */
export async function verifyOcspResponse(options: OcspQuestion): Promise<OcspStatus> {
  const { status, isOver } = await verifyOcspAnswer(options)
  if (isOver)
    throw new PkiError('OCSP_NOT_CURRENT', `it was good until ${endOf(status).toISOString()}`)
  return status
}

/**
 * @returns with it the certificate whose key signed: the issuer's, or its delegate's; and whether it is over, in place of a refusal
 * @throws {PkiError} as `verifyOcspResponse`
 */
export async function verifyOcspAnswer(options: OcspQuestion): Promise<{
  readonly status: OcspStatus
  readonly responder: Certificate
  readonly isOver: boolean
}> {
  const { now, nonce, goodFor = clockSkew } = options
  const certificate = certificateOf(options.certificate)
  const issuer = certificateOf(options.issuer)
  const response = parseOcspResponse(options.response)
  const responder = await checkResponder(response, issuer, options)
  if (nonce && !(response.nonce && equalBytes(nonce, response.nonce)))
    throw new PkiError('OCSP_NONCE_MISMATCH', 'the answer is to another request')
  const about = response.responses.filter(
    ({ certId }) =>
      certId.serialNumber === certificate.serialNumber && certIdMatches(certId, issuer),
  )
  // A responder that says two things of one certificate says the worse.
  const [single] = about.toSorted((one, other) => worse[one.status] - worse[other.status])
  if (single === undefined)
    throw new PkiError('OCSP_NOT_COVERED', 'the answer is not about this certificate')
  const { certId: _, ...status } = single
  checkTimes(status, now, certificate)
  return { status, responder, isOver: now > endOf(status, goodFor) }
}

const endOf = ({ thisUpdate, nextUpdate }: OcspStatus, goodFor = clockSkew): Date =>
  nextUpdate ?? new Date(thisUpdate.getTime() + goodFor)

const worse = { revoked: 0, unknown: 1, good: 2 } as const

function checkTimes(
  { thisUpdate, nextUpdate, producedAt }: OcspStatus,
  now: Date,
  { validity }: Certificate,
): void {
  const time = now.getTime()
  const refuse = (detail: string): never => {
    throw new PkiError('OCSP_NOT_CURRENT', detail)
  }
  if (thisUpdate.getTime() > time + clockSkew || producedAt.getTime() > time + clockSkew)
    refuse(`it is from the future: ${thisUpdate.toISOString()}`)
  if (producedAt < validity.notBefore) refuse('it was made before the certificate was valid')
  if (nextUpdate && nextUpdate < thisUpdate) refuse('nextUpdate is before thisUpdate')
}

/** The issuer itself, or one certificate that the issuer signed for id-kp-OCSPSigning (RFC 6960 §4.2.2.2). */
async function checkResponder(
  response: OcspResponse,
  issuer: Certificate,
  world: Legacy & { readonly now: Date },
): Promise<Certificate> {
  const responder = [issuer, ...response.certificates].find((one) =>
    isNamed(response.responder, one),
  )
  if (responder === undefined)
    throw new PkiError('OCSP_RESPONDER_UNAUTHORIZED', 'the responder’s certificate is not enclosed')
  if (!equalBytes(responder.spki, issuer.spki)) await checkDelegation(responder, issuer, world)
  const { data, signature } = response
  const algorithm = accepted(response.algorithm, world)
  if (!(await verifySignature(responder.spki, algorithm, data, signature, world)))
    throw new PkiError('OCSP_SIGNATURE_INVALID', 'not signed by the responder')
  return responder
}

const isNamed = (responder: OcspResponse['responder'], one: Certificate): boolean =>
  'name' in responder
    ? sameName(responder.name, one.subject)
    : responder.keyHash === hex.encode(hashes['SHA-1'](readPublicKey(one.spki).keyBits))

async function checkDelegation(
  responder: Certificate,
  issuer: Certificate,
  world: Legacy & { readonly now: Date },
): Promise<void> {
  const { now } = world
  const refuse = (detail: string): never => {
    throw new PkiError('OCSP_RESPONDER_UNAUTHORIZED', detail)
  }
  const { keyUsage, extendedKeyUsage, signatureAlgorithm, validity, aki } = responder
  if (!sameName(responder.issuer, issuer.subject)) refuse('the responder is of another issuer')
  if (
    aki?.keyIdentifier !== undefined &&
    issuer.ski !== undefined &&
    aki.keyIdentifier !== issuer.ski
  )
    refuse('the responder is of another key of the issuer')
  if (extendedKeyUsage?.includes(oids.ocspSigning) !== true) refuse('no id-kp-OCSPSigning')
  if (keyUsage?.includes('digitalSignature') === false) refuse('the responder may not sign')
  if (readPublicKey(responder.spki).algorithm === undefined)
    refuse('a key of a kind that is not used')
  const unknown = responder.extensions.find(({ oid, critical }) => critical && !delegated.has(oid))
  if (unknown) refuse(`${unknown.oid} is critical and not understood`)
  if (now < validity.notBefore || now.getTime() >= validity.notAfter.getTime() + 1000)
    refuse('the responder’s certificate is not valid now')
  const algorithm = accepted(signatureAlgorithm, world)
  if (!(await verifySignature(issuer.spki, algorithm, responder.tbs, responder.signature, world)))
    refuse('the responder’s certificate is not signed by the issuer')
}
const delegated: ReadonlySet<string> = new Set([
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.basicConstraints,
  oids.certificatePolicies,
])

/** @throws {PkiError} OCSP_MALFORMED, OCSP_REFUSED with the responder's own word */
export const parseOcspResponse = (bytes: Uint8Array): OcspResponse =>
  parsing('OCSP_MALFORMED', () => {
    const outer = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const code = der.readNumber(outer.next(der.tags.enumerated), der.tags.enumerated)
    const wrapped = outer.optional(der.context(0, true))
    outer.end()
    if (code !== 0) throw new PkiError('OCSP_REFUSED', errorName(code))
    if (wrapped === undefined) throw new PkiError('OCSP_MALFORMED', 'no response in it')
    const responseBytes = new der.Reader(der.readDer(wrapped.content, der.tags.sequence))
    const type = der.readOid(responseBytes.next(der.tags.oid))
    const response = der.readOctets(responseBytes.next(der.tags.octetString))
    responseBytes.end()
    if (type !== oids.ocspBasic) throw new PkiError('OCSP_MALFORMED', `response of type ${type}`)
    return readBasic(response)
  })

const errorName = (code: number): OcspError | string =>
  Object.entries(ocspStatusCodes).find(([, one]) => one === code)?.[0] ?? `status ${code}`

function readBasic(bytes: Uint8Array): OcspResponse {
  const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const data = reader.next(der.tags.sequence)
  const algorithm = readSignatureAlgorithm(reader.next(der.tags.sequence))
  const signature = der.readBitOctets(reader.next(der.tags.bitString))
  const enclosed = reader.optional(der.context(0, true))
  reader.end()
  const inner = new der.Reader(data)
  if (inner.optional(der.context(0, true)))
    throw new PkiError('OCSP_MALFORMED', 'version is not v1 left out')
  const responder = readResponder(inner.any())
  const producedAt = der.readTime(inner.next(der.tags.generalizedTime)).date
  const list = der.elements(inner.next(der.tags.sequence))
  const extensions = inner.optional(der.context(1, true))
  inner.end()
  if (extensions) refuseCritical(extensions.content)
  return {
    data: data.whole,
    responder,
    responses: list.map((one) => readSingle(one, producedAt)),
    nonce: extensions && readNonce(extensions.content),
    algorithm,
    signature,
    certificates: enclosed
      ? der
          .elements(der.readDer(enclosed.content, der.tags.sequence))
          .map(({ whole }) => parseCertificate(whole))
      : [],
  }
}

function readResponder(element: der.Element): OcspResponse['responder'] {
  const inner = der.readDer(element.content)
  if (element.tag === der.context(1, true)) return { name: readName(inner) }
  if (element.tag === der.context(2, true)) return { keyHash: hex.encode(der.readOctets(inner)) }
  throw new PkiError('OCSP_MALFORMED', 'no ResponderID')
}

function readSingle(element: der.Element, producedAt: Date): ParsedSingle {
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  const certId = readCertId(reader.next(der.tags.sequence))
  const status = readStatus(reader.any())
  const thisUpdate = der.readTime(reader.next(der.tags.generalizedTime)).date
  const next = reader.optional(der.context(0, true))
  const extensions = reader.optional(der.context(1, true))
  reader.end()
  if (extensions) refuseCritical(extensions.content)
  const nextUpdate = next && der.readTime(der.readDer(next.content, der.tags.generalizedTime)).date
  return { certId, ...status, producedAt, thisUpdate, nextUpdate }
}

function refuseCritical(content: Uint8Array): void {
  const unknown = readExtensions(der.readDer(content, der.tags.sequence)).find(
    ({ oid, critical }) => critical && oid !== oids.ocspNonce,
  )
  if (unknown) throw new PkiError('OCSP_MALFORMED', `${unknown.oid} is critical and not understood`)
}

function readStatus(element: der.Element): OcspCertStatus {
  if (element.tag === der.context(0) && element.content.length === 0) return { status: 'good' }
  if (element.tag === der.context(2) && element.content.length === 0) return { status: 'unknown' }
  if (element.tag !== der.context(1, true)) throw new PkiError('OCSP_MALFORMED', 'no CertStatus')
  const reader = new der.Reader(element)
  const revokedAt = der.readTime(reader.next(der.tags.generalizedTime)).date
  const reason = reader.optional(der.context(0, true))
  reader.end()
  return {
    status: 'revoked',
    revokedAt,
    ...(reason ? { reason: readReason(der.readDer(reason.content)) } : {}),
  }
}
