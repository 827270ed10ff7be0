/** The storage of procedures: the database, by the authority's time, and the keys to the personal data in it. */
import type { Sealing } from '@kazashi/database'
import type { Transactions } from './transaction.ts'

export interface Storage extends Transactions {
  readonly sealing: Sealing
}
