/** What one process tells all others on the same database (LISTEN/NOTIFY), heard when the transaction commits. */
import { sql } from 'kysely'
import pg from 'pg'
import type { Trx } from './connection.ts'

/** status: `CHANGE SERIES INDEX STATUS` · clock: seconds of the offset · notice: a phone's id */
export const signalNames = ['status', 'clock', 'notice'] as const
export type SignalName = (typeof signalNames)[number]

const channelOf = (name: SignalName) => `kazashi_${name}`

/** Milliseconds before a lost connection is opened again. */
const retryAfter = 250

/** Heard by every process, this one too, once this transaction has committed. @param payload short, nothing personal */
export async function signal(trx: Trx, name: SignalName, payload: string): Promise<void> {
  await sql`select pg_notify(${channelOf(name)}, ${payload})`.execute(trx)
}

export class Signals {
  readonly #url: string
  readonly #onError: (error: Error) => void
  readonly #handlers = new Map<string, (payload: string) => void>()
  #onGap: () => void = () => undefined
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(databaseUrl: string, onError: (error: Error) => void) {
    this.#url = databaseUrl
    this.#onError = onError
  }

  on(name: SignalName, handler: (payload: string) => void): void {
    this.#handlers.set(channelOf(name), handler)
  }

  /** What was said meanwhile is lost: `handler` is called whenever it listens again after a break. */
  onGap(handler: () => void): void {
    this.#onGap = handler
  }

  /** Resolves once it listens; what is said from then on is heard. @throws without a connection */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'kazashi-authority-signals',
      keepAlive: true,
    })
    client.on('error', this.#onError)
    client.on('notification', ({ channel, payload = '' }) => this.#handlers.get(channel)?.(payload))
    await client.connect()
    for (const name of signalNames) await client.query(`listen ${channelOf(name)}`)
    client.once('end', () => this.#again())
    this.#client = client
  }

  #again(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => {
      this.start().then(
        () => this.#onGap(),
        (error: Error) => {
          this.#onError(error)
          this.#again()
        },
      )
    }, retryAfter)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#client?.end()
  }
}
