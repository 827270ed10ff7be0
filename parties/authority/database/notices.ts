/** Notices, each with its delivery in the same transaction (outbox): what is in the one is in the other. */
import { randomUUID } from 'node:crypto'
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

type Row = Tables['record.notice']

export interface NoticeRecord {
  readonly person: string
  readonly id: string
  readonly phone: string
  readonly kind: Row['kind']
  readonly application: string
  readonly at: Date
  readonly position: number
}

const columns = ['person', 'id', 'phone', 'kind', 'application', 'at', 'position'] as const

export async function insertNotice(
  { trx, now }: Unit,
  added: Pick<NoticeRecord, 'person' | 'phone' | 'kind' | 'application'>,
): Promise<NoticeRecord> {
  const notice = await trx
    .insertInto('record.notice')
    .values({ ...added, id: randomUUID(), at: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('record.delivery')
    .values({
      person: notice.person,
      notice: notice.id,
      channel: 'stream',
      state: 'waiting',
      changed_at: now,
    })
    .execute()
  return notice
}

/** @param after position of the last one seen; 0: all */
export async function noticesOf(
  db: Database | Trx,
  phone: string,
  after: number,
): Promise<NoticeRecord[]> {
  return db
    .selectFrom('record.notice')
    .select(columns)
    .where('phone', '=', phone)
    .where('position', '>', after)
    .orderBy('position')
    .execute()
}

/** @returns 0 for a notice that is not this phone's */
export async function positionOf(db: Database, phone: string, notice: string): Promise<number> {
  const row = await db
    .selectFrom('record.notice')
    .select('position')
    .where('phone', '=', phone)
    .where('id', '=', notice)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** Takes some deliveries that wait; another worker does not get them. @returns phones to be woken */
export async function takeDeliveries({ trx, now }: Unit, most: number): Promise<string[]> {
  const waiting = await trx
    .selectFrom('record.delivery')
    .select(['person', 'notice', 'channel'])
    .where('state', '=', 'waiting')
    .orderBy('changed_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  const phones = new Set<string>()
  for (const { person, notice, channel } of waiting) {
    await trx
      .updateTable('record.delivery')
      .set((update) => ({
        state: 'delivered',
        attempts: update('attempts', '+', 1),
        changed_at: now,
      }))
      .where('person', '=', person)
      .where('notice', '=', notice)
      .where('channel', '=', channel)
      .execute()
    const { phone } = await trx
      .selectFrom('record.notice')
      .select('phone')
      .where('person', '=', person)
      .where('id', '=', notice)
      .executeTakeFirstOrThrow()
    phones.add(phone)
  }
  return [...phones]
}
