/** Personal data at rest: AES-256-GCM (NIST SP 800-38D), a key for each place derived from the operator key (RFC 5869). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const version = 1
const ivLength = 12
const tagLength = 16

export interface Sealing {
  /** @param place table, column and row: data sealed for one place does not open at another */
  seal(place: string, data: Uint8Array): Uint8Array
  /** @throws when it was changed, or sealed for another place or under another key */
  open(place: string, sealed: Uint8Array): Uint8Array
  /** HMAC-SHA-256: finds a value again without revealing it. */
  lookup(purpose: string, value: string): Uint8Array
  /** Further keys of this operator. @param bytes length, 16 or 32 */
  derive(purpose: string, bytes: number): Uint8Array
}

/** @param operatorKey 32 bytes */
export function createSealing(operatorKey: Uint8Array): Sealing {
  const derive = (info: string, bytes: number) =>
    new Uint8Array(hkdfSync('sha256', operatorKey, new Uint8Array(32), info, bytes))
  const lookups = derive('lookup', 32)
  return {
    seal(place, data) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', derive(`seal ${place}`, 32), iv)
      const body = Buffer.concat([cipher.update(data), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]))
    },
    open(place, sealed) {
      if (sealed[0] !== version) throw new RangeError('sealed by another version')
      const iv = sealed.subarray(1, 1 + ivLength)
      const tag = sealed.subarray(1 + ivLength, 1 + ivLength + tagLength)
      const decipher = createDecipheriv('aes-256-gcm', derive(`seal ${place}`, 32), iv)
      decipher.setAuthTag(tag)
      const body = sealed.subarray(1 + ivLength + tagLength)
      return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
    },
    lookup: (purpose, value) =>
      new Uint8Array(createHmac('sha256', lookups).update(`${purpose}\0${value}`).digest()),
    derive: (purpose, bytes) => derive(`key ${purpose}`, bytes),
  }
}
