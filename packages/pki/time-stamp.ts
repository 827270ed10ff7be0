/** Time stamps (RFC 3161): asking for one, reading the answer, and checking what it says of which octets. */
import { equalBytes, hex } from '@kazashi/octets'
import { encodeHash, type HashAlgorithm, hashes, readHash } from './algorithms.ts'
import type { Certificate, CertificateInput } from './certificate.ts'
import { verifyCms } from './cms-verify.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { readExtensions } from './extensions.ts'
import { oids } from './oids.ts'
import type { Legacy } from './signature-algorithms.ts'

/** What is stamped: a hash, of whatever octets. */
export interface MessageImprint {
  readonly hash: HashAlgorithm
  readonly digest: Uint8Array
}

export const imprintOf = (octets: Uint8Array, hash: HashAlgorithm = 'SHA-256'): MessageImprint => ({
  hash,
  digest: hashes[hash](octets),
})

export const encodeImprint = ({ hash, digest }: MessageImprint): Uint8Array =>
  der.sequence(encodeHash(hash, 'null'), der.octetString(digest))

/** TimeStampReq (§2.4.1), which asks for the authority's certificate, too. @param options.nonce octets of a positive number */
export const createTimeStampRequest = (
  options: MessageImprint & { readonly nonce?: Uint8Array; readonly policy?: string },
): Uint8Array =>
  der.sequence(
    der.integer(1),
    encodeImprint(options),
    ...(options.policy ? [der.oid(options.policy)] : []),
    ...(options.nonce ? [der.integer(options.nonce)] : []),
    der.boolean(true),
  )

export interface TimeStampQuery extends MessageImprint {
  /** OID that is wished for. */
  readonly policy: string | undefined
  /** Octets of a positive number. */
  readonly nonce: Uint8Array | undefined
  /** The answer is to enclose the authority's certificate. */
  readonly wantsCertificate: boolean
}

/** @param bytes TimeStampReq (§2.4.1) @throws {PkiError} TIME_STAMP_MALFORMED, ALGORITHM_UNSUPPORTED */
export const parseTimeStampQuery = (bytes: Uint8Array): TimeStampQuery =>
  parsing('TIME_STAMP_MALFORMED', () => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    if (der.readNumber(reader.next(der.tags.integer)) !== 1)
      throw new PkiError('TIME_STAMP_MALFORMED', 'no version 1')
    const imprint = readImprint(reader.next(der.tags.sequence))
    const policy = reader.optional(der.tags.oid)
    const nonce = reader.optional(der.tags.integer)
    const certificate = reader.optional(der.tags.boolean)
    const extensions = reader.optional(der.context(0, true))
    reader.end()
    if (extensions) throw new PkiError('TIME_STAMP_MALFORMED', 'extensions are not processed')
    return {
      ...imprint,
      policy: policy && der.readOid(policy),
      nonce: nonce && der.readMagnitude(nonce),
      wantsCertificate: certificate !== undefined && der.readBoolean(certificate),
    }
  })

/** @returns the token of a granted TimeStampResp (§2.4.2), DER @throws {PkiError} TIME_STAMP_MALFORMED, TIME_STAMP_REFUSED */
export const readTimeStampResponse = (bytes: Uint8Array): Uint8Array =>
  parsing('TIME_STAMP_MALFORMED', () => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const info = reader.sequence()
    const status = der.readNumber(info.next(der.tags.integer))
    const words = info.optional(der.tags.sequence)
    const token = reader.optional(der.tags.sequence)
    reader.end()
    if (status > 1 || token === undefined) {
      const said = words ? der.elements(words).map(der.readText).join(' ') : ''
      throw new PkiError('TIME_STAMP_REFUSED', `status ${status} ${said}`.trimEnd())
    }
    return token.whole
  })

export interface TimeStamp {
  readonly time: Date
  /** Milliseconds around it. */
  readonly accuracy: number
  /** OID. */
  readonly policy: string
  /** Hex. */
  readonly serialNumber: string
  /** Hex, of the request. */
  readonly nonce: string | undefined
  readonly imprint: MessageImprint
  /** The authority's. */
  readonly certificate: Certificate
  readonly certificates: readonly Certificate[]
}

/**
 * Signature, purpose and imprint: whether the authority is known, and its certificate held at that time, is to be asked apart.
 * @param token ContentInfo, BER or DER @param options.of what it has to be about: octets, or their hash
 * @param options.certificates the authority's, where the token does not enclose it
 * @throws {PkiError} TIME_STAMP_MALFORMED, TIME_STAMP_MISMATCH, TIME_STAMP_PURPOSE, CMS_…, ALGORITHM_UNSUPPORTED
 */
