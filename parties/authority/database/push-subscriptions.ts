/** The push address of each phone; sealed, as anyone who has it can write to the phone (RFC 8030 §8.1, RFC 8291 §7). */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import type { Texts } from '@kazashi/serve'
import { z } from 'zod'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

const Sealed = z.strictObject({ endpoint: z.string(), p256dh: z.string(), auth: z.string() })

export interface PushSubscription extends z.infer<typeof Sealed> {
  readonly phone: string
  readonly language: keyof Texts
}

const place = (phone: string) => `record.push_subscription.sealed ${phone}`
const hashOf = (endpoint: string) => new Uint8Array(createHash('sha256').update(endpoint).digest())

/** Replaces the phone's earlier one, and another phone's with this endpoint: both are one browser. */
export async function writeSubscription(
  { trx, now }: Unit,
  sealing: Sealing,
  { phone, language, endpoint, p256dh, auth }: PushSubscription,
): Promise<void> {
  const hash = hashOf(endpoint)
  await trx
    .deleteFrom('record.push_subscription')
    .where((row) => row.or([row('phone', '=', phone), row('endpoint_hash', '=', hash)]))
    .execute()
  const text = JSON.stringify({ endpoint, p256dh, auth } satisfies z.infer<typeof Sealed>)
  const sealed = sealing.seal(place(phone), new TextEncoder().encode(text))
  await trx
    .insertInto('record.push_subscription')
    .values({ phone, endpoint_hash: hash, sealed, language, created_at: now })
    .execute()
}

export async function subscriptionOf(
  db: Database | Trx,
  sealing: Sealing,
  phone: string,
): Promise<PushSubscription | undefined> {
  const row = await db
    .selectFrom('record.push_subscription')
    .select(['language', 'sealed'])
    .where('phone', '=', phone)
    .executeTakeFirst()
  if (!row) return undefined
  const text = new TextDecoder().decode(sealing.open(place(phone), row.sealed))
  return { phone, language: row.language, ...Sealed.parse(JSON.parse(text)) }
}

/** @param endpoint only if it is still this one; default any */
export async function dropSubscription(
  trx: Trx,
  { phone, endpoint }: { readonly phone: string; readonly endpoint?: string },
): Promise<void> {
  let rows = trx.deleteFrom('record.push_subscription').where('phone', '=', phone)
  if (endpoint !== undefined) rows = rows.where('endpoint_hash', '=', hashOf(endpoint))
  await rows.execute()
}
