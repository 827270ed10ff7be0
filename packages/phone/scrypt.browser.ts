/** scrypt (RFC 7914) in a page: WebCrypto has none. In a file of its own, which comes at the start beside the others. */
import type { ScryptCost } from './store.ts'

const loading = import('@noble/hashes/scrypt.js')

/** @param length of the key, in bytes */
export const scrypt = async (
  secret: Uint8Array,
  salt: Uint8Array,
  cost: ScryptCost,
  length: number,
): Promise<Uint8Array> => {
  const { scryptAsync } = await loading
  return scryptAsync(secret, salt, { ...cost, dkLen: length })
}
