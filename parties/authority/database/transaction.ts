/** One procedure, one transaction: effects that others see, on status tables and listeners, come after the commit. */
import type { Clock } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'

export interface Unit {
  readonly trx: Trx
  /** The authority's time when the procedure began. */
  readonly now: Date
  /** Runs as soon as the database has committed, before anybody gets an answer. Must not throw. */
  afterCommit(effect: () => void): void
  /** Begins after those have run, once for each function; the answer waits for it. Must not throw. */
  beforeAnswer(effect: () => Promise<void>): void
}

/** The database and the clock of a procedure. */
export interface Transactions {
  readonly db: Database
  readonly clock: Clock
}

/** Runs `work` to learn whether it succeeds, and undoes it: none of it becomes visible. @throws the errors of `work` */
export async function rehearse(
  transactions: Transactions,
  work: (unit: Unit) => Promise<unknown>,
): Promise<void> {
  const undo = new Error('rehearsed')
  try {
    await transact(transactions, async (unit) => {
      await work(unit)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
}

/** @throws the errors of `work`; everything is undone then */
export async function transact<T>(
  { db, clock }: Transactions,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const effects: (() => void)[] = []
  const waits = new Set<() => Promise<void>>()
  const result = await db.transaction().execute((trx) =>
    work({
      trx,
      now: clock.now(),
      afterCommit: (effect) => {
        effects.push(effect)
      },
      beforeAnswer: (effect) => {
        waits.add(effect)
      },
    }),
  )
  for (const effect of effects) effect()
  await Promise.all([...waits].map((wait) => wait()))
  return result
}
