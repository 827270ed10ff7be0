/** What is good for one use, used twice: the storage itself has one of them be the second, whatever looked before. */
import { createSealing } from '@kazashi/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Borrowed, borrow } from '../../../tools/keeper/borrow.ts'
import { type Connection, connect, migrateGate } from '../database/connection.ts'
import { payloadsIn } from '../database/payloads.ts'

let database: Borrowed
let connection: Connection
beforeAll(async () => {
  database = await borrow('databases')
  connection = connect(database.address, () => undefined)
  await migrateGate(connection.pool)
})
afterAll(async () => {
  await connection?.db.destroy()
  await database?.giveBack()
})

const storageOf = (model: string) =>
  payloadsIn(connection.db, createSealing(new Uint8Array(32)), () => new Date())(model)
/** The names of the refusals of two uses. */
const refusals = async (use: () => Promise<unknown>) =>
  (await Promise.allSettled([use(), use()])).flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(Reflect.get(outcome.reason, 'name'))] : [],
  )

test('1-B①.once an authorization request is gone on with once', async () => {
  const storage = storageOf('Interaction')
  await storage.upsert('one', {}, 60)
  expect(await refusals(() => storage.destroy('one'))).toEqual(['SessionNotFound'])
})

test('RFC 6749 §4.1.2 a code is consumed once', async () => {
  const storage = storageOf('AuthorizationCode')
  await storage.upsert('one', {}, 60)
  expect(await refusals(() => storage.consume('one'))).toEqual(['InvalidGrant'])
})

test('RFC 7523 §3 an assertion is noted once', async () => {
  const storage = storageOf('ReplayDetection')
  expect(await refusals(() => storage.upsert('one', {}, 60))).toEqual(['InvalidClientAuth'])
})
