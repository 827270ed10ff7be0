/**
 * Path validation (RFC 5280 §6.1): a path is built from a certificate up to an anchor by name, key identifiers and signature, over
 * generations and cross certificates; then its names (`name-constraints.ts`) and policies (`path-policies.ts`) are judged from the anchor
 * down. Where a path is refused the next one is tried. Status is asked of OCSP or a CRL apart.
 */
import { equalBytes } from '@kazashi/octets'
import { readPublicKey } from './algorithms.ts'
import { type Certificate, type CertificateInput, certificateOf } from './certificate.ts'
import { PkiError } from './errors.ts'
import { certificatePolicies } from './extensions.ts'
import { sameName } from './name.ts'
import { NameLimits } from './name-constraints.ts'
import { oids } from './oids.ts'
import { type PolicyInputs, policiesOf } from './path-policies.ts'
import { verifySignature } from './signature.ts'
import { accepted } from './signature-algorithms.ts'

/** Purpose of the end entity's key. */
export type PathPurpose =
  | 'signing'
  | 'authentication'
  | 'ocsp-signing'
  | 'crl-signing'
  | 'mdoc-signing'

/** Of a path, beside RFC 5280's. */
interface Demands {
  /** OID that every certificate of the path with an extendedKeyUsage must have, or anyExtendedKeyUsage. */
  readonly extendedKeyUsage?: string | undefined
  /** Certificates between anchor and end entity, self-issued ones not counted. */
  readonly mostIntermediates?: number | undefined
  /** Refuses what issuers must not do, too: `strict` of `@kazashi/pki/duties`, which a page that does not ask for it need not load. */
  readonly strict?: ((anchor: Certificate, chain: readonly Certificate[]) => void) | undefined
}

export interface Path {
  readonly anchor: Certificate
  /** From the one below the anchor to the certificate itself. */
  readonly chain: readonly Certificate[]
  /** That hold for the whole chain; anyPolicy is one of them where nothing narrows it. */
  readonly policies: readonly string[]
}

/** Certificates from anchor to end entity, the end entity included. Ours have one; the deepest known PKIs have five. */
const longestChain = 8
/** Signatures checked for one answer: endless cross-certification ends here (the number is rustls/webpki's). */
const signatureBudget = 100

/**
 * @param options.anchors trusted as they stand, the certificate itself may be one; their validity is judged too, as their end is
 *   announced in them
 * @throws {PkiError} PATH_…: of the candidate that got furthest
 */
export async function validatePath(
  options: PolicyInputs &
    Demands & {
      readonly certificate: CertificateInput
      readonly anchors: readonly CertificateInput[]
      readonly intermediates?: readonly CertificateInput[]
      readonly now: Date
      readonly purpose?: PathPurpose
    },
): Promise<Path> {
  const { now, purpose } = options
  if (Number.isNaN(now.getTime())) throw new PkiError('PATH_TIME', 'no time to judge by')
  const certificate = certificateOf(options.certificate)
  const search: Search = {
    anchors: readable(options.anchors),
    intermediates: readable(options.intermediates ?? []),
    now,
    options,
    signatures: 0,
    refusal: undefined,
  }
  checkTime(certificate, now)
  checkKey(certificate)
  checkExtensions(certificate)
  if (purpose) checkPurpose(certificate, purpose)
  const path = await climb([certificate], search)
  if (path === undefined)
    throw search.refusal ?? new PkiError('PATH_NOT_FOUND', 'no anchor issued the certificate')
  return path
}

/** One that cannot be read is of no use to a path, and stands in the way of none. */
const readable = (inputs: readonly CertificateInput[]): Certificate[] =>
  inputs.flatMap((input) => {
    try {
      return [certificateOf(input)]
    } catch (error) {
      if (error instanceof PkiError) return []
      throw error
    }
  })

interface Search {
  readonly options: PolicyInputs & Demands
  readonly anchors: readonly Certificate[]
  readonly intermediates: readonly Certificate[]
  readonly now: Date
  signatures: number
  /** Why the last candidate was refused. */
  refusal: PkiError | undefined
}

