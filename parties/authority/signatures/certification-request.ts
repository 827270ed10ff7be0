/** A key that is to be certified: PKCS #10 (RFC 2986), signed by the key itself and strong enough. */
import { createPublicKey } from 'node:crypto'
import { verifyCertificationRequest } from '@kazashi/pki'
import { AuthorityError } from '../problems.ts'
import { within } from './signed.ts'

const requiredBits = 2048

/** RSA with 2048 bits and the usual exponent, as the card's own. @throws {AuthorityError} KEY_TOO_WEAK */
function checkStrength(spki: Uint8Array): void {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {}
  const good =
    key.asymmetricKeyType === 'rsa' && modulusLength === requiredBits && publicExponent === 65537n
  if (!good) throw new AuthorityError('KEY_TOO_WEAK')
}

/** PKCS #10 (RFC 2986) proves that the requester holds the key. @returns SubjectPublicKeyInfo, DER */
export async function checkRequest(request: Uint8Array): Promise<Uint8Array> {
  const { publicKey } = await within('REQUEST_KEY_INVALID', () =>
    verifyCertificationRequest(request),
  )
  checkStrength(publicKey)
  return publicKey
}
