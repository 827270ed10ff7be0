/** The embedded PostgreSQL on real folders, with real kills: rows reported as committed stay. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { findBinaries } from '../embedded/binaries.ts'
import { startEmbedded } from '../embedded/index.ts'
import { chooseUser } from '../embedded/user.ts'

const top = mkdtempSync(join(tmpdir(), 'kazashi-embedded-'))
const stops: Array<() => Promise<void>> = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const stop of stops.splice(0)) await stop()
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

async function start(folder: string) {
  const embedded = await startEmbedded({ folder })
  stops.push(embedded.stop)
  return embedded
}

/** Seconds in which a server may be adopted: more than any start takes. */
const long = 600

/** Runs a parent; `until` gets each printed line and returns true to stop. */
function parent(
  folder: string,
  mode: 'write' | 'hang',
  until: (line: string) => boolean,
  adoptable = long,
) {
  const script = join(import.meta.dirname, 'embedded-parent.ts')
  const child = spawn(process.execPath, [script, folder, mode, String(adoptable)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const seen = new Promise<void>((done) => {
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => until(line) && done())
    lines.on('close', () => done())
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { seen, kill }
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

test('PostgreSQL 18 §18.3 every row reported as committed is there after kill -9 of the parent, again and again', async () => {
  const folder = join(top, 'kills')
  let told = 0
  for (const enough of [5, 40, 17]) {
    const first = told
    const { seen, kill } = parent(folder, 'write', (line) => {
      if (line.startsWith('row ')) told = Number(line.slice(4))
      return told >= first + enough
    })
    await seen
    await kill()
  }
  expect(told).toBeGreaterThan(60)
  const { url, adopted } = await start(folder)
  expect(adopted).toBe(true)
  const rows = await query<{ number: number; half: number | null }>(url, 'select * from row')
  const numbers = new Set(rows.map(({ number }) => number))
  expect(Array.from({ length: told }, (_, i) => i + 1).filter((n) => !numbers.has(n))).toEqual([])
  expect(rows.filter(({ half }) => half !== 2)).toEqual([])
})

/** Of the server on a folder. */
const pidOf = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8'), 10)
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Process ids of the shells that watch over the server on a folder. */
const watchersOf = (folder: string): string[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(` watcher ${folder}/`))
    .map((line) => line.trim().split(' ', 1)[0] ?? '')

test('PostgreSQL 18 §18.5 after kill -9 of the parent its server ends in order by itself, also one that is starting', async () => {
  const folder = join(top, 'left')
  const up = () => existsSync(join(folder, 'data/postmaster.pid')) && pidOf(folder) > 0
  for (const isThen of ['working', 'starting']) {
    const { seen, kill } = parent(folder, 'write', (line) => line === 'row 3', 1)
    if (isThen === 'working') await seen
    else await expect.poll(up, { interval: 5 }).toBe(true)
    const pid = pidOf(folder)
    await kill()
    await expect.poll(() => isAlive(pid), { timeout: 25_000 }).toBe(false)
    expect(existsSync(join(folder, 'data/postmaster.pid'))).toBe(false)
    await expect.poll(() => watchersOf(folder), { timeout: 25_000 }).toEqual([])
  }
})

test('PostgreSQL 18 §13.3.5 a server that was adopted is left alone by the watcher of the parent before, and stopped with its own', async () => {
  const folder = join(top, 'adopted')
  const { seen, kill } = parent(folder, 'write', (line) => line === 'row 3')
  await seen
  const [before] = watchersOf(folder)
  await kill()
  const { url, adopted, stop } = await startEmbedded({ folder })
  expect(adopted).toBe(true)
  await expect
    .poll(() => watchersOf(folder).includes(before ?? ''), { timeout: 25_000 })
    .toBe(false)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
  await expect.poll(() => watchersOf(folder)).toEqual([])
})

test('PostgreSQL 18 §18.3 the server itself killed: its log is replayed at the next start', async () => {
  const folder = join(top, 'crash')
  const { seen, kill } = parent(folder, 'write', (line) => line === 'row 20')
  await seen
  await kill()
  const [pid = ''] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const { url, adopted } = await start(folder)
  expect(adopted).toBe(false)
  const [row] = await query<{ n: number }>(url, 'select count(*)::int as n from row')
  expect(row?.n).toBeGreaterThanOrEqual(20)
})

test('PostgreSQL 18 §13.3.5 a second live parent on the same folder is refused, the first goes on', async () => {
  const folder = join(top, 'two')
  const { url } = await start(folder)
  let code = ''
  const { seen } = parent(folder, 'hang', (line) => {
    code = line
    return true
  })
  await seen
  expect(code).toBe('code FOLDER_IN_USE')
  await expect(startEmbedded({ folder })).rejects.toMatchObject({
    code: 'FOLDER_IN_USE',
    next: 'stop-other',
  })
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('PostgreSQL 18 §13.3.5 of two parents that start at once on a new folder exactly one gets it', async () => {
  const folder = join(top, 'race')
  const results = await Promise.allSettled([1, 2, 3].map(() => start(folder)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'FOLDER_IN_USE' })
  }
})

test('PostgreSQL 18 §18.2 a kill in the middle of the first start leaves nothing half made', async () => {
  const folder = join(top, 'half')
  mkdirSync(folder)
  const { kill } = parent(folder, 'hang', () => false)
  await expect.poll(() => readdirSync(folder).some((name) => name.startsWith('init-'))).toBe(true)
  await kill()
  expect(existsSync(join(folder, 'data'))).toBe(false)
  const { url } = await start(folder)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('PostgreSQL 18 §18.3 a lock file whose process id now is another program is no obstacle', async () => {
  const folder = join(top, 'reused')
  const first = await startEmbedded({ folder })
  await first.stop()
  const lock = join(folder, 'data/postmaster.pid')
  writeFileSync(lock, `${process.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
  const { url } = await start(folder)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('PostgreSQL 18 §18.1 as root, also below a folder that root alone may enter', async (ctx) => {
  if (process.geteuid?.() !== 0) ctx.skip('needs root: an ordinary user runs the server as itself')
  const locked = join(top, 'locked')
  mkdirSync(locked)
  chmodSync(locked, 0o700)
  const folder = join(locked, 'database')
  const { url } = await start(folder)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(join(folder, 'data')).uid).not.toBe(0)
})

test('PostgreSQL 18 §18.1 as root, also with the programs in such a folder', (ctx) => {
  if (process.geteuid?.() !== 0) ctx.skip('needs root: an ordinary user runs the server as itself')
  const locked = mkdtempSync(join(top, 'programs-')) // 0700
  const { postgres } = findBinaries()
  cpSync(join(dirname(postgres), '..'), locked, { recursive: true, verbatimSymlinks: true })
  const program = (name: string) => join(locked, 'bin', name)
  const binaries = {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
  }
  const { owner, prefix } = chooseUser(binaries, locked, join(locked, 'data'))
  expect(owner?.uid).toBeGreaterThan(0)
  expect(prefix[0]).toBe('setpriv')
})

test('PostgreSQL 18 §20.5 it listens on 127.0.0.1 only, wants the password, and gives no rights over the server', async (ctx) => {
  const folder = join(top, 'closed')
  const { url } = await start(folder)
  expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0)
  const wrong = new URL(url)
  wrong.password = 'wrong'
  await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  const [role] = await query<{ rolsuper: boolean }>(
    url,
    'select rolsuper from pg_roles where rolname = current_user',
  )
  expect(role?.rolsuper).toBe(false)
  const [setting] = await query<{ fsync: string }>(url, 'show fsync')
  expect(setting?.fsync).toBe('on')
  if (process.platform !== 'linux') ctx.skip('reads /proc/net')
  const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0')
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`))
    .map(([, local]) => local)
  expect(listening).toEqual([`0100007F:${port}`])
})

test('PostgreSQL 18 §18.6 a folder of another major version is left alone', async () => {
  const folder = join(top, 'older')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data/PG_VERSION'), '15\n')
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'VERSION_OTHER' })
})

test('PostgreSQL 18 §18.5 stop ends the server, and stopping twice is stopping once', async () => {
  const folder = join(top, 'stop')
  const { url, stop } = await startEmbedded({ folder })
  await Promise.all([stop(), stop()])
  await expect(query(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(existsSync(join(folder, 'data/postmaster.pid'))).toBe(false)
})
