/** Certificate revocation lists, one a kind, generation and municipality: made when asked for, kept while nothing changed. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { sql } from 'kysely'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface Shard {
  readonly kind: CertificateKind
  /** Of the issuer. */
  readonly generation: number
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
export async function touchShard(
  trx: Trx,
  { kind, generation, municipality }: Shard,
): Promise<void> {
  await trx
    .insertInto('record.crl_shard')
    .values({
      kind,
      generation,
      municipality,
      revision: 1,
      this_update: null,
      next_update: null,
      list: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'generation', 'municipality'])
        .doUpdateSet({ revision: sql<number>`crl_shard.revision + 1` }),
    )
    .execute()
}

/** The newest list, even if there were changes since. */
export async function lastList(
  db: Database | Trx,
  { kind, generation, municipality }: Shard,
): Promise<(CrlList & { readonly isCurrent: boolean }) | undefined> {
  const row = await db
    .selectFrom('record.crl_shard')
    .selectAll()
    .where('kind', '=', kind)
    .where('generation', '=', generation)
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  if (!row?.list || !row.this_update || !row.next_update) return undefined
  const { number, list, this_update: thisUpdate, next_update: nextUpdate } = row
  return { number, list, thisUpdate, nextUpdate, isCurrent: row.list_revision === row.revision }
}

/** The stored list, if nothing changed since it was made. */
export async function currentList(db: Database | Trx, shard: Shard): Promise<CrlList | undefined> {
  const last = await lastList(db, shard)
  return last?.isCurrent ? last : undefined
}

/** Holds the shard till the end of the transaction. @returns the number of the next list, and the revision it will show */
export async function lockShard(
  trx: Trx,
  { kind, generation, municipality }: Shard,
): Promise<{ number: number; revision: number }> {
  await trx
    .insertInto('record.crl_shard')
    .values({ kind, generation, municipality, this_update: null, next_update: null, list: null })
    .onConflict((conflict) => conflict.columns(['kind', 'generation', 'municipality']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('record.crl_shard')
    .select(['number', 'revision'])
    .where('kind', '=', kind)
    .where('generation', '=', generation)
    .where('municipality', '=', municipality)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { number: row.number + 1, revision: row.revision }
}

export async function storeList(
  { trx }: Unit,
  { kind, generation, municipality }: Shard,
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
    .where('generation', '=', generation)
    .where('municipality', '=', municipality)
    .execute()
}
