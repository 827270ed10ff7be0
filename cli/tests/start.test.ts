/** `kazashi start` as a process, the way a person starts and ends it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../parties/authority/tests/harness.ts'

const program = join(import.meta.dirname, '../bin.js')
const folders: string[] = []
const children: ChildProcess[] = []
async function endAll(some: ChildProcess[]): Promise<void> {
  for (const child of some.splice(0)) {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((done) => child.once('exit', done))
  }
}
afterEach(async () => {
  await endAll(children)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kazashi-start-'))
  folders.push(folder)
  return folder
}

interface Started {
  readonly child: ChildProcess
  /** The desk's address as printed. */
  readonly desk: string
  readonly said: () => string
  /** Its structured log, on standard output. */
  readonly logged: () => string
  readonly ended: Promise<number | null>
}

/** Starts it and waits until it says where to look, or has ended. */
async function start(
  args: readonly string[],
  node = process.execPath,
  env: Readonly<Record<string, string>> = {},
  among = children,
): Promise<Started> {
  const child = spawn(node, [program, 'start', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  among.push(child)
  let said = ''
  let logged = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    logged += text
  })
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)))
  const ready = new Promise<void>((done) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Ctrl-C')) done()
    })
  })
  await Promise.race([ready, ended])
  const desk = /http:\/\/desk\.kazashi\.localhost:\d+/.exec(said)?.[0] ?? ''
  return { child, desk, said: () => said, logged: () => logged, ended }
}

/** Process id of the database server. */
const serverOf = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, 'database/data/postmaster.pid'), 'utf8'), 10)
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const databaseRuns = (folder: string) => existsSync(join(folder, 'database/data/postmaster.pid'))

test('CWE-532 a class’s password that was given is printed nowhere', async () => {
  const password = 'hiragana-katakana-52'
  const { said, logged } = await start(
    ['--class', '--port', '0', '--data', newFolder()],
    process.execPath,
    { KAZASHI_CLASS_PASSWORD: password },
  )
  expect(said()).toContain('KAZASHI_CLASS_PASSWORD')
  expect(said() + logged()).not.toContain(password)
})

test('kazashi start: after kill -9 the next start finds the same authority', async () => {
  const folder = newFolder()
  const few = ['--port', '0', '--data', folder, '--only', 'authority,desk']
  const trust = async (desk: string) =>
    (await localFetch(`${desk.replace('desk', 'authority')}/trust`)).text()
  const first = await start(few)
  const before = await trust(first.desk)
  first.child.kill('SIGKILL')
  await first.ended
  expect(databaseRuns(folder)).toBe(true)
  const left = serverOf(folder)
  const second = await start(few)
  // Said where the server was taken over, which a start that comes late does not find any more.
  expect(second.said().includes('still running')).toBe(serverOf(folder) === left)
  const anchors = (text: string) => text.match(/"certificate":"[^"]+"/g)
  expect(anchors(await trust(second.desk))).toEqual(anchors(before))
  // Where nothing starts again, nothing is left.
  const pid = serverOf(folder)
  second.child.kill('SIGKILL')
  await second.ended
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
  expect(databaseRuns(folder)).toBe(false)
})

test('kazashi start: a database that does not answer is reported with code and next step', async () => {
  const { ended, said } = await start([
    ...['--port', '0', '--data', newFolder()],
    ...['--database-url', 'postgres://nobody:secret-word@127.0.0.1:1/none'],
  ])
  expect(await ended).toBe(1)
  expect(said()).toMatch(/DATABASE_UNREACHABLE: .*\nNext: .*--database-url/)
  expect(said()).not.toContain('secret-word')
})

/** A moment of the first start, by its sign. */
const moments: readonly [what: string, is: (folder: string, said: string) => boolean][] = [
  ['initdb is at work', (folder) => filesIn(folder).some((name) => name.startsWith('init-'))],
  ['the database server comes up', (folder) => filesIn(folder).includes('log')],
  ['the authority is made', (_, said) => said.includes('database (')],
  ['the app is made', (_, said) => said.includes('box (')],
]
const filesIn = (folder: string) =>
  existsSync(join(folder, 'database')) ? readdirSync(join(folder, 'database')) : []

/** Is anything of the process group of `leader` still there? */
function groupRuns(leader: number): boolean {
  try {
    process.kill(-leader, 0)
    return true
  } catch {
    return false
  }
}

