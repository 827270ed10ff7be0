/**
 * The tarballs of `npm run pack`, as somebody outside has them: linted, installed by npm, and run. What takes minutes to install
 * (other runtimes, and `kazashi` with its database) is there where KAZASHI_PACK=all.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { localFetch } from '@kazashi/serve/local-fetch'
import { newBrowser } from '@kazashi/testing'
import { publint } from 'publint'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '../../parties/authority/tests/harness.ts'
import { visitorOf } from '../../parties/bank/tests/steps.ts'
import { atAPrompt, whyNothingInstalls } from '../at-a-prompt.ts'
import { pack } from '../pack/pack.ts'
import { entriesOf } from '../pack/sizes.ts'
import type { Tarball } from '../pack/tarballs.ts'
import { borrowSandbox } from '../running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../running-app/sandbox.ts'
import { copyOut, examplesIn, standIn, startExample } from './pack/example.ts'
import { makeGiven } from './pack/given.ts'
import { followGuide, likely } from './pack/guide.ts'
import { runInChromium } from './pack/in-chromium.ts'
import { addSite, install, pathsOf, quoted } from './pack/installed.ts'
import { checkTypes } from './pack/typed.ts'

const root = resolve(import.meta.dirname, '../..')
const everything = process.env['KAZASHI_PACK'] === 'all'
const leftOut = 'it takes minutes to install: set KAZASHI_PACK=all'

let work: string
let site: string
let tarballs: Tarball[]
let command: string
let expected: object
let whyNot: string | undefined

const named = (...names: string[]) => tarballs.filter(({ name }) => names.includes(name))
/** Those that need nothing but each other. */
const libraries = () =>
  tarballs.filter(({ name }) => !/kazashi$|(testing|serve|site|login|ui|database)$/.test(name))

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'kazashi-packed-'))
  site = join(work, 'site')
  const [packed, { given, told }, reason] = await Promise.all([
    pack(root, join(work, 'tarballs')),
    makeGiven(),
    whyNothingInstalls(root),
  ])
  tarballs = packed
  expected = told
  whyNot = reason
  if (whyNot !== undefined) return
  await install(site, pathsOf(libraries()))
  command = addSite(site, given)
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

test('packages: each has a licence, a README, the licences of others and the commit, and names no host', async () => {
  for (const { path, version } of tarballs) {
    const folder = join(work, 'opened')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    await promisify(execFile)('tar', ['-xzf', path, '-C', folder, '--strip-components', '1'])
    const files = globSync('*', { cwd: folder })
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY-LICENSES.md']),
    )
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
    expect(JSON.parse(manifest)).toMatchObject({
      version,
      license: 'Apache-2.0',
      gitHead: expect.stringMatching(/^[0-9a-f]{40}(-changed)?$/),
    })
    expect(manifest).not.toMatch(/https?:|git\+|"private"|"workspace:/)
    const sources = globSync('**/*.ts', { cwd: folder }).filter((name) => !name.endsWith('.d.ts'))
    expect(sources).toEqual([])
    const machine = globSync('**/*.{js,map}', { cwd: folder }).filter((name) =>
      readFileSync(join(folder, name), 'utf8').includes(root),
    )
    expect(machine).toEqual([])
  }
})

test('packages: publint has nothing to say', async () => {
  for (const { name, path } of tarballs) {
    const content = readFileSync(path)
    const tarball = content.buffer.slice(content.byteOffset, content.byteOffset + content.length)
    const { messages } = await publint({ pack: { tarball }, strict: true })
    expect(
      messages.filter(({ type }) => type !== 'suggestion'),
      name,
    ).toEqual([])
  }
})

/** CommonJS gets no form of its own, and Node 10 knows no `exports`: the profile `esm-only` of attw. */
const notForUs = new Set(['node10', 'node16-cjs'])

test('packages: the types of each entry are found as its code is (attw, ESM only)', async () => {
  for (const { name, path } of tarballs.filter((one) => one.name !== 'kazashi')) {
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(path)))
    const problems = checked.types === false ? ['no types'] : checked.problems
    const isStyle = (one: object) =>
      'entrypoint' in one && typeof one.entrypoint === 'string' && one.entrypoint.endsWith('.css')
    const ofOurs = problems.filter(
      (one) =>
        typeof one === 'string' ||
        !(isStyle(one) || ('resolutionKind' in one && notForUs.has(one.resolutionKind))),
    )
    expect(ofOurs, name).toEqual([])
  }
})

