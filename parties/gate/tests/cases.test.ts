/** The catalogue of cases: each is asked for by its name, over HTTP, by a client that nobody here wrote. */
import { createHash } from 'node:crypto'
import {
  type CaseEntry,
  type CaseName,
  type CaseOf,
  cases,
  entryOf,
  type FaultCase,
} from '@kazashi/cases'
import { localFetch } from '@kazashi/serve'
import { decodeJwt } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import {
  authorizationRequest,
  CookieBrowser,
  callback,
  errorOf,
  registerClient,
} from './running-gate.ts'

let sandbox: Sandbox
let issuer: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  const { port } = new URL(sandbox.origin('gate'))
  issuer = `http://localhost:${port}/api/realms/main`
})
afterAll(() => sandbox?.stop())

async function newClient(): Promise<openid.Configuration> {
  const client = await registerClient({ issuer })
  // The transport is not encrypted here: the signature counts (OpenID Connect Core 1.0 §3.1.3.7).
  openid.enableNonRepudiationChecks(client)
  return client
}

/** A client without a script: it follows redirects to its own address, and that is all. */
async function ask(client: openid.Configuration, extra: Readonly<Record<string, string>>) {
  const asked = await authorizationRequest(client, { acr_values: 'aal3', ...extra })
  const led = await new CookieBrowser().open(asked.url, sandbox.origin('gate'))
  expect(`${led.origin}${led.pathname}`).toBe(callback)
  const tokens = () =>
    openid.authorizationCodeGrant(client, led, {
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      pkceCodeVerifier: asked.verifier,
    })
  return { led, tokens }
}

async function logIn(name: CaseName, scope = entryOf(name).scope) {
  const client = await newClient()
  const { led, tokens } = await ask(client, { login_hint: name, scope })
  const told = { error: led.searchParams.get('error'), led, tokens, client }
  const userinfo = async () => {
    const { access_token, claims } = await tokens()
    return openid.fetchUserInfo(client, access_token, claims()?.sub ?? '')
  }
  return { ...told, userinfo }
}

type Login = Awaited<ReturnType<typeof logIn>>

/** In its own words, where the library has no OAuth error. */
const clientSays = (attempt: Promise<unknown>): Promise<string> =>
  errorOf(attempt).catch((error: unknown) => {
    if (error instanceof openid.ClientError) return error.message
    throw error
  })

const noKey = 'error when selecting a JWT verification key, no applicable keys found'

/** Fault → what the library says of it. */
const refusals: Readonly<
  Record<CaseOf<'callback'> | CaseOf<'token'> | CaseOf<'id-token'>, string>
> = {
  'state-wrong': 'unexpected "state" response parameter value',
  'state-missing': 'response parameter "state" missing',
  'response-issuer-wrong': 'unexpected "iss" (issuer) response parameter value',
  'response-issuer-missing': 'response parameter "iss" (issuer) missing',
  'code-missing': 'no authorization code in "callbackParameters"',
  'code-unknown': 'invalid_grant',
  'code-and-error': 'server_error',
  'token-invalid-grant': 'invalid_grant',
  'token-invalid-client': 'invalid_client',
  'token-server-error': 'unexpected HTTP response status code',
  'token-unavailable': 'unexpected HTTP response status code',
  'token-no-json': 'unexpected response content-type',
  'token-type-unknown': 'unsupported `token_type` value',
  'access-token-missing': '"response" body "access_token" property must be a string',
  'id-token-missing': '"response" body "id_token" property must be a string',
  'nonce-wrong': 'unexpected ID Token "nonce" claim value',
  'nonce-missing': 'JWT "nonce" (nonce) claim missing',
  'issuer-wrong': 'unexpected JWT "iss" (issuer) claim value',
  'audience-wrong': 'unexpected JWT "aud" (audience) claim value',
  'audience-added': 'unexpected ID Token "azp" (authorized party) claim value',
  'token-expired':
    'unexpected JWT "exp" (expiration time) claim value, expiration is past current timestamp',
  'token-not-yet-valid': 'unexpected JWT "nbf" (not before) claim value',
  'signature-wrong': 'JWT signature verification failed',
  'algorithm-none': 'unexpected JWT "alg" header parameter',
  'algorithm-hs256': 'unexpected JWT "alg" header parameter',
  'key-unknown': noKey,
  'key-in-header': noKey,
  'subject-missing': 'JWT "sub" (subject) claim missing',
  'id-token-malformed': 'Invalid JWT',
  // The login goes on: what is to be seen in the tokens is below.
  'token-slow': 'none',
  'refresh-refused': 'none',
  'key-rotated': 'none',
  'assurance-low': 'none',
  'access-token-swapped': 'none',
}
const isKnown = (name: string): name is keyof typeof refusals => Object.hasOwn(refusals, name)

/** Fault of userinfo → what comes of it. */
const userinfos: Readonly<Record<CaseOf<'userinfo'>, (login: Login) => Promise<void>>> = {
  'subject-other': async ({ userinfo }) =>
    expect(await clientSays(userinfo())).toBe('unexpected "response" body "sub" property value'),
  'userinfo-unauthorized': async ({ userinfo }) =>
    expect(await clientSays(userinfo())).toBe('invalid_token'),
  'userinfo-unavailable': async ({ userinfo }) =>
    expect(await clientSays(userinfo())).toBe('unexpected HTTP response status code'),
  'userinfo-no-json': async ({ userinfo }) =>
    expect(await clientSays(userinfo())).toBe('unexpected response content-type'),
  'userinfo-slow': async ({ userinfo }) =>
    expect(Object.keys(await userinfo())).toContain('birthdate'),
  'claims-missing': async ({ userinfo }) => expect(Object.keys(await userinfo())).toEqual(['sub']),
  'birthdate-impossible': async ({ userinfo }) =>
    expect((await userinfo()).birthdate).toBe('19850230'),
  'name-markup': async ({ userinfo }) => expect((await userinfo()).name).toMatch(/^<img /),
}
const isOfUserinfo = (name: string): name is CaseOf<'userinfo'> => Object.hasOwn(userinfos, name)

