/** `kazashi check`: a careful relying party passes with every case, and one written in a hurry fails in many ways, each by its name. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cases } from '@kazashi/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../tools/running-app/sandbox.ts'
import { attackNames } from '../check/attacks.ts'
import { openCarefulSite, openNaiveSite, type RunningSite } from './sites.ts'

const bin = join(import.meta.dirname, '../bin.js')
const run = promisify(execFile)

let sandbox: Sandbox
let server: string
let folder: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  server = `http://localhost:${new URL(sandbox.origin('desk')).port}`
  folder = await mkdtemp(join(tmpdir(), 'kazashi-check-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await sandbox?.stop()
})

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })
const kazashi = (...words: readonly string[]) =>
  run(process.execPath, [bin, ...words])
    .then(({ stdout }) => ({ code: 0, stdout, stderr: '' }))
    .catch((error: unknown) => failure.parse(error))

const verdicts = z.object({
  right: z.number(),
  wrong: z.number(),
  skipped: z.number(),
  cases: z.array(
    z.object({ name: z.string(), verdict: z.string(), advice: z.string().optional() }),
  ),
})

async function check(site: RunningSite, ...more: readonly string[]) {
  const report = (kind: string) => join(folder, `report.${kind}`)
  const files = ['json', 'junit', 'html'].flatMap((kind) => [`--${kind}`, report(kind)])
  const at = ['--login', site.login, '--in', site.in, '--server', server]
  const done = await kazashi('check', ...at, ...files, ...more)
  const read = (kind: string) => readFile(report(kind), 'utf8')
  return {
    ...done,
    verdicts: verdicts.parse(JSON.parse(await read('json'))),
    junit: await read('junit'),
    html: await read('html'),
  }
}
const wrongOf = ({ verdicts: { cases } }: Awaited<ReturnType<typeof check>>) =>
  cases.filter(({ verdict }) => verdict === 'wrong')

/** Names of the catalogue by where they happen. */
const namesOf = (...groups: readonly string[]) =>
  cases.filter(({ group }) => groups.includes(group)).map(({ name }) => name)

/** They show only where claims are asked for: the portal asks for none. */
const aboutClaims = ['subject-other', 'name-markup', 'moved', 'twin-1']

test('OpenID Connect Core 1.0 a careful site passes with good and bad claims', async () => {
  const site = await openCarefulSite(`${server}/api/realms/main`)
  try {
    const done = await check(site, '--only', aboutClaims.join(','))
    expect(wrongOf(done)).toEqual([])
    expect(done.code).toBe(0)
    expect(done.verdicts.right).toBe(aboutClaims.length)
    expect(done.stdout).toMatch(/\d+ right, 0 wrong, 0 not tried\n$/)
    expect(done.junit).toMatch(/failures="0"/)
  } finally {
    await site.close()
  }
})

/** The library that it logs in by is tried with every fault in parties/gate; here is what the portal does by itself. */
const ofThePortal = [
  'nonce-wrong',
  'state-wrong',
  'signature-wrong',
  'assurance-low',
  'key-rotated',
  'code-and-error',
  'token-unavailable',
  'suspended',
  'resumed',
  ...attackNames,
]

test('OpenID Connect Core 1.0 the portal lets in whom it should, and nobody else', async () => {
  const portal = sandbox.origin('portal')
  const site = { login: `${portal}/login`, in: `${portal}/me`, close: async () => undefined }
  const done = await check(site, '--only', ofThePortal.join(','))
  expect(wrongOf(done)).toEqual([])
  expect(done.verdicts.right).toBe(ofThePortal.length)
})

test('OpenID Connect Core 1.0 a site written in a hurry fails in at least 25 ways, each named and with advice', async () => {
  const site = await openNaiveSite(`${server}/api/realms/main`)
  try {
    const tried = [...namesOf('callback', 'id-token'), ...attackNames]
    const done = await check(site, '--only', tried.join(','))
    const wrong = wrongOf(done)
    const names = wrong.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'state-wrong',
        'nonce-wrong',
        'algorithm-none',
        'link-sent-on',
        'cookie-from-before',
        'cookies-http-only',
      ]),
    )
    expect(names.length).toBeGreaterThanOrEqual(25)
    for (const { advice } of wrong) expect(advice).toMatch(/.{10}/)
    expect(done.code).toBe(1)
    expect(done.junit).toContain(`failures="${names.length}"`)
    expect(done.html).toContain('<details>')
    expect(done.html).not.toMatch(/code=[\w-]{12}/)
  } finally {
    await site.close()
  }
})

test('CHECK_SERVER_UNREACHABLE CHECK_SITE_UNREACHABLE CHECK_NO_GATE CHECK_LOGIN_FAILED CHECK_IN_OPEN CHECK_CASE_UNKNOWN what cannot be checked is said', async () => {
  const issuer = `${server}/api/realms/main`
  const site = await openCarefulSite(issuer)
  const told = async (login: string, inside: string, ...more: readonly string[]) => {
    const at = ['--server', server, '--login', login, '--in', inside]
    const { code, stderr } = await kazashi('check', ...at, ...more)
    return `${code} ${stderr.split(':', 1)[0]}`
  }
  try {
    expect(await told('http://localhost:9/', 'http://localhost:9/')).toBe(
      '1 CHECK_SITE_UNREACHABLE',
    )
    expect(await told(site.in, site.in)).toBe('1 CHECK_NO_GATE')
    expect(await told(site.login, `${issuer}/protocol/openid-connect/userinfo`)).toBe(
      '1 CHECK_LOGIN_FAILED',
    )
    expect(await told(site.login, `${issuer}/protocol/openid-connect/certs`)).toBe(
      '1 CHECK_IN_OPEN',
    )
    expect(await told(site.login, site.in, '--only', 'no-such-case')).toBe('2 CHECK_CASE_UNKNOWN')
    expect(await told(site.login, site.in, '--server', 'http://localhost:9')).toBe(
      '1 CHECK_SERVER_UNREACHABLE',
    )
    expect((await kazashi('check')).code).toBe(2)
  } finally {
    await site.close()
  }
})

test('OpenID Connect Core 1.0 the catalogue is printed, for people and for programs', async () => {
  expect((await kazashi('cases', '--server', server)).stdout).toMatch(
    /\nid-token\nnonce-wrong +refused /,
  )
  const all: readonly object[] = JSON.parse(
    (await kazashi('cases', '--json', '--server', server)).stdout,
  )
  expect(all.length).toBeGreaterThanOrEqual(60)
})