const inNode = /serve|testing|file-key-store|pcsc|vpcd|personalisation/
/** What sites and their pages are made of; of their types those of React and of PostgreSQL’s client are part. */
const ofSites = /site|login|ui|database/
const nodeOptions = {
  module: 'NodeNext',
  lib: ['ES2022'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
}
/** The types of libxml2-wasm, behind @kazashi/documents, name Disposable, which those of Node bring along. */
const pageLib = { lib: ['ES2022', 'DOM', 'ESNext.Disposable'], types: [] }

test('packages: a strict program takes the types whole, with those of Node alone and with those of browsers', async ({
  skip,
}) => {
  if (whyNot !== undefined) skip(whyNot)
  const entries = entriesOf(root).map(({ entry }) => entry)
  const typed = entries.filter((entry) => !ofSites.test(entry))
  const installed = typed.filter((entry) => !/serve|testing/.test(entry))
  const everywhere = installed.filter((entry) => !inNode.test(entry))
  for (const [some, options] of [
    [installed, nodeOptions],
    [everywhere, { module: 'NodeNext', ...pageLib }],
    [everywhere, { module: 'Preserve', moduleResolution: 'Bundler', ...pageLib }],
  ] as const)
    expect(await checkTypes(site, some, options)).toEqual({ code: 0, said: '' })
})

/** What the site's code says, wherever it runs. */
const toSay = () => ({
  ...expected,
  cases: expect.any(Number),
  loaded: [true, true, true],
})

async function expectToRun(runtime: string, more: Readonly<Record<string, string>> = {}) {
  const { code, said } = await atAPrompt(site, `${runtime} ${command}`, more)
  expect([code, said]).toEqual([0, expect.stringMatching(/^\{.*\}\n$/)])
  expect(JSON.parse(said)).toEqual(toSay())
}

test('packages: a login and a signed document are verified on this Node and on the machine’s own', async ({
  skip,
}) => {
  if (whyNot !== undefined) skip(whyNot)
  await expectToRun(quoted(process.execPath))
  const path = (process.env['PATH'] ?? '').split(delimiter)
  const machine = path.filter((folder) => !folder.includes('node_modules')).join(delimiter)
  const { said } = await atAPrompt(site, `PATH=${quoted(machine)} node --version`)
  const [major = 0] = said.match(/\d+/g)?.map(Number) ?? []
  if (major < 20) console.log(`the machine’s own Node is ${said.trim()}: not tried`)
  else await expectToRun(`PATH=${quoted(machine)} node`)
})

test('packages: a login and a signed document are verified in a page of Chromium and in its worker', async ({
  skip,
}) => {
  if (whyNot !== undefined) skip(whyNot)
  const told = z.tuple([z.string(), z.string()]).parse(await runInChromium(site))
  expect(told.map((text) => JSON.parse(text))).toEqual([toSay(), toSay()])
})

test.for([
  ['Node 20', 'node@20', 'node_modules/node/bin/node'],
  ['Node 22', 'node@22', 'node_modules/node/bin/node'],
  ['Bun', 'bun@1.4.5', 'node_modules/.bin/bun'],
  ['Deno', 'deno@2.9.6', 'node_modules/.bin/deno run --allow-read --allow-env'],
] as const)(
  'packages: a login and a signed document are verified on %s',
  async ([title, packageName, program], { skip }) => {
    if (whyNot !== undefined) skip(whyNot)
    if (!everything) skip(leftOut)
    const folder = join(work, title.replace(' ', '-'))
    await install(folder, packageName)
    const { said } = await atAPrompt(folder, `${program.split(' ', 1)} --version`)
    console.log(`${title}: ${said.trim().replaceAll('\n', ', ')}`)
    await expectToRun(join(quoted(folder), program))
  },
)

const running = z.object({ pid: z.int(), origins: z.object({ desk: z.url() }).loose() })

/** `kazashi start` until it has said what runs where; then the desk is asked for. */
async function expectToStart(folder: string, program: string, args: readonly string[]) {
  const start = ['start', '--ephemeral', '--json', '--port', '0']
  const child = spawn(program, [...args, ...start], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let told = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await Promise.race([expect.poll(() => told, { timeout: 120_000 }).toMatch(/\n$/), ended])
  expect(said).toContain('Kazashi (かざし) is running')
  const { origins } = running.parse(JSON.parse(told))
  const desk = await localFetch(origins.desk)
  expect([desk.status, await desk.text()]).toEqual([200, expect.stringContaining('/assets/')])
}

/** `kazashi` opened below the packages of this project, which stand in for those that npm would bring. */
async function openKazashi(): Promise<string> {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/kazashi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [{ path } = { path: '' }] = named('kazashi')
  await promisify(execFile)('tar', ['-xzf', path, '-C', folder, '--strip-components', '1'])
  return folder
}

test('packages: kazashi starts from its tarball, with its pages built, and needs nothing of the sources', async () => {
  await expectToStart(await openKazashi(), process.execPath, ['cli/bin.js'])
})

/** A robot phone of the sandbox. */
async function newRobot(sandbox: Sandbox): Promise<string> {
  const name = `example-${crypto.randomUUID().slice(0, 8)}`
  const answer = await localFetch(`${sandbox.origin('box')}/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, preset: 'adult' }),
  })
  expect(answer.status).toBe(201)
  return name
}

/** Copied out, with everything that it imports. */
async function placeExample(name: string): Promise<string> {
  const examples = join(work, 'examples')
  const folder = join(examples, name)
  copyOut(root, name, folder)
  if (everything && whyNot === undefined) {
    const some = tarballs.filter((one) => !/kazashi$|testing$/.test(one.name))
    const command = `npm pkg delete devDependencies
npm install --no-audit --no-fund ${pathsOf(some)}`
    const { code, said } = await atAPrompt(folder, command)
    expect([code, said]).toEqual([0, expect.any(String)])
  } else if (!existsSync(join(examples, 'node_modules'))) {
    await standIn(root, examples, tarballs)
  }
  return folder
}

test.each(examplesIn(root))(
  'packages: parties/%s copied out and given the packed packages starts by one command beside a Kazashi, and a robot logs in there',
  async (name) => {
    const folder = await placeExample(name)
    const sandbox = await borrowSandbox()
    onTestFinished(() => sandbox.stop())
    await sandbox.moveClock('10:00')
    const realm = `http://localhost:${new URL(sandbox.origin('gate')).port}/api/realms/main`
    const args = ['--issuer', realm, '--port', String(await freePort())]
    const { origin, end } = await startExample(folder, args)
    const page = await localFetch(origin)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('/assets/')])
    const as = await newRobot(sandbox)
    const authorization = `${sandbox.origin('gate')}/api/realms/main/protocol/openid-connect/auth`
    const browser = newBrowser(authorization, { as })
    const { url } = await browser.open(`${origin}/login`)
    expect([url.origin, url.searchParams.get('came')]).toEqual([origin, null])
    expect((await browser.open(`${origin}/me`)).status).toBe(200)
    if (name === 'bank') {
      const alone = {
        ...sandbox,
        origin: (party: string) => (party === name ? origin : sandbox.origin(party)),
      }
      const visitor = visitorOf(alone, as)
      expect(await visitor.logIn()).toBeNull()
      expect(await visitor.write()).toBeUndefined()
      expect(await visitor.read()).toBeUndefined()
      expect(await visitor.sign()).toEqual({ code: null, reason: null })
      expect((await visitor.account()).state).toMatch(/^(opened|looked-at)$/)
    }
    expect(await end()).toBe(0)
    expect(existsSync(join(folder, 'data/database/data/postmaster.pid'))).toBe(false)
  },
)

