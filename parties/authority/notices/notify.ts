/** Writes a notice to a phone in the transaction it is about (outbox): the one way for a procedure to notify (5-A1). */
import { insertNotice, type Told } from '../database/notices.ts'
import type { WorkQueue } from '../database/queue.ts'
import { signal } from '../database/signals.ts'
import type { Unit } from '../database/transaction.ts'

export interface NotifyNeeds {
  readonly queue: Pick<WorkQueue, 'deliverSoon'>
}

/** Nothing leaves before the commit; a crash after it loses nothing. */
export async function notify(unit: Unit, { queue }: NotifyNeeds, told: Told): Promise<void> {
  await insertNotice(unit, told)
  await queue.deliverSoon(unit.trx)
  await signal(unit.trx, 'notice', told.phone)
}
