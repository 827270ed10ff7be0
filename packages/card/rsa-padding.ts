/** Paddings of COMPUTE DIGITAL SIGNATURE: EMSA-PKCS1-v1_5 (RFC 8017 §9.2) and EMSA-PSS (§9.1) with SHA-256. */
import { sha256 } from '#crypto'
import { CardError } from './errors.ts'

const HASH_LENGTH = 32
/** Bytes that v1.5 padding needs at least: 00 01 FF×8 00. */
export const PKCS1_OVERHEAD = 11
/** DigestInfo of SHA-256 up to the hash (§9.2 note 1). */
const sha256DigestInfo = [
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
  0x00, 0x04, 0x20,
]

/** DigestInfo of a SHA-256 hash, 51 bytes. @param hash 32 bytes */
export const digestInfo = (hash: Uint8Array): Uint8Array =>
  Uint8Array.from([...sha256DigestInfo, ...hash])

/**
 * Block type 1 around the bytes as they are.
 * @param length of the modulus in bytes  @param data 1…length − 11 bytes
 * @throws {CardError} SIGNATURE_INPUT
 */
export function padPkcs1(length: number, data: Uint8Array): Uint8Array {
  if (data.length === 0 || data.length > length - PKCS1_OVERHEAD)
    throw new CardError('SIGNATURE_INPUT', { detail: `${data.length} bytes` })
  const block = new Uint8Array(length).fill(0xff)
  block.set([0, 1])
  block[length - data.length - 1] = 0
  block.set(data, length - data.length)
  return block
}

/**
 * EMSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes, for a modulus of a multiple of 8 bits.
 * @param length of the modulus in bytes  @param hash 32 bytes  @param salt 32 bytes
 * @throws {CardError} SIGNATURE_INPUT
 */
export function padPss(length: number, hash: Uint8Array, salt: Uint8Array): Uint8Array {
  if (hash.length !== HASH_LENGTH || salt.length !== HASH_LENGTH || length < 2 * HASH_LENGTH + 2)
    throw new CardError('SIGNATURE_INPUT', { detail: 'PSS takes a hash and a salt of 32 bytes' })
  const h = sha256(Uint8Array.from([...new Uint8Array(8), ...hash, ...salt]))
  const block = new Uint8Array(length)
  const maskedLength = length - HASH_LENGTH - 1
  block[maskedLength - HASH_LENGTH - 1] = 1
  block.set(salt, maskedLength - HASH_LENGTH)
  const mask = mgf1(h, maskedLength)
  for (let i = 0; i < maskedLength; i++) block[i] = (block[i] ?? 0) ^ (mask[i] ?? 0)
  // The block has one bit less than the modulus, so that it stays below it (§9.1.1 step 11).
  block[0] = (block[0] ?? 0) & 0x7f
  block.set(h, maskedLength)
  block[length - 1] = 0xbc
  return block
}

/** MGF1 (§B.2.1). */
function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const mask: number[] = []
  for (let counter = 0; mask.length < length; counter++)
    mask.push(...sha256(Uint8Array.from([...seed, 0, 0, counter >> 8, counter & 0xff])))
  return Uint8Array.from(mask.slice(0, length))
}