/** @param chain from the topmost so far to the end entity */
async function climb(chain: readonly Certificate[], search: Search): Promise<Path | undefined> {
  const [top] = chain
  if (top === undefined) return undefined
  const itself = chain.length === 1 && search.anchors.find((one) => equalBytes(one.der, top.der))
  if (itself) return judged(itself, [itself], search)
  for (const anchor of search.anchors.filter((one) => mayIssue(one, top))) {
    const path = (await accepts(anchor, chain, search)) && judged(anchor, chain, search)
    if (path) return path
  }
  for (const issuer of search.intermediates.filter((one) => mayIssue(one, top))) {
    if (
      chain.some(
        (one) => equalBytes(one.spki, issuer.spki) && sameName(one.subject, issuer.subject),
      )
    )
      continue
    if (chain.length >= longestChain) {
      search.refusal = new PkiError('PATH_WORK_LIMIT', `over ${longestChain} certificates`)
      continue
    }
    if (!(await accepts(issuer, chain, search))) continue
    const path = await climb([issuer, ...chain], search)
    if (path !== undefined) return path
  }
  return undefined
}

/** What the caller wants of the whole path. @throws {PkiError} PATH_KEY_USAGE, PATH_TOO_LONG */
function checkDemands(
  anchor: Certificate,
  chain: readonly Certificate[],
  { extendedKeyUsage: wanted, mostIntermediates }: Demands,
): void {
  if (wanted !== undefined)
    for (const { extendedKeyUsage: given, subject } of [anchor, ...chain])
      if (given && !given.includes(wanted) && !given.includes(oids.anyExtendedKeyUsage))
        throw new PkiError('PATH_KEY_USAGE', `${subject.text} is not for ${wanted}`)
  const between = chain.slice(0, -1).filter((one) => !sameName(one.issuer, one.subject)).length
  if (mostIntermediates !== undefined && between > mostIntermediates)
    throw new PkiError('PATH_TOO_LONG', `${between} intermediate certificates`)
}

/** Names and policies, from the anchor down. Notes the refusal when there is one. */
function judged(
  anchor: Certificate,
  chain: readonly Certificate[],
  search: Search,
): Path | undefined {
  try {
    const limits = new NameLimits()
    // An anchor's own constraints hold too (RFC 5937 §4).
    if (anchor !== chain[0] && anchor.nameConstraints) limits.add(anchor.nameConstraints)
    for (const [at, certificate] of chain.entries()) {
      const isLast = at === chain.length - 1
      // A CA's new key has the CA's name, which those above may not have permitted (§6.1.3 (b)).
      if (isLast || !sameName(certificate.issuer, certificate.subject)) limits.check(certificate)
      if (!isLast && certificate.nameConstraints) limits.add(certificate.nameConstraints)
    }
    const { options } = search
    checkDemands(anchor, chain, options)
    options.strict?.(anchor, chain)
    const above = anchor === chain[0] ? [] : chain
    return { anchor, chain, policies: policiesOf(anchor, above, options) }
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    search.refusal = error
    return undefined
  }
}

/** By name; where the key identifiers and serial are given they decide: JPKI's roots share one name. */
function mayIssue(issuer: Certificate, subject: Certificate): boolean {
  if (!sameName(issuer.subject, subject.issuer)) return false
  const { aki } = subject
  if (
    aki?.keyIdentifier !== undefined &&
    issuer.ski !== undefined &&
    aki.keyIdentifier !== issuer.ski
  )
    return false
  if (aki?.issuer !== undefined && aki.serialNumber !== undefined)
    return aki.serialNumber === issuer.serialNumber && sameName(aki.issuer, issuer.issuer)
  return true
}

/** Is `issuer` one that may stand above this chain, and did it sign its top? Notes the refusal when not. */
async function accepts(
  issuer: Certificate,
  chain: readonly Certificate[],
  search: Search,
): Promise<boolean> {
  const [top] = chain
  if (top === undefined) return false
  try {
    checkTime(issuer, search.now)
    checkKey(issuer)
    checkExtensions(issuer)
    checkCa(issuer, chain)
    if (++search.signatures > signatureBudget)
      throw new PkiError('PATH_WORK_LIMIT', `over ${signatureBudget} signatures to check`)
    await checkSignature(issuer, top)
    return true
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    search.refusal = error
    return false
  }
}

async function checkSignature(issuer: Certificate, subject: Certificate): Promise<void> {
  const algorithm = accepted(subject.signatureAlgorithm)
  if (!(await verifySignature(issuer.spki, algorithm, subject.tbs, subject.signature)))
    throw new PkiError('PATH_SIGNATURE_INVALID', 'not signed by the issuer it names')
}

/** RSA of at least 2048 bits (SP 800-131A §3), P-256, P-384. */
function checkKey({ spki, subject }: Certificate): void {
  if (readPublicKey(spki).algorithm === undefined)
    throw new PkiError('ALGORITHM_UNSUPPORTED', `a key of a kind that is not used: ${subject.text}`)
}

