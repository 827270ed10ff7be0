/** The guard before parties that answer everybody: who gets past it. */
import { createServer, type Server } from 'node:http'
import { LocalWebSocket, localFetch, originsFor } from '@kazashi/serve'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { codeOf } from '../../../tools/code-of.ts'
import { type Listener, listen } from '../listener.ts'
import { Door } from './door.ts'
import { createGuard } from './guard.ts'
import { siteOf } from './open.ts'

const echo = (name: string): { server: Server } => ({
  server: createServer((_request, response) => response.end(name)),
})
const password = 'hiragana-52'

const onWrong = vi.fn<() => void>()
let listener: Listener
let origins: ReturnType<typeof originsFor>
beforeEach(async () => {
  onWrong.mockClear()
  listener = await listen(0)
  origins = originsFor(listener.port)
  const now = () => new Date()
  const door = new Door({ password, key: new Uint8Array(32), site: siteOf(origins), now })
  const box = echo('box')
  new WebSocketServer({ server: box.server }).on('connection', (socket) => socket.send('hello'))
  const others = ['authority', 'app', 'gate', 'portal', 'desk', 'bank', 'kiosk'].map((name) => [
    name,
    echo(name),
  ])
  listener.serve(
    origins,
    { ...Object.fromEntries(others), box },
    { guard: createGuard(origins, door, onWrong) },
  )
})
afterEach(() => listener.close())

const page = { accept: 'text/html' }
const enter = (given: string, headers: Record<string, string> = { origin: origins.desk }) =>
  localFetch(`${origins.desk}/class`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ password: given }).toString(),
  })

