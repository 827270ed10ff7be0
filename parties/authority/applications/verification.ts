/** The checks of an application that need no records: signature, certificate path, statement, requests (2-C, 3-C). */
import type { CertificateKind } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import {
  type ApplicationStatement,
  consentHash,
  currentConsentVersion,
  parseStatement,
} from '@kazashi/phone'
import type { Certificate } from '@kazashi/pki'
import type { RequestedKeys } from '../database/applications.ts'
import type { Device } from '../phones/proof.ts'
import { checkSupported } from '../phones/supported.ts'
import { AuthorityError } from '../problems.ts'
import { checkRequest } from '../signatures/certification-request.ts'
import { checkFreshness, openSigned, type SignatureNeeds, within } from '../signatures/signed.ts'

export interface VerifiedApplication {
  readonly statement: ApplicationStatement
  /** The card's signing certificate. */
  readonly signer: Certificate
  /** Of the kinds applied for; each proved by its request. */
  readonly keys: RequestedKeys
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
 * @throws {AuthorityError} every code about the card's signature and the statement except those that need the records
 */
export async function verifyApplication(
  records: SignatureNeeds,
  cms: Uint8Array,
  device: Device,
): Promise<VerifiedApplication> {
  const now = records.clock.now()
  const { content, certificate, kind } = await openSigned(records, cms)
  if (kind !== 'signing') throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  const statement = await within('STATEMENT_INVALID', () => parseStatement(content))
  checkStatement(statement, device, now)
  const keys: Partial<Record<CertificateKind, Uint8Array>> = {}
  for (const one of statement.kinds) {
    const request = statement.requests[one]
    if (request === undefined) throw new AuthorityError('STATEMENT_INVALID')
    keys[one] = await checkRequest(base64.decode(request))
  }
  return { statement, signer: certificate, keys }
}