function checkTime({ validity, subject }: Certificate, now: Date): void {
  const { notBefore, notAfter } = validity
  if (now < notBefore)
    throw new PkiError('PATH_NOT_YET_VALID', `${subject.text} from ${notBefore.toISOString()}`)
  // Valid through the whole of the last second.
  if (now.getTime() >= notAfter.getTime() + 1000)
    throw new PkiError('PATH_EXPIRED', `${subject.text} until ${notAfter.toISOString()}`)
}

const processed: ReadonlySet<string> = new Set([
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.basicConstraints,
  oids.certificatePolicies,
  oids.subjectAltName,
  oids.issuerAltName,
  oids.cRLDistributionPoints,
  oids.nameConstraints,
  oids.policyMappings,
  oids.policyConstraints,
  oids.inhibitAnyPolicy,
])

/** RFC 5280 §4.2.1.4: critical, all of it is processed or the certificate is refused. */
const qualifiers: ReadonlySet<string> = new Set([oids.cps, oids.userNotice])

function checkExtensions({ extensions }: Certificate): void {
  for (const { oid, critical, value } of extensions) {
    if (oid !== oids.certificatePolicies || !critical) continue
    const other = certificatePolicies
      .parse(value)
      .flatMap((policy) => policy.qualifiers)
      .find((one) => !qualifiers.has(one.oid))
    if (other)
      throw new PkiError('PATH_CRITICAL_EXTENSION', `a qualifier not understood: ${other.oid}`)
  }
  const unknown = extensions.find(({ oid, critical }) => critical && !processed.has(oid))
  if (unknown)
    throw new PkiError('PATH_CRITICAL_EXTENSION', `${unknown.oid} is critical and not understood`)
}

function checkCa(issuer: Certificate, chain: readonly Certificate[]): void {
  const { basicConstraints, keyUsage, version, subject } = issuer
  if (version !== 3 || basicConstraints?.ca !== true)
    throw new PkiError('PATH_ISSUER_NOT_CA', `${subject.text} is no CA`)
  if (keyUsage !== undefined && !keyUsage.includes('keyCertSign'))
    throw new PkiError('PATH_ISSUER_NOT_CA', `${subject.text} may not sign certificates`)
  // Self-issued ones and the end entity do not count.
  const below = chain.slice(0, -1).filter((one) => !sameName(one.issuer, one.subject)).length
  if (basicConstraints.pathLength !== undefined && below > basicConstraints.pathLength)
    throw new PkiError('PATH_TOO_LONG', `${below} CAs below ${subject.text}`)
}

function checkPurpose(certificate: Certificate, purpose: PathPurpose): void {
  const { keyUsage, extendedKeyUsage, basicConstraints } = certificate
  const refuse = (detail: string): never => {
    throw new PkiError('PATH_KEY_USAGE', detail)
  }
  const mayFor = (oid: string): boolean =>
    extendedKeyUsage === undefined ||
    extendedKeyUsage.includes(oid) ||
    extendedKeyUsage.includes(oids.anyExtendedKeyUsage)
  if (purpose !== 'crl-signing' && basicConstraints?.ca === true) refuse('a CA’s certificate')
  switch (purpose) {
    case 'signing':
      // This tells the two certificates of a person apart: only the signing one has nonRepudiation.
      if (keyUsage?.includes('nonRepudiation') !== true) refuse('not for signing')
      break
    case 'authentication':
      if (keyUsage?.includes('digitalSignature') !== true || keyUsage.includes('nonRepudiation'))
        refuse('not for authentication')
      if (extendedKeyUsage?.includes(oids.clientAuth) !== true)
        refuse('not for client authentication')
      break
    case 'ocsp-signing':
      if (keyUsage?.includes('digitalSignature') === false) refuse('not for signatures')
      if (extendedKeyUsage?.includes(oids.ocspSigning) !== true) refuse('not for OCSP')
      break
    case 'mdoc-signing':
      if (keyUsage?.includes('digitalSignature') !== true) refuse('not for signatures')
      if (extendedKeyUsage?.includes(oids.mdocDocumentSigner) !== true) refuse('not for mdocs')
      break
    case 'crl-signing':
      if (keyUsage?.includes('cRLSign') === false || !mayFor(oids.anyExtendedKeyUsage))
        refuse('not for CRLs')
  }
}
