/** The card's computations in a page: WebCrypto signs only what it hashes itself, so RSA (RFC 8017 §5.2.1) is done here. */
import { equalBytes, hex } from '@kazashi/octets'
import { sha256 as hash } from '@noble/hashes/sha2.js'
import { CardError } from './errors.ts'
import { parseRsaPrivateKey, type RsaPrivateKey } from './rsa-key.ts'

/** SHA-256 (FIPS 180-4). @returns 32 bytes */
export const sha256 = (data: Uint8Array): Uint8Array => hash(data)

/** Equal or not, in a time that depends only on the lengths. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return equalBytes(a, b)
}

/**
 * Length of the modulus in bytes, e.g. 256 for RSA-2048.
 * @param pkcs8 PKCS #8 DER  @throws {CardError} KEY_MALFORMED
 */
export const rsaModulusLength = (pkcs8: Uint8Array): number =>
  lengthOf(parseRsaPrivateKey(pkcs8).modulus)

/**
 * RSASP1 (RFC 8017 §5.2.1): the private operation on a block as long as the modulus. The key is read for each
 * call and not kept. BigInt is not constant in time: the block is blinded, so time says nothing about the key.
 * @param pkcs8 PKCS #8 DER
 * @throws {CardError} KEY_MALFORMED; SIGNATURE_INPUT: the block is not as long as the modulus, or not below it
 */
export function rsaPrivate(pkcs8: Uint8Array, block: Uint8Array): Uint8Array {
  const key = parseRsaPrivateKey(pkcs8)
  const length = lengthOf(key.modulus)
  const message = fromBytes(block)
  if (block.length !== length || message >= key.modulus)
    throw new CardError('SIGNATURE_INPUT', { detail: `block of ${block.length} bytes` })
  const { factor, inverse } = blinding(key)
  const signature =
    (chineseRemainder(key, (message * factor) % key.modulus) * inverse) % key.modulus
  // A fault in one half of the computation would give the key away (RFC 8017 §5.2.1, note; Lenstra's attack).
  if (power(signature, key.publicExponent, key.modulus) !== message)
    throw new CardError('KEY_MALFORMED', { detail: 'the parts of the key do not belong together' })
  return hex.decode(signature.toString(16).padStart(2 * length, '0'))
}

function chineseRemainder(key: RsaPrivateKey, message: bigint): bigint {
  const { prime1: p, prime2: q } = key
  const m1 = power(message % p, key.exponent1, p)
  const m2 = power(message % q, key.exponent2, q)
  const h = (key.coefficient * (((m1 - m2) % p) + p)) % p
  return m2 + h * q
}

/** r^e and r^-1 for a random r: (m·r^e)^d · r^-1 = m^d. */
function blinding(key: RsaPrivateKey): { factor: bigint; inverse: bigint } {
  for (;;) {
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(lengthOf(key.modulus) + 8))
    const r = fromBytes(bytes) % key.modulus
    const inverse = invert(r, key.modulus)
    if (inverse !== undefined) return { factor: power(r, key.publicExponent, key.modulus), inverse }
  }
}

/** base^exponent mod modulus, four bits of the exponent at a time. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const table = [1n]
  for (let i = 1; i < 16; i++) table.push(((table[i - 1] ?? 1n) * base) % modulus)
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i++) result = (result * result) % modulus
    result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % modulus
  }
  return result
}

/** value^-1 mod modulus by the extended Euclidean algorithm; undefined: none. */
function invert(value: bigint, modulus: bigint): bigint | undefined {
  let [r0, r1, t0, t1] = [modulus, value, 0n, 1n]
  while (r1 !== 0n) {
    const quotient = r0 / r1
    ;[r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1]
  }
  return r0 === 1n ? ((t0 % modulus) + modulus) % modulus : undefined
}

const fromBytes = (bytes: Uint8Array): bigint => BigInt(`0x${hex.encode(bytes) || '0'}`)
const lengthOf = (modulus: bigint): number => Math.ceil(modulus.toString(16).length / 2)
