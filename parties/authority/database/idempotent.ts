/** A procedure in one transaction, done once for each idempotency key. */
import type { z } from 'zod'
import { answeredBefore, type KeyedRequest, once } from './once.ts'
import { type Transactions, transact, type Unit } from './transaction.ts'

/**
 * For a phone, which always sends a key: the answer given before; or `prepare`, outside, then `work` on its result in one
 * transaction.
 * @param schema of the answer, which is kept: nothing secret or personal may be in it
 * @throws {AuthorityError} IDEMPOTENCY_KEY_REUSED, and the errors of `prepare` and `work`
 */
export async function answerOnce<T, P>(
  transactions: Transactions,
  { keyed, schema }: { readonly keyed: KeyedRequest; readonly schema: z.ZodType<T> },
  prepare: () => Promise<P>,
  work: (unit: Unit, prepared: P) => Promise<T>,
): Promise<T> {
  const before = await answeredBefore(transactions.db, keyed, schema)
  if (before) return before
  const prepared = await prepare()
  return transact(transactions, (unit) => once(unit, keyed, schema, () => work(unit, prepared)))
}

export interface Asked {
  /** 'counter' or 'hotline' */
  readonly caller: string
  readonly key: string | undefined
  /** The request; its JSON decides whether two are the same. */
  readonly request: unknown
}

/**
 * For the counter and the hotline, which may send a key.
 * @param schema of the answer, which is kept: ids and states, nothing personal
 * @throws {AuthorityError} IDEMPOTENCY_KEY_REUSED, and the errors of `work`
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
