/** Brings a party's part of a database to the newest version: `migrations/NNNN-name.sql`, each once, in one transaction, in order. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorClass } from '@kazashi/errors'
import pg from 'pg'

/** Any number that only this program uses: two processes that start together go one after the other. */
const advisoryLock = 0x6b617a61

const migrationErrors = {
  DATABASE_NEWER: {
    clause: 'packages/database/migrate.ts',
    next: 'use the version of Kazashi that last used this database, or a newer one',
  },
  MIGRATION_CHANGED: {
    clause: 'packages/database/migrate.ts',
    next: 'bring the migration back as it was released, and write a new one for the change',
  },
} as const
class MigrationError extends errorClass('MigrationError', migrationErrors) {}

interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      const hash = createHash('sha256').update(sql).digest('hex')
      return { version: Number(name.slice(0, 4)), name, sql, hash }
    }),
  )
}

async function applied(client: pg.PoolClient, table: string): Promise<Map<number, string>> {
  await client.query(
    `create table if not exists ${table} (
       version integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now()
     )`,
  )
  const { rows } = await client.query<{ version: number; hash: string }>(
    `select version, hash from ${table}`,
  )
  return new Map(rows.map(({ version, hash }) => [version, hash]))
}

interface Migrations {
  readonly folder: string
  /** Of the schema `public`, one for each party: what has been applied. */
  readonly table: `${string}_migration`
}

/**
 * @throws {MigrationError} when the database is newer than this program, or one of its migrations has been edited since
 */
export async function migrate(pool: pg.Pool, { folder, table }: Migrations): Promise<void> {
  const quoted = `public.${pg.escapeIdentifier(table)}`
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock])
    const done = await applied(client, quoted)
    for (const version of done.keys()) {
      if (!migrations.some((migration) => migration.version === version)) {
        throw new MigrationError('DATABASE_NEWER', `version ${version} is unknown here`)
      }
    }
    for (const { version, name, sql, hash } of migrations) {
      const known = done.get(version)
      if (known !== undefined && known !== hash) {
        throw new MigrationError('MIGRATION_CHANGED', `${name} has changed since it was applied`)
      }
      if (known !== undefined) continue
      await client.query(sql)
      await client.query(`insert into ${quoted} (version, name, hash) values ($1, $2, $3)`, [
        version,
        name,
        hash,
      ])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
