/** What can be said of an application without the records: signature, certificate path, statement, requests (2-C, 3-C). */

import { createPublicKey } from 'node:crypto'
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  type ApplicationStatement,
  consentHash,
  currentConsentVersion,
  parseStatement,
} from '@kazashi/phone'
import { type Certificate, verifyCertificationRequest } from '@kazashi/pki'
import { checkSupported } from '../phones/supported.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import { checkFreshness, openSigned, within } from '../signatures/signed.ts'
import type { Device } from './proof.ts'
import { fromBase64 } from './view.ts'

const requiredBits = 2048

export interface VerifiedApplication {
  readonly statement: ApplicationStatement
  /** The card's signing certificate. */
  readonly signer: Certificate
  readonly requests: readonly { readonly kind: CertificateKind; readonly publicKey: Uint8Array }[]
}

/** RSA with 2048 bits and the usual exponent, as the card's own. @throws {AuthorityError} KEY_TOO_WEAK */
export function checkStrength(spki: Uint8Array): void {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {}
  const good =
    key.asymmetricKeyType === 'rsa' && modulusLength === requiredBits && publicExponent === 65537n
  if (!good) throw new AuthorityError('KEY_TOO_WEAK')
}

/** PKCS #10 (RFC 2986): the one who asks holds the key. @returns SubjectPublicKeyInfo, DER */
export async function checkRequest(request: Uint8Array): Promise<Uint8Array> {
  const { publicKey } = await within('REQUEST_KEY_INVALID', () =>
    verifyCertificationRequest(request),
  )
  checkStrength(publicKey)
  return publicKey
}

function checkStatement(statement: ApplicationStatement, device: Device, now: Date): void {
  checkFreshness(statement, device, now)
  const { version, textHash } = statement.consent
  if (version !== currentConsentVersion || consentHash(version) !== textHash) {
    throw new AuthorityError('CONSENT_UNKNOWN')
  }
  checkSupported(statement.phone)
}

/**
 * @param cms SignedData by the card's signing key over the statement, DER
 * @throws {AuthorityError} every code of 'the card's signature' and 'what the statement says' but those about the records
 */
export async function verifyApplication(
  records: Records,
  cms: Uint8Array,
  device: Device,
): Promise<VerifiedApplication> {
  const now = records.clock.now()
  const { content, certificate, kind } = await openSigned(records, cms)
  if (kind !== 'signing') throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  const statement = await within('STATEMENT_INVALID', () => parseStatement(content))
  checkStatement(statement, device, now)
  const requests = []
  for (const one of statement.kinds) {
    const request = statement.requests[one]
    if (request === undefined) throw new AuthorityError('STATEMENT_INVALID')
    requests.push({ kind: one, publicKey: await checkRequest(fromBase64(request)) })
  }
  return { statement, signer: certificate, requests }
}
