/** The bank's applications in PostgreSQL: one for each person, sealed. */
import { join } from 'node:path'
import { migrate, openPool, type Sealing } from '@kazashi/database'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { form } from '../form.ts'

const states = ['written', 'signing', 'opened', 'looked-at'] as const
type State = (typeof states)[number]

interface Tables {
  readonly 'bank.application': {
    person: Uint8Array
    state: State
    kept: Uint8Array
    signed: Uint8Array | null
    account_number: number | null
    changed_at: Date
  }
}

/** What is sealed beside the state. */
const kept = z.strictObject({
  number: z.string(),
  madeAt: z.iso.datetime(),
  form,
  read: z.boolean(),
  /** The transaction at the gate, and the time that stands in the PDF. */
  order: z.strictObject({ transaction: z.uuid(), signingTime: z.iso.datetime() }).exactOptional(),
  looks: z.array(z.string()).exactOptional(),
  substitutes: z.array(z.string()).exactOptional(),
})
export type Kept = z.infer<typeof kept>

export interface Application extends Kept {
  readonly state: State
  readonly account: number | undefined
}

interface Row {
  readonly state: State
  readonly kept: Uint8Array
  readonly account_number: number | null
}

const poolSize = 4

export class Applications {
  readonly #db: Kysely<Tables>
  readonly #sealing: Sealing

  private constructor(db: Kysely<Tables>, sealing: Sealing) {
    this.#db = db
    this.#sealing = sealing
  }

  /** @param url postgres://… @throws as `migrate` */
  static async open(
    url: string,
    sealing: Sealing,
    onError: (error: Error) => void,
  ): Promise<Applications> {
    const pool = openPool({ url, name: 'kazashi-bank', size: poolSize, onError })
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    try {
      await migrate(pool, {
        folder: join(import.meta.dirname, 'migrations'),
        table: 'bank_migration',
      })
      return new Applications(db, sealing)
    } catch (error) {
      await db.destroy()
      throw error
    }
  }

  close(): Promise<void> {
    return this.#db.destroy()
  }

  #person(sub: string): Uint8Array {
    return this.#sealing.lookup('person', sub)
  }
  #place(person: Uint8Array, column: string): string {
    return `bank.application ${column} ${Buffer.from(person).toString('hex')}`
  }
  #opened(person: Uint8Array, row: Row | undefined): Application | undefined {
    if (row === undefined) return undefined
    const bytes = this.#sealing.open(this.#place(person, 'kept'), row.kept)
    const value = kept.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { ...value, state: row.state, account: row.account_number ?? undefined }
  }
  #read(db: Kysely<Tables> | Transaction<Tables>, person: Uint8Array) {
    return db
      .selectFrom('bank.application')
      .select(['state', 'kept', 'account_number'])
      .where('person', '=', person)
  }

  /** @param sub the person's number here */
  async find(sub: string): Promise<Application | undefined> {
    const person = this.#person(sub)
    return this.#opened(person, await this.#read(this.#db, person).executeTakeFirst())
  }

  async signed(sub: string): Promise<Uint8Array | undefined> {
    const person = this.#person(sub)
    const row = await this.#db
      .selectFrom('bank.application')
      .select('signed')
      .where('person', '=', person)
      .executeTakeFirst()
    return row?.signed ? this.#sealing.open(this.#place(person, 'signed'), row.signed) : undefined
  }

  /**
   * One person's application is changed by one request after the other.
   * @param change what becomes of it; a signed contract opens an account where nobody has to look, and its number is given here
   */
  async change(
    sub: string,
    change: (before: Application | undefined) => {
      readonly kept: Kept
      readonly state: State
      readonly signed?: Uint8Array
    },
  ): Promise<Application> {
    const person = this.#person(sub)
    return this.#db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(encode(${person}, 'hex')))`.execute(trx)
      const row = await this.#read(trx, person).executeTakeFirst()
      const next = change(this.#opened(person, row))
      const text = new TextEncoder().encode(JSON.stringify(next.kept))
      const { rows: numbers } =
        next.state === 'opened'
          ? await sql<{ n: number }>`select nextval('bank.account_number') as n`.execute(trx)
          : { rows: [] }
      const values = {
        state: next.state,
        kept: this.#sealing.seal(this.#place(person, 'kept'), text),
        signed: next.signed ? this.#sealing.seal(this.#place(person, 'signed'), next.signed) : null,
        account_number: numbers[0]?.n ?? null,
        changed_at: new Date(),
      }
      await trx
        .insertInto('bank.application')
        .values({ person, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute()
      return { ...next.kept, state: next.state, account: values.account_number ?? undefined }
    })
  }
}
