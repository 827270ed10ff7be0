/** scrypt (RFC 7914) in a page: WebCrypto has none. */
import { scryptAsync } from '@noble/hashes/scrypt.js'
import type { ScryptCost } from './store.ts'

/** @param length of the key, in bytes */
export const scrypt = (
  secret: Uint8Array,
  salt: Uint8Array,
  cost: ScryptCost,
  length: number,
): Promise<Uint8Array> => scryptAsync(secret, salt, { ...cost, dkLen: length })
