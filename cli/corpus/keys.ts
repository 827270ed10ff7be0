/**
 * Keys and signatures that a seed repeats: EC scalars and RSA primes drawn from it, ECDSA by RFC 6979, RSA by PKCS #1 v1.5. Anybody can
 * compute these keys again: they are for a corpus of tests and for nothing else.
 */
import { checkPrimeSync, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { base64url, hex } from '@kazashi/octets'
import { encodeEcdsa, type SignatureAlgorithm, type Signer, softwareSigner } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { p256, p384 } from '@noble/curves/nist.js'
import type { Draw } from './seed.ts'

export interface CorpusKey {
  readonly signer: Signer
  /** The signature that nobody takes any more: RSA with SHA-1. */
  readonly signWithSha1: (data: Uint8Array) => Uint8Array
}

const curves = {
  ES256: { curve: p256, oid: '1.2.840.10045.3.1.7' },
  ES384: { curve: p384, oid: '1.3.132.0.34' },
} as const
const ecPublicKey = '1.2.840.10045.2.1'

/** @param label the same label and seed make the same key */
export async function drawKey(
  draw: Draw,
  label: string,
  algorithm: SignatureAlgorithm,
): Promise<CorpusKey> {
  if (algorithm !== 'RS256') return { signer: ecSigner(draw, label, algorithm), signWithSha1: none }
  const key = rsaKey(draw, label, 2048)
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
  return {
    signer: await softwareSigner(pkcs8, 'RS256'),
    signWithSha1: (data) => new Uint8Array(sign('sha1', data, key)),
  }
}

const none = (): Uint8Array => new Uint8Array()

function ecSigner(draw: Draw, label: string, algorithm: 'ES256' | 'ES384'): Signer {
  const { curve, oid } = curves[algorithm]
  const secret = curve.utils.randomSecretKey(draw(`key ${label}`, curve.lengths.seed ?? 0))
  return signerBy(algorithm, secret, oid)
}

/** @param secret scalar, of the curve's length */
export function signerBy(
  algorithm: 'ES256' | 'ES384',
  secret: Uint8Array,
  oid: string = curves[algorithm].oid,
): Signer {
  const { curve } = curves[algorithm]
  return {
    algorithm,
    publicKey: der.sequence(
      der.sequence(der.oid(ecPublicKey), der.oid(oid)),
      der.bitString(curve.getPublicKey(secret, false)),
    ),
    sign: async (data) => encodeEcdsa(curve.sign(data, secret, { lowS: false })),
  }
}

/** RSA with exponent 65537 from two primes: each the first one at or after a number that is drawn. */
export function rsaKey(draw: Draw, label: string, bits: 1024 | 2048): KeyObject {
  const [p, q] = [1, 2].map((which) => primeFrom(draw(`key ${label} ${which}`, bits / 16)))
  if (p === undefined || q === undefined || p === q) throw new RangeError('two primes')
  const phi = (p - 1n) * (q - 1n)
  const d = inverse(exponent, phi)
  const words = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n) }
  const members = Object.entries({ ...words, qi: inverse(q, p) }).map(
    ([name, value]) => [name, base64url.encode(octetsOf(value))] as const,
  )
  return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(members) }, format: 'jwk' })
}

const exponent = 65_537n

/** With the two highest bits set, so that the product has twice the bits. */
function primeFrom(octets: Uint8Array): bigint {
  const [first = 0] = octets
  const start = BigInt(`0x${hex.encode(Uint8Array.of(first | 0xc0, ...octets.subarray(1)))}`) | 1n
  for (let candidate = start; ; candidate += 2n)
    if (candidate % exponent !== 1n && checkPrimeSync(candidate)) return candidate
}

/** By Euclid's algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus]
  let [before, factor] = [0n, 1n]
  while (next > 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[before, factor] = [factor, before - quotient * factor]
  }
  return ((before % modulus) + modulus) % modulus
}

const octetsOf = (value: bigint): Uint8Array => {
  const text = value.toString(16)
  return hex.decode(text.length % 2 === 0 ? text : `0${text}`)
}
