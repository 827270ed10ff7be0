/**
 * RSA-2048 keys for tests in which the key is not the point: the same in each run, kept as pairs of primes (primes.txt), from
 * which the rest of a key follows in a fifteenth of the time that a new one takes. Nothing but tests and their builders may
 * import this folder (check-imports.ts). Whoever reads this has the keys: nothing that they sign may be trusted anywhere.
 */
import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { base64url } from '@kazashi/octets'

// Bound when this module is loaded: what takes its place afterwards (in-place-of-new.ts) asks here when all kept keys are given.
const make = promisify(generateKeyPair)

export interface RsaKey {
  /** PKCS #8, DER */
  readonly privateKey: Uint8Array
  /** SubjectPublicKeyInfo, DER */
  readonly publicKey: Uint8Array
}

const exponent = 65_537n

const numberOf = (text: string): bigint =>
  BigInt(`0x${Buffer.from(base64url.decode(text)).toString('hex')}`)

/** @param length in bytes */
const textOf = (number: bigint, length: number): string =>
  base64url.encode(
    new Uint8Array(Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex')),
  )

/** The number that times `number` leaves 1 when divided by `modulus`, by Euclid's extended algorithm; both have no common divisor. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [previous, rest] = [modulus, number % modulus]
  let [before, factor] = [0n, 1n]
  while (rest > 1n) {
    const times = previous / rest
    ;[previous, rest] = [rest, previous - times * rest]
    ;[before, factor] = [factor, before - times * factor]
  }
  return factor < 0n ? factor + modulus : factor
}

/** RFC 8017 §3.2: the whole key from its two primes. @param line both, base64url, 1024 bits each */
function keyFrom(line: string): RsaKey {
  const [first = '', second = ''] = line.split(' ')
  const [p, q] = [numberOf(first), numberOf(second)]
  const d = inverse(exponent, (p - 1n) * (q - 1n))
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: textOf(p * q, 256),
      e: 'AQAB',
      d: textOf(d, 256),
      p: first,
      q: second,
      dp: textOf(d % (p - 1n), 128),
      dq: textOf(d % (q - 1n), 128),
      qi: textOf(inverse(q, p), 128),
    },
  })
  return {
    privateKey: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })),
    publicKey: new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' })),
  }
}

/** A key of its own, when no kept one is left. */
async function newKey(): Promise<RsaKey> {
  const { privateKey, publicKey } = await make('rsa', { modulusLength: 2048 })
  return {
    privateKey: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
  }
}

/** @param kept pairs of primes @returns a function that gives a key not given before */
export function rsaKeysOf(kept: readonly string[]): () => Promise<RsaKey> {
  let given = 0
  return async () => {
    const line = kept[given]
    given += 1
    return line === undefined ? newKey() : keyFrom(line)
  }
}

const primes = readFileSync(join(import.meta.dirname, 'primes.txt'), 'utf8')
  .trim()
  .split('\n')
/** So many for a file of tests, the others for a sandbox: a phone of the one never has the key of a card of the other. */
const ofTests = 80

/** Vitest has modules of its own for each test file: the first key of each file is the same. */
export const nextRsaKey: () => Promise<RsaKey> = rsaKeysOf(primes.slice(0, ofTests))

/** For a process that tests start (in-place-of-new.ts). */
export const nextKeyOfSandbox: () => Promise<RsaKey> = rsaKeysOf(primes.slice(ofTests))
