/** What of an application can be judged before the records are touched: signature, path, statement, requests (2-C). */

import { createPublicKey } from 'node:crypto'
import {
  type ApplicationStatement,
  consentHash,
  currentConsentVersion,
  PhoneError,
  parseStatement,
} from '@kazashi/phone'
import {
  type Certificate,
  PkiError,
  validatePath,
  verifyCertificationRequest,
  verifySignedData,
} from '@kazashi/pki'
import type { Kind } from '../database/tables.ts'
import { AuthorityError, type AuthorityProblemCode } from '../problems.ts'
import type { Records } from '../records.ts'
import type { Device } from './proof.ts'
import { fromBase64 } from './view.ts'

/** Minutes that a phone's clock may be off; a nonce lasts longer. */
const statementWindowMinutes = 35
const requiredBits = 2048

export interface VerifiedApplication {
  readonly statement: ApplicationStatement
  /** The card's signing certificate. */
  readonly signer: Certificate
  readonly requests: readonly { readonly kind: Kind; readonly publicKey: Uint8Array }[]
}

/** Errors of the packages become ours; anything else is a fault of this program and stays one. */
async function within<T>(code: AuthorityProblemCode, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PkiError || error instanceof PhoneError) {
      throw new AuthorityError(code, { detail: error.code, cause: error })
    }
    throw error
  }
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

async function checkPath(records: Records, certificate: Certificate, now: Date): Promise<void> {
  if (certificate.validity.notAfter < now) throw new AuthorityError('CARD_CERTIFICATE_EXPIRED')
  await within('CARD_CERTIFICATE_UNTRUSTED', () =>
    validatePath({
      certificate,
      anchors: [records.authorities.signing.certificate],
      now,
      purpose: 'signing',
    }),
  )
}

function checkStatement(statement: ApplicationStatement, device: Device, now: Date): void {
  if (statement.deviceKey.thumbprint !== device.thumbprint) {
    throw new AuthorityError('STATEMENT_INVALID', { detail: 'another device key' })
  }
  const apart = Math.abs(now.getTime() - new Date(statement.time).getTime())
  if (apart > statementWindowMinutes * 60_000) {
    throw new AuthorityError('STATEMENT_TIME', { members: { now: now.toISOString() } })
  }
  const { version, textHash } = statement.consent
  if (version !== currentConsentVersion || consentHash(version) !== textHash) {
    throw new AuthorityError('CONSENT_UNKNOWN')
  }
  // An iPhone's application also carries the face check and the attributes (3-C): not taken yet.
  if (statement.phone.platform !== 'android') throw new AuthorityError('PHONE_NOT_SUPPORTED')
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
  const signed = await within('SIGNATURE_INVALID', () => verifySignedData(cms))
  await checkPath(records, signed.certificate, now)
  const statement = await within('STATEMENT_INVALID', () => parseStatement(signed.content))
  checkStatement(statement, device, now)
  const requests = []
  for (const kind of statement.kinds) {
    const request = statement.requests[kind]
    if (request === undefined) throw new AuthorityError('STATEMENT_INVALID')
    requests.push({ kind, publicKey: await checkRequest(fromBase64(request)) })
  }
  return { statement, signer: signed.certificate, requests }
}
