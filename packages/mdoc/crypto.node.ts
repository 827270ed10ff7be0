/** What verifying computes, on Node: OpenSSL in the same thread, because a thread's hop costs more than a signature on P-256. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { encodeEcdsa } from '@kazashi/pki'
import type { DigestAlgorithm } from './digest-algorithm.ts'
import type { EcKey, PublicJwk } from './jwk.ts'

const names: Readonly<Record<DigestAlgorithm, string>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}
const curves: Readonly<Record<string, PublicJwk['crv']>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
}

/** FIPS 180-4. */
export const digest = (algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array =>
  createHash(names[algorithm]).update(bytes).digest()

/** @param key SubjectPublicKeyInfo, DER, or a JWK @returns undefined: no key on one of the two curves */
export async function importKey(key: Uint8Array | PublicJwk): Promise<EcKey | undefined> {
  try {
    // The details of a key cost as much as a third of reading it: a JWK says its curve.
    if (!(key instanceof Uint8Array))
      return { curve: key.crv, key: createPublicKey({ key: { ...key }, format: 'jwk' }) }
    const imported = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
    const curve = curves[imported.asymmetricKeyDetails?.namedCurve ?? '']
    return curve && { curve, key: imported }
  } catch {
    return undefined
  }
}

/** ECDSA (FIPS 186-5 §6.4). @param signature r‖s */
export async function verifyRaw(
  { key }: EcKey,
  hash: DigestAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  // OpenSSL takes r‖s as well, and half as fast.
  return verify(names[hash], data, key as KeyObject, encodeEcdsa(signature))
}
