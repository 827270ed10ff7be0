/** COSE (RFC 9052) as an mdoc's issuer uses it: COSE_Sign1 with the chain of its signer (RFC 9360), and keys on curves (RFC 9053 §7.1). */
import { base64url } from '@kazashi/octets'
import { encodeEcdsa, type SignatureAlgorithm, verifySignature } from '@kazashi/pki'
import { as, type CborMap, type CborValue, decodeCbor, encodeArray } from './cbor.ts'
import { MdocError } from './errors.ts'

const labels = { algorithm: 1, critical: 2, x5chain: 33 } as const
/** RFC 9053 §2.1. */
const algorithms: ReadonlyMap<CborValue | undefined, SignatureAlgorithm> = new Map([
  [-7, 'ES256'],
  [-35, 'ES384'],
])

export interface Sign1 {
  readonly algorithm: SignatureAlgorithm
  /** Encoded, as it was signed. */
  readonly protectedHeader: Uint8Array
  /** DER, the signer's first; empty where the header has none. */
  readonly chain: readonly Uint8Array[]
  readonly payload: Uint8Array
  /** r‖s */
  readonly signature: Uint8Array
}

/** @throws {MdocError} MDOC_MALFORMED, ALGORITHM_UNSUPPORTED */
export function readSign1(value: CborValue | undefined): Sign1 {
  const parts = as.list(value, 'COSE_Sign1')
  if (parts.length !== 4) throw new MdocError('MDOC_MALFORMED', 'COSE_Sign1 has four parts')
  const protectedHeader = as.octets(parts[0], 'protected header')
  const header =
    protectedHeader.length === 0
      ? new Map<CborValue, CborValue>()
      : as.map(decodeCbor(protectedHeader), 'protected header')
  const unprotected = as.map(parts[1], 'unprotected header')
  if (header.has(labels.critical))
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'critical headers are not processed')
  const algorithm = algorithms.get(header.get(labels.algorithm))
  if (algorithm === undefined)
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'signed in a way that is not used here')
  return {
    algorithm,
    protectedHeader,
    chain: readChain(unprotected.get(labels.x5chain)),
    payload: as.octets(parts[2], 'payload'),
    signature: as.octets(parts[3], 'signature'),
  }
}

/** RFC 9360 §2: one certificate alone, or an array of them. */
function readChain(value: CborValue | undefined): Uint8Array[] {
  if (value === undefined) return []
  if (value instanceof Uint8Array) return value.length === 0 ? [] : [value]
  return as.list(value, 'x5chain').map((one) => as.octets(one, 'x5chain'))
}

/** RFC 9052 §4.4, without external data. @param spki of the signer, DER */
export async function sign1Holds(sign1: Sign1, spki: Uint8Array): Promise<boolean> {
  const { algorithm, protectedHeader, payload, signature } = sign1
  const half = algorithm === 'ES384' ? 48 : 32
  if (signature.length !== 2 * half) return false
  const signed = encodeArray(['Signature1', protectedHeader, new Uint8Array(0), payload])
  return verifySignature(spki, algorithm, signed, encodeEcdsa(signature))
}

/** Public key (RFC 7518 §6.2). */
export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256' | 'P-384'
  /** base64url */
  readonly x: string
  readonly y: string
}

/** @throws {MdocError} MDOC_MALFORMED; ALGORITHM_UNSUPPORTED for another kind of key */
export function readCoseKey(key: CborMap): PublicJwk {
  const [kty, curve, x, y] = [1, -1, -2, -3].map((label) => key.get(label))
  if (kty !== 2 || (curve !== 1 && curve !== 2))
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'a device key that is not on P-256 or P-384')
  const octets = curve === 1 ? 32 : 48
  const coordinates = [as.octets(x, 'device key, x'), as.octets(y, 'device key, y')] as const
  if (coordinates.some((one) => one.length !== octets))
    throw new MdocError('MDOC_MALFORMED', `a device key without ${octets} octets a coordinate`)
  return {
    kty: 'EC',
    crv: curve === 1 ? 'P-256' : 'P-384',
    x: base64url.encode(coordinates[0]),
    y: base64url.encode(coordinates[1]),
  }
}
