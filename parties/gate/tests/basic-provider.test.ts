/**
 * The OpenID Foundation's test plan for a basic provider (`oidcc-basic-certification-test-plan` of its conformance suite), each module
 * answered here in the suite's order. The suite itself is a program in Java with a server of its own: it was read, not run.
 */
import { localFetch } from '@kazashi/serve'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Asked,
  authorizationRequest,
  CookieBrowser,
  callback,
  errorOf,
  GatePage,
  logIn,
  phoneAnswers,
  type RunningGate,
  registerClient,
  startGate,
} from './running-gate.ts'

const start = '2026-11-23T01:00:00.000Z'
const times = { now: new Date() }
let gate: RunningGate
let client: openid.Configuration
beforeAll(async () => {
  gate = await startGate(start, { times })
  client = await registerClient(gate)
  openid.enableNonRepudiationChecks(client)
})
afterAll(() => gate?.close())

type Extra = Readonly<Record<string, string>>

async function granted(asked: Asked, led: URL) {
  const tokens = await openid.authorizationCodeGrant(client, led, {
    expectedState: asked.state,
    ...(asked.url.searchParams.has('nonce') && { expectedNonce: asked.nonce }),
    pkceCodeVerifier: asked.verifier,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new TypeError('no ID token')
  return { ...tokens, id: claims }
}

/** A whole login. @param change of the request, after it was made */
async function login(extra: Extra = {}, change: (url: URL) => void = () => undefined) {
  const asked = await authorizationRequest(client, extra)
  change(asked.url)
  return granted(asked, await logIn(gate, asked))
}

/** Where the browser ends without a phone: a page of the gate, or the site with an error. */
async function refused(extra: Extra, change: (url: URL) => void = () => undefined) {
  const { url } = await authorizationRequest(client, extra)
  change(url)
  const led = await new CookieBrowser().open(url, gate.origins.gate)
  const { status } = await new CookieBrowser().fetch(url)
  return { status, at: `${led.origin}${led.pathname}`, error: led.searchParams.get('error') }
}

const userinfo = async (token: string, how: RequestInit) => {
  const answer = await fetch(client.serverMetadata().userinfo_endpoint ?? '', how)
  expect(token).toMatch(/./)
  return { status: answer.status, document: await answer.json() }
}

/** Module → what is done. */
const modules: Readonly<Record<string, () => Promise<void>>> = {
  'oidcc-server': async () => {
    const { id, token_type } = await login()
    expect(token_type).toBe('bearer')
    expect(id.iss).toBe(gate.issuer)
  },
  'oidcc-response-type-missing': async () => {
    const told = await refused({}, (url) => url.searchParams.delete('response_type'))
    expect(told).toMatchObject({ at: callback, error: 'invalid_request' })
  },
  'oidcc-idtoken-signature': async () => {
    const { id_token = '' } = await login()
    const { kid, alg } = decodeProtectedHeader(id_token)
    expect([typeof kid, alg]).toEqual(['string', 'ES256'])
  },
  'oidcc-idtoken-unsigned': async () => {
    // OpenID Connect Core 1.0 §3.1.3.7: none needs a registration that asks for it, and none is taken.
    const asked = registerClient(gate, { id_token_signed_response_alg: 'none' })
    await expect(asked).rejects.toThrow()
  },
  'oidcc-userinfo-get': async () => {
    const { access_token, id } = await login({ scope: 'openid birthdate' })
    const headers = { authorization: `Bearer ${access_token}` }
    expect(await userinfo(access_token, { headers })).toMatchObject({
      status: 200,
      document: { sub: id.sub, birthdate: expect.stringMatching(/^\d{8}$/) },
    })
  },
  'oidcc-userinfo-post-header': async () => {
    const { access_token, id } = await login()
    const headers = { authorization: `Bearer ${access_token}` }
    expect(await userinfo(access_token, { method: 'POST', headers })).toMatchObject({
      status: 200,
      document: { sub: id.sub },
    })
  },
  'oidcc-userinfo-post-body': async () => {
    const { access_token, id } = await login()
    const body = new URLSearchParams({ access_token })
    expect(await userinfo(access_token, { method: 'POST', body })).toMatchObject({
      status: 200,
      document: { sub: id.sub },
    })
  },
  'oidcc-ensure-request-without-nonce-succeeds-for-code-flow': async () => {
    const { id } = await login({}, (url) => url.searchParams.delete('nonce'))
    expect(id.nonce).toBeUndefined()
  },
  'oidcc-scope-address': async () => {
    const { access_token, id } = await login({ scope: 'openid address' })
    const info = await openid.fetchUserInfo(client, access_token, id.sub)
    // One text, as in the certificate: docs/divergences.md.
    expect(info.address).toEqual(expect.any(String))
  },
  'oidcc-scope-all': async () => {
    const { access_token, id } = await login({ scope: 'openid name address birthdate gender' })
    const info = await openid.fetchUserInfo(client, access_token, id.sub)
    expect(Object.keys(info).sort()).toEqual(['address', 'birthdate', 'gender', 'name', 'sub'])
  },
  'oidcc-ensure-other-scope-order-succeeds': async () => {
    const { access_token, id } = await login({ scope: 'name openid' })
    expect(await openid.fetchUserInfo(client, access_token, id.sub)).toHaveProperty('name')
  },
  'oidcc-display-page': async () => {
    expect((await login({ display: 'page' })).id.sub).toMatch(/./)
  },
  'oidcc-display-popup': async () => {
    expect((await login({ display: 'popup' })).id.sub).toMatch(/./)
  },
  'oidcc-prompt-login': async () => {
    const first = await login()
    const again = await login({ prompt: 'login' })
    expect(again.id.sub).toBe(first.id.sub)
  },
  'oidcc-prompt-none-not-logged-in': async () => {
    expect(await refused({ prompt: 'none' })).toMatchObject({
      at: callback,
      error: 'login_required',
    })
  },
  'oidcc-max-age-1': async () => {
    const { id } = await login({ max_age: '1' })
    expect(id['auth_time']).toEqual(expect.any(Number))
  },
  'oidcc-max-age-10000': async () => {
    const { id } = await login({ max_age: '10000' })
    expect(id['auth_time']).toEqual(expect.any(Number))
  },
  'oidcc-ensure-request-with-unknown-parameter-succeeds': async () => {
    expect((await login({ extra: 'foobar' })).id.sub).toMatch(/./)
  },
  'oidcc-id-token-hint': async () => {
    const { id_token = '', id } = await login()
    expect((await login({ id_token_hint: id_token })).id.sub).toBe(id.sub)
  },
  'oidcc-login-hint': async () => {
    expect((await login({ login_hint: 'bob@example.com' })).id.sub).toMatch(/./)
  },
  'oidcc-ui-locales': async () => {
    expect((await login({ ui_locales: 'se' })).id.sub).toMatch(/./)
  },
  'oidcc-claims-essential': async () => {
    expect(client.serverMetadata().claims_parameter_supported).toBe(true)
    const asked = JSON.stringify({ userinfo: { name: { essential: true } } })
    const { access_token, id } = await login({ claims: asked })
    const { name } = await openid.fetchUserInfo(client, access_token, id.sub)
    expect(name).toBe('番号　花子')
  },
  'oidcc-claims-locales': async () => {
    expect((await login({ claims_locales: 'se' })).id.sub).toMatch(/./)
  },
  'oidcc-ensure-request-with-acr-values-succeeds': async () => {
    // The level that there was, whatever was wished for.
    expect((await login({ acr_values: '1 2' })).id['acr']).toBe('aal3')
    expect((await login({ acr_values: 'aal3 crl' })).id['acr']).toBe('aal3')
  },
  'oidcc-codereuse': async () => {
    const asked = await authorizationRequest(client)
    const led = await logIn(gate, asked)
    await granted(asked, led)
    expect(await errorOf(granted(asked, led))).toBe('invalid_grant')
  },
  'oidcc-codereuse-30seconds': async () => {
    const asked = await authorizationRequest(client)
    const led = await logIn(gate, asked)
    const { access_token, id } = await granted(asked, led)
    times.now = new Date(times.now.getTime() + 30_000)
    expect(await errorOf(granted(asked, led))).toBe('invalid_grant')
    expect(await errorOf(openid.fetchUserInfo(client, access_token, id.sub))).toBe('invalid_token')
  },
  'oidcc-ensure-registered-redirect-uri': async () => {
    const { status, at } = await refused({ redirect_uri: 'https://bank.example/other' })
    expect([status, new URL(at).origin]).toEqual([400, gate.origins.gate])
  },
  'oidcc-ensure-post-request-succeeds': async () => {
    const asked = await authorizationRequest(client)
    const browser = new CookieBrowser()
    const form = await localFetch(`${asked.url.origin}${asked.url.pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `${asked.url.searchParams}`,
      redirect: 'manual',
    })
    const start = new URL(form.headers.get('location') ?? '', gate.issuer)
    const page = new GatePage(gate, browser, await browser.open(start, gate.origins.gate))
    const { code, appUrl } = await page.request()
    await phoneAnswers(gate, appUrl, code)
    const { id } = await granted(asked, new URL(await page.end('finish')))
    expect(id.sub).toMatch(/./)
  },
  'oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported': async () => {
    expect(await refused({ request_uri: 'https://bank.example/request' })).toMatchObject({
      error: 'request_uri_not_supported',
    })
  },
  'oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported': async () => {
    const request = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`
    expect(await refused({ request })).toMatchObject({ error: 'request_not_supported' })
  },
  'oidcc-refresh-token': async () => {
    const { refresh_token = '', id } = await login()
    const again = await openid.refreshTokenGrant(client, refresh_token)
    expect(again.claims()?.sub).toBe(id.sub)
    expect(decodeJwt(again.id_token ?? '').aud).toBe(client.clientMetadata().client_id)
  },
  'oidcc-ensure-request-with-valid-pkce-succeeds': async () => {
    const asked = await authorizationRequest(client)
    expect(asked.url.searchParams.get('code_challenge_method')).toBe('S256')
    expect((await granted(asked, await logIn(gate, asked))).id.sub).toMatch(/./)
  },
}

test.each(Object.entries(modules))('OpenID Connect Core 1.0 %s', async (_module, answer) => {
  await expect(answer()).resolves.toBeUndefined()
})

/** Module → why it does not apply. */
const notApplicable: Readonly<Record<string, string>> = {
  'oidcc-scope-profile': 'no such scope: name, birthdate and gender are scopes of their own',
  'oidcc-scope-email': 'the certificate has no mail address',
  'oidcc-scope-phone': 'the certificate has no telephone number',
  'oidcc-prompt-none-logged-in': 'nobody is logged in at the gate itself: always login_required',
  'oidcc-server-client-secret-post': 'there are no secrets: private_key_jwt',
  'oidcc-ensure-request-object-with-redirect-uri': 'no request objects: discovery says so',
}

test('OpenID Connect Discovery 1.0 §3 what does not apply is what discovery says', () => {
  for (const [module, why] of Object.entries(notApplicable)) console.log(`${module}: ${why}`)
  expect(client.serverMetadata()).toMatchObject({
    scopes_supported: expect.not.arrayContaining(['profile', 'email', 'phone']),
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'],
  })
  expect(client.serverMetadata()['request_parameter_supported'] ?? false).toBe(false)
  expect(client.serverMetadata()['request_uri_parameter_supported']).toBe(false)
})
