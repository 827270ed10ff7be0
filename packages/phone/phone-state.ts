/** The record of a phone, and the one way to change it: the part of a phone that the secure element and its keys get. */
import type { Random } from './sealing.ts'
import type { PhoneRecord, ScryptCost } from './store.ts'

/** Given to a change of the record, and to nothing else. */
export interface PhoneState {
  readonly record: PhoneRecord
  readonly now: () => Date
  readonly random: Random
  /** Of the secrets that are set from now on; a set one keeps its own. */
  readonly secretCost: ScryptCost
  /** Sees each APDU to the element and its response, with the secrets in them: mask VERIFY before anything is shown or kept. */
  readonly onExchange?: (command: Uint8Array, response: Uint8Array) => void
  /**
   * Stores the changed record, then makes it the current one. Changes run one after the other.
   * @throws {PhoneError} STORE_FAILED, STORE_CONFLICT; nothing changed then
   */
  change(edit: (record: PhoneRecord) => PhoneRecord | Promise<PhoneRecord>): Promise<void>
}
