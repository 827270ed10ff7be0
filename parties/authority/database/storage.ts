/** What procedures read and write: the database, by the authority's time, and what opens the personal data in it. */
import type { Sealing } from './sealing.ts'
import type { Transactions } from './transaction.ts'

export interface Storage extends Transactions {
  readonly sealing: Sealing
}
