/** Empties the outbox: takes waiting deliveries and wakes their phones. A phone that was away finds its notices in the inbox. */
import { takeStreamed } from '../database/deliveries.ts'
import { type Transactions, transact } from '../database/transaction.ts'
import type { NoticeBoard } from './board.ts'

const batch = 100

export async function deliverNotices(
  records: Transactions & { readonly board: NoticeBoard },
): Promise<void> {
  for (;;) {
    const phones = await transact(records, async (unit) => {
      const taken = await takeStreamed(unit, batch)
      unit.afterCommit(() => {
        for (const phone of taken) records.board.wake(phone)
      })
      return taken
    })
    if (phones.length === 0) return
  }
}