test('packages: docs/integrate/verify.md from an empty folder, word for word, prints what it says', async ({
  skip,
}) => {
  if (whyNot !== undefined) skip(whyNot)
  const folder = join(work, 'guide')
  const inPlaceOf = new Map<string, string>()
  if (!everything) {
    const program = quoted(join(await openKazashi(), 'cli/bin.js'))
    inPlaceOf.set('Install a sandbox', `ln -s ${program} node_modules/.bin/kazashi`)
    console.log(`verify.md, "Install a sandbox": ${leftOut}`)
  }
  const { code, followed } = await followGuide(
    folder,
    join(root, 'docs/integrate/verify.md'),
    inPlaceOf,
    { TARBALLS: join(work, 'tarballs'), XDG_CONFIG_HOME: folder },
  )
  const told = followed.filter(({ printed }) => printed !== undefined)
  expect(told.length).toBeGreaterThan(10)
  for (const { title, printed = '', said } of told) expect(said, title).toMatch(likely(printed))
  expect(code).toBe(0)
})

test('packages: kazashi and the testing kit, installed by npm, start everything on Node 24 and on Node 20', async ({
  skip,
}) => {
  if (whyNot !== undefined) skip(whyNot)
  if (!everything) skip(leftOut)
  const folder = join(work, 'whole')
  await install(folder, pathsOf(tarballs))
  const help = await atAPrompt(folder, 'npx kazashi --help')
  expect(help).toEqual({ code: 0, said: expect.stringContaining('kazashi start') })
  const entries = entriesOf(root).map(({ entry }) => entry)
  const typed = entries.filter((entry) => !ofSites.test(entry))
  expect(await checkTypes(folder, typed, nodeOptions)).toEqual({ code: 0, said: '' })
  await expectToStart(folder, process.execPath, ['node_modules/kazashi/cli/bin.js'])
  const old = join(work, 'Node-20')
  await install(old, 'node@20')
  const program = join(old, 'node_modules/node/bin/node')
  copyFileSync(join(import.meta.dirname, 'pack/kit.js'), join(folder, 'kit.js'))
  expect(await atAPrompt(folder, `${quoted(program)} kit.js`)).toEqual({
    code: 0,
    said: 'hanako 1 true\n',
  })
  await expectToStart(folder, program, ['node_modules/kazashi/cli/bin.js'])
})
