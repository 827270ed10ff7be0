/** Certificate revocation lists (RFC 5280 §5) with an issuing distribution point: one shard a municipality. */
import { equalBytes, hex } from '@kazashi/octets'
import {
  assemble,
  type Certificate,
  type CertificateInput,
  certificateOf,
  encodeSerial,
  readSerial,
} from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import {
  authorityKeyIdentifier,
  encodeExtension,
  generalNames,
  readExtensions,
} from './extensions.ts'
import {
  type DistributionPointName,
  directoryNamesOf,
  encodeDistributionPointName,
  type GeneralName,
  readDistributionPointName,
  urisOf,
} from './general-name.ts'
import { type DistinguishedName, encodeName, type Name, readName, sameName } from './name.ts'
import { oids } from './oids.ts'
import { encodeReason, type RevocationReason, readReason } from './revocation.ts'
import { verifySignature } from './signature.ts'
import {
  accepted,
  encodeSignatureAlgorithm,
  type ForeignAlgorithm,
  readSignatureAlgorithm,
} from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

export interface CrlEntry {
  /** Hex, as in Certificate.serialNumber. */
  readonly serialNumber: string
  readonly revokedAt: Date
  /** Default unspecified; certificateHold for suspended ones. */
  readonly reason?: RevocationReason
  /** In an indirect CRL: whose certificate it is; default the CRL's issuer. */
  readonly certificateIssuer?: Name
}

/** Cards' certificates name their shard by directory name, phones' also by URI: a CRL for both has both. */
export interface CrlDistributionPoint {
  readonly directoryName?: DistinguishedName
  readonly uri?: string
}

/** @throws {PkiError} CRL_ISSUER_MISMATCH when the signer's key is not the issuer's or may not sign CRLs */
export async function createCrl(options: {
  readonly issuer: CertificateInput
  readonly signer: Signer
  readonly number: number | bigint
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly distributionPoint?: CrlDistributionPoint
  readonly entries: readonly CrlEntry[]
}): Promise<Uint8Array> {
  const { signer, number, thisUpdate, nextUpdate, distributionPoint, entries } = options
  const issuer = certificateOf(options.issuer)
  const keyIdentifier = hex.parse(issuer.ski ?? '')
  if (
    !equalBytes(issuer.spki, signer.publicKey) ||
    issuer.keyUsage?.includes('cRLSign') !== true ||
    !keyIdentifier
  )
    throw new PkiError('CRL_ISSUER_MISMATCH', 'not a key that signs CRLs for the issuer')
  const extensions = [
    {
      oid: oids.authorityKeyIdentifier,
      critical: false,
      value: authorityKeyIdentifier.encode({
        keyIdentifier,
        issuer: undefined,
        serialNumber: undefined,
      }),
    },
    { oid: oids.cRLNumber, critical: false, value: der.integer(number) },
    ...(distributionPoint
      ? [
          {
            oid: oids.issuingDistributionPoint,
            critical: true,
            value: der.sequence(
              der.explicit(
                0,
                encodeDistributionPointName({
                  fullName: fullName(distributionPoint),
                  relativeName: undefined,
                }),
              ),
            ),
          },
        ]
      : []),
  ]
  const algorithm = encodeSignatureAlgorithm(signer.algorithm)
  const tbs = der.sequence(
    der.integer(1),
    algorithm,
    issuer.subject.der,
    der.time(thisUpdate),
    der.time(nextUpdate),
    ...(entries.length === 0 ? [] : [der.sequenceOf(entries.map(encodeEntry))]),
    der.explicit(0, der.sequenceOf(extensions.map(encodeExtension))),
  )
  return assemble(tbs, algorithm, await signer.sign(tbs))
}

const fullName = ({ directoryName, uri }: CrlDistributionPoint): GeneralName[] => [
  ...(directoryName ? [{ kind: 'directoryName', name: encodeName(directoryName) } as const] : []),
  ...(uri === undefined ? [] : [{ kind: 'uri', value: uri } as const]),
]

