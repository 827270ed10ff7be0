/** What the portal sends to a gate, takes from it, and refuses: against a provider that deviates in one thing at a time. */
import { originsFor, type Party } from '@kazashi/serve'
import { beforeEach, describe, expect, test } from 'vitest'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { type SmallProvider, smallProvider } from '../../../tools/small-provider.ts'
import { createPortal } from '../index.ts'
import { newClient } from './client-settings.ts'

const origins = originsFor(8080)
const start = '2026-11-23T01:00:00.000Z'
const seconds = (n: number) => new Date(new Date(start).getTime() + n * 1000)
const client = newClient(origins)

let authority: SmallAuthority
let provider: SmallProvider
let portal: Party
beforeEach(async () => {
  authority = await smallAuthority(start)
  provider = await smallProvider(client.issuer, client.clientId)
  const fetch: typeof globalThis.fetch = (input, init) =>
    new Request(input, init).url.startsWith(client.issuer)
      ? provider.fetch(input, init)
      : authority.fetch(input, init)
  portal = await createPortal({ origins, client, fetch, pages: import.meta.dirname })
})

/** A browser without anything of other parties. */
class Jar {
  readonly cookies = new Map<string, string>()

  async open(url: string | URL, method: 'GET' | 'DELETE' = 'GET') {
    const answer = await portal.inject({
      method,
      url: new URL(url, origins.portal).href,
      headers: {
        origin: origins.portal,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    const lines = [answer.headers['set-cookie'] ?? []].flat()
    for (const line of lines) {
      const [pair = ''] = line.split(';', 1)
      const [name = '', value = ''] = pair.split('=', 2)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const location = String(answer.headers.location ?? '')
    return { status: answer.statusCode, location, lines, text: answer.body }
  }

  ask = async () => new URL((await this.open('/login')).location)
  me = async () => {
    const { status, text } = await this.open('/me')
    return { status, ...JSON.parse(text) }
  }
}

const home = `${origins.portal}/`
const away = (code: string) => `${home}?came=${code}`

async function loggedIn(): Promise<Jar> {
  const jar = new Jar()
  expect((await jar.open(provider.answer(await jar.ask()))).location).toBe(home)
  return jar
}

test('1-B①.login OIDC Core §3.1.2.1 the browser is led to the gate with code flow, PKCE by S256, state and nonce, and asks for no attribute', async () => {
  const asked = new URL((await new Jar().open('/login?ui_locales=en')).location)
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'portal',
    redirect_uri: `${origins.portal}/callback`,
    scope: 'openid',
    acr_values: 'aal3',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    ui_locales: 'en',
  })
})

test('1-B①.login back from the gate the person is logged in under a name that this site alone has, and logs out', async () => {
  const jar = await loggedIn()
  expect(await jar.me()).toEqual({
    status: 200,
    sub: 'person-1',
    issuer: client.issuer,
    statusCheckedAt: start,
    loggedInAt: start,
    endsAt: seconds(30 * 60).toISOString(),
  })
  const before = new Map(jar.cookies)
  expect((await jar.open('/session', 'DELETE')).status).toBe(204)
  for (const [name, value] of before) jar.cookies.set(name, value)
  expect(await jar.me()).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})

test('OWASP session fixation: the session’s cookie is new at each login, and the one before it is worth nothing', async () => {
  const jar = await loggedIn()
  const planted = new Jar()
  for (const [name, value] of jar.cookies) planted.cookies.set(name, value)
  await jar.open(provider.answer(await jar.ask()))
  expect((await jar.me()).status).toBe(200)
  expect(await planted.me()).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})

test('RFC 6265bis §4.1.3.2 the cookies are for this host, for scripts out of reach, and that of the request is gone after its use', async () => {
  const jar = new Jar()
  const asking = await jar.open('/login')
  const done = await jar.open(provider.answer(new URL(asking.location)))
  const lines = [...asking.lines, ...done.lines]
  expect(lines.length).toBe(3)
  for (const cookie of lines) {
    for (const part of ['__Host-', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  }
  expect([...jar.cookies.keys()]).toEqual(['__Host-session'])
})

describe('what comes back is not believed', () => {
  test('RFC 6749 §10.12 a browser that did not ask is not logged in, and an answer counts once', async () => {
    const back = provider.answer(await new Jar().ask())
    const other = new Jar()
    await other.ask()
    expect((await other.open(back)).location).toBe(away('LOGIN_ELSEWHERE'))
    const jar = new Jar()
    const mine = provider.answer(await jar.ask())
    expect((await jar.open(mine)).location).toBe(home)
    expect((await jar.open(mine)).location).toBe(away('LOGIN_ELSEWHERE'))
    expect((await jar.me()).status).toBe(200)
  })

  test('RFC 9207 §2.4 an answer of another issuer, and one without it, are refused', async () => {
    for (const iss of ['http://localhost:9/api/realms/main', undefined]) {
      const jar = new Jar()
      const back = provider.answer(await jar.ask())
      if (iss === undefined) back.searchParams.delete('iss')
      else back.searchParams.set('iss', iss)
      expect((await jar.open(back)).location).toBe(away('ANSWER_INVALID'))
      expect((await jar.me()).status).toBe(401)
    }
  })

  test('RFC 7636 §4.6 a code of another browser’s request is refused', async () => {
    const jar = new Jar()
    const mine = provider.answer(await jar.ask())
    const theirs = provider.answer(await new Jar().ask())
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '')
    expect((await jar.open(mine)).location).toBe(away('ANSWER_INVALID'))
  })

  test.each<[string, Record<string, string | number>]>([
    ['nonce', { nonce: 'n'.repeat(43) }],
    ['issuer', { iss: 'http://localhost:9/api/realms/main' }],
    ['audience', { aud: 'bank' }],
    ['time', { exp: 1_700_000_000 }],
    ['level', { acr: 'aal1' }],
  ])('OIDC Core §3.1.3.7 an ID token with another %s logs in nobody', async (_, claims) => {
    provider.claims = claims
    const jar = new Jar()
    expect((await jar.open(provider.answer(await jar.ask()))).location).toBe(away('ANSWER_INVALID'))
    expect((await jar.me()).status).toBe(401)
  })

  test('OIDC Core §3.1.3.7 an ID token that another key signed logs in nobody', async () => {
    provider.forged = true
    const jar = new Jar()
    expect((await jar.open(provider.answer(await jar.ask()))).location).toBe(away('ANSWER_INVALID'))
  })

  test('RFC 6749 §4.1.2.1 somebody who says no comes back and is told so; other errors have their words', async () => {
    for (const [error, code] of [
      ['access_denied', 'LOGIN_STOPPED'],
      ['temporarily_unavailable', 'GATE_UNAVAILABLE'],
      ['invalid_request', 'ANSWER_INVALID'],
    ] as const) {
      const jar = new Jar()
      const back = provider.answer(await jar.ask())
      back.searchParams.delete('code')
      back.searchParams.set('error', error)
      expect((await jar.open(back)).location).toBe(away(code))
    }
  })
})

test('1-B① without the gate nobody logs in, the person is told to wait, and later it goes on', async () => {
  provider.silent = true
  const jar = new Jar()
  expect((await jar.open('/login')).location).toBe(away('GATE_UNAVAILABLE'))
  provider.silent = false
  const back = provider.answer(await jar.ask())
  provider.silent = true
  expect((await jar.open(back)).location).toBe(away('GATE_UNAVAILABLE'))
  provider.silent = false
  expect((await jar.open(provider.answer(await jar.ask()))).location).toBe(home)
})

test('1-B①.refused RFC 6749 §5.2 a minute later the gate is asked again, once for all; what it has ended is over for good', async () => {
  const jar = await loggedIn()
  expect(provider.asked()).toBe(1)
  authority.now = seconds(59)
  expect(await jar.me()).toMatchObject({ statusCheckedAt: start })
  authority.now = seconds(60)
  const both = await Promise.all([jar.me(), jar.me()])
  for (const one of both) expect(one.statusCheckedAt).toBe(seconds(60).toISOString())
  expect(provider.asked()).toBe(2)
  provider.refuses = 'invalid_grant'
  authority.now = seconds(120)
  const ended = { status: 401, code: 'SESSION_ENDED', reason: 'GRANT_ENDED' }
  expect(await jar.me()).toMatchObject(ended)
  provider.refuses = undefined
  authority.now = seconds(240)
  expect(await jar.me()).toMatchObject(ended)
})

test('OIDC Core §12.2 another person’s token ends the session', async () => {
  const jar = await loggedIn()
  provider.claims = { sub: 'person-2' }
  authority.now = seconds(60)
  expect(await jar.me()).toMatchObject({ code: 'SESSION_ENDED', reason: 'GRANT_ENDED' })
})

test.each(['silence', 'temporarily_unavailable'])(
  'RFC 6960 §2.2 %s ends nothing at first, and everything after ten minutes',
  async (how) => {
    const jar = await loggedIn()
    if (how === 'silence') provider.silent = true
    else provider.refuses = how
    authority.now = seconds(599)
    expect(await jar.me()).toMatchObject({ status: 200, statusCheckedAt: start })
    authority.now = seconds(600)
    expect(await jar.me()).toMatchObject({ code: 'SESSION_ENDED', reason: 'GATE_UNAVAILABLE' })
  },
)

test('1-B① logins that nobody ends log out nobody, and a browser that begins many keeps the last few', async () => {
  const jar = await loggedIn()
  for (let i = 0; i < 1000; i += 1) await portal.inject({ url: `${origins.portal}/login` })
  expect((await jar.me()).status).toBe(200)
  const many = new Jar()
  for (let i = 0; i < 20; i += 1) await many.ask()
  expect(many.cookies.size).toBe(8)
  expect((await many.open(provider.answer(await many.ask()))).location).toBe(home)
})

test('1-B① a session is over after half an hour, however good the certificate', async () => {
  const jar = await loggedIn()
  authority.now = seconds(30 * 60)
  expect(await jar.me()).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})
