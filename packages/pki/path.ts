/**
 * Path validation (RFC 5280 §6.1) as far as this PKI needs it: from a certificate to an anchor by name, key
 * identifiers and signature; validity, CA, path length, key usage, policies. Name constraints and policy mappings
 * are not processed: a path on which they are critical is refused. Status is asked of OCSP or a CRL apart.
 */
import { equalBytes } from '@kazashi/octets'
import { readPublicKey } from './algorithms.ts'
import { type Certificate, type CertificateInput, certificateOf } from './certificate.ts'
import { PkiError } from './errors.ts'
import { sameName } from './name.ts'
import { oids } from './oids.ts'
import { verifySignature } from './signature.ts'

/** Purpose of the end entity's key. */
export type PathPurpose =
  | 'signing'
  | 'authentication'
  | 'ocsp-signing'
  | 'crl-signing'
  | 'mdoc-signing'

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
 * @param options.policies acceptable ones; default any
 * @throws {PkiError} PATH_…: of the candidate that got furthest
 */
export async function validatePath(options: {
  readonly certificate: CertificateInput
  readonly anchors: readonly CertificateInput[]
  readonly intermediates?: readonly CertificateInput[]
  readonly now: Date
  readonly purpose?: PathPurpose
  readonly policies?: readonly string[]
}): Promise<Path> {
  const { now, purpose, policies } = options
  const certificate = certificateOf(options.certificate)
  const anchors = options.anchors.map(certificateOf)
  const search: Search = {
    anchors,
    intermediates: (options.intermediates ?? []).map(certificateOf),
    now,
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
  const valid = policiesOf(path.chain)
  if (policies && !policies.some((one) => valid.includes(one) || valid.includes(oids.anyPolicy)))
    throw new PkiError('PATH_POLICY', 'none of the acceptable policies holds')
  return { ...path, policies: valid }
}

interface Search {
  readonly anchors: readonly Certificate[]
  readonly intermediates: readonly Certificate[]
  readonly now: Date
  signatures: number
  /** Why the last candidate was refused. */
  refusal: PkiError | undefined
}

/** @param chain from the topmost so far to the end entity */
async function climb(
  chain: readonly Certificate[],
  search: Search,
): Promise<Omit<Path, 'policies'> | undefined> {
  const [top] = chain
  if (top === undefined) return undefined
  const itself = chain.length === 1 && search.anchors.find((one) => equalBytes(one.der, top.der))
  if (itself) return { anchor: itself, chain }
  for (const anchor of search.anchors.filter((one) => mayIssue(one, top))) {
    if (await accepts(anchor, chain, search)) return { anchor, chain }
  }
  for (const issuer of search.intermediates.filter((one) => mayIssue(one, top))) {
    if (
      chain.some(
        (one) => equalBytes(one.spki, issuer.spki) && sameName(one.subject, issuer.subject),
      )
    )
      continue
    if (chain.length >= longestChain) {
      search.refusal = new PkiError('PATH_TOO_LONG', `over ${longestChain} certificates`)
      continue
    }
    if (!(await accepts(issuer, chain, search))) continue
    const path = await climb([issuer, ...chain], search)
    if (path !== undefined) return path
  }
  return undefined
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
      throw new PkiError('PATH_TOO_LONG', `over ${signatureBudget} signatures to check`)
    await checkSignature(issuer, top)
    return true
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    search.refusal = error
    return false
  }
}

async function checkSignature(issuer: Certificate, subject: Certificate): Promise<void> {
  const { signatureAlgorithm } = subject
  if (signatureAlgorithm === undefined)
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'a signature of a kind that is not used')
  if (!(await verifySignature(issuer.spki, signatureAlgorithm, subject.tbs, subject.signature)))
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
  oids.cRLDistributionPoints,
])

function checkExtensions({ extensions }: Certificate): void {
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

/**
 * Without mappings the valid policies are those that every certificate of the chain names, be it by anyPolicy (RFC 5280 §6.1.3 (d)).
 * A policy that a certificate names itself is valid under an issuer's anyPolicy, and lasts where a later one has anyPolicy alone.
 */
function policiesOf(chain: readonly Certificate[]): string[] {
  let valid: string[] = [oids.anyPolicy]
  for (const { policies } of chain) {
    const named = policies?.map(({ oid }) => oid) ?? []
    const narrowed = valid.includes(oids.anyPolicy)
      ? named
      : valid.filter((one) => named.includes(one))
    valid = named.includes(oids.anyPolicy) ? [...new Set([...valid, ...narrowed])] : narrowed
  }
  return valid
}
