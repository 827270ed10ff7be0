/** The authority's way to PostgreSQL: its pool, and kysely on it. */
import { join } from 'node:path'
import { migrate, openPool } from '@kazashi/database'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>

/** Connections of one process; pg-boss has three more of its own. */
const poolSize = 10

/** @param onError receives errors of connections that break while idle; the pool replaces them */
export const createPool = (url: string, onError: (error: Error) => void): pg.Pool =>
  openPool({ url, name: 'kazashi-authority', size: poolSize, onError })

export const openDatabase = (pool: pg.Pool): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** Brings the database to this version's. @param folder of the migrations; default the authority's @throws as `migrate` */
export const migrateAuthority = (
  pool: pg.Pool,
  folder: string = join(import.meta.dirname, 'migrations'),
): Promise<void> => migrate(pool, { folder, table: 'kazashi_migration' })