async function session(): Promise<string> {
  const answer = await enter(password)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${origins.desk}/`])
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('RFC 9110 §15.4.4 pages of desk, app, gate and portal lead to the door, and open once the password was given', async () => {
  for (const name of ['desk', 'app', 'gate', 'portal'] as const) {
    const answer = await localFetch(`${origins[name]}/`, { headers: page, redirect: 'manual' })
    expect([name, answer.status, answer.headers.get('location')]).toEqual([
      name,
      303,
      `${origins.desk}/class`,
    ])
  }
  const door = await localFetch(`${origins.desk}/class`, { headers: page })
  expect(door.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await door.text()).toContain('授業のパスワードを入れてください')
  const cookie = await session()
  for (const name of ['desk', 'app', 'gate', 'portal'] as const) {
    const answer = await localFetch(`${origins[name]}/`, { headers: { ...page, cookie } })
    expect(await answer.text()).toBe(name)
  }
})

test('RFC 9110 §15.5.2 CLASS_SESSION_MISSING: the box answers nobody without a session, in words that the desk may read', async () => {
  for (const [method, path] of [
    ['GET', '/cards'],
    ['POST', '/readers'],
    ['POST', '/seats'],
  ] as const) {
    const headers = { origin: origins.desk, 'accept-language': 'en' }
    const answer = await localFetch(`${origins.box}${path}`, { method, headers })
    expect([path, answer.status]).toEqual([path, 401])
    expect(answer.headers.get('access-control-allow-origin')).toBe(origins.desk)
    expect(await answer.json()).toMatchObject({
      code: 'CLASS_SESSION_MISSING',
      title: "The class's password is needed",
    })
  }
})

test('RFC 9457 §3.1.1 the refusals of the guard have the type of all others, and the desk explains them to everybody', async () => {
  const asked = async (headers: Record<string, string>) =>
    (await localFetch(`${origins.box}/cards`, { headers })).json()
  const missing = await asked({})
  expect(missing.type).toBe(`${origins.desk}/problems/CLASS_SESSION_MISSING`)
  const refused = await asked({ cookie: await session() })
  expect(refused.type).toBe(`${origins.desk}/problems/ORIGIN_REFUSED`)
  for (const headers of [page, { accept: 'application/json' }]) {
    const explained = await localFetch(missing.type, { headers, redirect: 'manual' })
    expect(explained.status).toBe(200)
    expect(await explained.json()).toEqual({
      code: 'CLASS_SESSION_MISSING',
      status: 401,
      title: { ja: missing.title, en: "The class's password is needed" },
      next: expect.objectContaining({ ja: missing.next }),
    })
    // explained by the desk itself
    const common = await localFetch(refused.type, { headers, redirect: 'manual' })
    expect(await common.text()).toBe('desk')
  }
})

test('RFC 6454 §7 ORIGIN_REFUSED: with a session the box still asks for the Origin of the desk or the app', async () => {
  const cookie = await session()
  const asked = async (headers: Record<string, string>) => {
    const answer = await localFetch(`${origins.box}/cards`, { headers: { cookie, ...headers } })
    return answer.ok ? 'box' : (await answer.json()).code
  }
  expect(await asked({})).toBe('ORIGIN_REFUSED')
  expect(await asked({ origin: 'https://evil.example' })).toBe('ORIGIN_REFUSED')
  expect(await asked({ origin: origins.portal })).toBe('ORIGIN_REFUSED')
  expect(await asked({ origin: origins.desk })).toBe('box')
  expect(await asked({ origin: origins.app })).toBe('box')
})

test('RFC 6455 §4.2 a WebSocket to the box needs the session, too', async () => {
  const cookie = await session()
  const connect = (headers: Record<string, string>) =>
    new Promise<string>((done) => {
      const socket = new LocalWebSocket(origins.box.replace('http', 'ws'), {
        origin: origins.app,
        headers,
      })
      socket.addEventListener('message', ({ data }) => done(String(data)))
      socket.addEventListener('error', ({ message }) => done(message))
    })
  expect(await connect({})).toContain('404')
  expect(await connect({ cookie })).toBe('hello')
})

test('RFC 9110 §15.5.4 CLASS_PASSWORD_WRONG CLASS_TRIES_OVER are told on the page and counted for the log, a flood of them ten times; another page cannot send the form', async () => {
  const wrong = await enter('wrong')
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null])
  expect(await wrong.text()).toContain('パスワードが違います')
  const foreign = await enter(password, { origin: 'https://evil.example' })
  expect([foreign.status, (await foreign.json()).code]).toEqual([403, 'ORIGIN_REFUSED'])
  expect((await enter(password, {})).status).toBe(403)
  expect(onWrong).toHaveBeenCalledTimes(1)
  for (let i = 0; i < 20; i += 1) await enter(`wrong ${i}`)
  expect(onWrong).toHaveBeenCalledTimes(10)
  const over = await enter(password)
  expect(over.status).toBe(429)
  expect(await over.text()).toContain('1分待ってから')
})

test('RFC 6960 §4.1 the authority and what certificates point to stay open; scripts and pictures need no session', async () => {
  expect(await (await localFetch(`${origins.authority}/trust`)).text()).toBe('authority')
  expect(await (await fetch(`${origins.repository}/pki/ca/signing.cer`)).text()).toBe('authority')
  const worker = await localFetch(`${origins.app}/assets/x.js`, { headers: { accept: '*/*' } })
  expect(await worker.text()).toBe('app')
})

test('RFC 6265bis §5.7.3 CLASS_SITE: one cookie needs one domain for all parties, and more than a top-level one', () => {
  expect(siteOf(originsFor('https://{party}.class.example.org'))).toBe('class.example.org')
  expect(siteOf(originsFor('https://class-{party}.example.org'))).toBe('example.org')
  for (const template of ['https://{party}.org', 'https://x.{party}.org', 'https://{party}'])
    expect(codeOf(() => siteOf(originsFor(template)))).toBe('CLASS_SITE')
})

test('RFC 9110 §15.5.2 what staff do at a place is done by those of the class alone, and a page there leads to the door', async () => {
  const cookie = await session()
  const call = (headers: Record<string, string>) =>
    localFetch(`${origins.kiosk}/staff/paper`, { method: 'PUT', headers, redirect: 'manual' })
  const refused = await call({ origin: origins.kiosk })
  expect([refused.status, await refused.json()]).toMatchObject([
    401,
    { code: 'CLASS_SESSION_MISSING' },
  ])
  expect(await (await call({ cookie })).text()).toBe('kiosk')
  const cases = `${origins.bank}/clerk/cases`
  expect((await localFetch(cases)).status).toBe(401)
  expect((await localFetch(cases, { headers: page, redirect: 'manual' })).status).toBe(303)
  expect(await (await localFetch(cases, { headers: { cookie } })).text()).toBe('bank')
  expect((await localFetch(`${origins.gate}/token`, { method: 'POST' })).status).toBe(200)
})
