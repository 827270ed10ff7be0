/** The portal's way to PostgreSQL, and what it keeps there. */
import { join } from 'node:path'
import { migrate, openPool, type Sealing } from '@kazashi/database'
import { type Generated, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'

interface Tables {
  readonly 'portal.application': {
    id: string
    holder: Uint8Array
    procedure: string
    state: 'draft' | 'submitted' | 'withdrawn'
    sealed: Uint8Array
    version: Generated<number>
    updated_at: Date
    submitted_at: Date | null
    receipt_number: string | null
    signed: Uint8Array | null
    findings: Uint8Array | null
  }
  readonly 'portal.attachment': {
    id: string
    application: string
    about: Uint8Array
    sealed: Uint8Array
    added_at: Date
  }
  readonly 'portal.asked': {
    name: Uint8Array
    holder: Uint8Array
    application: string
    sealed: Uint8Array
    expires_at: Date
  }
  readonly 'portal.event': {
    id: Generated<number>
    holder: Uint8Array
    at: Date
    sealed: Uint8Array
  }
}

type Database = Kysely<Tables>

export interface Keeping {
  readonly db: Database
  readonly sealing: Sealing
  /** The machine's time: drafts and orders live by it. */
  readonly now: () => Date
}

const poolSize = 5

export interface Connection {
  readonly pool: pg.Pool
  readonly db: Database
}

/** Nothing has been asked of the database yet. @param onError as of `openPool` */
export function connect(url: string, onError: (error: Error) => void): Connection {
  const pool = openPool({ url, name: 'kazashi-portal', size: poolSize, onError })
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}

/** @throws as `migrate` */
export const migratePortal = (pool: pg.Pool): Promise<void> =>
  migrate(pool, { folder: join(import.meta.dirname, 'migrations'), table: 'portal_migration' })

/** Milliseconds after which a draft that nobody has touched goes, with its papers. */
const draftLifetime = 90 * 24 * 3_600_000

/** What nobody can use any more is forgotten. */
export async function forget({ db, now }: Pick<Keeping, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('portal.asked').where('expires_at', '<', now()).execute()
  await db
    .deleteFrom('portal.application')
    .where('state', '!=', 'submitted')
    .where('updated_at', '<', new Date(now().getTime() - draftLifetime))
    .execute()
}

export const holderName = (sealing: Sealing, sub: string): Uint8Array =>
  sealing.lookup('holder', sub)

/** Values as they lie in a row: sealed for that row alone. */
export function sealedJson(sealing: Sealing) {
  return {
    seal: (place: string, value: unknown): Uint8Array =>
      sealing.seal(place, Buffer.from(JSON.stringify(value))),
    open: (place: string, sealed: Uint8Array): unknown =>
      JSON.parse(Buffer.from(sealing.open(place, sealed)).toString()),
  }
}
