/** The checks of every signed statement: a valid signature, one of our certificates, fresh, from this device. */
import type { CertificateKind, Clock } from '@kazashi/lifecycle'
import { PhoneError } from '@kazashi/phone'
import { type Certificate, PkiError, validatePath, verifySignedData } from '@kazashi/pki'
import type {
  CertificateAuthorities,
  CertificateAuthority,
} from '../issuing/certificate-authorities.ts'
import type { Serials } from '../issuing/serials.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError, type AuthorityProblemCode } from '../problems.ts'
import { carrierOf, refusalsOf } from './signer.ts'

/** Minutes that a phone's clock may be off; a nonce lasts longer. */
export const statementWindowMinutes = 35

/** Errors of the packages become ours; anything else is a fault of this program and passes through. */
export async function within<T>(
  code: AuthorityProblemCode,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PkiError || error instanceof PhoneError) {
      throw new AuthorityError(code, { detail: error.code, cause: error })
    }
    throw error
  }
}

export interface SignatureNeeds {
  readonly clock: Clock
  readonly authorities: CertificateAuthorities
  readonly serials: Serials
}

export interface SignedBytes {
  readonly content: Uint8Array
  readonly certificate: Certificate
  /** Of the issuer, so of the key. */
  readonly kind: CertificateKind
}

/** By key identifier (RFC 5280 §4.2.1.1), as generations share a name; the path is validated after that. */
const issuerOf = async (
  { authorities }: Pick<SignatureNeeds, 'authorities'>,
  { aki }: Certificate,
): Promise<CertificateAuthority | undefined> =>
  (await authorities.all()).find(
    ({ certificate: { ski } }) => ski !== undefined && ski === aki?.keyIdentifier,
  )

/**
 * Signature and path; whether the certificate is revoked is asked of the records, in the transaction (signer.ts).
 * @param cms SignedData, DER
 * @throws {AuthorityError} SIGNATURE_INVALID, …_CERTIFICATE_UNTRUSTED, …_CERTIFICATE_EXPIRED
 */
export async function openSigned(records: SignatureNeeds, cms: Uint8Array): Promise<SignedBytes> {
  const now = records.clock.now()
  const { content, certificate } = await within('SIGNATURE_INVALID', () => verifySignedData(cms))
  const issuer = await issuerOf(records, certificate)
  if (!issuer) throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  const { kind } = issuer
  const refusals = refusalsOf[carrierOf(records, kind, certificate.serialNumber) ?? 'card']
  if (certificate.validity.notAfter < now) throw new AuthorityError(refusals.expired)
  const anchors = [issuer.certificate]
  await within(refusals.signed, () => validatePath({ certificate, anchors, now, purpose: kind }))
  return { content, certificate, kind }
}

/** @throws {AuthorityError} STATEMENT_INVALID, STATEMENT_TIME (its member `now` is our time) */
export function checkFreshness(
  {
    deviceKey,
    time,
  }: { readonly deviceKey: { readonly thumbprint: string }; readonly time: string },
  device: Device,
  now: Date,
): void {
  if (deviceKey.thumbprint !== device.thumbprint) {
    throw new AuthorityError('STATEMENT_INVALID', { detail: 'another device key' })
  }
  const apart = Math.abs(now.getTime() - new Date(time).getTime())
  if (apart > statementWindowMinutes * 60_000) {
    throw new AuthorityError('STATEMENT_TIME', { members: { now: now.toISOString() } })
  }
}
