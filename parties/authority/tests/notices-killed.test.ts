import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '@kazashi/database/embedded'
import { localFetch, originsFor } from '@kazashi/serve'
import createClient from 'openapi-fetch'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PushService, startPushService } from '../../../tools/push-service.ts'
import { authorityClient, unwrap } from '../api/client.ts'
import { provingFetch } from '../api/proof.ts'
import type { paths } from '../api/schema.d.ts'
import { readRoleTokens } from '../index.ts'
import { freePort, handOutCard, newPhone, signedApplication } from './harness.ts'

let folder: string
let database: Embedded
let sql: pg.Client
let port: number
let service: PushService
let child: ChildProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-notices-'))
  database = await startEmbedded({ folder: join(folder, 'postgres') })
  sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  port = await freePort()
  service = await startPushService()
})
afterAll(async () => {
  await kill()
  await sql?.end()
  await database?.stop()
  await service?.close()
  await rm(folder, { recursive: true, force: true })
})

const issueDelaySeconds = 600
const dataFolder = () => join(folder, 'authority')

async function start(): Promise<void> {
  const program = join(import.meta.dirname, 'authority-process.ts')
  const options = JSON.stringify({ issueDelaySeconds })
  const args = [program, database.url, dataFolder(), String(port), options]
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout ?? child, 'data')
  expect(String(line)).toContain('listening')
}

async function kill(): Promise<void> {
  if (!child || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function clientOf() {
  const tokens = await readRoleTokens(dataFolder())
  const client = authorityClient(originsFor(port).authority, localFetch, tokens)
  const now = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  return { client, now }
}

async function subscribedPhone(seed: number) {
  const origins = originsFor(port)
  const { client, now } = await clientOf()
  const card = await handOutCard({ client, now }, seed)
  const phone = await newPhone({ origins })
  await phone.port.apply(await signedApplication({ now }, card, phone), crypto.randomUUID())
  const browser = service.subscribe(unwrap(await client.GET('/phones/push-key')).publicKey)
  const api = createClient<paths>({
    baseUrl: origins.authority,
    fetch: provingFetch(phone.deviceKey, localFetch, () => new Date()),
  })
  const { response } = await api.POST('/phones/push-subscription', { body: browser.json })
  expect(response.status).toBe(204)
  return { phone, browser }
}

/** Everything that waits is issued. Resolves when that many notices are in the database, whatever the outcome of their pushes. */
async function issueUntil(notices: number): Promise<void> {
  const { client, now } = await clientOf()
  const later = new Date((await now()).getTime() + (issueDelaySeconds + 1) * 1000)
  // The answer may get lost with the process.
  const moved = client.PUT('/sandbox/clock', { body: { now: later.toISOString() } })
  const deadline = AbortSignal.timeout(30_000)
  const count = 'select count(*)::int as n from record.notice'
  while ((await sql.query<{ n: number }>(count)).rows[0]?.n !== notices) deadline.throwIfAborted()
  await kill()
  await moved.catch(() => undefined)
}

test('5-A1.told-once a notice that was committed and not yet pushed goes out once after kill -9', async () => {
  await start()
  const phones = await Promise.all([301, 302, 303, 304].map(subscribedPhone))
  // No push service answered before the end: nothing has been delivered when the process dies.
  for (const { browser } of phones) browser.answers('cut')
  await issueUntil(phones.length)
  for (const { browser } of phones) browser.answers()
  const waiting = `select count(*)::int as n from record.delivery where channel = 'push' and state = 'waiting'`
  expect((await sql.query(waiting)).rows).toEqual([{ n: phones.length }])
  await start()
  for (const { phone, browser } of phones) {
    while (browser.attempts.at(-1)?.answer !== 201) await browser.asked(browser.attempts.length + 1)
    const pushed = browser.receive().map((text) => JSON.parse(text).id)
    expect(pushed).toEqual((await phone.port.notices()).map(({ id }) => id))
    expect(pushed).toHaveLength(1)
  }
})

test('5-A1.told-once a push that was taken while the process died comes again as the same message', async () => {
  const { browser } = await subscribedPhone(305)
  browser.answers('taken and cut')
  const taken = browser.asked(1)
  const notices = (await sql.query('select 1 from record.notice')).rowCount ?? 0
  await issueUntil(notices + 1)
  await start()
  await taken
  while (browser.attempts.at(-1)?.answer !== 201) await browser.asked(browser.attempts.length + 1)
  expect(new Set(browser.attempts.map(({ topic }) => topic)).size).toBe(1)
  expect(browser.receive()).toHaveLength(1)
})
