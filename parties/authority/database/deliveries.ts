/** The outbox: deliveries that wait, one a notice and channel; a worker takes some, and no other gets the same ones. */
import type { Unit } from './transaction.ts'

/** Takes deliveries of the stream that wait. @returns phones to be woken */
export async function takeStreamed({ trx, now }: Unit, most: number): Promise<string[]> {
  const taken = await trx
    .with('taken', (cte) =>
      cte
        .selectFrom('record.delivery')
        .select(['person', 'notice', 'channel'])
        .where('channel', '=', 'stream')
        .where('state', '=', 'waiting')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('record.delivery as delivery')
    .from('taken')
    .innerJoin('record.notice as notice', (join) =>
      join.onRef('notice.person', '=', 'taken.person').onRef('notice.id', '=', 'taken.notice'),
    )
    .set((update) => ({
      state: 'delivered' as const,
      attempts: update('delivery.attempts', '+', 1),
      changed_at: now,
    }))
    .whereRef('delivery.person', '=', 'taken.person')
    .whereRef('delivery.notice', '=', 'taken.notice')
    .whereRef('delivery.channel', '=', 'taken.channel')
    .returning('notice.phone')
    .execute()
  return [...new Set(taken.map(({ phone }) => phone))]
}