function encodeEntry({ serialNumber, revokedAt, reason = 'unspecified' }: CrlEntry): Uint8Array {
  const extension = { oid: oids.reasonCode, critical: false, value: encodeReason(reason) }
  return der.sequence(
    encodeSerial(serialNumber),
    der.time(revokedAt),
    // RFC 5280 §5.3.1: unspecified is left out.
    ...(reason === 'unspecified' ? [] : [der.sequence(encodeExtension(extension))]),
  )
}

export interface Crl {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  readonly entries: readonly CrlEntry[]
  readonly number: bigint | undefined
  readonly hasCriticalNumber: boolean
  /** Key identifier, hex. */
  readonly aki: string | undefined
  /** undefined: a CRL for all of the issuer's certificates. */
  readonly distributionPoint:
    | { readonly uris: readonly string[]; readonly directoryNames: readonly Name[] }
    | undefined
  /** The certificates it is about. */
  readonly scope: 'all' | 'user-certificates' | 'ca-certificates' | 'attribute-certificates'
  /** The whole name of its distribution point. */
  readonly point: DistributionPointName | undefined
  /** Positions of ReasonFlags; undefined: all reasons. */
  readonly reasons: readonly number[] | undefined
  /** It lists certificates of other issuers, too. */
  readonly indirect: boolean
  /** Of a delta CRL: the number of the one that it adds to. */
  readonly baseNumber: bigint | undefined
  /** Critical extensions of the list and of its entries that nobody here understands. */
  readonly unknown: readonly string[]
  /** Critical extensions and scopes that are not processed here: such a CRL is not to be relied on. */
  readonly unprocessed: readonly string[]
  /** undefined: an algorithm not used here. */
  readonly signatureAlgorithm: ForeignAlgorithm | undefined
  readonly signature: Uint8Array
}

/** Structure only. @throws {PkiError} CRL_MALFORMED */
export const parseCrl = (bytes: Uint8Array): Crl =>
  parsing('CRL_MALFORMED', () => {
    const outer = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const tbs = outer.next(der.tags.sequence)
    const algorithm = outer.next(der.tags.sequence)
    const signature = der.readBitOctets(outer.next(der.tags.bitString))
    outer.end()
    const reader = new der.Reader(tbs)
    const version = reader.optional(der.tags.integer)
    if (version && der.readNumber(version) !== 1)
      throw new PkiError('CRL_MALFORMED', 'no version 2')
    const inner = reader.next(der.tags.sequence)
    if (!equalBytes(inner.whole, algorithm.whole))
      throw new PkiError('CRL_MALFORMED', 'the two signature algorithms differ')
    const issuer = readName(reader.next(der.tags.sequence))
    const thisUpdate = der.readTime(reader.any()).date
    const hasNext = reader.tag === der.tags.utcTime || reader.tag === der.tags.generalizedTime
    const nextUpdate = hasNext ? der.readTime(reader.any()).date : undefined
    const list = reader.optional(der.tags.sequence)
    const wrapped = reader.optional(der.context(0, true))
    reader.end()
    if (wrapped && !version) throw new PkiError('CRL_MALFORMED', 'extensions in version 1')
    const unprocessed: string[] = []
    const unknown: string[] = []
    const entries = list
      ? der.elements(list, 1).map((one) => readEntry(one, version !== undefined, unknown))
      : []
    const more = readCrlExtensions(wrapped, unprocessed, unknown)
    return {
      der: bytes,
      tbs: tbs.whole,
      issuer,
      thisUpdate,
      nextUpdate,
      entries: more.indirect ? withIssuers(entries, issuer) : entries,
      ...more,
      unknown,
      unprocessed: [...unknown, ...unprocessed],
      signatureAlgorithm: readSignatureAlgorithm(algorithm),
      signature,
    }
  })

/** An issuer that an entry names is that of the following ones, too (RFC 5280 §5.3.3). */
function withIssuers(entries: readonly CrlEntry[], issuer: Name): CrlEntry[] {
  let current = issuer
  return entries.map((entry) => {
    current = entry.certificateIssuer ?? current
    return { ...entry, certificateIssuer: current }
  })
}

