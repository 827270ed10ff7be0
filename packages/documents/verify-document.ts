/**
 * A signed document, whatever it is (PDF, XML, CMS told apart by themselves): each signature with what it covers, whose it is, and whether the
 * certificate held; or why it is refused.
 */
import {
  type Certificate,
  type CertificateAttributes,
  PkiError,
  readAttributes,
} from '@kazashi/pki'
import { type VerifiedCertificate, type Verifier, VerifyError } from '@kazashi/verify'
import { type Coverage, type DocumentOptions, type Finding, formatOf, readers } from './findings.ts'
import { type Stamped, stampedAt } from './proven-time.ts'

export interface AcceptedSignature extends VerifiedCertificate, Stamped {
  readonly accepted: true
  readonly coverage: Coverage
  readonly certificate: Certificate
  /** Of a person's signing certificate; characters that were substituted have a '1' in the flags. */
  readonly attributes: CertificateAttributes | undefined
  /** As the signer says. */
  readonly signingTime: Date | undefined
}

export interface RefusedSignature {
  readonly accepted: false
  readonly error: VerifyError
  /** What it would be over, where that much is known. */
  readonly coverage: Coverage | undefined
}

export interface VerifiedSignatures {
  readonly format: Coverage['format']
  /** By the verifier's clock. */
  readonly checkedAt: Date
  /** At least one. */
  readonly signatures: readonly (AcceptedSignature | RefusedSignature)[]
  /** All of them are accepted. */
  readonly accepted: boolean
}

/**
 * @param verifier its anchors for signing, clock and status policy hold here
 * @throws {VerifyError} DOCUMENT_MALFORMED: it cannot be read; DOCUMENT_NOT_SIGNED
 */
export async function verifyDocument(
  verifier: Verifier,
  document: Uint8Array,
  options: DocumentOptions = {},
): Promise<VerifiedSignatures> {
  const format = formatOf(document)
  if (format === undefined)
    throw new VerifyError('DOCUMENT_MALFORMED', 'neither PDF nor XML nor CMS')
  const checkedAt = await verifier.now()
  const findings = await readers[format](document, options)
  if (findings.length === 0)
    throw new VerifyError('DOCUMENT_NOT_SIGNED', `no signature in the ${format}`)
  const signatures = []
  for (const one of findings) signatures.push(await judged(verifier, one, options, checkedAt))
  return { format, checkedAt, signatures, accepted: signatures.every(({ accepted }) => accepted) }
}

async function judged(
  verifier: Verifier,
  finding: Finding,
  options: DocumentOptions,
  now: Date,
): Promise<AcceptedSignature | RefusedSignature> {
  const { coverage } = finding
  if ('error' in finding) return { accepted: false, error: finding.error, coverage }
  try {
    const { certificate, certificates, signingTime } = finding
    const stamped = await stampedAt(finding, options, now)
    const status = await verifier.verifyCertificate(
      certificate,
      'signing',
      certificates,
      stamped.provenTime,
    )
    const attributes = attributesOf(certificate)
    return {
      ...status,
      accepted: true,
      coverage: finding.coverage,
      certificate,
      attributes,
      signingTime,
      ...stamped,
    }
  } catch (error) {
    if (error instanceof VerifyError) return { accepted: false, error, coverage }
    throw error
  }
}

/** A person's four; undefined: the certificate of somebody else, who has none. */
function attributesOf(certificate: Certificate): CertificateAttributes | undefined {
  try {
    return readAttributes(certificate)
  } catch (cause) {
    if (!(cause instanceof PkiError)) throw cause
    throw new VerifyError('ATTRIBUTES_MISSING', { detail: cause.message, cause })
  }
}
