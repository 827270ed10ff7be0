/** `kazashi card login`: the card at a computer logs in where a phone would, and what the site gets is the same. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { localFetch } from '@kazashi/serve'
import { CookieJar } from 'tough-cookie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../tools/running-app/sandbox.ts'
import { openCarefulSite, type RunningSite } from './sites.ts'

const bin = join(import.meta.dirname, '../bin.js')
const run = promisify(execFile)
const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })
const secrets = { KAZASHI_AUTH_PIN: '1234', KAZASHI_SIGN_PASSWORD: 'ABC123' }

let sandbox: Sandbox
let site: RunningSite
let folder: string
let card: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-card-login-'))
  card = join(folder, 'a.card')
  const { port } = new URL(sandbox.origin('desk'))
  site = await openCarefulSite(`http://localhost:${port}/api/realms/main`)
  const words = ['new', '--out', card, '--server', `http://localhost:${port}`]
  expect(await cardCommand([...words, '--pin', '1234', '--sign-password', 'ABC123'])).toMatchObject(
    {
      code: 0,
    },
  )
})
afterAll(async () => {
  await site?.close()
  await rm(folder, { recursive: true, force: true })
  await sandbox?.stop()
})

const cardCommand = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, [bin, 'card', ...words], { env: { ...process.env, ...env } })
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
    .catch((error: unknown) => failure.parse(error))

/** A browser of the computer, up to the gate's page. */
async function openLogin() {
  const jar = new CookieJar()
  const ask = async (url: URL, method = 'GET') => {
    const headers = { cookie: await jar.getCookieString(url.href), origin: sandbox.origin('gate') }
    const answer = await localFetch(url, { method, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) await jar.setCookie(line, url.href)
    return answer
  }
  const open = async (address: string | URL) => {
    let url = new URL(address)
    for (let hop = 0; hop < 12; hop += 1) {
      const answer = await ask(url)
      const location = answer.headers.get('location')
      if (location === null) return { url, status: answer.status, text: await answer.text() }
      url = new URL(location, url)
    }
    throw new Error(`led around: ${url}`)
  }
  const { url } = await open(site.login)
  const asked = await ask(new URL(`${url.pathname}/request`, url), 'POST')
  const { code, appUrl } = z
    .object({ code: z.string(), appUrl: z.string() })
    .parse(await asked.json())
  return { code, appUrl, open, page: url }
}

const otherThan = (code: string) => (code === '47' ? '48' : '47')

test('1-B①.login 1-C② the card at a computer logs in and hands over name and birth date, by the number on the screen', async () => {
  const { code, appUrl, open, page } = await openLogin()
  const login = ['login', '--file', card, '--address', appUrl]
  const wrong = await cardCommand([...login, '--code', otherThan(code)], secrets)
  expect(wrong).toMatchObject({ code: 1, stdout: '' })
  expect(wrong.stderr).toMatch(/LOGIN_REFUSED: CODE_WRONG: .*\nNext: /)
  const wrongPin = { ...secrets, KAZASHI_AUTH_PIN: '9999' }
  expect((await cardCommand([...login, '--code', code], wrongPin)).stderr).toContain('SECRET_WRONG')
  const done = await cardCommand([...login, '--code', code, '--json'], secrets)
  expect(JSON.parse(done.stdout)).toEqual({ state: 'accepted' })
  expect(done.stderr).toBe(
    `架空銀行 (${sandbox.origin('gate')}): ログイン\nHanded over: name, birthdate\n`,
  )
  expect(await open(`${page}/finish`)).toMatchObject({ url: new URL(site.in), status: 200 })
  const again = await cardCommand([...login, '--code', code], secrets)
  // What was answered is no login any more.
  expect(again.stderr).toMatch(/^LOGIN_REFUSED: no login waits at this address, or it has been/)
})

test('1-B①.login without the number an address is printed that logs in the browser that asked, and no other', async () => {
  const { appUrl, open } = await openLogin()
  const stranger = await openLogin()
  const done = await cardCommand(['login', '--file', card, '--address', appUrl], secrets)
  const back = done.stdout.trim()
  expect(new URL(back).origin).toBe(sandbox.origin('gate'))
  expect((await stranger.open(back)).url.href).not.toBe(site.in)
  expect(await open(back)).toMatchObject({ url: new URL(site.in), status: 200 })
})

test('CARD_FILE_MISSING is told before a secret is asked for', async () => {
  const { code, appUrl } = await openLogin()
  const words = ['login', '--file', join(folder, 'none.card'), '--address', appUrl, '--code', code]
  expect((await cardCommand(words)).stderr).toContain('CARD_FILE_MISSING')
})

test('INTERRUPTED Ctrl-C at the question for a secret ends the command as shells expect', async () => {
  const words = [process.execPath, bin, 'card', 'sign', '--file', card, '--in', card]
  const terminal = spawn('script', ['-qec', words.join(' '), '/dev/null'])
  let shown = ''
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (shown.endsWith(': ')) terminal.stdin.write('\u0003')
  })
  const [exit] = await once(terminal, 'exit')
  expect(shown).toMatch(/KAZASHI_SIGN_PASSWORD\): \r\nINTERRUPTED: .*\r\nNext: run it again/)
  expect(exit).toBe(130)
})

test('SITE_UNREACHABLE a site that asks and does not listen', async () => {
  const server = createServer((request, response) => {
    if (request.method === 'POST') return request.socket.destroy()
    const { port } = z.object({ port: z.number() }).parse(server.address())
    const audience = `http://localhost:${port}`
    const forged = request.url === '/forged' ? '\u001b[1A\nHanded over: nothing' : ''
    const asked = { id: '1', audience, relyingParty: `架空銀行${forged}`, purpose: 'ログイン' }
    const nonce = 'a'.repeat(16)
    const expiresAt = '2999-01-01T00:00:00Z'
    return response.end(JSON.stringify({ ...asked, nonce, expiresAt, responseUrl: audience }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const address = `http://localhost:${port}/`
  const said = await cardCommand(['login', '--file', card, '--address', address], secrets)
  const forged = await cardCommand(['login', '--file', card, '--address', `${address}forged`])
  server.close()
  expect(forged.stderr).toMatch(/^LOGIN_REFUSED: no login waits.*\nNext: .*\n$/)
  expect(said).toMatchObject({ code: 1, stdout: '' })
  expect(said.stderr).toMatch(/SITE_UNREACHABLE: http.*\nNext: check the connection/)
})

test('1-B①.login an address that is no login, or not encrypted, or no two digits', async () => {
  const at = (address: string, ...more: readonly string[]) =>
    cardCommand(['login', '--file', card, '--address', address, ...more], secrets)
  expect((await at('http://localhost:9/x')).stderr).toMatch(/^LOGIN_REFUSED: no login waits/)
  expect((await at('http://example.com/x')).stderr).toMatch(/^LOGIN_REQUEST_ORIGIN/)
  expect(await at('http://localhost:9/x', '--code', '123')).toMatchObject({ code: 2 })
  expect(await cardCommand(['login', '--file', card])).toMatchObject({ code: 2 })
})
