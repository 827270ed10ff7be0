/** Certificate revocation lists, one a kind and municipality: made when asked for, kept while nothing changed. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { sql } from 'kysely'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface Shard {
  readonly kind: CertificateKind
  readonly municipality: string
}

export interface CrlList {
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** DER */
  readonly list: Uint8Array
}

/** Something in this shard changed: its list has to be made anew. */
export async function touchShard(trx: Trx, { kind, municipality }: Shard): Promise<void> {
  await trx
    .insertInto('record.crl_shard')
    .values({ kind, municipality, revision: 1, this_update: null, next_update: null, list: null })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'municipality'])
        .doUpdateSet({ revision: sql<number>`crl_shard.revision + 1` }),
    )
    .execute()
}

/** The list as it stands, if nothing changed since it was made. */
export async function currentList(
  db: Database | Trx,
  { kind, municipality }: Shard,
): Promise<CrlList | undefined> {
  const row = await db
    .selectFrom('record.crl_shard')
    .selectAll()
    .where('kind', '=', kind)
    .where('municipality', '=', municipality)
    .whereRef('list_revision', '=', 'revision')
    .executeTakeFirst()
  if (!row?.list || !row.this_update || !row.next_update) return undefined
  const { number, list } = row
  return { number, list, thisUpdate: row.this_update, nextUpdate: row.next_update }
}

/** Holds the shard till the end of the transaction. @returns the number of the next list, and the revision it will show */
export async function lockShard(
  trx: Trx,
  { kind, municipality }: Shard,
): Promise<{ number: number; revision: number }> {
  await trx
    .insertInto('record.crl_shard')
    .values({ kind, municipality, this_update: null, next_update: null, list: null })
    .onConflict((conflict) => conflict.columns(['kind', 'municipality']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('record.crl_shard')
    .select(['number', 'revision'])
    .where('kind', '=', kind)
    .where('municipality', '=', municipality)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { number: row.number + 1, revision: row.revision }
}

export async function storeList(
  { trx }: Unit,
  { kind, municipality }: Shard,
  made: CrlList & { readonly revision: number },
): Promise<void> {
  await trx
    .updateTable('record.crl_shard')
    .set({
      number: made.number,
      list_revision: made.revision,
      this_update: made.thisUpdate,
      next_update: made.nextUpdate,
      list: made.list,
    })
    .where('kind', '=', kind)
    .where('municipality', '=', municipality)
    .execute()
}
