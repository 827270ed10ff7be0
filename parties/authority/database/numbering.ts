/**
 * The numbers of a series (carrier and kind), which serial numbers hide: each generation of the issuer has a block of them,
 * so that a number tells its generation without a look-up, and no two generations, which share one name, use a number twice.
 */
import { type Carrier, type CertificateKind, carriers } from '@kazashi/lifecycle'
import { sql } from 'kysely'
import type { Database, Trx } from './connection.ts'
import type { SeriesName } from './tables.ts'

/** As many as four octets of a card's serial number leave room for, at 266 million certificates each. */
export const mostGenerations = 8
/** Numbers of one generation; the database checks them (0007-generations.sql). Cards: an eighth of 2³¹ − 2²⁴. */
const block: Readonly<Record<Carrier, number>> = { card: 266_338_304, phone: 2 ** 40 }

export const seriesNames = [
  'card-signing',
  'card-authentication',
  'phone-signing',
  'phone-authentication',
] as const satisfies readonly SeriesName[]

const blockOf = (series: SeriesName) => block[series.startsWith('card-') ? 'card' : 'phone']

/** @param index any whole number from 0 on @returns 1 for the first; above `mostGenerations` for a number that no generation has */
export const generationOf = (series: SeriesName, index: number): number =>
  Math.floor(index / blockOf(series)) + 1

/** The lowest number of a generation. */
export const firstIndex = (series: SeriesName, generation: number): number =>
  (generation - 1) * blockOf(series)

/** The next number; others wait for it until this transaction ends, so no number is left out. */
export async function takeIndex(trx: Trx, series: SeriesName, generation: number): Promise<number> {
  const { next_index } = await trx
    .updateTable('record.series_generation')
    .set({ next_index: sql<number>`next_index + 1` })
    .where('series', '=', series)
    .where('generation', '=', generation)
    .returning('next_index')
    .executeTakeFirstOrThrow()
  return next_index - 1
}

export interface Given {
  readonly series: SeriesName
  /** From the first to before the last of them numbers were given out, none left out. */
  readonly from: number
  readonly to: number
}

export async function numbersGiven(db: Database | Trx): Promise<Given[]> {
  const rows = await db.selectFrom('record.series_generation').selectAll().execute()
  return rows.map(({ series, generation, next_index }) => ({
    series,
    from: firstIndex(series, generation),
    to: next_index,
  }))
}

/** A new generation's blocks, nothing given out of them yet. */
export async function openNumbers(
  trx: Trx,
  kind: CertificateKind,
  generation: number,
): Promise<void> {
  for (const carrier of carriers) {
    const name: SeriesName = `${carrier}-${kind}`
    await trx
      .insertInto('record.series')
      .values({ name, carrier, kind })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    await trx
      .insertInto('record.series_generation')
      .values({ series: name, generation, next_index: firstIndex(name, generation) })
      .execute()
  }
}
