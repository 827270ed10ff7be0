/** Actions and their actors: append only, each entry's hash covers the one before, so that a change or a gap shows. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Database } from './connection.ts'
import type { Unit } from './transaction.ts'

export interface AuditEntry {
  /** A municipality's code, or 'authority'. */
  readonly chain: string
  /** 'device THUMBPRINT', 'counter', 'worker', 'sandbox' */
  readonly actor: string
  readonly action: string
  readonly person?: string
  /** Ids, states and reasons; never a secret, never personal data. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>
}

const start = new Uint8Array(32)

function hashOf(previous: Uint8Array, seq: number, at: Date, entry: AuditEntry): Uint8Array {
  const { chain, actor, action, person = null, details } = entry
  const text = canonicalize({ chain, seq, at: at.toISOString(), actor, action, person, details })
  const hash = createHash('sha256').update(previous)
  return new Uint8Array(hash.update(text ?? '').digest())
}

export async function writeAudit({ trx, now }: Unit, entry: AuditEntry): Promise<void> {
  const { chain, actor, action, person, details } = entry
  await trx
    .insertInto('record.audit_head')
    .values({ chain, seq: 0, hash: start })
    .onConflict((conflict) => conflict.column('chain').doNothing())
    .execute()
  const head = await trx
    .selectFrom('record.audit_head')
    .selectAll()
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const seq = head.seq + 1
  const hash = hashOf(head.hash, seq, now, entry)
  await trx
    .insertInto('record.audit')
    .values({
      chain,
      seq,
      at: now,
      actor,
      action,
      person: person ?? null,
      details: JSON.stringify(details),
      previous: head.hash,
      hash,
    })
    .execute()
  await trx.updateTable('record.audit_head').set({ seq, hash }).where('chain', '=', chain).execute()
}

/** @returns the first entry whose hash or place is wrong; undefined: the chain is whole */
export async function brokenAudit(db: Database, chain: string): Promise<number | undefined> {
  const rows = await db
    .selectFrom('record.audit')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('seq')
    .execute()
  let previous: Uint8Array = start
  for (const [i, row] of rows.entries()) {
    const { actor, action, person, at, seq } = row
    const details = row.details as AuditEntry['details']
    const entry = { chain, actor, action, details, ...(person !== null && { person }) }
    const hash = hashOf(previous, i + 1, at, entry)
    if (seq !== i + 1 || Buffer.compare(hash, row.hash) !== 0) return seq
    previous = hash
  }
  const head = await db
    .selectFrom('record.audit_head')
    .selectAll()
    .where('chain', '=', chain)
    .executeTakeFirst()
  const whole = head === undefined || Buffer.compare(head.hash, previous) === 0
  return whole ? undefined : rows.length + 1
}