/** What the catalogue promises, and nothing else. */
async function provoke({ name, gets }: CaseEntry): Promise<void> {
  const login = await logIn(name)
  const query = Object.fromEntries(login.led.searchParams)
  if (gets.at === 'error') {
    expect(query).toMatchObject({ error: gets.error, iss: issuer })
    expect(query['code']).toBeUndefined()
    if (gets.description !== undefined) expect(query['error_description']).toBe(gets.description)
    return
  }
  if (name !== 'code-and-error') expect(query['error_description']).toBeUndefined()
  if (isOfUserinfo(name)) return userinfos[name](login)
  expect(await clientSays(login.tokens())).toBe(isKnown(name) ? refusals[name] : 'none')
}

test.each(cases)('OpenID Connect Core 1.0 $name', { timeout: 60_000 }, provoke)

test('OpenID Connect Core 1.0 §5.1 what is special about people is in their claims', async () => {
  const told = async (name: CaseName) => (await logIn(name)).userinfo()
  expect(await told('name-longest')).toMatchObject({
    name: expect.stringMatching(/^長名　.{177}$/u),
  })
  const { address } = await told('address-longest')
  expect([...String(address)]).toHaveLength(200)
  expect(await told('variant-kanji')).toMatchObject({ name: '吉野　高子' })
  expect(await told('latin-name')).toMatchObject({ name: 'O’CONNOR-SAMPLE　MARY ANN' })
  expect(await told('born-on-29-february')).toMatchObject({ birthdate: '19880229' })
  expect(await told('sex-not-applicable')).toMatchObject({ gender: '3' })
  const [one, other] = [await told('twin-1'), await told('twin-2')]
  expect({ ...one, sub: '' }).toEqual({ ...other, sub: '' })
})

test('OpenID Connect Core 1.0 a move ends the claims and not the login; ID tokens of the cases say what they promise', async () => {
  const { tokens } = await logIn('moved', 'openid')
  expect((await tokens()).claims()?.sub).toMatch(/./)
  const low = await (await logIn('assurance-low')).tokens()
  expect(low.claims()).toMatchObject({ acr: 'aal1' })
  const { access_token, id_token } = await (await logIn('access-token-swapped')).tokens()
  const hash = createHash('sha256').update(access_token).digest().subarray(0, 16)
  expect(decodeJwt(id_token ?? '')['at_hash']).not.toBe(hash.toString('base64url'))
})

test('OpenID Connect Core 1.0 after "refresh-refused" and "key-rotated" it goes on as promised', async () => {
  const { client, tokens } = await logIn('refresh-refused')
  const { refresh_token } = await tokens()
  expect(await errorOf(openid.refreshTokenGrant(client, refresh_token ?? ''))).toBe('invalid_grant')
  const keys = async () => {
    const answer = await localFetch(`${issuer}/protocol/openid-connect/certs`)
    return JSON.stringify(await answer.json()).match(/"kid"/g)?.length
  }
  const before = (await keys()) ?? 0
  await (await logIn('key-rotated')).tokens()
  expect(await keys()).toBe(before + 1)
})

async function arm(body: object, headers: object = {}) {
  const answer = await localFetch(`${new URL(issuer).origin}/sandbox/armed-cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return text === '' ? 'armed' : String(JSON.parse(text).code)
}

test('OpenID Connect Core 1.0 what is armed for a client meets its next request alone, and nobody else', async () => {
  const [client, other] = [await newClient(), await newClient()]
  const { client_id } = client.clientMetadata()
  const fault: FaultCase = 'nonce-wrong'
  expect(await arm({ client_id, case: fault, phone: 'adult' })).toBe('armed')
  const login = async (of: openid.Configuration, hint = 'adult') =>
    clientSays((await ask(of, { login_hint: hint })).tokens())
  expect(await login(other)).toBe('none')
  expect(await login(client)).toBe(refusals[fault])
  expect(await login(client)).toBe('none')
  expect(await arm({ client_id, case: 'suspended' })).toBe('armed')
  const { led } = await ask(client, {})
  expect(led.searchParams.get('error_description')).toMatch(/CERTIFICATE_SUSPENDED$/)
  expect(await login(client, 'iphone state-missing')).toBe(refusals['state-missing'])
})

test('NOT_FROM_PROGRAM no page arms a case; a case that is none is refused', async () => {
  const { client_id } = (await newClient()).clientMetadata()
  const body = { client_id, case: 'suspended' }
  expect(await arm(body, { origin: sandbox.origin('gate') })).toBe('NOT_FROM_PROGRAM')
  expect(await arm({ ...body, case: 'no-such-case' })).toBe('REQUEST_INVALID')
  expect(await arm({ ...body, client_id: 'a\u0000b' })).toBe('REQUEST_INVALID')
  const list = await localFetch(`${sandbox.origin('gate')}/sandbox/cases`)
  const all: readonly { readonly name: string }[] = await list.json()
  expect(all.map(({ name }) => name)).toEqual(cases.map(({ name }) => name))
  expect(all.length).toBeGreaterThanOrEqual(60)
})
