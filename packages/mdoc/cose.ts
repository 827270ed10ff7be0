/** COSE (RFC 9052) as mdocs use it: COSE_Sign1 with the chain of its signer (RFC 9360), COSE_Mac0, and keys on curves (RFC 9053 §7.1). */

import { base64url } from '@kazashi/octets'
import { decodeEcdsa, type Signer } from '@kazashi/pki'
import { importKey, verifyRaw } from '#crypto'
import {
  as,
  type CborMap,
  type CborValue,
  encodeCbor,
  encodedArray,
  encodedOctets,
} from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'
import { MdocError } from './errors.ts'
import type { EcKey, PublicJwk } from './jwk.ts'

const labels = { algorithm: 1, critical: 2, x5chain: 33 } as const

/** RFC 9053 §2.1, each with the curve that it goes with here; octets of a coordinate. */
const signatures = {
  ES256: { id: -7, hash: 'SHA-256', curve: 'P-256', octets: 32 },
  ES384: { id: -35, hash: 'SHA-384', curve: 'P-384', octets: 48 },
} as const
type CoseAlgorithm = keyof typeof signatures
/** RFC 9053 §3.1, HMAC 256/256. */
const hmac256 = 5

export interface Sign1 {
  readonly algorithm: CoseAlgorithm
  /** Encoded, as it was signed. */
  readonly protectedHeader: Uint8Array
  /** DER, the signer's first; empty where the header has none. */
  readonly chain: readonly Uint8Array[]
  readonly payload: Uint8Array
  /** r‖s */
  readonly signature: Uint8Array
}

/** The parts of COSE_Sign1 and COSE_Mac0 (§4.2, §6.2), with the algorithm that is protected. */
function readParts(value: CborValue | undefined, name: string) {
  const parts = as.list(value, name)
  if (parts.length !== 4) throw new MdocError('MDOC_MALFORMED', `${name} has four parts`)
  const protectedHeader = as.octets(parts[0], 'protected header')
  const header =
    protectedHeader.length === 0
      ? new Map<CborValue, CborValue>()
      : as.map(decodeCbor(protectedHeader), 'protected header')
  if (header.has(labels.critical))
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'critical headers are not processed')
  return {
    protectedHeader,
    algorithm: header.get(labels.algorithm),
    unprotected: as.map(parts[1], 'unprotected header'),
    payload: parts[2],
    last: as.octets(parts[3], name === 'COSE_Mac0' ? 'tag' : 'signature'),
  }
}

/**
 * @param detached the payload where it stands elsewhere; what the structure itself has in its place is not null then: a refusal
 * @throws {MdocError} MDOC_MALFORMED, ALGORITHM_UNSUPPORTED
 */
export function readSign1(value: CborValue | undefined, detached?: Uint8Array): Sign1 {
  const {
    protectedHeader,
    algorithm: id,
    unprotected,
    payload,
    last,
  } = readParts(value, 'COSE_Sign1')
  const algorithm = (['ES256', 'ES384'] as const).find((one) => signatures[one].id === id)
  if (algorithm === undefined)
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'signed in a way that is not used here')
  return {
    algorithm,
    protectedHeader,
    chain: readChain(unprotected.get(labels.x5chain)),
    payload: payloadOf(payload, detached),
    signature: last,
  }
}

function payloadOf(payload: CborValue | undefined, detached: Uint8Array | undefined): Uint8Array {
  if (detached === undefined) return as.octets(payload, 'payload')
  if (payload !== null) throw new MdocError('MDOC_MALFORMED', 'the payload stands elsewhere')
  return detached
}

/** RFC 9360 §2: one certificate alone, or an array of them. */
function readChain(value: CborValue | undefined): Uint8Array[] {
  if (value === undefined) return []
  if (value instanceof Uint8Array) return value.length === 0 ? [] : [value]
  return as.list(value, 'x5chain').map((one) => as.octets(one, 'x5chain'))
}