test('kazashi start: Ctrl-C at any moment of the first start ends it quietly and whole, and the next start, interrupted a moment later, finds nothing amiss', async () => {
  const folder = newFolder()
  for (const [what, has] of moments) {
    const args = [program, 'start', '--port', '0', '--data', folder]
    // A terminal sends Ctrl-C to every process of the group.
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    children.push(child)
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const ended = new Promise((done) => child.once('close', done))
    const leader = child.pid ?? 0
    await expect.poll(() => has(folder, said), { interval: 5, timeout: 60_000 }).toBe(true)
    process.kill(-leader, 'SIGINT')
    expect([what, await ended]).toEqual([what, 130])
    expect(said).toContain('SIGINT: ending')
    expect(said).not.toMatch(/\n +at |Next:|Error/)
    expect(groupRuns(leader)).toBe(false)
    expect(databaseRuns(folder)).toBe(false)
    expect(filesIn(folder).filter((name) => name.startsWith('init-'))).toEqual([])
  }
  const again = await start(['--port', '0', '--data', folder])
  expect((await localFetch(again.desk)).status).toBe(200)
})

test('kazashi start: a data folder that cannot be made is refused with code and next step', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  const nowhere = existsSync('/proc/self') ? ['/proc/kazashi/data'] : []
  for (const data of [file, join(file, 'below'), ...nowhere]) {
    const { ended, said } = await start(['--port', '0', '--data', data])
    expect([data, await ended]).toEqual([data, 1])
    expect(said()).toMatch(/^DATA_UNUSABLE: .*\nNext: choose a folder .*--data\n$/)
  }
})

test('kazashi start: wrong usage ends with 2 and says what is wrong', async () => {
  for (const args of [
    ['--port', '70000'],
    ['--database-url', 'mysql://x'],
    ['--public-url', 'https://x.example'],
    ['--nonsense'],
    ['--data', ''],
  ]) {
    const { ended, said } = await start(args)
    expect([args, await ended]).toEqual([args, 2])
    expect(said()).toMatch(/^error: /)
  }
})

test('kazashi start: an older Node hands over to the one from npm, and dies with it in order', async (ctx) => {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
  const { stdout } = spawnSync('node', ['-p', 'process.execPath + " " + process.versions.node'], {
    env: { ...process.env, PATH: path.join(delimiter) },
    encoding: 'utf8',
  })
  const [node = '', version = '99'] = (stdout ?? '').trim().split(' ')
  if (node === '' || Number.parseInt(version, 10) >= 24) ctx.skip('the machine has no older Node')
  const folder = newFolder()
  const { child, desk, ended } = await start(
    ['--port', '0', '--data', folder, '--only', 'authority,desk'],
    node,
  )
  expect((await localFetch(desk)).status).toBe(200)
  const server = readFileSync(join(folder, 'database/data/postmaster.pid'), 'utf8')
  expect(server).toContain('127.0.0.1')
  child.kill('SIGKILL')
  await ended
  await expect.poll(() => databaseRuns(folder), { timeout: 15_000 }).toBe(false)
})

/** To a Kazashi behind a proxy, which would pass the Host name on. */
const askedAs = (port: string, host: string, path: string) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', reject).end()
  })

const publicUrl = 'https://{party}.kazashi.example'

test('kazashi start: PURPOSE_MISSING SANDBOX_PUBLIC ORIGINS_NOT_HTTPS a public name without saying what for, or for the wrong thing, starts nothing', async () => {
  const folder = newFolder()
  for (const [code, ...args] of [
    ['PURPOSE_MISSING', '--public-url', publicUrl],
    ['SANDBOX_PUBLIC', '--sandbox', '--public-url', publicUrl],
    ['ORIGINS_NOT_HTTPS', '--operate'],
  ] as const) {
    const { ended, said } = await start(['--port', '0', '--data', folder, ...args])
    expect([code, await ended]).toEqual([code, 2])
    expect(said()).toMatch(new RegExp(`${code}: .*\nNext: .*--`))
  }
  expect(existsSync(join(folder, 'database'))).toBe(false)
})

