/** Logging in at the portal over its HTTP API, with a phone whose answers are made here one by one. */
import { encodeLoginStatement, type LoginRequest, loginRequest } from '@kazashi/phone'
import { originsFor, type Party } from '@kazashi/serve'
import { createLoginStatement, parseLoginStatement } from '@kazashi/verify'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { createPortal } from '../index.ts'
import { portalProblems } from '../problems.ts'
import { newClient } from './client-settings.ts'

const origins = originsFor(8080)
const start = '2026-11-23T01:00:00.000Z'
const minutes = (n: number) => new Date(new Date(start).getTime() + n * 60_000)

const client = newClient(origins)
let authority: SmallAuthority
let portal: Party

beforeEach(async () => {
  authority = await smallAuthority(start)
  const { fetch, anchors } = authority
  portal = await createPortal({
    origins,
    client,
    fetch,
    trust: anchors,
    pages: import.meta.dirname,
  })
})

interface Asked {
  readonly id: string
  readonly code: string
  readonly appUrl: string
  readonly qrUrl: string
  readonly cookie: string
}
const asked = z.object({ id: z.string(), code: z.string(), appUrl: z.string(), qrUrl: z.string() })

async function askForLogin(): Promise<Asked> {
  const answer = await portal.inject({
    method: 'POST',
    url: `${origins.portal}/login-requests`,
    headers: { origin: origins.portal },
  })
  expect(answer.statusCode).toBe(201)
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';')
  return { ...asked.parse(answer.json()), cookie }
}

/** Another number than the one on the screen. */
const otherThan = ({ code }: Asked) => (code === '00' ? '01' : '00')

/** What a phone signs after the number on the screen was typed. */
const statementFor = async (mine: Asked, at = minutes(0)) =>
  encodeLoginStatement(await requestOf(mine), mine.code, at)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await portal.inject({ url: `${origins.portal}${path}`, headers })
  return { status: answer.statusCode, headers: answer.headers, text: answer.body }
}
const json = (text: string): unknown => JSON.parse(text)

async function requestOf({ id }: { readonly id: string }): Promise<LoginRequest> {
  const { status, text } = await get(`/login-requests/${id}`, { origin: origins.app })
  expect(status).toBe(200)
  return loginRequest.parse(json(text))
}

const problem = z.looseObject({ code: z.string(), title: z.string(), next: z.string() })
async function respond({ id }: { readonly id: string }, cms: Uint8Array) {
  const answer = await portal.inject({
    method: 'POST',
    url: `${origins.portal}/login-requests/${id}/response`,
    headers: { origin: origins.app },
    payload: { response: Buffer.from(cms).toString('base64') },
  })
  const { code, triesLeft } = answer.json()
  return { status: answer.statusCode, code, ...(triesLeft !== undefined && { triesLeft }) }
}

/** The page takes up the answer. @returns the cookie of the session */
async function takeUp({ id, cookie }: Pick<Asked, 'id' | 'cookie'>) {
  const answer = await portal.inject({
    method: 'POST',
    url: `${origins.portal}/login-requests/${id}/session`,
    headers: { origin: origins.portal, cookie },
  })
  return { status: answer.statusCode, session: sessionIn(answer.headers['set-cookie']) }
}
const sessionIn = (cookies: string | string[] | undefined): string =>
  [cookies ?? []]
    .flat()
    .map((one) => one.split(';', 1)[0] ?? '')
    .find((pair) => /^__Host-direct-session=./.test(pair)) ?? ''
const stateOf = async ({ id, cookie }: Asked) =>
  json((await get(`/login-requests/${id}/state`, { cookie })).text)

