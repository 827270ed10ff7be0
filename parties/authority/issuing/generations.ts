/**
 * CAs follow each other as the published roots do: the same name with a new key every four years, each for ten. So a
 * certificate, which lasts five years at most, always ends a year or more before its issuer does.
 */
import { type Clock, fixedClock, japanDate, startOfJapanDay } from '@kazashi/lifecycle'
import { lockGenerations } from '../database/certificate-authorities.ts'
import type { Database, Trx } from '../database/connection.ts'
import { mostGenerations } from '../database/numbering.ts'
import { signal } from '../database/signals.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'

/** Years that a generation issues for, until the next begins; that it lasts; and that the first began before its making. */
const years = { issuing: 4, life: 10, before: 1 } as const

export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** When the first generation begins: a year before it is made, so that the sandbox's clock can go back. */
export function firstBegin(now: Date): Date {
  const { year, month } = japanDate(now)
  return startOfJapanDay({ year: year - years.before, month, day: 1 })
}

/** From 0:00 to 23:59:59 Japan time, as the real roots end. @param first begin of the first generation */
export function validityOf(first: Date, generation: number): Validity {
  const { year, month, day } = japanDate(first)
  const begin = year + (generation - 1) * years.issuing
  const after = startOfJapanDay({ year: begin + years.life, month, day })
  return {
    notBefore: startOfJapanDay({ year: begin, month, day }),
    notAfter: new Date(after.getTime() - 1000),
  }
}

/** The one that issues at this moment; undefined: before the first, or after the last that there are numbers for. */
export function generationAt(first: Date, now: Date): number | undefined {
  for (let generation = mostGenerations; generation > 0; generation -= 1) {
    if (now < validityOf(first, generation).notBefore) continue
    const isOver =
      generation === mostGenerations && now >= validityOf(first, generation + 1).notBefore
    return isOver ? undefined : generation
  }
  return undefined
}

export interface NewGeneration {
  readonly generation: number
  readonly validity: Validity
  /** The moment that it is made for. */
  readonly now: Date
}

/** Where generations of one kind are kept, and how one is made. */
export interface Keeping<Opened> {
  readonly first: Date
  readonly make: (trx: Trx, made: NewGeneration) => Promise<void>
  /** Those on record but for these, by number, their keys at hand. */
  readonly open: (
    db: Database | Trx,
    but: ReadonlySet<number>,
  ) => Promise<ReadonlyMap<number, Opened>>
  /** Resolves when every process has heard of the commits. */
  readonly heardByAll: () => Promise<void>
  readonly onError: (error: Error) => void
}

/** All generations as this process knows them. Each is made when the clock first comes to its years. */
export class Generations<Opened> {
  readonly #keeping: Keeping<Opened>
  readonly #opened = new Map<number, Opened>()
  #reading: Promise<void> = Promise.resolve()

  constructor(keeping: Keeping<Opened>) {
    this.#keeping = keeping
  }

  /** The one that issues at `unit.now`, made if it is not there. @throws {AuthorityError} CLOCK_OUT_OF_RANGE */
  async at(unit: Unit): Promise<Opened> {
    const { first, make, heardByAll } = this.#keeping
    const generation = generationAt(first, unit.now)
    if (generation === undefined) throw new AuthorityError('CLOCK_OUT_OF_RANGE')
    const known = this.#opened.get(generation)
    if (known) return known
    await lockGenerations(unit.trx)
    let opened = await this.#recorded(unit.trx, generation)
    if (!opened) {
      const validity = validityOf(first, generation)
      await make(unit.trx, { generation, validity, now: unit.now })
      await signal(unit.trx, 'generation', String(generation))
      unit.beforeAnswer(heardByAll)
      opened = await this.#recorded(unit.trx, generation)
    }
    if (!opened) throw new TypeError('no generation after it was made')
    const made = opened
    unit.afterCommit(() => this.#opened.set(generation, made))
    return made
  }

  /** Whether `at` finds it without making one, or never could. */
  isThere(now: Date): boolean {
    const generation = generationAt(this.#keeping.first, now)
    return generation === undefined || this.#opened.has(generation)
  }

  /** Oldest first. */
  async all(): Promise<readonly Opened[]> {
    await this.#reading
    const sorted = [...this.#opened].sort(([a], [b]) => a - b)
    return sorted.map(([, opened]) => opened)
  }

  /** All on record. @throws {OperatorError} CA_KEY_WRONG */
  async load(db: Database): Promise<void> {
    const opened = await this.#keeping.open(db, new Set(this.#opened.keys()))
    for (const [generation, one] of opened) this.#opened.set(generation, one)
  }

  /** Another process may have made one: callers from now on wait until it is read. */
  readAgain(db: Database): Promise<void> {
    this.#reading = this.#reading.then(() => this.load(db)).catch(this.#keeping.onError)
    return this.#reading
  }

  async #recorded(trx: Trx, generation: number): Promise<Opened | undefined> {
    // It may have come into memory while this transaction waited for the lock.
    const known = this.#opened.get(generation)
    if (known) return known
    const opened = await this.#keeping.open(trx, new Set(this.#opened.keys()))
    return opened.get(generation)
  }
}

/** Makes the generations for the clock's present time before they are needed; none beyond their years. */
export async function prepare(
  records: { readonly db: Database; readonly clock: Clock },
  all: readonly Pick<Generations<unknown>, 'at' | 'isThere'>[],
): Promise<void> {
  const now = records.clock.now()
  const missing = all.filter((generations) => !generations.isThere(now))
  if (missing.length === 0) return
  await transact({ ...records, clock: fixedClock(now) }, async (unit) => {
    for (const generations of missing) await generations.at(unit)
  })
}
