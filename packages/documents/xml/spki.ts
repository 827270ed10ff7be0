/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) from the key values of XML signatures, and what a signature has to know of a key. */
import * as der from '@kazashi/pki/der'
import { DocumentError } from '../errors.ts'

const rsaEncryption = '1.2.840.113549.1.1.1'
const ecPublicKey = '1.2.840.10045.2.1'
/** Web Crypto's name, and octets of a coordinate. */
const curves: Readonly<Record<string, { readonly name: string; readonly octets: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', octets: 32 },
  '1.3.132.0.34': { name: 'P-384', octets: 48 },
  '1.3.132.0.35': { name: 'P-521', octets: 66 },
}

export type KeyFacts =
  | { readonly kind: 'RSA'; readonly bits: number }
  | { readonly kind: 'EC'; readonly curve: string; readonly octets: number }
  | { readonly kind: 'other' }

/** @throws {DocumentError} XML_KEY_MALFORMED */
export function keyFacts(spki: Uint8Array): KeyFacts {
  try {
    const reader = new der.Reader(der.readDer(spki, der.tags.sequence))
    const algorithm = new der.Reader(reader.next(der.tags.sequence))
    const oid = der.readOid(algorithm.next(der.tags.oid))
    const bits = der.readBitOctets(reader.next(der.tags.bitString))
    if (oid === rsaEncryption) {
      const key = new der.Reader(der.readDer(bits, der.tags.sequence))
      const modulus = der.readMagnitude(key.next(der.tags.integer))
      return { kind: 'RSA', bits: modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24 }
    }
    if (oid !== ecPublicKey) return { kind: 'other' }
    const curve = curves[der.readOid(algorithm.next(der.tags.oid))]
    return curve ? { kind: 'EC', curve: curve.name, octets: curve.octets } : { kind: 'other' }
  } catch (cause) {
    if (cause instanceof der.PkiError) throw new DocumentError('XML_KEY_MALFORMED', { cause })
    throw cause
  }
}

export const rsaKey = (modulus: Uint8Array, exponent: Uint8Array): Uint8Array =>
  der.sequence(
    der.sequence(der.oid(rsaEncryption), der.nothing()),
    der.bitString(der.sequence(der.integer(modulus), der.integer(exponent))),
  )

/** @param curve an OID @param point uncompressed */
export function ecKey(curve: string, point: Uint8Array): Uint8Array {
  if (curves[curve] === undefined)
    throw new DocumentError('XML_ALGORITHM_UNSUPPORTED', 'a curve that is not used here')
  return der.sequence(der.sequence(der.oid(ecPublicKey), der.oid(curve)), der.bitString(point))
}
