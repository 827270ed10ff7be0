/** A session at the portal over its HTTP API: what it says, its ends, and when the certificate's status is asked for again. */
import { encodeLoginStatement, loginRequest } from '@kazashi/phone'
import { parseCertificate } from '@kazashi/pki'
import { originsFor, type Party } from '@kazashi/serve'
import { beforeEach, expect, test } from 'vitest'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { createPortal } from '../index.ts'
import { newClient } from './client-settings.ts'

const origins = originsFor(8080)
const start = '2026-11-23T01:00:00.000Z'
const seconds = (n: number) => new Date(new Date(start).getTime() + n * 1000)

const client = newClient(origins)
let authority: SmallAuthority
let portal: Party
/** Questions to the responder so far. */
let asked: number

beforeEach(async () => {
  authority = await smallAuthority(start)
  asked = 0
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (new Request(input, init).url.includes('/ocsp/')) asked += 1
    return authority.fetch(input, init)
  }
  const { anchors } = authority
  portal = await createPortal({
    origins,
    client,
    fetch,
    trust: anchors,
    pages: import.meta.dirname,
  })
})

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, more: object = {}) =>
  portal.inject({ method, url: `${origins.portal}${path}`, ...more })

/** @param wait before the phone signs @returns the cookie of a browser that is logged in */
async function logIn(wait?: () => void): Promise<string> {
  const created = await ask('POST', '/login-requests', { headers: { origin: origins.portal } })
  const [cookie = ''] = String(created.headers['set-cookie']).split(';')
  const path = `/login-requests/${created.json().id}`
  const { code } = created.json()
  const request = loginRequest.parse((await ask('GET', path)).json())
  wait?.()
  const cms = await authority.answer(encodeLoginStatement(request, code, authority.now))
  const payload = { response: Buffer.from(cms).toString('base64') }
  const answer = await ask('POST', `${path}/response`, {
    headers: { origin: origins.app },
    payload,
  })
  expect(answer.statusCode).toBe(200)
  const taken = await ask('POST', `${path}/session`, { headers: { cookie } })
  const [session = ''] = [taken.headers['set-cookie'] ?? []]
    .flat()
    .flatMap((one) => one.match(/^__Host-direct-session=[^;]+/) ?? [])
  return session
}

const me = async (cookie: string) => {
  const answer = await ask('GET', '/direct/me', { headers: { cookie } })
  return { status: answer.statusCode, ...answer.json() }
}

test('1-B①.login after login the portal says all that it learnt: kind, issuer, number, subject, validity, and who said that it holds', async () => {
  const cookie = await logIn()
  const { serialNumber, issuer, subject, validity } = parseCertificate(authority.certificate)
  expect(await me(cookie)).toEqual({
    status: 200,
    kind: 'authentication',
    serialNumber,
    issuer: issuer.text,
    subject: subject.text,
    subjectFields: subject.attributes.map(([type, value]) => ({ type, value })),
    notBefore: validity.notBefore.toISOString(),
    notAfter: validity.notAfter.toISOString(),
    statusCheckedAt: start,
    statusResponder: 'http://localhost:1/pki/ocsp/authentication',
    loggedInAt: start,
    endsAt: seconds(30 * 60).toISOString(),
  })
})

test('1-B①.login one logs out, and the same cookie is worth nothing from then on', async () => {
  const cookie = await logIn()
  const headers = { cookie, origin: origins.portal }
  const left = await ask('DELETE', '/direct/session', { headers })
  expect(left.statusCode).toBe(204)
  expect(String(left.headers['set-cookie'])).toMatch(/^__Host-direct-session=;/)
  expect(await me(cookie)).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})

test('RFC 6960 §2.2 the status is asked for again a minute later, once for all who look at the same time', async () => {
  const cookie = await logIn()
  expect(asked).toBe(1)
  authority.now = seconds(59)
  expect(await me(cookie)).toMatchObject({ statusCheckedAt: start })
  expect(asked).toBe(1)
  authority.now = seconds(60)
  const both = await Promise.all([me(cookie), me(cookie)])
  for (const one of both) expect(one.statusCheckedAt).toBe(seconds(60).toISOString())
  expect(asked).toBe(2)
})

test.each<[string, SmallAuthority['status'], string]>([
  ['revoked', { status: 'revoked', revokedAt: seconds(30) }, 'CERTIFICATE_REVOKED'],
  [
    'suspended',
    { status: 'revoked', revokedAt: seconds(30), reason: 'certificateHold' },
    'CERTIFICATE_SUSPENDED',
  ],
])(
  '1-B①.refused a session ends when its certificate is %s, and stays ended',
  async (_, status, reason) => {
    const cookie = await logIn()
    authority.status = status
    authority.now = seconds(60)
    expect(await me(cookie)).toMatchObject({ status: 401, code: 'SESSION_ENDED', reason })
    authority.status = { status: 'good' }
    authority.now = seconds(180)
    expect(await me(cookie)).toMatchObject({ status: 401, code: 'SESSION_ENDED', reason })
  },
)

test('1-B①.refused a session ends when its certificate expires, at once', async () => {
  const { notAfter } = parseCertificate(authority.certificate).validity
  authority.now = new Date(notAfter.getTime() - 20_000)
  const cookie = await logIn()
  authority.now = notAfter
  expect((await me(cookie)).status).toBe(200)
  authority.now = new Date(notAfter.getTime() + 1000)
  const reason = 'CERTIFICATE_EXPIRED'
  expect(await me(cookie)).toMatchObject({ status: 401, code: 'SESSION_ENDED', reason })
})

test('RFC 6960 §2.2 a silent responder ends nothing at first, and everything after ten minutes', async () => {
  const cookie = await logIn()
  authority.status = 'silent'
  authority.now = seconds(599)
  expect(await me(cookie)).toMatchObject({ status: 200, statusCheckedAt: start })
  authority.now = seconds(600)
  const reason = 'STATUS_UNAVAILABLE'
  expect(await me(cookie)).toMatchObject({ status: 401, code: 'SESSION_ENDED', reason })
})

test('1-B① the half hour begins with the login, however late within its five minutes the phone answered', async () => {
  const cookie = await logIn(() => {
    authority.now = seconds(299)
  })
  expect(await me(cookie)).toMatchObject({
    loggedInAt: seconds(299).toISOString(),
    endsAt: seconds(299 + 30 * 60).toISOString(),
  })
  authority.now = seconds(298 + 30 * 60)
  expect((await me(cookie)).status).toBe(200)
  authority.now = seconds(299 + 30 * 60)
  expect(await me(cookie)).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})

test('1-B① a session is over after half an hour, however good the certificate', async () => {
  const cookie = await logIn()
  authority.now = seconds(30 * 60)
  expect(await me(cookie)).toMatchObject({ status: 401, code: 'NOT_LOGGED_IN' })
})