function readEntry(element: der.Element, v2: boolean, unknown: string[]): CrlEntry {
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  const serialNumber = readSerial(reader.next(der.tags.integer))
  const revokedAt = der.readTime(reader.any()).date
  const wrapped = v2 ? reader.optional(der.tags.sequence) : undefined
  reader.end()
  let reason: RevocationReason | undefined
  let certificateIssuer: Name | undefined
  for (const { oid, critical, value } of wrapped ? readExtensions(wrapped) : []) {
    if (oid === oids.reasonCode) reason = readReason(der.readDer(value))
    else if (oid === oids.certificateIssuer)
      certificateIssuer = directoryNamesOf(generalNames.parse(value))[0]
    else if (critical) unknown.push(oid)
  }
  return {
    serialNumber,
    revokedAt,
    ...(reason && { reason }),
    ...(certificateIssuer && { certificateIssuer }),
  }
}

function readCrlExtensions(
  wrapped: der.Element | undefined,
  unprocessed: string[],
  unknown: string[],
) {
  let number: bigint | undefined
  let hasCriticalNumber = false
  let baseNumber: bigint | undefined
  let aki: string | undefined
  let point: ReturnType<typeof readIssuingDistributionPoint> | undefined
  const list = wrapped ? readExtensions(der.readDer(wrapped.content, der.tags.sequence)) : []
  for (const { oid, critical, value } of list) {
    if (oid === oids.cRLNumber) {
      number = der.readBigInt(der.readDer(value))
      hasCriticalNumber = critical
    } else if (oid === oids.authorityKeyIdentifier) {
      const { keyIdentifier } = authorityKeyIdentifier.parse(value)
      aki = keyIdentifier && hex.encode(keyIdentifier)
    } else if (oid === oids.issuingDistributionPoint)
      point = readIssuingDistributionPoint(value, unprocessed)
    else if (oid === oids.deltaCRLIndicator) {
      // A part of a list, be it marked as critical or not.
      baseNumber = der.readBigInt(der.readDer(value))
      unprocessed.push(oid)
    } else if (critical) unknown.push(oid)
  }
  return { number, hasCriticalNumber, baseNumber, aki, ...(point ?? everything) }
}

type Scope = Pick<Crl, 'distributionPoint' | 'scope' | 'point' | 'reasons' | 'indirect'>
const everything: Scope = {
  distributionPoint: undefined,
  scope: 'all',
  point: undefined,
  reasons: undefined,
  indirect: false,
}

/** RFC 5280 §5.2.5. Scopes other than a distribution point are named, so that nobody takes the CRL for a full one. */
function readIssuingDistributionPoint(value: Uint8Array, unprocessed: string[]): Scope {
  const reader = new der.Reader(der.readDer(value, der.tags.sequence))
  if (!reader.more) throw new PkiError('CRL_MALFORMED', 'an empty issuing distribution point')
  let scope: Crl['scope'] = 'all'
  let reasons: number[] | undefined
  let indirect = false
  const wrapped = reader.optional(der.context(0, true))
  const name: DistributionPointName | undefined =
    wrapped && readDistributionPointName(wrapped.content)
  for (const [number, restriction] of restrictions) {
    const element = reader.optional(der.context(number))
    if (element === undefined) continue
    if (number === 3) reasons = der.readNamedBits(element, der.context(number))
    else if (!der.readBoolean(element, der.context(number)))
      throw new PkiError('CRL_MALFORMED', 'DEFAULT FALSE written out')
    const only = scopes[number]
    if (only === undefined) unprocessed.push(restriction)
    else if (scope === 'all') scope = only
    else throw new PkiError('CRL_MALFORMED', 'of two scopes at once')
    if (number === 4) indirect = true
  }
  reader.end()
  if (name?.relativeName) unprocessed.push('nameRelativeToCRLIssuer')
  const distributionPoint = name && {
    uris: urisOf(name.fullName),
    directoryNames: directoryNamesOf(name.fullName),
  }
  return { distributionPoint, scope, point: name, reasons, indirect }
}
const scopes: Readonly<Record<number, Exclude<Crl['scope'], 'all'>>> = {
  1: 'user-certificates',
  2: 'ca-certificates',
  5: 'attribute-certificates',
}
const restrictions = [
  [1, 'onlyContainsUserCerts'],
  [2, 'onlyContainsCACerts'],
  [3, 'onlySomeReasons'],
  [4, 'indirectCRL'],
  [5, 'onlyContainsAttributeCerts'],
] as const

