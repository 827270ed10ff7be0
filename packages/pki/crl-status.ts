/**
 * The status of a certificate by CRLs (RFC 5280 §6.3.3): lists by reasons, by parts, by another issuer or another key of the same one, and what
 * was added to a list since. A status that is not known is never good.
 */
import { type Certificate, type CertificateInput, certificateOf } from './certificate.ts'
import { type Crl, type CrlEntry, inScope, parseCrl } from './crl.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { crlDistributionPoints, type DistributionPoint } from './extensions.ts'
import { type DistributionPointName, directoryNamesOf, type GeneralName } from './general-name.ts'
import { type Name, parseName, rdnKeys, sameName } from './name.ts'
import { oids } from './oids.ts'
import { type Path, validatePath } from './path.ts'
import type { RevocationReason } from './revocation.ts'
import { verifySignature } from './signature.ts'

/** When it was said, and until when it may be relied on. */
export interface StatusTimes {
  readonly asOf: Date
  readonly until: Date
}

/** `stale`: the list for it is over, and said that. `undetermined`: lists for all reasons are not there, or cannot be relied on. */
export type CrlStatus =
  | { readonly status: 'undetermined' }
  | { readonly status: 'stale'; readonly was: 'good' | 'revoked'; readonly asOf: Date }
  | ({ readonly status: 'good' } & StatusTimes)
  | ({
      readonly status: 'revoked'
      readonly revokedAt: Date
      readonly reason: RevocationReason
    } & StatusTimes)

/** Signatures checked for one answer: more lists and signers are given to keep a verifier at work. */
const mostSignatures = 500

/** Positions of ReasonFlags but the unused first. */
const allReasons = [1, 2, 3, 4, 5, 6, 7, 8]

interface World {
  readonly path: Path
  readonly crls: readonly Crl[]
  /** That may have signed a list. */
  readonly signers: readonly Certificate[]
  readonly now: Date
  /** Milliseconds. */
  readonly oldest: number
  /** Signers whose own status is being asked for: the lists of a CA's newer key have that key's certificate in their scope. */
  readonly asking: readonly Certificate[]
  /** @throws {PkiError} PATH_WORK_LIMIT */
  readonly isSigned: (crl: Crl, signer: Certificate) => Promise<boolean>
}

/**
 * @param options.path of `validatePath`
 * @param options.crls as many as there are, in any order; one that cannot be read is passed over
 * @param options.certificates that may have signed lists, beside those of the path
 * @param options.oldest milliseconds since a list was made, after which it is stale; default: until its nextUpdate
 * @returns one for each certificate of the path, from below the anchor to the certificate itself
 * @throws {PkiError} PATH_TIME, PATH_WORK_LIMIT
 */
export async function pathStatusByCrls(options: {
  readonly path: Path
  readonly crls: readonly Uint8Array[]
  readonly certificates?: readonly CertificateInput[]
  readonly now: Date
  readonly oldest?: number | undefined
}): Promise<CrlStatus[]> {
  const { path, now, oldest = Number.POSITIVE_INFINITY } = options
  if (Number.isNaN(now.getTime())) throw new PkiError('PATH_TIME', 'no time to judge by')
  const { anchor, chain } = path
  const world: World = {
    path,
    crls: options.crls.flatMap((bytes) => readable(() => parseCrl(bytes))),
    signers: [
      anchor,
      ...chain,
      ...(options.certificates ?? []).flatMap((one) => readable(() => certificateOf(one))),
    ],
    now,
    oldest,
    asking: [],
    isSigned: signatures(),
  }
  return statusesOf(world)
}

/** Each list by each key once, and not without end. */
function signatures(): World['isSigned'] {
  const seen = new Map<Crl, Map<Certificate, Promise<boolean>>>()
  let checked = 0
  return async (crl, signer) => {
    const ofCrl = seen.get(crl) ?? new Map<Certificate, Promise<boolean>>()
    seen.set(crl, ofCrl)
    const before = ofCrl.get(signer)
    if (before) return before
    if (++checked > mostSignatures)
      throw new PkiError('PATH_WORK_LIMIT', `over ${mostSignatures} signatures of lists`)
    const { signatureAlgorithm: algorithm, tbs, signature } = crl
    const now =
      algorithm === undefined
        ? Promise.resolve(false)
        : verifySignature(signer.spki, algorithm, tbs, signature)
    ofCrl.set(signer, now)
    return now
  }
}

