/** Values that count once: an idempotency key, an application nonce, a DPoP proof. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { AuthorityError } from '../problems.ts'
import type { Database, Trx } from './connection.ts'
import type { Unit } from './transaction.ts'

const hashOf = (data: Uint8Array | string) =>
  new Uint8Array(createHash('sha256').update(data).digest())

export interface KeyedRequest {
  /** The caller: a device key's thumbprint, or a counter. */
  readonly caller: string
  readonly key: string
  /** The request, byte for byte. */
  readonly request: Uint8Array
}

async function storedAnswer(
  db: Database | Trx,
  { caller, key, request }: KeyedRequest,
): Promise<unknown> {
  const row = await db
    .selectFrom('record.idempotency')
    .select(['request_hash', 'answer'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (Buffer.compare(row.request_hash, hashOf(request)) !== 0) {
    throw new AuthorityError('IDEMPOTENCY_KEY_REUSED')
  }
  return row.answer
}

/**
 * Does `work` for the first request with this key and keeps its answer; repeats get that answer, and a repeat that comes while
 * the first is at work waits for it.
 * @param schema of the answer; it is stored as JSON, so nothing personal may be in it
 * @throws {AuthorityError} IDEMPOTENCY_KEY_REUSED for another request under the same key
 */
export async function once<T>(
  unit: Unit,
  keyed: KeyedRequest,
  schema: z.ZodType<T>,
  work: () => Promise<T>,
): Promise<T> {
  const { trx, now } = unit
  const { caller, key, request } = keyed
  const first = await trx
    .insertInto('record.idempotency')
    .values({ caller, key, request_hash: hashOf(request), answer: null, at: now })
    .onConflict((conflict) => conflict.columns(['caller', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!first) return schema.parse(await storedAnswer(trx, keyed))
  const answer = await work()
  await trx
    .updateTable('record.idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute()
  return answer
}

/** The answer given before to this request, if there is one. @throws {AuthorityError} IDEMPOTENCY_KEY_REUSED */
export async function answeredBefore<T>(
  db: Database,
  keyed: KeyedRequest,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const answer = await storedAnswer(db, keyed)
  return answer === undefined || answer === null ? undefined : schema.parse(answer)
}

export async function insertNonce(db: Database, nonce: string, expiresAt: Date): Promise<void> {
  await db
    .insertInto('record.nonce')
    .values({ hash: hashOf(nonce), expires_at: expiresAt, used_at: null })
    .execute()
}

/** @throws {AuthorityError} NONCE_UNKNOWN, NONCE_USED, NONCE_EXPIRED */
export async function useNonce({ trx, now }: Unit, nonce: string): Promise<void> {
  const row = await trx
    .selectFrom('record.nonce')
    .selectAll()
    .where('hash', '=', hashOf(nonce))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AuthorityError('NONCE_UNKNOWN')
  if (row.used_at) throw new AuthorityError('NONCE_USED')
  if (row.expires_at <= now) throw new AuthorityError('NONCE_EXPIRED')
  await trx.updateTable('record.nonce').set({ used_at: now }).where('hash', '=', row.hash).execute()
}

/** @returns false: this proof was used before (RFC 9449 §11.1) */
export async function useProof(
  db: Database,
  proof: { readonly thumbprint: string; readonly jti: string; readonly expiresAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('record.proof')
    .values({ thumbprint: proof.thumbprint, jti: proof.jti, expires_at: proof.expiresAt })
    .onConflict((conflict) => conflict.columns(['thumbprint', 'jti']).doNothing())
    .returning('jti')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets nonces and proofs that time alone would refuse. @param before well in the past */
export async function forgetExpired(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('record.nonce').where('expires_at', '<', before).execute()
  await db.deleteFrom('record.proof').where('expires_at', '<', before).execute()
}
