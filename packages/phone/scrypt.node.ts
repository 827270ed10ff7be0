/** scrypt (RFC 7914) in Node: OpenSSL's, in a thread of its own, five times as fast as the page's. */
import { scrypt as derive } from 'node:crypto'
import type { ScryptCost } from './store.ts'

/** Bytes that OpenSSL works in: N + 2 blocks of 128 · r, and p more. */
const memoryFor = ({ N, r, p }: ScryptCost): number => 128 * r * (N + 2 + p)

/** @param length of the key, in bytes */
export const scrypt = (
  secret: Uint8Array,
  salt: Uint8Array,
  cost: ScryptCost,
  length: number,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    derive(secret, salt, length, { ...cost, maxmem: memoryFor(cost) }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