async function statusesOf(world: World): Promise<CrlStatus[]> {
  const { path, now } = world
  const statuses: CrlStatus[] = []
  for (const certificate of path.chain)
    statuses.push(
      certificate === path.anchor
        ? { status: 'good', asOf: now, until: certificate.validity.notAfter }
        : await statusOf(certificate, world),
    )
  return statuses
}

function readable<T>(read: () => T): T[] {
  try {
    return [read()]
  } catch (error) {
    if (error instanceof PkiError) return []
    throw error
  }
}

/** Those that the certificate names, then what its issuer publishes of itself. */
function pointsOf({ extensions, issuer }: Certificate): DistributionPoint[] {
  const named = extensions.find(({ oid }) => oid === oids.cRLDistributionPoints)
  const own = { kind: 'directoryName', name: issuer.der } as const
  return [
    ...(named ? crlDistributionPoints.parse(named.value) : []),
    {
      name: { fullName: [own], relativeName: undefined },
      reasons: undefined,
      crlIssuer: undefined,
    },
  ]
}

const earlier = (one: Date, other = one): Date => new Date(Math.min(+one, +other))

async function statusOf(certificate: Certificate, world: World): Promise<CrlStatus> {
  const known = new Set<number>()
  let stale: { readonly was: 'good' | 'revoked'; readonly asOf: Date } | undefined
  let asOf = world.now
  let until = certificate.validity.notAfter
  for (const point of pointsOf(certificate))
    for (const crl of world.crls) {
      if (crl.baseNumber !== undefined || !isFor(crl, point, certificate)) continue
      const reasons = reasonsOf(crl, point).filter((one) => !known.has(one))
      if (reasons.length === 0) continue
      const key = await signerOf(crl, certificate, world)
      if (key === undefined) continue
      if (crl.thisUpdate > world.now) continue
      if (!isCurrent(crl, world)) {
        const said = entryOf(certificate, crl, undefined)
        const was = said || stale?.was === 'revoked' ? 'revoked' : 'good'
        stale = { was, asOf: earlier(crl.thisUpdate, stale?.asOf) }
        continue
      }
      const delta = await deltaOf(crl, key, world)
      const { thisUpdate, nextUpdate = thisUpdate } = delta ?? crl
      const entry = entryOf(certificate, crl, delta)
      if (entry) {
        const { revokedAt, reason = 'unspecified' } = entry
        return { status: 'revoked', revokedAt, reason, asOf: thisUpdate, until: nextUpdate }
      }
      for (const one of reasons) known.add(one)
      if (thisUpdate < asOf) asOf = thisUpdate
      if (nextUpdate < until) until = nextUpdate
    }
  if (allReasons.every((one) => known.has(one))) return { status: 'good', asOf, until }
  return stale ? { status: 'stale', ...stale } : { status: 'undetermined' }
}

const isCurrent = (
  { thisUpdate, nextUpdate }: Crl,
  { now, oldest }: Pick<World, 'now' | 'oldest'>,
): boolean =>
  thisUpdate <= now &&
  nextUpdate !== undefined &&
  now <= nextUpdate &&
  now.getTime() - thisUpdate.getTime() <= oldest

const reasonsOf = (crl: Crl, point: DistributionPoint): number[] =>
  allReasons.filter(
    (one) => (crl.reasons?.includes(one) ?? true) && (point.reasons?.includes(one) ?? true),
  )

/** (b): by issuer, distribution point and scope. */
function isFor(crl: Crl, point: DistributionPoint, certificate: Certificate): boolean {
  const issuers = point.crlIssuer && directoryNamesOf(point.crlIssuer)
  const isIssuers = issuers
    ? crl.indirect && issuers.some((one) => sameName(one, crl.issuer))
    : sameName(certificate.issuer, crl.issuer)
  if (!isIssuers || !inScope(crl, certificate)) return false
  if (crl.point === undefined) return true
  const listed = namesOf(crl.point, crl.issuer)
  // Without a name of its own a point goes by the names of the list's issuer.
  const wanted = point.name
    ? namesOf(point.name, issuers?.[0] ?? certificate.issuer)
    : (point.crlIssuer ?? []).map(keyOf)
  return wanted.some((one) => listed.includes(one))
}

