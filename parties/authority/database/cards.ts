/** Cards that were handed out: a person has at most one that has not ended. */
import { randomUUID } from 'node:crypto'
import type { CardState } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface CardRecord {
  readonly person: string
  readonly id: string
  readonly municipality: string
  readonly state: CardState
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

export async function cardById(db: Database | Trx, id: string): Promise<CardRecord | undefined> {
  return db.selectFrom('record.card').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The one that has not ended: in use, or suspended. */
export async function cardOfPerson(
  db: Database | Trx,
  person: string,
): Promise<CardRecord | undefined> {
  return db
    .selectFrom('record.card')
    .select(columns)
    .where('person', '=', person)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
}

export async function writeCardState(
  { trx, now }: Unit,
  card: CardRecord,
  state: CardState,
): Promise<void> {
  await trx
    .updateTable('record.card')
    .set({ state, ended_at: state === 'ended' ? now : null })
    .where('person', '=', card.person)
    .where('id', '=', card.id)
    .execute()
}

/** The holder has moved; certificates issued from now on belong to the new municipality. */
export async function writeCardMunicipality(
  { trx }: Unit,
  card: CardRecord,
  municipality: string,
): Promise<CardRecord> {
  return trx
    .updateTable('record.card')
    .set({ municipality })
    .where('person', '=', card.person)
    .where('id', '=', card.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}