const contexts = { signature: encodeCbor('Signature1'), mac: encodeCbor('MAC0') } as const
/** External data. */
const nothing = new Uint8Array(0)

/** Sig_structure (RFC 9052 §4.4), without external data. */
const signedBy = ({ protectedHeader, payload }: Pick<Sign1, 'protectedHeader' | 'payload'>) =>
  encodedArray([
    contexts.signature,
    ...[protectedHeader, nothing, payload].map((one) => encodedOctets(one)),
  ])

/** RFC 9052 §4.4. @param key of the signer: SubjectPublicKeyInfo, a JWK, or what `importKey` made of either */
export async function sign1Holds(
  sign1: Sign1,
  key: Uint8Array | PublicJwk | EcKey,
): Promise<boolean> {
  const { hash, curve, octets } = signatures[sign1.algorithm]
  const imported = 'curve' in key ? key : await importKey(key)
  if (imported?.curve !== curve || sign1.signature.length !== 2 * octets) return false
  return verifyRaw(imported, hash, signedBy(sign1), sign1.signature)
}

/**
 * COSE_Sign1. @param content.chain stands in the unprotected header, where there is one
 * @param content.detached null stands in the payload's place
 * @throws {MdocError} SIGNER_WRONG: a key that is not on P-256 or P-384, or its signature is of other octets
 */
export async function createSign1(
  signer: Signer,
  content: {
    readonly payload: Uint8Array
    readonly chain?: readonly Uint8Array[]
    readonly detached?: boolean
  },
): Promise<{ readonly value: CborValue; readonly sign1: Sign1 }> {
  if (signer.algorithm === 'RS256') throw new MdocError('SIGNER_WRONG', 'an RSA key')
  const { payload, chain = [], detached = false } = content
  const { id, octets } = signatures[signer.algorithm]
  const protectedHeader = encodeCbor(new Map([[labels.algorithm, id]]))
  const signature = decodeEcdsa(await signer.sign(signedBy({ protectedHeader, payload })), octets)
  if (signature === undefined) throw new MdocError('SIGNER_WRONG', 'no signature on a curve')
  const [only] = chain
  const x5chain = chain.length === 1 && only !== undefined ? only : chain
  const unprotected = new Map<CborValue, CborValue>(
    chain.length === 0 ? [] : [[labels.x5chain, x5chain]],
  )
  return {
    value: [protectedHeader, unprotected, detached ? null : payload, signature],
    sign1: { algorithm: signer.algorithm, protectedHeader, chain, payload, signature },
  }
}

/** COSE_Mac0 (RFC 9052 §6.2) by HMAC 256/256, its payload elsewhere. */
export interface Mac0 {
  /** MAC_structure (§6.3): what the tag is over. */
  readonly toBeMaced: Uint8Array
  readonly tag: Uint8Array
}

/** @throws {MdocError} MDOC_MALFORMED, ALGORITHM_UNSUPPORTED */
export function readMac0(value: CborValue | undefined, detached: Uint8Array): Mac0 {
  const { protectedHeader, algorithm, payload, last } = readParts(value, 'COSE_Mac0')
  if (algorithm !== hmac256)
    throw new MdocError('ALGORITHM_UNSUPPORTED', 'a tag made in a way that is not used here')
  return {
    toBeMaced: encodedArray([
      contexts.mac,
      ...[protectedHeader, nothing, payloadOf(payload, detached)].map((one) => encodedOctets(one)),
    ]),
    tag: last,
  }
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

/** COSE_Key (RFC 9053 §7.1.1). */
export const coseKeyOf = ({ crv, x, y }: PublicJwk): CborMap =>
  new Map<CborValue, CborValue>([
    [1, 2],
    [-1, crv === 'P-256' ? 1 : 2],
    [-2, base64url.decode(x)],
    [-3, base64url.decode(y)],
  ])
