/** The shop's contracts in PostgreSQL: whole from the first moment, sealed, each signature in one contract alone. */
import { join } from 'node:path'
import { migrate, openPool, type Sealing, violatedUnique } from '@kazashi/database'
import { formatCalendarDate, japanDate } from '@kazashi/lifecycle'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Order } from '../form.ts'
import type { PlanId } from '../plans.ts'
import { MobileProblem } from '../problems.ts'

interface Tables {
  readonly 'mobile.contract': {
    number: string
    day: string
    made_at: Date
    plan: PlanId
    ported: boolean
    consented: boolean
    telephone: Uint8Array
    looks: string[]
    kept: Uint8Array
    signed: Uint8Array
  }
  readonly 'mobile.signature': {
    digest: Uint8Array
    contract: string
  }
}

export interface NewContract {
  readonly number: string
  readonly order: Order
  readonly madeAt: Date
  readonly consented: boolean
  readonly looks: readonly string[]
  readonly substitutes: readonly string[]
  readonly signatures: readonly Uint8Array[]
  readonly pdf: Uint8Array
}

/** As the staff see it: nobody's name, number or address. */
export interface ListedContract {
  readonly number: string
  readonly madeAt: Date
  readonly plan: PlanId
  readonly ported: boolean
  readonly consented: boolean
  readonly looks: readonly string[]
}

const poolSize = 4
/** Prefix of numbers that no network gives out. */
const practicePrefix = '0900'

export class Contracts {
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
  ): Promise<Contracts> {
    const pool = openPool({ url, name: 'kazashi-mobile', size: poolSize, onError })
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    try {
      const folder = join(import.meta.dirname, 'migrations')
      await migrate(pool, { folder, table: 'mobile_migration' })
      return new Contracts(db, sealing)
    } catch (error) {
      await db.destroy()
      throw error
    }
  }

  close(): Promise<void> {
    return this.#db.destroy()
  }

  async isTaken(telephone: string): Promise<boolean> {
    const found = await this.#db
      .selectFrom('mobile.contract')
      .select('number')
      .where('telephone', '=', this.#sealing.lookup('telephone', telephone))
      .executeTakeFirst()
    return found !== undefined
  }

  /** @param digest SHA-256 of a CMS */
  async hasSignature(digest: Uint8Array): Promise<boolean> {
    const found = await this.#db
      .selectFrom('mobile.signature')
      .select('contract')
      .where('digest', '=', digest)
      .executeTakeFirst()
    return found !== undefined
  }

  /**
   * @returns the telephone number: the one brought, or a new one
   * @throws {MobileProblem} NUMBER_TAKEN, SIGNATURE_REPLAYED: by another counter, meanwhile
   */
  async add(contract: NewContract): Promise<string> {
    const { number, order, madeAt, consented, looks, substitutes, signatures, pdf } = contract
    const sealed = (column: string, bytes: Uint8Array) =>
      this.#sealing.seal(`mobile.contract ${column} ${number}`, bytes)
    try {
      return await this.#db.transaction().execute(async (trx) => {
        const telephone =
          order.line.kind === 'mnp'
            ? order.line.number
            : await sql<{ n: string }>`select nextval('mobile.new_number') as n`
                .execute(trx)
                .then(({ rows }) => `${practicePrefix}${rows[0]?.n ?? ''}`)
        const kept = new TextEncoder().encode(JSON.stringify({ order, telephone, substitutes }))
        await trx
          .insertInto('mobile.contract')
          .values({
            number,
            day: formatCalendarDate(japanDate(madeAt)),
            made_at: madeAt,
            plan: order.plan,
            ported: order.line.kind === 'mnp',
            consented,
            telephone: this.#sealing.lookup('telephone', telephone),
            looks: [...looks],
            kept: sealed('kept', kept),
            signed: sealed('signed', pdf),
          })
          .execute()
        await trx
          .insertInto('mobile.signature')
          .values(signatures.map((digest) => ({ digest, contract: number })))
          .execute()
        return telephone
      })
    } catch (error) {
      const broken = violatedUnique(error)
      if (broken === 'contract_telephone_key') throw new MobileProblem('NUMBER_TAKEN')
      if (broken === 'signature_pkey') throw new MobileProblem('SIGNATURE_REPLAYED')
      throw error
    }
  }

  /** Those of a day in Japan, the newest first. */
  async ofDay(now: Date): Promise<readonly ListedContract[]> {
    const rows = await this.#db
      .selectFrom('mobile.contract')
      .select(['number', 'made_at', 'plan', 'ported', 'consented', 'looks'])
      .where('day', '=', formatCalendarDate(japanDate(now)))
      .orderBy('made_at', 'desc')
      .execute()
    return rows.map(({ made_at: madeAt, ...row }) => ({ ...row, madeAt }))
  }
}
