/**
 * The status of every certificate in memory, two bits each: loaded at start, then kept in step with the commits of all processes,
 * by signals and, where one was lost, by reading the changes on from the last one known for certain.
 */
import { setTimeout } from 'node:timers/promises'
import { type CertificateStatus, certificateStatuses } from '@kazashi/lifecycle'
import { type CertificateState, StatusTable } from '@kazashi/pki'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { firstIndex, generationOf } from '../database/numbering.ts'
import {
  allStatuses,
  type StatusFrontier,
  type StatusRow,
  statusChanges,
  statusFrontier,
} from '../database/statuses.ts'
import type { SeriesName } from '../database/tables.ts'

/** To anyone who asks, a certificate that is only signed was never issued. */
const told: Readonly<Record<CertificateStatus, CertificateState>> = {
  signed: 'never-issued',
  good: 'good',
  hold: 'hold',
  revoked: 'revoked',
}

/** Certificates whose last change is remembered by number, so that an older one that arrives later is left out. */
const remembered = 10_000
/** How often a start waits, and how many milliseconds each time, for transactions older than itself. */
const settleTries = 100
const settlePause = 50

const payload = z.tuple([
  z.coerce.number().int(),
  z.enum(['card-signing', 'card-authentication', 'phone-signing', 'phone-authentication']),
  z.coerce.number().int(),
  z.enum(certificateStatuses),
])

export class Statuses {
  /** A table a generation, the first at 0: each counts from its own first number. */
  readonly #tables: Readonly<Record<SeriesName, (StatusTable | undefined)[]>> = {
    'card-signing': [],
    'card-authentication': [],
    'phone-signing': [],
    'phone-authentication': [],
  }
  /** Resolves when every process has heard of the commits. */
  readonly heardByAll: () => Promise<void>
  readonly #latest = new Map<string, number>()
  /** Every change up to this one was seen, made by any process. */
  #since = 0
  /** The next `#since`, once all transactions of its time have ended. */
  #mark: StatusFrontier | undefined

  /** @param heardByAll default: there is this process only */
  constructor(heardByAll: () => Promise<void> = async () => undefined) {
    this.heardByAll = heardByAll
  }

  /** All there are; signals may come in between. Waits for the transactions at work. */
  async load(db: Database): Promise<void> {
    const first = await statusFrontier(db)
    for (let tries = 0; tries < settleTries; tries += 1) {
      const { oldest } = await statusFrontier(db)
      if (oldest >= first.transaction) {
        this.#since = first.change
        break
      }
      await setTimeout(settlePause)
    }
    for await (const row of allStatuses(db)) {
      const known = this.#latest.get(`${row.series} ${row.index}`) ?? 0
      if (known === 0 || known < row.change) this.#put(row)
    }
  }

  /** Reads the changes of lost signals. Changes are numbered before they are committed, so it reads some twice. */
  async catchUp(db: Database): Promise<void> {
    const now = await statusFrontier(db)
    for (const row of await statusChanges(db, this.#since)) this.set(row)
    if (this.#mark && now.oldest < this.#mark.transaction) return
    if (this.#mark) this.#since = this.#mark.change
    this.#mark = now
  }

  /** Number of the change up to which nothing can be missing. */
  get since(): number {
    return this.#since
  }

  get(series: SeriesName, index: number): CertificateState {
    const generation = generationOf(series, index)
    const within = index - firstIndex(series, generation)
    const table = this.#tables[series][generation - 1]
    return table && within < table.length ? table.get(within) : 'never-issued'
  }

  /** @param row.change its number: an older change of the same certificate than one known is left out */
  set(row: StatusRow): void {
    const key = `${row.series} ${row.index}`
    if ((this.#latest.get(key) ?? 0) >= row.change) return
    this.#latest.delete(key)
    this.#latest.set(key, row.change)
    if (this.#latest.size > remembered) {
      const [oldest = ''] = this.#latest.keys()
      this.#latest.delete(oldest)
    }
    this.#put(row)
  }

  /** @param text `CHANGE SERIES INDEX STATUS`, as the database signals it */
  hear(text: string): void {
    const [change, series, index, status] = payload.parse(text.split(' '))
    this.set({ change, series, index, status })
  }

  #put({ series, index, status }: StatusRow): void {
    if (status === 'signed' && this.get(series, index) === 'never-issued') return
    const generation = generationOf(series, index)
    this.#tables[series][generation - 1] ??= new StatusTable()
    this.#tables[series][generation - 1]?.set(index - firstIndex(series, generation), told[status])
  }
}
