/** Connections to PostgreSQL, whose values are ours: int8 as number, bytea as Uint8Array, date as text. */
import pg from 'pg'
import { publishChanges } from './changes.ts'

const oid = { bytea: 17, int8: 20, date: 1082 } as const

function int8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('int8 beyond 2^53')
  return value
}

const bytea = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))

const parsers = new pg.TypeOverrides()
parsers.setTypeParser(oid.int8, int8)
parsers.setTypeParser(oid.bytea, bytea)
parsers.setTypeParser(oid.date, (text) => text)

interface PoolOptions {
  /** postgres://… */
  readonly url: string
  /** As the database names the connection to its operator. */
  readonly name: string
  /** Connections at most. */
  readonly size: number
  /** Receives errors of connections that break while idle; the pool replaces them. */
  readonly onError: (error: Error) => void
}

export function openPool({ url, name, size, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: parsers,
    application_name: name,
  })
  pool.on('error', onError)
  pool.on('connect', publishChanges)
  return pool
}

/** One round trip. @throws the driver's error: no such host, refused, wrong password, no such database */
export async function reachDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query('select 1')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** SQLSTATE 23505: a unique constraint; undefined for any other error. @returns the constraint's name */
export function violatedUnique(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined
}