/** Where nothing but one that runs is asked for, it is the same; the tests are in the order of its life. */
describe('one that runs, and has ended', () => {
  const itself: ChildProcess[] = []
  let folder: string
  let one: Started
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kazashi-start-'))
    one = await start(['--port', '0', '--data', folder], process.execPath, {}, itself)
  })
  afterAll(async () => {
    await endAll(itself)
    rmSync(folder, { recursive: true, force: true })
  })

  test('RFC 7239 §4 a sandbox that stands behind a proxy by mistake says so in its log, once and with the next step', async () => {
    const { desk, logged } = one
    const headers = { 'x-forwarded-host': 'kazashi.example' }
    for (const path of ['/', '/config.json']) await localFetch(`${desk}${path}`, { headers })
    await expect.poll(logged).toContain('PROXY_UNEXPECTED')
    const lines = logged().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 40,
        code: 'PROXY_UNEXPECTED',
        header: 'x-forwarded-host',
        next: expect.stringContaining('--class'),
      }),
    ])
  })

  test('kazashi start: a port or a folder that is taken is reported with code and next step', async () => {
    const { desk } = one
    const samePort = await start(['--port', new URL(desk).port, '--data', newFolder()])
    expect(await samePort.ended).toBe(1)
    expect(samePort.said()).toMatch(/PORT_IN_USE: .*\nNext: .*--port/)
    const sameFolder = await start(['--port', '0', '--data', folder])
    expect(await sameFolder.ended).toBe(1)
    expect(sameFolder.said()).toMatch(/FOLDER_IN_USE: .*\nNext: .*--data/)
    expect((await localFetch(desk)).status).toBe(200)
  })

  test('kazashi start: every party answers at its own name, and SIGTERM ends the database too', async () => {
    const { child, desk, said, ended } = one
    expect(said()).toContain('サンドボックス')
    const port = new URL(desk).port
    for (const name of ['desk', 'app', 'gate', 'portal']) {
      const answer = await localFetch(`http://${name}.kazashi.localhost:${port}/`)
      expect([name, answer.status]).toEqual([name, 200])
      expect(await answer.text()).toContain('<!doctype html>')
    }
    for (const path of [
      'authority.kazashi.localhost:PORT/trust',
      'box.kazashi.localhost:PORT/cards',
      'localhost:PORT/pki/ca/signing.cer',
      'localhost:PORT/api/realms/main/.well-known/openid-configuration',
    ]) {
      const answer = await localFetch(`http://${path.replace('PORT', port)}`)
      expect([path, answer.status]).toEqual([path, 200])
    }
    expect(databaseRuns(folder)).toBe(true)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(databaseRuns(folder)).toBe(false)
  })

  test('kazashi start: --operate refuses what a sandbox has left, and runs without box, desk, clock and banner', async () => {
    const operate = ['--operate', '--public-url', publicUrl]
    const organization = { KAZASHI_ORGANIZATION: 'JPKI Kazashi' }
    const after = await start(
      ['--port', '0', '--data', folder, ...operate],
      process.execPath,
      organization,
    )
    expect(await after.ended).toBe(1)
    expect(after.said()).toMatch(/TOKENS_PUBLISHED: .*\nNext: /)

    const port = String(await freePort())
    const args = ['--port', port, '--data', newFolder(), ...operate]
    const nameless = await start(args)
    expect(await nameless.ended).toBe(1)
    expect(nameless.said()).toMatch(/SANDBOX_ANCHORS: .*\nNext: .*KAZASHI_ORGANIZATION/)

    const { said } = await start(args, process.execPath, organization)
    expect(said()).toContain('https://app.kazashi.example')
    expect(said()).not.toMatch(/sandbox|サンドボックス/i)
    const at = (name: string, path: string) => askedAs(port, `${name}.kazashi.example`, path)
    expect((await at('desk', '/')).status).toBe(421)
    expect((await at('box', '/cards')).status).toBe(421)
    expect((await at('authority', '/sandbox/clock')).status).toBe(404)
    expect(JSON.parse((await at('app', '/config.json')).body)).toMatchObject({ sandbox: false })
    const titleOf = async (name: string) =>
      /<title>.*<\/title>/.exec((await at(name, '/')).body)?.[0]
    expect(await titleOf('app')).toBe('<title>かざし</title>')
    expect(await titleOf('portal')).toBe('<title>マイナポータル</title>')
  })
})
