/** One procedure, one transaction: what shall be seen by others, status tables and listeners, happens after the commit. */
import type { Clock } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'

export interface Unit {
  readonly trx: Trx
  /** The authority's time when the procedure began. */
  readonly now: Date
  /** Runs as soon as the database has committed, before anybody gets an answer. Must not throw. */
  afterCommit(effect: () => void): void
  /** Begins when those have run, once for each function; the answer waits for it. Must not throw. */
  beforeAnswer(effect: () => Promise<void>): void
}

/** Where a procedure does its work, and by whose time. */
export interface Transactions {
  readonly db: Database
  readonly clock: Clock
}

/** Does `work` to learn whether it can be done, and undoes it: nothing of it is seen by anybody. @throws what `work` throws */
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

/** @throws what `work` throws, everything being undone then */
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
