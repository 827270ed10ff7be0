/** Signatures by WebCrypto, the same in Node and in pages; keys as PKCS #8 (RFC 5958) and SubjectPublicKeyInfo. */
import { readPublicKey } from './algorithms.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { type ForeignAlgorithm, type Legacy, signatureHash } from './signature-algorithms.ts'
import type { SignatureAlgorithm, Signer } from './signer.ts'

const hashOf = (algorithm: ForeignAlgorithm): string => signatureHash[algorithm]

const keyParameters = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
} as const
const signParameters = {
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
} as const
/** Octets of one coordinate. */
const coordinate = { RS256: 0, ES256: 32, ES384: 48 } as const

/** r‖s (WebCrypto) to Ecdsa-Sig-Value (RFC 5480 appendix A). */
export const encodeEcdsa = (raw: Uint8Array): Uint8Array =>
  der.sequence(
    der.integer(raw.subarray(0, raw.length / 2)),
    der.integer(raw.subarray(raw.length / 2)),
  )

/** @returns undefined when it is no strict Ecdsa-Sig-Value of that size */
export function decodeEcdsa(signature: Uint8Array, octets: number): Uint8Array | undefined {
  try {
    const reader = new der.Reader(der.readDer(signature, der.tags.sequence))
    const r = der.readMagnitude(reader.next(der.tags.integer))
    const s = der.readMagnitude(reader.next(der.tags.integer))
    reader.end()
    if (r.length > octets || s.length > octets) return undefined
    const raw = new Uint8Array(2 * octets)
    raw.set(r, octets - r.length)
    raw.set(s, 2 * octets - s.length)
    return raw
  } catch (error) {
    if (error instanceof PkiError) return undefined
    throw error
  }
}

/** The hash is the signature's, the curve the key's: P-384 with SHA-256 is as good as with its own. @returns undefined: not of one kind */
function keyKind(spki: Uint8Array, algorithm: ForeignAlgorithm): SignatureAlgorithm | undefined {
  try {
    const { kind, algorithm: own } = readPublicKey(spki)
    if (!algorithm.startsWith('ES')) return kind === 'RSA' ? 'RS256' : undefined
    return kind === 'EC' ? own : undefined
  } catch (error) {
    if (error instanceof PkiError) return undefined
    throw error
  }
}

/** For WebCrypto: of the key, and of the check. */
function parametersOf(kind: SignatureAlgorithm, algorithm: ForeignAlgorithm) {
  const hash = hashOf(algorithm)
  if (kind !== 'RS256') return [keyParameters[kind], { name: 'ECDSA', hash }] as const
  if (!algorithm.startsWith('PS'))
    return [{ name: 'RSASSA-PKCS1-v1_5', hash }, signParameters.RS256] as const
  const saltLength = Number(algorithm.slice(2)) / 8
  return [
    { name: 'RSA-PSS', hash },
    { name: 'RSA-PSS', saltLength },
  ] as const
}

/** @returns false also for a key or a signature that cannot be read, and for SHA-1 unless it is asked for */
export async function verifySignature(
  spki: Uint8Array,
  algorithm: ForeignAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
  { sha1 = false }: Legacy = {},
): Promise<boolean> {
  const kind = algorithm === 'RS1' && !sha1 ? undefined : keyKind(spki, algorithm)
  if (kind === undefined) return false
  const raw = kind === 'RS256' ? signature : decodeEcdsa(signature, coordinate[kind])
  if (raw === undefined) return false
  try {
    const [parameters, check] = parametersOf(kind, algorithm)
    const bytes = new Uint8Array(spki)
    const key = await crypto.subtle.importKey('spki', bytes, parameters, false, ['verify'])
    return await crypto.subtle.verify(check, key, new Uint8Array(raw), new Uint8Array(data))
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
}

/** @param pkcs8 PrivateKeyInfo, DER @throws {PkiError} KEY_INVALID */
export async function softwareSigner(
  pkcs8: Uint8Array,
  algorithm: SignatureAlgorithm,
): Promise<Signer> {
  try {
    // Extractable only to learn the public half; the copy that signs is not.
    const parameters = keyParameters[algorithm]
    const whole = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), parameters, true, [
      'sign',
    ])
    const { kty, n, e, crv, x, y } = await crypto.subtle.exportKey('jwk', whole)
    const half = Object.fromEntries(
      Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined),
    )
    const open = await crypto.subtle.importKey('jwk', half, parameters, true, ['verify'])
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', open))
    const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), parameters, false, [
      'sign',
    ])
    return signerOf(key, publicKey, algorithm)
  } catch {
    throw new PkiError('KEY_INVALID', `no private key for ${algorithm}`)
  }
}

function signerOf(key: CryptoKey, publicKey: Uint8Array, algorithm: SignatureAlgorithm): Signer {
  return {
    algorithm,
    publicKey,
    async sign(data) {
      const raw = new Uint8Array(
        await crypto.subtle.sign(signParameters[algorithm], key, new Uint8Array(data)),
      )
      return algorithm === 'RS256' ? raw : encodeEcdsa(raw)
    },
  }
}

/** RSA-2048 with 65537, P-256 or P-384. @returns PKCS #8 and SubjectPublicKeyInfo, DER */
export async function generateKeyPair(
  algorithm: SignatureAlgorithm,
): Promise<{ privateKey: Uint8Array; publicKey: Uint8Array }> {
  const { privateKey, publicKey } =
    algorithm === 'RS256'
      ? await crypto.subtle.generateKey(
          {
            ...keyParameters.RS256,
            modulusLength: 2048,
            publicExponent: Uint8Array.of(1, 0, 1),
          },
          true,
          ['sign', 'verify'],
        )
      : await crypto.subtle.generateKey(keyParameters[algorithm], true, ['sign', 'verify'])
  return {
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
  }
}
