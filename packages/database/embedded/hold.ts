/**
 * The hold on a data folder: one connection with an advisory lock (PostgreSQL 18 §13.3.5). The server releases it when its
 * holder dies in any way, so that an orphan can be adopted and two live holders are impossible.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'

/** 'kazashi' in ASCII, as bigint. */
const lockKey = '30225000756897897'
/** SQLSTATE: starting up or shutting down; too many connections. */
const passing = new Set(['57P03', '53300', '57P01', '57P02'])
/** Milliseconds between two tries. */
const pause = 50

export interface Hold {
  readonly client: Client
}
export type HoldAnswer = Hold | 'held-by-another' | 'server-ended' | 'refused'

export interface HoldOptions {
  readonly port: number
  readonly password: string
  /** Has the server gone, so that waiting is pointless? */
  readonly hasEnded: () => boolean
  readonly signal: AbortSignal
}

async function tryOnce({ port, password }: HoldOptions): Promise<HoldAnswer | 'again'> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {}) // reported by the query, or by 'end'
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1::bigint) as held',
      [lockKey],
    )
    if (rows[0]?.held) return { client }
    await client.end()
    return 'held-by-another'
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof DatabaseError && !passing.has(error.code ?? '')) return 'refused'
    return 'again'
  }
}

/** Waits until the server answers. Crash recovery may take its time: `signal` says how long. */
export async function hold(options: HoldOptions): Promise<HoldAnswer> {
  while (!options.signal.aborted) {
    const answer = await tryOnce(options)
    if (answer !== 'again') return answer
    if (options.hasEnded()) return 'server-ended'
    await delay(pause)
  }
  return 'server-ended'
}
