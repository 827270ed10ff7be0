import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localFetch, originsFor } from '@kazashi/serve'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorityClient, unwrap } from '../api/client.ts'
import { type Embedded, startEmbedded } from '../database/embedded.ts'
import { readRoleTokens } from '../index.ts'
import { freePort, handOutCard, newPhone, noticeFor, signedApplication } from './harness.ts'

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

const rounds = 3
const phonesInRound = 3

test('2-D what was told as accepted is there after kill -9, and is issued once', async () => {
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
  const db = new pg.Client({ connectionString: database.url })
  await db.connect()
  const { rows } = await db.query(
    `select (select count(*) from record.application)::int as applications,
       (select count(*) from record.certificate where carrier = 'phone')::int as certificates,
       (select max(next_index) from record.series where carrier = 'phone')::int as numbers`,
  )
  await db.end()
  const all = rounds * phonesInRound
  expect(rows).toEqual([{ applications: all, certificates: 2 * all, numbers: all }])
})
