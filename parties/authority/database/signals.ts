/**
 * Signals from one process to all others on the same database (LISTEN/NOTIFY), heard in the order of the commits; and the question
 * whether all have heard it.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Trx } from './connection.ts'

/** status: `CHANGE SERIES INDEX STATUS` · clock: seconds of the offset · notice: a phone's id · generation: a new one's number */
export type SignalName = 'status' | 'clock' | 'notice' | 'generation'

/** ask, here: a process that has heard everything up to a question answers it. */
const channels = ['status', 'clock', 'notice', 'generation', 'ask', 'here'] as const
type Channel = (typeof channels)[number]
const channelOf = (name: Channel) => `kazashi_${name}`

/** Name of a connection that listens, and of no other: so the processes that must answer can be counted. */
const listening = 'kazashi-authority-signals'
const countListening = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and application_name = '${listening}'`

/** Milliseconds before a lost connection is opened again. */
const retryAfter = 250
/** Milliseconds that an answer waits for a counted process that does not reply: stopped, or cut off. */
const patience = 1_000

/** Heard by every process, this one too, once this transaction has committed. @param payload short, nothing personal */
export async function signal(trx: Trx, name: SignalName, payload: string): Promise<void> {
  await sql`select pg_notify(${channelOf(name)}, ${payload})`.execute(trx)
}

export class Signals {
  readonly #url: string
  readonly #onError: (error: Error) => void
  readonly #handlers = new Map<string, (payload: string) => void>()
  readonly #questions = new Map<string, () => void>()
  #onGap: () => void = () => undefined
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #asking: Promise<void> | undefined
  #askingNext: Promise<void> | undefined
  #closed = false

  constructor(databaseUrl: string, onError: (error: Error) => void) {
    this.#url = databaseUrl
    this.#onError = onError
    this.#handlers.set(channelOf('ask'), (question) => void this.#say('here', question))
    this.#handlers.set(channelOf('here'), (question) => this.#questions.get(question)?.())
  }

  on(name: SignalName, handler: (payload: string) => void): void {
    this.#handlers.set(channelOf(name), handler)
  }

  /** Signals sent meanwhile are lost: `handler` is called whenever it listens again after a break. */
  onGap(handler: () => void): void {
    this.#onGap = handler
  }

  /** Resolves once it listens; signals from then on are heard. @throws without a connection */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'kazashi-authority',
      keepAlive: true,
    })
    client.on('error', this.#onError)
    client.on('notification', ({ channel, payload = '' }) => this.#handlers.get(channel)?.(payload))
    await client.connect()
    // These signals need not outlive a crash.
    await client.query('set synchronous_commit = off')
    for (const name of channels) await client.query(`listen ${channelOf(name)}`)
    await client.query(`set application_name = '${listening}'`)
    client.once('end', () => this.#again())
    this.#client = client
  }

  /**
   * Resolves when every listening process has heard all earlier commits; without all answers, when patience
   * is over. Concurrent callers share one question.
   */
  readonly heardByAll = (): Promise<void> => {
    if (!this.#asking) {
      this.#asking = this.#ask().finally(() => {
        this.#asking = undefined
      })
      return this.#asking
    }
    // The question in flight may be older than this caller's commit.
    this.#askingNext ??= this.#asking.then(() => {
      this.#askingNext = undefined
      return this.heardByAll()
    })
    return this.#askingNext
  }

  async #ask(): Promise<void> {
    const question = randomUUID()
    const enough = new AbortController()
    try {
      const { rows } = (await this.#client?.query<{ count: number }>(countListening)) ?? {
        rows: [],
      }
      let missing = rows[0]?.count ?? 0
      if (missing === 0) return
      const answered = new Promise<void>((resolve) => {
        this.#questions.set(question, () => {
          missing -= 1
          if (missing === 0) resolve()
        })
      })
      await this.#say('ask', question)
      const late = pause(patience, undefined, { signal: enough.signal }).catch(() => undefined)
      await Promise.race([answered, late])
    } catch (error) {
      this.#failed(error)
    } finally {
      enough.abort()
      this.#questions.delete(question)
    }
  }

  async #say(name: Channel, payload: string): Promise<void> {
    try {
      await this.#client?.query('select pg_notify($1, $2)', [channelOf(name), payload])
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Releases all waiting callers: their data is committed, and processes that missed the signal read on. */
  #failed(error: unknown): void {
    if (error instanceof Error && !this.#closed) this.#onError(error)
  }

  #again(): void {
    this.#client = undefined
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
