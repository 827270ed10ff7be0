/** The gate's way to PostgreSQL, and what it keeps there. */
import { join } from 'node:path'
import { migrate, openPool } from '@kazashi/database'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'

interface Tables {
  readonly 'gate.payload': {
    model: string
    /** SHA-256 of the name: a code, a token, a cookie. */
    name: Uint8Array
    sealed: Uint8Array
    grant_name: Uint8Array | null
    uid_name: Uint8Array | null
    expires_at: Date | null
    consumed_at: Date | null
  }
  readonly 'gate.login_request': { name: Uint8Array; sealed: Uint8Array; forget_at: Date }
  readonly 'gate.sign_in': { grant_name: Uint8Array; sealed: Uint8Array; expires_at: Date }
  readonly 'gate.armed_case': {
    client_id: string
    case_name: string
    phone: string | null
    forget_at: Date
  }
  readonly 'gate.sign_transaction': {
    name: Uint8Array
    client_name: Uint8Array
    state: 'open' | 'signed' | 'fetched' | 'cancelled' | 'refused'
    documents: Uint8Array | null
    result: Uint8Array | null
    expires_at: Date
    forget_at: Date
  }
  readonly 'gate.signing_key': { kid: string; sealed: Uint8Array; created_at: Date }
}

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>

const poolSize = 5

export interface Connection {
  readonly pool: pg.Pool
  readonly db: Database
}

/** Nothing has been asked of the database yet. @param onError as of `openPool` */
export function connect(url: string, onError: (error: Error) => void): Connection {
  const pool = openPool({ url, name: 'kazashi-gate', size: poolSize, onError })
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}

/** @throws as `migrate` */
export const migrateGate = (pool: pg.Pool): Promise<void> =>
  migrate(pool, { folder: join(import.meta.dirname, 'migrations'), table: 'gate_migration' })

/** What nobody can use any more is forgotten. @param now the machine's time */
export async function forget(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('gate.payload').where('expires_at', '<', now).execute()
  await db.deleteFrom('gate.sign_in').where('expires_at', '<', now).execute()
  await db.deleteFrom('gate.login_request').where('forget_at', '<', now).execute()
  await db.deleteFrom('gate.armed_case').where('forget_at', '<', now).execute()
  // What became of it is still told; documents and signatures are gone.
  await db
    .updateTable('gate.sign_transaction')
    .set({ documents: null, result: null })
    .where('state', 'in', ['open', 'signed'])
    .where('documents', 'is not', null)
    .where('expires_at', '<', now)
    .execute()
  await db.deleteFrom('gate.sign_transaction').where('forget_at', '<', now).execute()
}

/** One process after the other, until the transaction ends. */
export const lockSigningKeys = async (trx: Trx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('gate.signing_key'))`.execute(trx)
}
