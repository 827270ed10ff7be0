/**
 * The state of every certificate in memory: two bits an index, four to an octet. 200 million certificates take 50 MB;
 * the table doubles as it grows, so it holds at most twice that. Fed from the database, read by OCSP and CRLs.
 */
import { PkiError } from './errors.ts'

const states = ['never-issued', 'good', 'revoked', 'hold'] as const
export type CertificateState = (typeof states)[number]
/** Indices of cards' certificates stay below 2³¹; a table of that many takes 512 MB. */
const capacityLimit = 2 ** 31

export class StatusTable {
  #octets: Uint8Array
  #length = 0
  readonly #counts = [0, 0, 0, 0]

  /** @param capacity indices to hold before it grows */
  constructor(capacity = 4096) {
    this.#octets = new Uint8Array(Math.ceil(Math.min(capacity, capacityLimit) / 4))
  }

  /** One more than the highest index ever set. */
  get length(): number {
    return this.#length
  }

  /** Octets of memory. */
  get byteLength(): number {
    return this.#octets.length
  }

  /** @returns 'never-issued' for every index never set */
  get(index: number): CertificateState {
    if (!Number.isInteger(index) || index < 0) return 'never-issued'
    const octet = this.#octets[Math.floor(index / 4)] ?? 0
    return states[(octet >> ((index % 4) * 2)) & 3] ?? 'never-issued'
  }

  /** @throws {PkiError} STATUS_INDEX_INVALID */
  set(index: number, state: CertificateState): void {
    if (!Number.isInteger(index) || index < 0 || index >= capacityLimit)
      throw new PkiError('STATUS_INDEX_INVALID', `no index: ${index}`)
    const at = Math.floor(index / 4)
    if (at >= this.#octets.length) this.#grow(at + 1)
    const shift = (index % 4) * 2
    const octet = this.#octets[at] ?? 0
    const before = (octet >> shift) & 3
    const after = states.indexOf(state)
    this.#octets[at] = (octet & ~(3 << shift)) | (after << shift)
    this.#counts[before] = (this.#counts[before] ?? 0) - 1
    this.#counts[after] = (this.#counts[after] ?? 0) + 1
    this.#length = Math.max(this.#length, index + 1)
  }

  /** How many indices below `length` have that state. */
  count(state: CertificateState): number {
    if (state === 'never-issued')
      return this.#length - this.count('good') - this.count('revoked') - this.count('hold')
    return this.#counts[states.indexOf(state)] ?? 0
  }

  /** Indices with that state, in order: a CRL is cut from them. */
  *indices(state: CertificateState): Generator<number> {
    for (let index = 0; index < this.#length; index++) if (this.get(index) === state) yield index
  }

  #grow(octets: number): void {
    const grown = new Uint8Array(
      Math.min(Math.max(octets, this.#octets.length * 2), capacityLimit / 4),
    )
    grown.set(this.#octets)
    this.#octets = grown
  }
}
