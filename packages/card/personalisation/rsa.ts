/** RSA-2048 keys of a card and its issuer: made, written as the card writes them, and used to sign (RFC 8017 §8.2). */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  sign,
} from 'node:crypto'
import { promisify } from 'node:util'
import { base64url, concat, hex } from '@kazashi/octets'
import { CardError } from '../errors.ts'
import { encodeTlv, parseTlvs, tlvValue } from '../tlv.ts'

const generate = promisify(generateKeyPair)

const MODULUS_BYTES = 256

/** A new RSA-2048 key. @returns PKCS #8 DER */
export async function newRsaKey(): Promise<Uint8Array> {
  const { privateKey } = await generate('rsa', { modulusLength: 8 * MODULUS_BYTES })
  return new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))
}

/**
 * @param pkcs8 DER
 * @throws {CardError} KEY_MALFORMED unless it is RSA-2048
 */
export function openKey(pkcs8: Uint8Array): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    throw new CardError('KEY_MALFORMED', { detail: 'not PKCS #8' })
  }
  if (
    key.asymmetricKeyType !== 'rsa' ||
    key.asymmetricKeyDetails?.modulusLength !== 8 * MODULUS_BYTES
  ) {
    throw new CardError('KEY_MALFORMED', { detail: 'not RSA-2048' })
  }
  return key
}

export interface RsaPublicKey {
  /** Most significant byte first, no leading zeros. */
  readonly exponent: Uint8Array
  /** 256 bytes */
  readonly modulus: Uint8Array
}

/** @param pkcs8 DER @throws {CardError} KEY_MALFORMED */
export function publicKeyOf(pkcs8: Uint8Array): RsaPublicKey {
  const { e, n } = createPublicKey(openKey(pkcs8)).export({ format: 'jwk' })
  return { exponent: base64url.decode(e ?? ''), modulus: base64url.decode(n ?? '') }
}

const EXPONENT = 0x90
const MODULUS = 0x91

/** `90 03 <exponent> 91 82 01 00 <modulus>`: 265 bytes for exponent 65537. */
export function encodePublicKey(key: RsaPublicKey): Uint8Array {
  return concat([encodeTlv(EXPONENT, key.exponent), encodeTlv(MODULUS, key.modulus)])
}

/** @throws {CardError} DATA_OBJECT_MALFORMED */
export function parsePublicKey(bytes: Uint8Array): RsaPublicKey {
  const objects = parseTlvs(bytes)
  return { exponent: tlvValue(objects, EXPONENT), modulus: tlvValue(objects, MODULUS) }
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over `data`. @param pkcs8 DER @returns 256 bytes */
export const signSha256 = (pkcs8: Uint8Array, data: Uint8Array): Uint8Array =>
  new Uint8Array(sign('sha256', data, openKey(pkcs8)))

const SHA256_ALGORITHM = hex.decode('300d06096086480165030402010500')

/** DigestInfo (RFC 8017 §9.2) with SHA-256 as algorithm; the card's face puts three digests into one. */
export const digestInfo = (digests: Uint8Array): Uint8Array =>
  encodeTlv(0x30, [SHA256_ALGORITHM, encodeTlv(0x04, digests)])

/** PKCS #1 v1.5 padding and the private operation over a finished DigestInfo. @param pkcs8 DER */
export const signDigestInfo = (pkcs8: Uint8Array, info: Uint8Array): Uint8Array =>
  new Uint8Array(
    privateEncrypt({ key: openKey(pkcs8), padding: constants.RSA_PKCS1_PADDING }, info),
  )

/** The DigestInfo inside a signature; undefined when the key did not make it. */
export function recoverDigestInfo(
  key: RsaPublicKey,
  signature: Uint8Array,
): Uint8Array | undefined {
  const jwk = {
    kty: 'RSA',
    e: base64url.encode(key.exponent),
    n: base64url.encode(key.modulus),
  }
  try {
    const opened = createPublicKey({ key: jwk, format: 'jwk' })
    return new Uint8Array(
      publicDecrypt({ key: opened, padding: constants.RSA_PKCS1_PADDING }, signature),
    )
  } catch {
    return undefined
  }
}
