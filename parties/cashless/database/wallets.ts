/** The wallets in PostgreSQL: one for each person, sealed. */
import { join } from 'node:path'
import { migrate, openPool, type Sealing } from '@kazashi/database'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { form } from '../form.ts'
import { type State, states } from '../identity.ts'

interface Tables {
  readonly 'cashless.wallet': {
    person: Uint8Array
    state: State
    kept: Uint8Array
    signed: Uint8Array | null
    changed_at: Date
  }
}

const time = z.iso.datetime()
const yen = z.int().min(0)
const entry = z.strictObject({
  at: time,
  kind: z.enum(['charge', 'payment', 'transfer']),
  amount: yen,
  balance: yen,
})
const fields = z.array(z.enum(['name', 'address', 'birthDate'])).readonly()

/** What is sealed beside the state. */
const content = z.strictObject({
  number: z.string(),
  /** As its owner said when it was opened. */
  birthDate: z.string(),
  purse: z.strictObject({
    balance: yen,
    entries: z.array(entry).readonly(),
    charged: z.strictObject({ month: z.string(), amount: yen }),
    code: z.strictObject({ value: z.string(), until: time }).exactOptional(),
  }),
  application: z.strictObject({ number: z.string(), madeAt: time, form }).exactOptional(),
  /** The transaction at the gate, and the time that stands in the PDF. */
  order: z.strictObject({ transaction: z.uuid(), signingTime: time }).exactOptional(),
  /** How often what was written differed from the certificate. */
  differences: yen,
  identity: z
    .strictObject({
      name: z.string(),
      address: z.string(),
      birthDate: z.string(),
      substitutes: z.array(z.string()).readonly(),
      at: time,
    })
    .exactOptional(),
  /** Why it is asked again. */
  asked: z.strictObject({ by: z.enum(['application', 'login']), fields }).exactOptional(),
})
export type Kept = z.infer<typeof content>

export interface Wallet {
  readonly state: State
  readonly kept: Kept
}

const poolSize = 4

export class Wallets {
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
  ): Promise<Wallets> {
    const pool = openPool({ url, name: 'kazashi-cashless', size: poolSize, onError })
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    try {
      await migrate(pool, {
        folder: join(import.meta.dirname, 'migrations'),
        table: 'cashless_migration',
      })
      return new Wallets(db, sealing)
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
    return `cashless.wallet ${column} ${Buffer.from(person).toString('hex')}`
  }
  async #read(
    db: Kysely<Tables> | Transaction<Tables>,
    person: Uint8Array,
  ): Promise<Wallet | undefined> {
    const row = await db
      .selectFrom('cashless.wallet')
      .select(['state', 'kept'])
      .where('person', '=', person)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const bytes = this.#sealing.open(this.#place(person, 'kept'), row.kept)
    const state = z.enum(states).parse(row.state)
    return { state, kept: content.parse(JSON.parse(new TextDecoder().decode(bytes))) }
  }

  /** @param sub the person's number here */
  find(sub: string): Promise<Wallet | undefined> {
    return this.#read(this.#db, this.#person(sub))
  }

  /** The application that was signed last, and matched. */
  async signed(sub: string): Promise<Uint8Array | undefined> {
    const person = this.#person(sub)
    const row = await this.#db
      .selectFrom('cashless.wallet')
      .select('signed')
      .where('person', '=', person)
      .executeTakeFirst()
    return row?.signed ? this.#sealing.open(this.#place(person, 'signed'), row.signed) : undefined
  }

  /**
   * One person's wallet is changed by one request after the other.
   * @param change what becomes of it; without `signed` the one before stays
   */
  async change(
    sub: string,
    change: (before: Wallet | undefined) => Wallet & { readonly signed?: Uint8Array },
  ): Promise<Wallet> {
    const person = this.#person(sub)
    return this.#db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(encode(${person}, 'hex')))`.execute(trx)
      const before = await this.#read(trx, person)
      const { state, kept, signed } = change(before)
      const text = new TextEncoder().encode(JSON.stringify(kept))
      const values = {
        state,
        kept: this.#sealing.seal(this.#place(person, 'kept'), text),
        ...(signed && { signed: this.#sealing.seal(this.#place(person, 'signed'), signed) }),
        changed_at: new Date(),
      }
      // No upsert: a row that is to be inserted is checked before the one that is there is found.
      await (before
        ? trx.updateTable('cashless.wallet').set(values).where('person', '=', person)
        : trx.insertInto('cashless.wallet').values({ person, signed: null, ...values })
      ).execute()
      return { state, kept }
    })
  }
}
