/** A relying party's tests: robot phones answer by themselves, named in the request, and what befalls them is what the site is told. */
import { localFetch } from '@kazashi/serve'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { authorizationRequest, CookieBrowser, callback, registerClient } from './running-gate.ts'

let sandbox: Sandbox
let client: openid.Configuration
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  const { port } = new URL(sandbox.origin('gate'))
  client = await registerClient({ issuer: `http://localhost:${port}/api/realms/main` })
})
afterAll(() => sandbox?.stop())

const robot = z.object({
  name: z.string(),
  holder: z.string(),
  cardId: z.string(),
  state: z.string(),
  platform: z.string(),
})
const card = z.object({ id: z.string(), face: z.object({ birthDate: z.string() }) })
async function ask(method: string, path: string, body?: object, headers: object = {}) {
  const answer = await localFetch(`${sandbox.origin('box')}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, document: text === '' ? undefined : JSON.parse(text) }
}
const make = async (body: { readonly name: string; readonly platform?: string }) => {
  const { status, document } = await ask('POST', '/phones', body)
  expect([status, document.code ?? '']).toEqual([201, ''])
  return robot.parse(document)
}
/** Names no other file of tests takes in the same sandbox. */
const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}`

/** A client without a script: it follows redirects, and that is all. */
async function logIn(name: string, extra: Readonly<Record<string, string>> = {}) {
  const asked = await authorizationRequest(client, { login_hint: name, ...extra })
  const led = await new CookieBrowser().open(asked.url, sandbox.origin('gate'))
  return { asked, led }
}
const tokensOf = ({ asked, led }: Awaited<ReturnType<typeof logIn>>) =>
  openid.authorizationCodeGrant(client, led, {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
  })

test.each(['android', 'iphone'])(
  '1-B①.login on %s a robot named in the request answers at once: the next thing the client sees is its own address with a code',
  async (platform) => {
    const made = await make({ name: unique(`r-${platform}`), platform })
    expect(made).toMatchObject({ platform, state: 'registered' })
    const tokens = await tokensOf(await logIn(made.name, { scope: 'openid birthdate' }))
    const sub = tokens.claims()?.sub ?? ''
    const info = await openid.fetchUserInfo(client, tokens.access_token, sub)
    // Not the name: of a person drawn by chance it may have a character that a certificate cannot write.
    const cards = z.array(card).parse((await ask('GET', '/cards')).document)
    const born = cards.find(({ id }) => id === made.cardId)?.face.birthDate.replaceAll('-', '')
    expect(info).toEqual({ sub, birthdate: born })
    const again = await tokensOf(await logIn(made.name))
    expect(again.claims()?.sub).toBe(sub)
  },
)

test('1-B①.login a robot that is made at night is registered at once', async () => {
  await sandbox.moveClock('23:30')
  expect(await make({ name: unique('night') })).toMatchObject({ state: 'registered' })
  expect((await logIn('no-phone')).led.searchParams.get('error_description')).toMatch(
    /NOT_REGISTERED$/,
  )
  await sandbox.moveClock('10:00')
})

test('1-B①.refused a robot whose phone is reported lost gets the site access_denied, with the reason; a name of no robot is an ordinary login', async () => {
  const made = await make({ name: unique('lost') })
  const order = await ask('POST', `/cards/${made.cardId}/telephone`, { what: 'phone' })
  expect(order.status).toBeLessThan(300)
  const { led } = await logIn(made.name)
  expect(`${led.origin}${led.pathname}`).toBe(callback)
  expect(Object.fromEntries(led.searchParams)).toMatchObject({
    error: 'access_denied',
    error_description: 'the certificate was not accepted: CERTIFICATE_SUSPENDED',
  })
  expect((await logIn('nobody-of-this-name')).led.pathname).toMatch(/^\/login\//)
})

test('4-B.never-two 5-B3.issued-anew PHONE_NOT_ANDROID PHONE_UNCHANGEABLE a robot is lost, found, and replaced by another phone, and the site knows the same person', async () => {
  const made = await make({ name: unique('life') })
  const sub = async (name: string) => (await tokensOf(await logIn(name))).claims()?.sub
  const told = async (name: string) =>
    (await logIn(name)).led.searchParams.get('error_description') ?? ''
  const before = await sub(made.name)
  const event = (name: string) => ask('POST', `/phones/${made.name}/events`, { event: name })
  expect((await event('lose')).document).toMatchObject({ state: 'suspended' })
  expect(await told(made.name)).toMatch(/CERTIFICATE_SUSPENDED$/)
  expect((await event('resume')).document).toMatchObject({ state: 'registered' })
  expect(await sub(made.name)).toBe(before)
  const by = unique('new')
  const replaced = await ask('POST', `/phones/${made.name}/replacement`, { name: by })
  expect(robot.parse(replaced.document)).toMatchObject({ name: by, cardId: made.cardId })
  expect(await sub(by)).toBe(before)
  expect(await told(made.name)).toMatch(/CERTIFICATE_REVOKED$/)
  expect((await event('lose')).document.code).toBe('PHONE_UNCHANGEABLE')
  expect(await sub(by)).toBe(before)
  for (const name of ['adult', 'nonce-wrong']) {
    const path = `/phones/${name}/events`
    expect((await ask('POST', path, { event: 'lose' })).document.code).toBe('PHONE_UNCHANGEABLE')
    expect((await ask('POST', '/phones', { name })).document.code).toBe('PHONE_NAME_TAKEN')
  }
  const iphone = await make({ name: unique('iphone'), platform: 'iphone' })
  const refused = await ask('POST', `/phones/${iphone.name}/replacement`, { name: unique('x') })
  expect(refused.document.code).toBe('PHONE_NOT_ANDROID')
})

test('PHONE_NAME_TAKEN PHONE_UNKNOWN PHONE_REFUSED robots are made once for a name, listed and put away; no page may work them', async () => {
  const made = await make({ name: unique('listed') })
  const list = async () => z.array(robot).parse((await ask('GET', '/phones')).document)
  expect(await list()).toContainEqual(made)
  expect((await ask('POST', '/phones', { name: made.name })).document.code).toBe('PHONE_NAME_TAKEN')
  const login = `/phones/${made.name}/logins`
  const nowhere = { request: `${sandbox.origin('gate')}/login-requests/${'x'.repeat(30)}` }
  expect((await ask('POST', login, nowhere)).document).toMatchObject({
    code: 'PHONE_REFUSED',
    reason: 'LOGIN_REQUEST_EXPIRED',
  })
  const refusedTo = async (origin: string) =>
    (await ask('POST', login, nowhere, { origin })).document.code
  expect(await refusedTo(sandbox.origin('desk'))).toBe('NOT_FROM_DESK')
  expect(await refusedTo('https://stranger.example')).toBe('ORIGIN_REFUSED')
  expect((await ask('DELETE', `/phones/${made.name}`)).status).toBe(204)
  expect((await ask('POST', login, nowhere)).document.code).toBe('PHONE_UNKNOWN')
  expect((await ask('POST', '/phones', { name: 'Not A Name' })).document.code).toBe(
    'REQUEST_INVALID',
  )
  expect((await list()).map(({ name }) => name)).not.toContain(made.name)
})
