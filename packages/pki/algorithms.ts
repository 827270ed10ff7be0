/** Digests (RFC 5754) and public keys (RFC 3279 §2.3.1, RFC 5480). */
import { sha1 as nobleSha1 } from '@noble/hashes/legacy.js'
import {
  sha256 as nobleSha256,
  sha384 as nobleSha384,
  sha512 as nobleSha512,
} from '@noble/hashes/sha2.js'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { oids } from './oids.ts'
import type { SignatureAlgorithm } from './signer.ts'

export type HashAlgorithm = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

export const sha1 = (bytes: Uint8Array): Uint8Array => nobleSha1(bytes)
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes)
export const sha384 = (bytes: Uint8Array): Uint8Array => nobleSha384(bytes)
export const hashes: Readonly<Record<HashAlgorithm, (bytes: Uint8Array) => Uint8Array>> = {
  'SHA-1': sha1,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': (bytes) => nobleSha512(bytes),
}

const hashOids = {
  'SHA-1': oids.sha1,
  'SHA-256': oids.sha256,
  'SHA-384': oids.sha384,
  'SHA-512': oids.sha512,
} as const
const hashAlgorithms = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const

/** @param parameters NULL as CertID has it, absent as CMS has it (RFC 5754 §2) */
export const encodeHash = (hash: HashAlgorithm, parameters: 'null' | 'absent'): Uint8Array =>
  der.sequence(der.oid(hashOids[hash]), ...(parameters === 'null' ? [der.nothing()] : []))

/** Parameters NULL or absent, both are met. @returns undefined for a hash not used here */
export function readHash(element: der.Element): HashAlgorithm | undefined {
  const { oid, parameters } = readAlgorithm(element)
  if (parameters !== undefined) der.readNull(parameters)
  return hashAlgorithms.find((one) => hashOids[one] === oid)
}

export function readAlgorithm(element: der.Element): {
  oid: string
  parameters: der.Element | undefined
} {
  if (element.tag !== der.tags.sequence) throw new PkiError('DER_INVALID', 'no AlgorithmIdentifier')
  const reader = new der.Reader(element)
  const oid = der.readOid(reader.next(der.tags.oid))
  const parameters = reader.more ? reader.any() : undefined
  reader.end()
  return { oid, parameters }
}

export interface PublicKeyFacts {
  /** The key's signature algorithm here; undefined: a kind or size not used. */
  readonly algorithm: SignatureAlgorithm | undefined
  readonly kind: 'RSA' | 'EC' | 'other'
  /** Modulus or field, in bits. */
  readonly bits: number
  readonly exponent: bigint | undefined
  /** Content of subjectPublicKey: key identifiers are hashes of it (RFC 5280 §4.2.1.2 (1)). */
  readonly keyBits: Uint8Array
}

/** SubjectPublicKeyInfo. @throws {PkiError} DER_INVALID */
export function readPublicKey(spki: Uint8Array): PublicKeyFacts {
  const reader = new der.Reader(der.readDer(spki, der.tags.sequence))
  const { oid, parameters } = readAlgorithm(reader.next(der.tags.sequence))
  const keyBits = der.readBitOctets(reader.next(der.tags.bitString))
  reader.end()
  if (oid === oids.rsaEncryption) {
    const key = new der.Reader(der.readDer(keyBits, der.tags.sequence))
    const modulus = der.readMagnitude(key.next(der.tags.integer))
    const exponent = der.readBigInt(key.next(der.tags.integer))
    key.end()
    const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24
    const algorithm = bits >= 2048 ? 'RS256' : undefined
    return { algorithm, kind: 'RSA', bits, exponent, keyBits }
  }
  if (oid === oids.ecPublicKey && parameters?.tag === der.tags.oid) {
    const curve = der.readOid(parameters)
    const [algorithm, bits]: [SignatureAlgorithm | undefined, number] =
      curve === oids.secp256r1
        ? ['ES256', 256]
        : curve === oids.secp384r1
          ? ['ES384', 384]
          : [undefined, 0]
    return { algorithm, kind: 'EC', bits, exponent: undefined, keyBits }
  }
  return { algorithm: undefined, kind: 'other', bits: 0, exponent: undefined, keyBits }
}

/** SHA-1 of the key's bits (RFC 5280 §4.2.1.2 (1)). */
export const keyIdentifier = (spki: Uint8Array): Uint8Array => sha1(readPublicKey(spki).keyBits)