export async function verifyTimeStamp(
  token: Uint8Array,
  options: Legacy & {
    readonly of: Uint8Array | MessageImprint
    readonly nonce?: Uint8Array | undefined
    readonly certificates?: readonly CertificateInput[]
  },
): Promise<TimeStamp> {
  const { sha1, certificates } = options
  const cms = await verifyCms(token, { sha1, certificates })
  if (cms.contentType !== oids.tstInfo || cms.signers.length > 1)
    throw new PkiError('TIME_STAMP_MALFORMED', 'no TSTInfo by one authority')
  const [{ certificate }] = cms.signers
  checkPurpose(certificate)
  const info = parsing('TIME_STAMP_MALFORMED', () => readInfo(cms.content))
  const { of } = options
  const wanted = of instanceof Uint8Array ? imprintOf(of, info.imprint.hash) : of
  if (info.imprint.hash === 'SHA-1' && sha1 !== true)
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'a time stamp over a hash by SHA-1')
  if (wanted.hash !== info.imprint.hash || !equalBytes(wanted.digest, info.imprint.digest))
    throw new PkiError('TIME_STAMP_MISMATCH', 'it stamps something else')
  const nonce = options.nonce && numberOf(options.nonce)
  if (nonce !== undefined && nonce !== info.nonce)
    throw new PkiError('TIME_STAMP_MISMATCH', 'it answers another request')
  return { ...info, certificate, certificates: cms.certificates }
}

/** Octets of a number without leading zeros, hex. */
const numberOf = (octets: Uint8Array): string =>
  hex.encode(der.readMagnitude(der.readDer(der.integer(octets))))

/** §2.3: the authority's key signs time stamps and nothing else, and says so critically. */
function checkPurpose({ extensions, extendedKeyUsage }: Certificate): void {
  const isCritical = extensions.some(
    ({ oid, critical }) => oid === oids.extendedKeyUsage && critical,
  )
  if (!isCritical || `${extendedKeyUsage}` !== oids.timeStamping)
    throw new PkiError('TIME_STAMP_PURPOSE', 'the certificate is not for time stamps alone')
}

/** TSTInfo (§2.4.2). */
function readInfo(bytes: Uint8Array) {
  const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
  if (der.readNumber(reader.next(der.tags.integer)) !== 1)
    throw new PkiError('TIME_STAMP_MALFORMED', 'no version 1')
  const policy = der.readOid(reader.next(der.tags.oid))
  const imprint = readImprint(reader.next(der.tags.sequence))
  const serialNumber = hex.encode(der.readMagnitude(reader.next(der.tags.integer)))
  const time = readFineTime(reader.next(der.tags.generalizedTime))
  const accuracy = reader.optional(der.tags.sequence)
  const ordering = reader.optional(der.tags.boolean)
  if (ordering) der.readBoolean(ordering)
  const nonce = reader.optional(der.tags.integer)
  reader.optional(der.context(0, true))
  const wrapped = reader.optional(der.context(1, true))
  reader.end()
  const extensions = wrapped ? readExtensions({ ...wrapped, tag: der.tags.sequence }) : []
  const unknown = extensions.find(({ critical }) => critical)
  if (unknown)
    throw new PkiError('TIME_STAMP_MALFORMED', `${unknown.oid} is critical and not understood`)
  return {
    time,
    accuracy: accuracy ? readAccuracy(accuracy) : 0,
    policy,
    serialNumber,
    nonce: nonce && hex.encode(der.readMagnitude(nonce)),
    imprint,
  }
}

function readImprint(element: der.Element): MessageImprint {
  const reader = new der.Reader(element)
  const hash = readHash(reader.next(der.tags.sequence))
  const digest = der.readOctets(reader.next(der.tags.octetString))
  reader.end()
  if (hash === undefined) throw new PkiError('ALGORITHM_UNSUPPORTED', 'a hash that is not used')
  if (digest.length !== hashes[hash](new Uint8Array()).length)
    throw new PkiError('TIME_STAMP_MALFORMED', 'the hash is not of its length')
  return { hash, digest }
}

/** GeneralizedTime of UTC with a fraction of a second, which DER ends with no zero (§2.4.2). */
function readFineTime(element: der.Element): Date {
  const text = der.readIa5(element.content)
  const [, whole, fraction] = /^(\d{14})(?:\.(\d{0,8}[1-9]))?Z$/.exec(text) ?? []
  if (whole === undefined) throw new PkiError('TIME_STAMP_MALFORMED', 'no time of UTC')
  const octets = new TextEncoder().encode(`${whole}Z`)
  const { date } = der.readTime(der.readDer(der.tlv(der.tags.generalizedTime, octets)))
  return new Date(date.getTime() + Math.floor(Number(`0.${fraction ?? 0}`) * 1000))
}

/** Seconds, milliseconds, microseconds; rounded up to milliseconds. */
function readAccuracy(element: der.Element): number {
  const reader = new der.Reader(element)
  const [seconds, millis, micros] = [
    reader.optional(der.tags.integer),
    reader.optional(der.context(0)),
    reader.optional(der.context(1)),
  ]
  reader.end()
  const millisOf = (one: der.Element | undefined, tag: number): number =>
    one === undefined ? 0 : der.readNumber(one, tag)
  return (
    millisOf(seconds, der.tags.integer) * 1000 +
    millisOf(millis, der.context(0)) +
    Math.ceil(millisOf(micros, der.context(1)) / 1000)
  )
}