describe('a login', () => {
  test('1-B① the phone and verify agree on the bytes that are signed', async () => {
    const request = await requestOf(await askForLogin())
    const { audience, nonce, relyingParty, purpose } = request
    const time = minutes(1)
    const bytes = encodeLoginStatement(request, '47', time)
    const code = '47'
    const statement = { audience, nonce, code, relyingParty, purpose, time: time.toISOString() }
    expect(bytes).toEqual(createLoginStatement({ type: 'kazashi-login', ...statement }))
    expect(parseLoginStatement(bytes)).toEqual({ type: 'kazashi-login', ...statement })
  })

  test('1-B①.login 1-B①.once the browser that asked is logged in by the answer of the phone, and only that browser', async () => {
    const mine = await askForLogin()
    const other = await askForLogin()
    const request = await requestOf(mine)
    expect(request.audience).toBe(origins.portal)
    expect((await get(`/login-requests/${mine.id}`)).text).not.toContain('"code"')
    expect(await stateOf(mine)).toEqual({ state: 'pending' })
    expect((await get('/direct/me', { cookie: mine.cookie })).status).toBe(401)
    const cms = await authority.answer(await statementFor(mine))
    expect(await respond(mine, cms)).toEqual({ status: 200, code: undefined })
    expect(await stateOf(mine)).toEqual({ state: 'accepted' })
    expect(await takeUp({ ...mine, cookie: other.cookie })).toEqual({ status: 404, session: '' })
    const { session } = await takeUp(mine)
    const me = await get('/direct/me', { cookie: session })
    expect(json(me.text)).toMatchObject({ notAfter: '2030-01-01T14:59:59.000Z', loggedInAt: start })
    expect((await get('/direct/me', { cookie: other.cookie })).status).toBe(401)
    expect((await get(`/login-requests/${mine.id}/state`, { cookie: other.cookie })).status).toBe(
      404,
    )
    expect((await get('/direct/me')).status).toBe(401)
  })

  test('RFC 9457 §3 a browser that never logged in, and a request that does not exist, get their own codes', async () => {
    const codeOf = async (path: string) => problem.parse(json((await get(path)).text)).code
    expect(await codeOf('/direct/me')).toBe('NOT_LOGGED_IN')
    expect(await codeOf(`/login-requests/${crypto.randomUUID()}`)).toBe('LOGIN_REQUEST_UNKNOWN')
  })

  test('1-B① without the authority there is no login request, and the person is told to wait', async () => {
    const fetch = async () => Promise.reject(new TypeError('fetch failed'))
    const alone = await createPortal({ origins, client, fetch, pages: import.meta.dirname })
    const answer = await alone.inject({
      method: 'POST',
      url: `${origins.portal}/login-requests`,
      headers: { origin: origins.portal },
    })
    expect(answer.json()).toMatchObject({ status: 503, code: 'TRUST_UNAVAILABLE' })
  })

  test('1-B①.once an answer is taken once, and two at the same time are one', async () => {
    const mine = await askForLogin()
    const request = await requestOf(mine)
    const cms = await authority.answer(encodeLoginStatement(request, mine.code, minutes(0)))
    const both = await Promise.all([respond(mine, cms), respond(mine, cms)])
    // The word that it was heard may have been lost: the same phone may say it again, and nobody is logged in twice.
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const anew = await authority.answer(encodeLoginStatement(request, mine.code, minutes(1)))
    expect((await respond(mine, anew)).status).toBe(200)
    expect((await takeUp(mine)).status).toBe(200)
    expect((await respond(mine, cms)).status).toBe(200)
    expect(await takeUp(mine)).toEqual({ status: 404, session: '' })
  })

  test('1-B①.once the browser that asked gives up: no phone can answer any more; beside it another login of the same browser goes on', async () => {
    const mine = await askForLogin()
    const other = await askForLogin()
    const request = await requestOf(mine)
    const jar = `${mine.cookie}; ${other.cookie}`
    const give = (cookie: string) =>
      portal.inject({
        method: 'DELETE',
        url: `${origins.portal}/login-requests/${mine.id}`,
        headers: { origin: origins.portal, cookie },
      })
    expect((await give(other.cookie)).statusCode).toBe(404)
    expect((await give(jar)).statusCode).toBe(204)
    const cms = await authority.answer(encodeLoginStatement(request, mine.code, minutes(0)))
    expect(await respond(mine, cms)).toEqual({ status: 410, code: 'LOGIN_REQUEST_EXPIRED' })
    expect(await stateOf({ ...other, cookie: jar })).toEqual({ state: 'pending' })
  })

  test('1-B①.once after five minutes a request is over, for the phone and for the browser', async () => {
    const mine = await askForLogin()
    const request = await requestOf(mine)
    authority.now = minutes(5)
    const cms = await authority.answer(encodeLoginStatement(request, mine.code, minutes(5)))
    expect(await respond(mine, cms)).toEqual({ status: 410, code: 'LOGIN_REQUEST_EXPIRED' })
    expect((await get(`/login-requests/${mine.id}`)).status).toBe(410)
    expect(await stateOf(mine)).toEqual({ state: 'expired' })
  })

  test.each<[string, (request: LoginRequest) => LoginRequest, string]>([
    [
      'for another portal',
      (r) => ({ ...r, audience: 'https://evil.example' }),
      'STATEMENT_MISMATCH',
    ],
    ['with another nonce', (r) => ({ ...r, nonce: 'n'.repeat(43) }), 'STATEMENT_MISMATCH'],
  ])(
    '1-B①.once an answer signed %s is refused, and the request waits for the right one',
    async (_, change, code) => {
      const mine = await askForLogin()
      const content = encodeLoginStatement(change(await requestOf(mine)), mine.code, minutes(0))
      expect(await respond(mine, await authority.answer(content))).toEqual({ status: 422, code })
      expect(await stateOf(mine)).toEqual({ state: 'pending' })
      expect((await takeUp(mine)).status).toBe(404)
      const right = await authority.answer(await statementFor(mine))
      expect((await respond(mine, right)).status).toBe(200)
    },
  )

  test('1-B①.who-asks the number of another screen logs in nobody: twice it may be corrected, then the request is over', async () => {
    const mine = await askForLogin()
    const wrong = async () =>
      authority.answer(encodeLoginStatement(await requestOf(mine), otherThan(mine), minutes(0)))
    const code = 'CODE_WRONG'
    expect(await respond(mine, await wrong())).toEqual({ status: 422, code, triesLeft: 2 })
    expect(await respond(mine, await wrong())).toEqual({ status: 422, code, triesLeft: 1 })
    expect(await stateOf(mine)).toEqual({ state: 'pending' })
    const last = await wrong()
    const right = await authority.answer(await statementFor(mine))
    expect(await respond(mine, last)).toEqual({ status: 422, code, triesLeft: 0 })
    expect(await stateOf(mine)).toMatchObject({ state: 'refused', reason: { code } })
    expect(await respond(mine, right)).toEqual({ status: 409, code: 'LOGIN_REQUEST_USED' })
  })

  test('1-B①.who-asks a stranger’s wrong numbers, by a key that the authority does not know, use up nothing', async () => {
    const mine = await askForLogin()
    const stranger = await smallAuthority(start)
    const content = encodeLoginStatement(await requestOf(mine), otherThan(mine), minutes(0))
    const forged = await stranger.answer(content)
    for (let i = 0; i < 4; i += 1) expect((await respond(mine, forged)).code).toBe('CHAIN_INVALID')
    expect((await respond(mine, await authority.answer(await statementFor(mine)))).status).toBe(200)
  })

  describe('an answer without a number, of a phone on which the request was opened by a link', () => {
    const answered = async (mine: Asked) => {
      const content = encodeLoginStatement(await requestOf(mine), undefined, minutes(0))
      const answer = await portal.inject({
        method: 'POST',
        url: `${origins.portal}/login-requests/${mine.id}/response`,
        headers: { origin: origins.app },
        payload: { response: Buffer.from(await authority.answer(content)).toString('base64') },
      })
      return new URL(z.object({ returnUrl: z.url() }).parse(answer.json()).returnUrl)
    }
    const come = async (url: URL, cookie: string) => {
      const answer = await portal.inject({ url: url.href, headers: { cookie } })
      const { location, 'set-cookie': cookies } = answer.headers
      return { status: answer.statusCode, location, session: sessionIn(cookies) }
    }
    const home = `${origins.portal}/direct`
    const away = `${home}?came=LOGIN_REQUEST_UNKNOWN`

    test('1-B①.login logs in the browser that asked, when it is led back, once', async () => {
      const mine = await askForLogin()
      const back = await answered(mine)
      expect(back.origin).toBe(origins.portal)
      expect(await stateOf(mine)).toEqual({ state: 'returning' })
      const came = await come(back, mine.cookie)
      expect(came).toMatchObject({ status: 303, location: home })
      expect((await get('/direct/me', { cookie: came.session })).status).toBe(200)
      expect(await come(back, mine.cookie)).toEqual({ status: 303, location: away, session: '' })
    })

    test('1-B①.who-asks of a link that a stranger sent: the stranger’s screen waits in vain, and the person’s browser is told', async () => {
      const theirs = await askForLogin()
      const back = await answered(theirs)
      expect((await takeUp(theirs)).status).toBe(404)
      const guess = new URL(`${back.origin}${back.pathname}?ticket=${'A'.repeat(43)}`)
      expect((await come(guess, theirs.cookie)).location).toBe(away)
      expect((await come(new URL(`${back.origin}${back.pathname}`), theirs.cookie)).location).toBe(
        away,
      )
      const mine = await askForLogin()
      expect(await come(back, mine.cookie)).toEqual({ status: 303, location: away, session: '' })
      authority.now = minutes(5)
      expect(await stateOf(theirs)).toEqual({ state: 'expired' })
    })

    test('1-B① a minute after its time it is too late to come back, and so long the browser keeps its cookie', async () => {
      const asking = await portal.inject({
        method: 'POST',
        url: `${origins.portal}/login-requests`,
      })
      expect(String(asking.headers['set-cookie'])).toContain('Max-Age=360;')
      const [mine, other] = [await askForLogin(), await askForLogin()]
      const [back, late] = [await answered(mine), await answered(other)]
      authority.now = minutes(6)
      expect((await come(back, mine.cookie)).location).toBe(home)
      authority.now = new Date(minutes(6).getTime() + 1)
      expect(await come(late, other.cookie)).toMatchObject({
        location: `${home}?came=LOGIN_REQUEST_EXPIRED`,
        session: '',
      })
    })
  })

  test('OWASP session fixation: the session’s cookie is new, and that of the request is worth nothing', async () => {
    const mine = await askForLogin()
    await respond(mine, await authority.answer(await statementFor(mine)))
    const { session } = await takeUp(mine)
    const [, value = ''] = mine.cookie.split('=')
    expect(session).not.toContain(value)
    expect((await get('/direct/me', { cookie: `__Host-direct-session=${value}` })).status).toBe(401)
    expect(await takeUp(mine)).toEqual({ status: 404, session: '' })
  })

  test('1-B① ten thousand logins that nobody answers log out nobody', async () => {
    const mine = await askForLogin()
    await respond(mine, await authority.answer(await statementFor(mine)))
    const { session } = await takeUp(mine)
    for (let i = 0; i < 10_001; i += 1) {
      await portal.inject({ method: 'POST', url: `${origins.portal}/login-requests` })
    }
    expect((await get('/direct/me', { cookie: session })).status).toBe(200)
    expect((await get(`/login-requests/${mine.id}/state`, { cookie: mine.cookie })).status).toBe(
      404,
    )
  }, 120_000)

  test.each<[string, SmallAuthority['status'], string]>([
    ['revoked', { status: 'revoked', revokedAt: minutes(-5) }, 'CERTIFICATE_REVOKED'],
    [
      'suspended',
      { status: 'revoked', revokedAt: minutes(-5), reason: 'certificateHold' },
      'CERTIFICATE_SUSPENDED',
    ],
    ['unknown to its authority', { status: 'unknown' }, 'STATUS_UNKNOWN'],
  ])('1-B①.refused a certificate that is %s does not log in', async (_, status, code) => {
    const mine = await askForLogin()
    authority.status = status
    const cms = await authority.answer(await statementFor(mine))
    expect(await respond(mine, cms)).toEqual({ status: 422, code })
    expect(await stateOf(mine)).toMatchObject({ state: 'refused', reason: { code } })
  })

  test('1-B①.refused 5-A4 a certificate that has expired does not log in, and the person at the screen is told', async () => {
    const expired = new Date('2030-01-01T15:00:01.000Z')
    authority.now = expired
    const mine = await askForLogin()
    const cms = await authority.answer(await statementFor(mine, expired))
    const code = 'CERTIFICATE_EXPIRED'
    expect(await respond(mine, cms)).toEqual({ status: 422, code })
    expect(await stateOf(mine)).toMatchObject({ state: 'refused', reason: { code } })
  })

  test('RFC 6960 §2.2 while the responder is silent nobody is logged in, and the same answer may be sent again', async () => {
    const mine = await askForLogin()
    authority.status = 'silent'
    const cms = await authority.answer(await statementFor(mine))
    expect(await respond(mine, cms)).toEqual({ status: 503, code: 'STATUS_UNAVAILABLE' })
    expect(await stateOf(mine)).toEqual({ state: 'pending' })
    authority.status = { status: 'good' }
    expect((await respond(mine, cms)).status).toBe(200)
  })

  test('RFC 5652 §5.6 a signature by another key, and bytes that are no CMS, are refused', async () => {
    const stranger = await smallAuthority(start)
    const first = await askForLogin()
    const content = await statementFor(first)
    expect(await respond(first, await stranger.answer(content))).toMatchObject({
      code: 'CHAIN_INVALID',
    })
    const second = await askForLogin()
    expect(await respond(second, new Uint8Array(40))).toMatchObject({
      status: 400,
      code: 'RESPONSE_MALFORMED',
    })
  })

  test('RFC 6265bis §4.1.3.2 the cookies are for this host, for scripts out of reach, and works in a frame of the desk', async () => {
    const mine = await askForLogin()
    await respond(mine, await authority.answer(await statementFor(mine)))
    const taken = await portal.inject({
      method: 'POST',
      url: `${origins.portal}/login-requests/${mine.id}/session`,
      headers: { cookie: mine.cookie },
    })
    expect(mine.cookie).toMatch(/^__Host-login-[\w-]{36}=[\w-]{43}$/)
    const cookies = [taken.headers['set-cookie'] ?? []].flat()
    expect(cookies).toContainEqual(expect.stringMatching(/^__Host-direct-session=[\w-]{43};/))
    for (const cookie of cookies) {
      for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(cookie).toContain(part)
      expect(cookie).not.toContain('Domain')
    }
  })

  test('1-B① the QR code is a picture of the link that opens the app, for the browser that asked', async () => {
    const mine = await askForLogin()
    const link = new URL(mine.appUrl)
    expect(link.origin).toBe(origins.app)
    expect(link.searchParams.get('request')).toBe(`${origins.portal}/login-requests/${mine.id}`)
    const picture = await get(mine.qrUrl, { cookie: mine.cookie })
    expect(picture.headers['content-type']).toContain('image/svg+xml')
    expect(picture.text).toContain('<svg')
    expect((await get(mine.qrUrl)).status).toBe(404)
  })

  test('Fetch §3.2 the app may ask across origins, a stranger may not answer', async () => {
    const mine = await askForLogin()
    const { headers } = await get(`/login-requests/${mine.id}`, { origin: origins.app })
    expect(headers['access-control-allow-origin']).toBe(origins.app)
    const evil = await portal.inject({
      method: 'POST',
      url: `${origins.portal}/login-requests/${mine.id}/response`,
      headers: { origin: 'https://evil.example' },
      payload: { response: 'AAAA' },
    })
    expect(evil.statusCode).toBe(403)
    expect(await stateOf(mine)).toEqual({ state: 'pending' })
  })

  test('1-B① every refusal has words in Japanese and English, and a next step', () => {
    for (const { title, next } of Object.values(portalProblems)) {
      for (const words of [title.ja, title.en, next.ja, next.en])
        expect(words.length).toBeGreaterThan(5)
    }
  })
})
