/**
 * In place of the phone's scrypt in unit tests, and in pages by running-app/stretch-quickly.ts: the same function at its lowest cost, since
 * how long a guess takes is not their point. What is kept still names the product's cost; `packages/phone/scrypt.test.ts` and the ways named
 * there pay it.
 */
import { scryptSync } from 'node:crypto'

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** Of the OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3. */
const leastWork = 2 ** 15 * 8 * 3

/** @param length of the key, in bytes @throws {RangeError} when the product asks for less work than it should */
export async function scrypt(
  secret: Uint8Array,
  salt: Uint8Array,
  { N, r, p }: Cost,
  length: number,
): Promise<Uint8Array> {
  if (N * r * p < leastWork) throw new RangeError(`scrypt at less than its cost: ${N}, ${r}, ${p}`)
  return new Uint8Array(scryptSync(secret, salt, length, { N: 2, r: 1, p: 1 }))
}
