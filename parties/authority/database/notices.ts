/** Notices, each written with its deliveries in one transaction (outbox): neither is there without the other. */
import { randomUUID } from 'node:crypto'
import type { NoticeKind, PhonePlatform } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import { newestCredential } from './credentials.ts'
import type { Unit } from './transaction.ts'

/** A notice to a phone. */
export interface Told {
  readonly person: string
  /** The phone it is for: `record.phone`. */
  readonly phone: string
  readonly kind: NoticeKind
  /** The one that the credential concerned came from. */
  readonly application: string
  readonly credential?: string
}

export interface NoticeRecord {
  readonly person: string
  readonly id: string
  readonly phone: string
  readonly kind: NoticeKind
  /** Of the phone. */
  readonly platform: PhonePlatform
  readonly application: string
  readonly credential: string | null
  readonly at: Date
  readonly shownAt: Date | null
  /** Its push could not be delivered. */
  readonly undeliverable: boolean
  readonly position: number
}

const columns = [
  'notice.person',
  'notice.id',
  'notice.phone',
  'notice.kind',
  'notice.application',
  'notice.credential',
  'notice.at',
  'notice.shown_at as shownAt',
  'notice.position',
] as const

/** The stream waits for it, and the push where the phone has subscribed. */
export async function insertNotice({ trx, now }: Unit, told: Told): Promise<void> {
  const { person, phone, kind, application, credential = null } = told
  const notice = await trx
    .insertInto('record.notice')
    .values({ person, phone, kind, application, credential, id: randomUUID(), at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const subscribed = await trx
    .selectFrom('record.push_subscription')
    .select('phone')
    .where('phone', '=', phone)
    .executeTakeFirst()
  const channels = subscribed ? (['stream', 'push'] as const) : (['stream'] as const)
  await trx
    .insertInto('record.delivery')
    .values(
      channels.map((channel) => ({
        person,
        notice: notice.id,
        channel,
        state: 'waiting' as const,
        changed_at: now,
      })),
    )
    .execute()
}

/** Those of the person whose credential is the phone's newest: what another owner was told is nobody else's. @param after position of the last one seen; 0: all */
export async function noticesOf(
  db: Database | Trx,
  phone: string,
  after: number,
): Promise<NoticeRecord[]> {
  const owner = await newestCredential(db, phone)
  if (owner === undefined) return []
  return db
    .selectFrom('record.notice as notice')
    .innerJoin('record.phone as phone', 'phone.id', 'notice.phone')
    .select([...columns, 'phone.platform'])
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('record.delivery')
            .select('record.delivery.notice')
            .whereRef('record.delivery.person', '=', 'notice.person')
            .whereRef('record.delivery.notice', '=', 'notice.id')
            .where('record.delivery.state', '=', 'undeliverable'),
        )
        .$castTo<boolean>()
        .as('undeliverable'),
    )
    .where('notice.phone', '=', phone)
    .where('notice.person', '=', owner.person)
    .where('notice.position', '>', after)
    .orderBy('notice.position')
    .execute()
}

/** @returns 0 for a notice that is not of this phone's present owner */
export async function positionOf(db: Database, phone: string, notice: string): Promise<number> {
  const owner = await newestCredential(db, phone)
  if (owner === undefined) return 0
  const row = await db
    .selectFrom('record.notice')
    .select('position')
    .where('phone', '=', phone)
    .where('person', '=', owner.person)
    .where('id', '=', notice)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** The first time counts. @returns false: not a notice of this phone's present owner */
export async function markShown(
  { trx, now }: Unit,
  phone: string,
  notice: string,
): Promise<boolean> {
  const owner = await newestCredential(trx, phone)
  if (owner === undefined) return false
  const row = await trx
    .updateTable('record.notice')
    .set((update) => ({ shown_at: update.fn.coalesce('shown_at', update.val(now)) }))
    .where('phone', '=', phone)
    .where('person', '=', owner.person)
    .where('id', '=', notice)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
