/** Cards that were handed out: a person has at most one in use. */
import { randomUUID } from 'node:crypto'
import type { Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface CardRecord {
  readonly person: string
  readonly id: string
  readonly municipality: string
  readonly state: 'in-use' | 'ended'
  readonly expiry: string
}

const columns = ['person', 'id', 'municipality', 'state', 'expiry'] as const

/** @param expiry the card's last day, YYYY-MM-DD */
export async function insertCard(
  { trx, now }: Unit,
  card: { readonly person: string; readonly municipality: string; readonly expiry: string },
): Promise<CardRecord> {
  return trx
    .insertInto('record.card')
    .values({ ...card, id: randomUUID(), state: 'in-use', issued_at: now, ended_at: null })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function cardById(trx: Trx, id: string): Promise<CardRecord | undefined> {
  return trx.selectFrom('record.card').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function cardInUse(trx: Trx, person: string): Promise<CardRecord | undefined> {
  return trx
    .selectFrom('record.card')
    .select(columns)
    .where('person', '=', person)
    .where('state', '=', 'in-use')
    .executeTakeFirst()
}

export async function markCardEnded({ trx, now }: Unit, card: CardRecord): Promise<void> {
  await trx
    .updateTable('record.card')
    .set({ state: 'ended', ended_at: now })
    .where('person', '=', card.person)
    .where('id', '=', card.id)
    .execute()
}
