/** Tells a phone something, in the transaction that makes it true (outbox): the one way for a procedure to notify (5-A1). */
import type { NoticeKind } from '@kazashi/lifecycle'
import { insertNotice } from '../database/notices.ts'
import { signal } from '../database/signals.ts'
import type { Unit } from '../database/transaction.ts'
import type { Records } from '../records.ts'

export interface Told {
  readonly person: string
  /** Whose notice it is: `record.phone`. */
  readonly phone: string
  readonly kind: NoticeKind
  /** The one that the credential concerned came from. */
  readonly application: string
  readonly credential?: string
}

/** Nothing leaves before the commit; a crash after it loses nothing. */
export async function notify(
  unit: Unit,
  { queue }: Pick<Records, 'queue'>,
  told: Told,
): Promise<void> {
  await insertNotice(unit, told)
  await queue.deliverSoon(unit.trx)
  await signal(unit.trx, 'notice', told.phone)
}
