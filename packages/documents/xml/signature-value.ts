/** SignatureValue under a public key (XML Signature 1.1 §6.4): RSA with PKCS #1 v1.5 or PSS, ECDSA as r‖s. */
import { DocumentError } from '../errors.ts'
import { hashes } from './hashes.ts'
import type { SignatureMethod } from './names.ts'
import type { XmlPolicy } from './signed-info.ts'
import { keyFacts } from './spki.ts'

/** Of RSA. NIST SP 800-131A; the shorter ones of old documents have to be asked for. */
const leastBits = { otherwise: 2048, short: 1024 } as const

/**
 * @returns false: not signed by this key, which may be of another kind
 * @throws {DocumentError} XML_KEY_MALFORMED, XML_KEY_REFUSED, XML_SIGNATURE_ENCODING
 */
export async function isSignedBy(
  spki: Uint8Array,
  { kind, hash }: SignatureMethod,
  data: Uint8Array,
  value: Uint8Array,
  policy: XmlPolicy,
): Promise<boolean> {
  const key = keyFacts(spki)
  if (key.kind === 'other' || (kind === 'ECDSA') !== (key.kind === 'EC')) return false
  if (key.kind === 'RSA') {
    const least = policy.allowShortRsa ? leastBits.short : leastBits.otherwise
    if (key.bits < least) throw new DocumentError('XML_KEY_REFUSED', `RSA of ${key.bits} bits`)
  } else if (value.length !== 2 * key.octets) {
    throw new DocumentError(
      'XML_SIGNATURE_ENCODING',
      `r‖s of ${key.curve} has ${2 * key.octets} octets`,
    )
  }
  const importing = key.kind === 'EC' ? { name: kind, namedCurve: key.curve } : { name: kind, hash }
  const verifying = { name: kind, hash, saltLength: hashes[hash](new Uint8Array()).length }
  let imported: CryptoKey
  try {
    imported = await crypto.subtle.importKey('spki', new Uint8Array(spki), importing, false, [
      'verify',
    ])
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError)
      throw new DocumentError('XML_KEY_MALFORMED', { cause })
    throw cause
  }
  return await crypto.subtle.verify(
    verifying,
    imported,
    new Uint8Array(value),
    new Uint8Array(data),
  )
}
