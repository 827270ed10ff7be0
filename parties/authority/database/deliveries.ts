/** The outbox: deliveries that wait, one a notice and channel; a worker takes some, and no other gets the same ones. */
import type { Database } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

type Row = Tables['record.delivery']
export type DeliveryState = Row['state']
type Key = Pick<Row, 'person' | 'notice'>

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

export interface TakenPush extends Key {
  readonly phone: string
  readonly kind: Tables['record.notice']['kind']
  readonly platform: Tables['record.phone']['platform']
  /** The phone has confirmed that it showed the notice, from another channel. */
  readonly shown: boolean
  /** With this one; 1 for the first. */
  readonly attempts: number
}

export interface Lease {
  /** By the machine's time. */
  readonly now: Date
  /** Until when they are this worker's; if it dies, another one tries from then on. */
  readonly until: Date
  readonly most: number
}

/** Pushes whose time has come. They are taken and committed before anything is sent. */
export async function takePushes(db: Database, lease: Lease): Promise<TakenPush[]> {
  const taken = await db
    .with('taken', (cte) =>
      cte
        .selectFrom('record.delivery')
        .select(['person', 'notice', 'channel'])
        .where('channel', '=', 'push')
        .where('state', '=', 'waiting')
        .where('next_attempt_at', '<=', lease.now)
        .orderBy('next_attempt_at')
        .limit(lease.most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('record.delivery as delivery')
    .from('taken')
    .innerJoin('record.notice as notice', (join) =>
      join.onRef('notice.person', '=', 'taken.person').onRef('notice.id', '=', 'taken.notice'),
    )
    .innerJoin('record.phone as phone', 'phone.id', 'notice.phone')
    .set((update) => ({
      attempts: update('delivery.attempts', '+', 1),
      next_attempt_at: lease.until,
    }))
    .whereRef('delivery.person', '=', 'taken.person')
    .whereRef('delivery.notice', '=', 'taken.notice')
    .whereRef('delivery.channel', '=', 'taken.channel')
    .returning([
      'delivery.person',
      'delivery.notice',
      'delivery.attempts',
      'notice.phone',
      'notice.kind',
      'notice.shown_at',
      'phone.platform',
    ])
    .execute()
  return taken.map(({ shown_at, ...push }) => ({ ...push, shown: shown_at !== null }))
}

export type PushOutcome =
  | { readonly state: 'delivered' | 'unneeded' }
  | { readonly state: 'undeliverable'; readonly failure: string }
  | { readonly state: 'waiting'; readonly failure: string; readonly nextAttemptAt: Date }

/** The outcome of an attempt; nothing is written if another worker has taken the push meanwhile. */
export async function writeOutcome(
  { trx, now }: Unit,
  { person, notice, attempts }: TakenPush,
  outcome: PushOutcome,
): Promise<void> {
  await trx
    .updateTable('record.delivery')
    .set({
      state: outcome.state,
      changed_at: now,
      failure: 'failure' in outcome ? outcome.failure : null,
      ...('nextAttemptAt' in outcome && { next_attempt_at: outcome.nextAttemptAt }),
    })
    .where('person', '=', person)
    .where('notice', '=', notice)
    .where('channel', '=', 'push')
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute()
}

/** The phone wants no more pushes: waiting ones are not sent. */
export async function giveUpPushes({ trx, now }: Unit, phone: string): Promise<void> {
  await trx
    .updateTable('record.delivery as delivery')
    .from('record.notice as notice')
    .set({ state: 'unneeded', changed_at: now })
    .whereRef('notice.person', '=', 'delivery.person')
    .whereRef('notice.id', '=', 'delivery.notice')
    .where('notice.phone', '=', phone)
    .where('delivery.channel', '=', 'push')
    .where('delivery.state', '=', 'waiting')
    .execute()
}

export interface DeliveryRecord extends Key {
  readonly phone: string
  readonly kind: Tables['record.notice']['kind']
  readonly channel: Row['channel']
  readonly state: DeliveryState
  readonly attempts: number
  readonly changedAt: Date
  /** Of the last attempt. */
  readonly failure: string | null
}

/** For the operator, the latest first. */
export async function deliveriesIn(
  db: Database,
  { state, most }: { readonly state: DeliveryState; readonly most: number },
): Promise<DeliveryRecord[]> {
  return db
    .selectFrom('record.delivery as delivery')
    .innerJoin('record.notice as notice', (join) =>
      join
        .onRef('notice.person', '=', 'delivery.person')
        .onRef('notice.id', '=', 'delivery.notice'),
    )
    .select([
      'delivery.person',
      'delivery.notice',
      'delivery.channel',
      'delivery.state',
      'delivery.attempts',
      'delivery.changed_at as changedAt',
      'delivery.failure',
      'notice.kind',
      'notice.phone',
    ])
    .where('delivery.state', '=', state)
    .orderBy('delivery.changed_at', 'desc')
    .limit(most)
    .execute()
}