/**
 * Signature, issuer and time; with a certificate also that the CRL is the one for it.
 * @returns the CRL and, with a certificate, its entry when it is revoked or suspended
 * @throws {PkiError} CRL_MALFORMED, CRL_ISSUER_MISMATCH, CRL_SIGNATURE_INVALID, CRL_NOT_CURRENT, CRL_SCOPE_MISMATCH
 */
export async function verifyCrl(options: {
  readonly crl: Uint8Array
  readonly issuer: CertificateInput
  readonly now: Date
  readonly certificate?: CertificateInput
  /** Refuses a list without a number, or with a critical one, too: duties of its issuer (RFC 5280 §5.2.3). */
  readonly strict?: boolean
}): Promise<{ readonly crl: Crl; readonly entry: CrlEntry | undefined }> {
  const { now } = options
  const crl = parseCrl(options.crl)
  const issuer = certificateOf(options.issuer)
  if (!sameName(crl.issuer, issuer.subject) || (crl.aki !== undefined && crl.aki !== issuer.ski))
    throw new PkiError('CRL_ISSUER_MISMATCH', 'the CRL is of another issuer')
  if (issuer.keyUsage?.includes('cRLSign') === false)
    throw new PkiError('CRL_ISSUER_MISMATCH', 'the issuer may not sign CRLs')
  if (crl.unprocessed.length > 0)
    throw new PkiError('CRL_SCOPE_MISMATCH', `not understood: ${crl.unprocessed.join(', ')}`)
  if (options.strict && crl.number === undefined)
    throw new PkiError('CRL_MALFORMED', 'no CRL number')
  if (options.strict && crl.hasCriticalNumber)
    throw new PkiError('CRL_MALFORMED', 'the CRL number is critical')
  const algorithm = accepted(crl.signatureAlgorithm)
  if (!(await verifySignature(issuer.spki, algorithm, crl.tbs, crl.signature)))
    throw new PkiError('CRL_SIGNATURE_INVALID', 'not signed by the issuer')
  if (now < crl.thisUpdate || crl.nextUpdate === undefined || now > crl.nextUpdate)
    throw new PkiError(
      'CRL_NOT_CURRENT',
      `good until ${crl.nextUpdate?.toISOString() ?? 'unknown'}`,
    )
  if (options.certificate === undefined) return { crl, entry: undefined }
  const certificate = certificateOf(options.certificate)
  const covered =
    sameName(certificate.issuer, crl.issuer) &&
    inScope(crl, certificate) &&
    hasPoint(crl, certificate)
  if (!covered) throw new PkiError('CRL_SCOPE_MISMATCH', 'the CRL is not for this certificate')
  return {
    crl,
    entry: crl.entries.find(({ serialNumber }) => serialNumber === certificate.serialNumber),
  }
}

export const inScope = ({ scope }: Crl, { basicConstraints, version }: Certificate): boolean =>
  scope === 'all' ||
  (version === 3 &&
    scope !== 'attribute-certificates' &&
    (scope === 'ca-certificates') === (basicConstraints?.ca === true))

/** RFC 5280 §6.3.3 (b)(2)(i): a name of the CRL's distribution point is a name of one of the certificate's. */
function hasPoint({ distributionPoint }: Crl, { crlDistributionPoints }: Certificate): boolean {
  const points = crlDistributionPoints.filter(({ partial }) => !partial)
  if (distributionPoint === undefined)
    return points.length > 0 || crlDistributionPoints.length === 0
  return points.some(
    ({ uris, directoryNames }) =>
      uris.some((uri) => distributionPoint.uris.includes(uri)) ||
      directoryNames.some((name) =>
        distributionPoint.directoryNames.some((one) => sameName(one, name)),
      ),
  )
}
