/** A procedure of the counter or the hotline: one transaction, done once for each idempotency key where there is one. */
import type { z } from 'zod'
import { once } from './once.ts'
import { type Transactions, transact, type Unit } from './transaction.ts'

export interface Asked {
  /** 'counter' or 'hotline' */
  readonly caller: string
  readonly key: string | undefined
  /** What is asked; its JSON decides whether it is the same. */
  readonly request: unknown
}

/**
 * @param schema of the answer, which is kept: ids and states, nothing personal
 * @throws {AuthorityError} IDEMPOTENCY_KEY_REUSED, and what `work` throws
 */
export async function idempotent<T>(
  transactions: Transactions,
  { caller, key, request }: Asked,
  schema: z.ZodType<T>,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  return transact(transactions, (unit) => {
    if (key === undefined) return work(unit)
    const keyed = { caller, key, request: new TextEncoder().encode(JSON.stringify(request)) }
    return once(unit, keyed, schema, () => work(unit))
  })
}
