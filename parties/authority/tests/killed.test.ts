import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '@kazashi/database/embedded'
import { localFetch, originsFor } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { authorityClient, unwrap } from '../api/client.ts'
import { readRoleTokens } from '../index.ts'
import {
  freePort,
  handOutCard,
  newPhone,
  noticeFor,
  registeredPhone,
  signedApplication,
} from './harness.ts'

let folder: string
let database: Embedded
let port: number
let child: ChildProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-killed-'))
  database = await startEmbedded({ folder: join(folder, 'postgres') })
  port = await freePort()
})
afterAll(async () => {
  await kill()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  const program = join(import.meta.dirname, 'authority-process.ts')
  const args = [program, database.url, join(folder, 'authority'), String(port)]
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

/** Ends with its test, also where a query of it fails. */
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  onTestFinished(() => client.end())
  await client.connect()
  return client
}

const rounds = 3
const phonesInRound = 3

test('2-D③.kept an application reported as accepted is there after kill -9, and is issued once', async () => {
  const origins = originsFor(port)
  const tokens = await readRoleTokens(join(folder, 'authority'))
  const client = authorityClient(origins.authority, localFetch, tokens)
  const now = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const accepted: { phone: Awaited<ReturnType<typeof newPhone>>; id: string }[] = []
  for (let round = 0; round < rounds; round += 1) {
    await start()
    const prepared = await Promise.all(
      Array.from({ length: phonesInRound }, async (_, i) => {
        const card = await handOutCard({ client, now }, 100 + round * phonesInRound + i)
        const phone = await newPhone({ origins })
        return { phone, cms: await signedApplication({ now }, card, phone) }
      }),
    )
    const answers = await Promise.all(
      prepared.map(async ({ phone, cms }, i) => {
        const { id } = await phone.port.apply(cms, `round-${round}-phone-${i}`)
        return { phone, id }
      }),
    )
    await kill() // at once: some are being issued just now
    accepted.push(...answers)
  }
  await start()
  for (const { phone, id } of accepted) {
    await noticeFor(phone, id)
    const { certificates } = await phone.port.register(id, `register-${id}`)
    expect(certificates).toHaveLength(2)
    expect(await phone.port.notices()).toHaveLength(1)
  }
  const db = await connect()
  const { rows } = await db.query(
    `select (select count(*) from record.application)::int as applications,
       (select count(*) from record.certificate where carrier = 'phone')::int as certificates,
       (select max(next_index) from record.series_generation where series like 'phone-%')::int as numbers`,
  )
  const all = rounds * phonesInRound
  expect(rows).toEqual([{ applications: all, certificates: 2 * all, numbers: all }])
})

test('4-B.never-two killed in the middle of a registration that switches phones, exactly one is active', async () => {
  await kill()
  await start()
  const origins = originsFor(port)
  const tokens = await readRoleTokens(join(folder, 'authority'))
  const client = authorityClient(origins.authority, localFetch, tokens)
  const now = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const card = await handOutCard({ client, now }, 900)
  const old = await registeredPhone({ origins, now }, card)
  const phone = await newPhone({ origins })
  const cms = await signedApplication({ now }, card, phone, { purpose: 'switch' })
  const { id } = await phone.port.apply(cms, 'switch-and-kill')
  await noticeFor(phone, id)

  const db = await connect()
  const holder = await connect()
  const states = async () => {
    const { rows } = await db.query<{ state: string }>(
      `select credential.state from record.credential join record.application on application.id = credential.application
       where credential.person = $1 order by application.received_at`,
      [card.person],
    )
    return rows.map(({ state }) => state)
  }
  // The old one has ended in the transaction, the new one waits for this lock: that is the middle.
  await holder.query('begin')
  await holder.query('select 1 from record.credential where application = $1 for no key update', [
    id,
  ])
  const registering = phone.port
    .register(id, 'register-and-kill')
    .catch((error: unknown) => String(error))
  const waiting = async () => {
    const { rows } = await db.query<{ query: string }>(
      "select query from pg_stat_activity where wait_event_type = 'Lock'",
    )
    return rows.map(({ query }) => query.slice(0, 28))
  }
  await expect.poll(waiting, { timeout: 10_000 }).toEqual(['update "record"."credential"'])
  await kill()
  await holder.query('rollback')
  expect(await registering).toContain('TypeError')
  await expect.poll(states).toEqual(['active', 'issued'])

  await start()
  expect(await states()).toEqual(['active', 'issued'])
  const { certificates } = await phone.port.register(id, 'register-and-kill')
  expect(certificates).toHaveLength(2)
  expect(await states()).toEqual(['ended', 'active'])
  expect((await old.phone.port.notices()).map(({ kind }) => kind)).toEqual([
    'ready-to-register',
    'replaced-by-switch',
  ])
})

test('4-B.never-two killed at any moment of it, exactly one is active', async () => {
  const origins = originsFor(port)
  const tokens = await readRoleTokens(join(folder, 'authority'))
  const client = authorityClient(origins.authority, localFetch, tokens)
  const now = async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)
  const db = await connect()
  for (const milliseconds of [5, 15, 25]) {
    const card = await handOutCard({ client, now }, 910 + milliseconds)
    await registeredPhone({ origins, now }, card)
    const phone = await newPhone({ origins })
    const cms = await signedApplication({ now }, card, phone, { purpose: 'switch' })
    const { id } = await phone.port.apply(cms, `switch-${milliseconds}`)
    await noticeFor(phone, id)
    const registering = phone.port.register(id, 'now-or-never').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await kill()
    await registering
    await start()
    const { rows } = await db.query(
      `select count(*)::int as active from record.credential where person = $1 and state = 'active'`,
      [card.person],
    )
    expect(rows).toEqual([{ active: 1 }])
    await phone.port.register(id, 'now-or-never')
  }
})
