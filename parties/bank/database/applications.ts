/** The bank's applications in PostgreSQL: one of each kind for each person, sealed. */
import { join } from 'node:path'
import { migrate, openPool, type Sealing } from '@kazashi/database'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type { ProductName } from '../form.ts'
import { type Kept, kept, openKept, type State, type Tables } from './rows.ts'

export interface Application extends Kept {
  readonly state: State
  readonly account: number | undefined
}

interface Row {
  readonly state: State
  readonly kept: Uint8Array
  readonly account_number: number | null
}

/** One person's application for one kind of account. @property sub the person's number here */
export interface Whose {
  readonly sub: string
  readonly product: ProductName
}

const poolSize = 4

/** @param url postgres://… @throws as `migrate` */
export async function openDatabase(
  url: string,
  onError: (error: Error) => void,
): Promise<Kysely<Tables>> {
  const pool = openPool({ url, name: 'kazashi-bank', size: poolSize, onError })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(pool, {
      folder: join(import.meta.dirname, 'migrations'),
      table: 'bank_migration',
    })
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

export class Applications {
  readonly #db: Kysely<Tables>
  readonly #sealing: Sealing

  constructor(db: Kysely<Tables>, sealing: Sealing) {
    this.#db = db
    this.#sealing = sealing
  }

  #person(sub: string): Uint8Array {
    return this.#sealing.lookup('person', sub)
  }
  #opened(key: Parameters<typeof openKept>[1], row: Row | undefined): Application | undefined {
    if (row === undefined) return undefined
    const value = openKept(this.#sealing, key, row.kept)
    return { ...value, state: row.state, account: row.account_number ?? undefined }
  }
  #read(db: Kysely<Tables> | Transaction<Tables>, person: Uint8Array, product: ProductName) {
    return db
      .selectFrom('bank.application')
      .select(['state', 'kept', 'account_number'])
      .where('person', '=', person)
      .where('product', '=', product)
  }

  async find({ sub, product }: Whose): Promise<Application | undefined> {
    const person = this.#person(sub)
    const row = await this.#read(this.#db, person, product).executeTakeFirst()
    return this.#opened({ person, product }, row)
  }

  /** The signed contract. */
  async signed({ sub, product }: Whose): Promise<Uint8Array | undefined> {
    const person = this.#person(sub)
    const row = await this.#db
      .selectFrom('bank.application')
      .select('signed')
      .where('person', '=', person)
      .where('product', '=', product)
      .executeTakeFirst()
    return row?.signed
      ? this.#sealing.open(kept.place({ person, product }, 'signed'), row.signed)
      : undefined
  }

  /**
   * One person's applications are changed by one request after the other.
   * @param change what becomes of it; a signed contract opens an account where nobody has to look, and its number is given here
   */
  async change(
    { sub, product }: Whose,
    change: (before: Application | undefined) => {
      readonly kept: Kept
      readonly state: Exclude<State, 'refused'>
      readonly signed?: Uint8Array
    },
  ): Promise<Application> {
    const person = this.#person(sub)
    const key = { person, product }
    return this.#db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(encode(${person}, 'hex')))`.execute(trx)
      const row = await this.#read(trx, person, product).executeTakeFirst()
      const next = change(this.#opened(key, row))
      const account = next.state === 'opened' ? await nextAccount(trx) : null
      const values = {
        state: next.state,
        kept: kept.seal(this.#sealing, key, next.kept),
        signed: next.signed ? this.#sealing.seal(kept.place(key, 'signed'), next.signed) : null,
        account_number: account,
        changed_at: new Date(),
      }
      await trx
        .insertInto('bank.application')
        .values({ ...key, ...values })
        .onConflict((conflict) => conflict.columns(['person', 'product']).doUpdateSet(values))
        .execute()
      return { ...next.kept, state: next.state, account: account ?? undefined }
    })
  }
}

/** Accounts of every kind are numbered together. */
export async function nextAccount(trx: Transaction<Tables>): Promise<number | null> {
  const { rows } = await sql<{ n: number }>`select nextval('bank.account_number') as n`.execute(trx)
  return rows[0]?.n ?? null
}
