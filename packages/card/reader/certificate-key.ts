/** The one thing a signer needs of a certificate: its SubjectPublicKeyInfo, found by position (RFC 5280 §4.1). */
import { CardError } from '../errors.ts'
import { encodeTlv, parseTlv, parseTlvs } from '../tlv.ts'

const sequence = 0x30
/** version [0], serialNumber, signature, issuer, validity, subject, then the key. */
const keyAt = 6
const explicitVersion = 0xa0

/**
 * SubjectPublicKeyInfo of a version 3 certificate. Nothing else of it is checked.
 * @param certificate DER
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function publicKeyOf(certificate: Uint8Array): Uint8Array {
  const [tbs] = parseTlvs(parseTlv(certificate).value)
  const parts = tbs?.tag === sequence ? parseTlvs(tbs.value) : []
  const key = parts[keyAt]
  if (parts[0]?.tag !== explicitVersion || key?.tag !== sequence) {
    throw new CardError('DATA_OBJECT_MALFORMED', { detail: 'certificate' })
  }
  return encodeTlv(key.tag, key.value)
}
