/** The status of every certificate, and its changes in the order of their numbers, for each process's memory. */
import type { CertificateStatus } from '@kazashi/lifecycle'
import { sql } from 'kysely'
import type { Database } from './connection.ts'
import { numbersGiven } from './numbering.ts'
import type { SeriesName } from './tables.ts'

export interface StatusRow {
  readonly series: SeriesName
  readonly index: number
  readonly status: CertificateStatus
  /** Number of its last change; of one certificate a later change has the greater one. */
  readonly change: number
}

/** Every status there is; rows in no order, some thousands at a time. */
export async function* allStatuses(db: Database): AsyncIterable<StatusRow> {
  const page = 10_000
  for (const given of await numbersGiven(db)) {
    const { series, to } = given
    for (let { from } = given; from < to; from += page) {
      const rows = await db
        .selectFrom('record.certificate_place as place')
        .innerJoin('record.certificate as certificate', (join) =>
          join
            .onRef('certificate.person', '=', 'place.person')
            .onRef('certificate.series', '=', 'place.series')
            .onRef('certificate.index', '=', 'place.index'),
        )
        .select(['place.series', 'place.index', 'certificate.status', 'certificate.change'])
        .where('place.series', '=', series)
        .where('place.index', '>=', from)
        .where('place.index', '<', from + page)
        .execute()
      yield* rows
    }
  }
}

/** @param since number of a change */
export async function statusChanges(db: Database, since: number): Promise<StatusRow[]> {
  return db
    .selectFrom('record.certificate')
    .select(['series', 'index', 'status', 'change'])
    .where('change', '>', since)
    .orderBy('change')
    .execute()
}

/**
 * The present position of the changes. Each up to `change` was made by a transaction older than `transaction`; all those have ended,
 * and their changes can be read, as soon as `oldest` of a later look is not less than it.
 */
export interface StatusFrontier {
  readonly change: number
  readonly transaction: bigint
  /** The oldest transaction still at work, PostgreSQL's xid8. */
  readonly oldest: bigint
}

export async function statusFrontier(db: Database): Promise<StatusFrontier> {
  const { rows: sequence } = await sql<{ change: number }>`
    select case when is_called then last_value else 0 end as change from record.status_change`.execute(
    db,
  )
  const { rows: numbers } = await sql<{ transaction: string; oldest: string }>`
    select pg_current_xact_id()::text as transaction,
      pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(db)
  return {
    change: sequence[0]?.change ?? 0,
    transaction: BigInt(numbers[0]?.transaction ?? 0),
    oldest: BigInt(numbers[0]?.oldest ?? 0),
  }
}