/** A relative name is an RDN more than its issuer's. */
function namesOf({ fullName, relativeName }: DistributionPointName, issuer: Name): string[] {
  if (relativeName === undefined) return fullName.map(keyOf)
  const rdn = der.tlv(der.tags.set, der.readDer(relativeName).content)
  const whole = der.sequence(der.readDer(issuer.der).content, rdn)
  return [keyOf({ kind: 'directoryName', name: whole })]
}
function keyOf(name: GeneralName): string {
  if (name.kind === 'directoryName') return JSON.stringify(rdnKeys(parseName(name.name)))
  return 'value' in name && typeof name.value === 'string'
    ? `${name.kind} ${name.value}`
    : name.kind
}

/**
 * (f), (g): a key that may sign lists for this certificate: its issuer's, or another of that name or of the indirect list's issuer, on a path of
 * its own to the same anchor.
 */
async function signerOf(
  crl: Crl,
  certificate: Certificate,
  world: World,
): Promise<Certificate | undefined> {
  const { path, signers, now, asking } = world
  if (crl.unknown.length > 0) return undefined
  const above = path.chain.indexOf(certificate) - 1
  const issuer = path.chain[above] ?? path.anchor
  for (const signer of new Set([issuer, ...signers])) {
    const mayBe =
      sameName(signer.subject, crl.issuer) &&
      (crl.aki === undefined || signer.ski === undefined || crl.aki === signer.ski) &&
      signer.keyUsage?.includes('cRLSign') !== false
    if (!mayBe) continue
    if (!(await world.isSigned(crl, signer))) continue
    if (signer === issuer || signer === path.anchor || asking.includes(signer)) return signer
    try {
      const own = await validatePath({
        certificate: signer,
        anchors: [path.anchor],
        intermediates: signers,
        now,
        purpose: 'crl-signing',
      })
      const statuses = await statusesOf({ ...world, path: own, asking: [...asking, signer] })
      if (statuses.every(({ status }) => status === 'good')) return signer
    } catch (error) {
      if (!(error instanceof PkiError)) throw error
    }
  }
  return undefined
}

/** (c), (h): the newest addition of the same issuer and scope, by the same key. */
async function deltaOf(
  base: Crl,
  signer: Certificate,
  { crls, now, oldest, isSigned }: World,
): Promise<Crl | undefined> {
  const { number } = base
  if (number === undefined) return undefined
  const scopeOf = ({ issuer, point, scope, reasons, indirect, aki }: Crl) =>
    JSON.stringify([
      rdnKeys(issuer),
      point && namesOf(point, issuer),
      scope,
      reasons,
      indirect,
      aki,
    ])
  let newest: Crl | undefined
  for (const one of crls) {
    const fits =
      one.baseNumber !== undefined &&
      one.number !== undefined &&
      one.baseNumber <= number &&
      number < one.number &&
      one.unknown.length === 0 &&
      isCurrent(one, { now, oldest }) &&
      scopeOf(one) === scopeOf(base) &&
      (newest?.number ?? number) < one.number
    if (fits && (await isSigned(one, signer))) newest = one
  }
  return newest
}

/** (i), (j), (k). */
function entryOf(certificate: Certificate, crl: Crl, delta: Crl | undefined): CrlEntry | undefined {
  const among = ({ entries, issuer, baseNumber }: Crl) =>
    entries.findLast(
      ({ serialNumber, certificateIssuer = issuer, reason }) =>
        serialNumber === certificate.serialNumber &&
        sameName(certificateIssuer, certificate.issuer) &&
        // Nothing is taken off a list but by an addition to it (RFC 5280 §5.3.1).
        (baseNumber !== undefined || reason !== 'removeFromCRL'),
    )
  const entry = (delta && among(delta)) ?? among(crl)
  return entry?.reason === 'removeFromCRL' ? undefined : entry
}
