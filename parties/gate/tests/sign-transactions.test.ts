/** Signing transactions as the database keeps them: of two steps at once one comes second, and nothing stays that nobody may have. */
import { randomUUID } from 'node:crypto'
import { createSealing } from '@kazashi/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { type Borrowed, borrow } from '../../../tools/keeper/borrow.ts'
import { type Connection, connect, forget, migrateGate } from '../database/connection.ts'
import { SignTransactions } from '../database/sign-transactions.ts'

let database: Borrowed
let connection: Connection
let transactions: SignTransactions
let now: Date
const start = new Date('2026-11-23T01:00:00.000Z')
beforeAll(async () => {
  database = await borrow('databases')
  connection = connect(database.address, () => undefined)
  await migrateGate(connection.pool)
  const sealing = createSealing(new Uint8Array(32))
  transactions = new SignTransactions({ db: connection.db, sealing, now: () => now })
})
afterAll(async () => {
  await connection?.db.destroy()
  await database?.giveBack()
})
beforeEach(() => {
  now = start
})

const document = { title: '契約書', hash: Buffer.alloc(32).toString('base64') }
const signatures = { certificate: 'AAAA', signatures: ['AAAA'], signedAt: start.toISOString() }
async function opened(): Promise<string> {
  const id = randomUUID()
  await transactions.add(id, 'bank', [document])
  return id
}
const sign = (id: string) =>
  connection.db.transaction().execute((trx) => transactions.sign(trx, id, signatures))
const fetched = (id: string) => transactions.fetch(id, 'bank', async () => 'handed')
const later = (minutes: number) => {
  now = new Date(start.getTime() + minutes * 60_000)
}
const kept = async (id: string) => {
  const { rows } = await connection.pool.query(
    `select documents is not null as documents, result is not null as result
     from gate.sign_transaction where name = sha256($1::bytea)`,
    [Buffer.from(id)],
  )
  return rows
}

test('1-B①.once of two signatures at once one is the first, and of a signature and a cancellation the first is what counts', async () => {
  const id = await opened()
  expect((await Promise.all([sign(id), sign(id)])).sort()).toEqual([false, true])
  const cancelled = await opened()
  await transactions.cancel(cancelled, 'bank')
  expect(await sign(cancelled)).toBe(false)
  await transactions.refuse(id, 'DECLINED')
  expect(await transactions.stateOf(id, 'bank')).toBe('signed')
})

test('RFC 9110 §9.2.1 a result that could not be handed over is still there', async () => {
  const id = await opened()
  await sign(id)
  const failing = transactions.fetch(id, 'bank', () => Promise.reject(new RangeError('no key')))
  await expect(failing).rejects.toThrow('no key')
  expect(await fetched(id)).toBe('handed')
  expect(await kept(id)).toEqual([{ documents: false, result: false }])
})

test('architecture §4 the sweep erases what has expired, tells what became of it for a day, then forgets it', async () => {
  const open = await opened()
  const signed = await opened()
  await sign(signed)
  later(29)
  await forget(connection.db, now)
  expect(await kept(signed)).toEqual([{ documents: true, result: true }])
  later(31)
  await forget(connection.db, now)
  for (const id of [open, signed]) {
    expect(await kept(id)).toEqual([{ documents: false, result: false }])
    expect(await codeOf(fetched(id))).toBe('SIGN_TRANSACTION_EXPIRED')
    expect(await sign(id)).toBe(false)
  }
  later(25 * 60)
  await forget(connection.db, now)
  expect(await kept(open)).toEqual([])
  expect(await codeOf(fetched(open))).toBe('SIGN_TRANSACTION_UNKNOWN')
})
