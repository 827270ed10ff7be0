/** What verifying computes, in a page: WebCrypto, and digests without waiting. */
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { DigestAlgorithm } from './digest-algorithm.ts'
import type { EcKey, PublicJwk } from './jwk.ts'

const hashes: Readonly<Record<DigestAlgorithm, (bytes: Uint8Array) => Uint8Array>> = {
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
}

/** FIPS 180-4. */
export const digest = (algorithm: DigestAlgorithm, bytes: Uint8Array): Uint8Array =>
  hashes[algorithm](bytes)

/** @param key SubjectPublicKeyInfo, DER, or a JWK @returns undefined: no key on one of the two curves */
export async function importKey(key: Uint8Array | PublicJwk): Promise<EcKey | undefined> {
  for (const curve of ['P-256', 'P-384'] as const) {
    const parameters = { name: 'ECDSA', namedCurve: curve }
    try {
      const imported =
        key instanceof Uint8Array
          ? await crypto.subtle.importKey('spki', new Uint8Array(key), parameters, false, [
              'verify',
            ])
          : await crypto.subtle.importKey('jwk', { ...key }, parameters, false, ['verify'])
      return { curve, key: imported }
    } catch {
      // Perhaps the other curve.
    }
  }
  return undefined
}

/** ECDSA (FIPS 186-5 §6.4). @param signature r‖s */
export const verifyRaw = (
  { key }: EcKey,
  hash: DigestAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> =>
  crypto.subtle.verify(
    { name: 'ECDSA', hash },
    key as CryptoKey,
    new Uint8Array(signature),
    new Uint8Array(data),
  )
