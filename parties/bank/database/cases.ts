/** What a clerk has to look at, and what the clerk did with it: kept for ever, in the same transaction. */
import type { Sealing } from '@kazashi/database'
import type { Kysely } from 'kysely'
import type { ProductName } from '../form.ts'
import { nextAccount } from './applications.ts'
import { type Kept, kept, openKept, type RefusalReason, type Tables } from './rows.ts'

export interface Case {
  readonly id: string
  readonly product: ProductName
  readonly kept: Kept
}

/** refused: why. */
export type Verdict = { readonly accepted: true } | { readonly refused: RefusalReason }

/** Beyond it the others are seen once these are decided. */
const shownAtOnce = 100

export class Cases {
  readonly #db: Kysely<Tables>
  readonly #sealing: Sealing

  constructor(db: Kysely<Tables>, sealing: Sealing) {
    this.#db = db
    this.#sealing = sealing
  }

  /** The oldest first. */
  async open(): Promise<readonly Case[]> {
    const rows = await this.#db
      .selectFrom('bank.application')
      .select(['id', 'person', 'product', 'kept'])
      .where('state', '=', 'looked-at')
      .orderBy('changed_at')
      .limit(shownAtOnce)
      .execute()
    return rows.map(({ id, kept: sealed, ...key }) => ({
      id,
      product: key.product,
      kept: openKept(this.#sealing, key, sealed),
    }))
  }

  /**
   * @param now the time that people are told
   * @returns whether there was such a case that waited
   */
  decide(id: string, verdict: Verdict, now: Date): Promise<boolean> {
    const refused = 'refused' in verdict ? verdict.refused : undefined
    return this.#db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('bank.application')
        .select(['person', 'product', 'kept'])
        .where('id', '=', id)
        .where('state', '=', 'looked-at')
        .forUpdate()
        .executeTakeFirst()
      if (row === undefined) return false
      const before = openKept(this.#sealing, row, row.kept)
      const after: Kept = { ...before, ...(refused && { refused }) }
      await trx
        .updateTable('bank.application')
        .set({
          state: refused ? 'refused' : 'opened',
          kept: kept.seal(this.#sealing, row, after),
          account_number: refused ? null : await nextAccount(trx),
          changed_at: now,
        })
        .where('id', '=', id)
        .execute()
      const note = JSON.stringify({ number: before.number, looks: before.looks, refused })
      await trx
        .insertInto('bank.clerk_entry')
        .values({
          application: id,
          decision: refused ? 'refused' : 'accepted',
          note: this.#sealing.seal(`bank.clerk_entry note ${id}`, new TextEncoder().encode(note)),
          decided_at: now,
        })
        .execute()
      return true
    })
  }
}
