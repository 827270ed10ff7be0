/** The clinic's way to PostgreSQL, and what its facilities keep there. */
import { join } from 'node:path'
import { migrate, openPool } from '@kazashi/database'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Practice } from '../eligibility/membership.ts'
import type { ConsentName } from './consents.ts'
import type { Outcome } from './outcome.ts'

interface Tables {
  readonly 'clinic.facility': {
    id: string
    /** SHA-256. */
    cookie_hash: Uint8Array
    kind: 'clinic' | 'pharmacy'
    has_reader: boolean
    first_visit_needs_card: boolean
    practice: Practice | null
    used_at: Date
  }
  readonly 'clinic.patient': {
    facility: string
    patient: Uint8Array
    sealed: Uint8Array
    forget_at: Date
  }
  readonly 'clinic.reception': {
    id: string
    facility: string
    day: string
    number: number
    patient: Uint8Array | null
    outcome: Outcome
    sealed: Uint8Array
    received_at: Date
    in_line_at: Date | null
    declared_at: Date | null
    forget_at: Date
  }
  readonly 'clinic.consent': {
    reception: string
    what: ConsentName
    given: boolean
    given_at: Date
  }
}

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>

const poolSize = 4

/** Nothing has been asked of the database yet. @param onError as of `openPool` */
export function connect(url: string, onError: (error: Error) => void) {
  const pool = openPool({ url, name: 'kazashi-clinic', size: poolSize, onError })
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}

/** @throws as `migrate` */
export const migrateClinic = (pool: pg.Pool): Promise<void> =>
  migrate(pool, { folder: join(import.meta.dirname, 'migrations'), table: 'clinic_migration' })
