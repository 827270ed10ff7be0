/** A relying party logs a person in at the gate, by a client that nobody here wrote (openid-client), and the phone answers. */
import { localFetch } from '@kazashi/serve'
import { decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as openid from 'openid-client'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
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

let gate: RunningGate
let client: openid.Configuration
beforeAll(async () => {
  gate = await startGate(start)
  client = await registerClient(gate)
})
afterAll(() => gate?.close())
afterEach(() => {
  gate.authority.status = { status: 'good' }
})

const checksOf = ({ state, nonce, verifier }: Asked) => ({
  expectedState: state,
  expectedNonce: nonce,
  pkceCodeVerifier: verifier,
})
const tokensFor = async (asked: Asked, of = client) =>
  openid.authorizationCodeGrant(of, await logIn(gate, asked), checksOf(asked))
/** Where the browser of a request ends, without anybody answering. */
const openedBy = async (asked: Pick<Asked, 'url'>) =>
  new CookieBrowser().open(asked.url, gate.origins.gate)
const errorIn = (url: URL) => ({
  at: `${url.origin}${url.pathname}`,
  error: url.searchParams.get('error'),
  state: url.searchParams.get('state'),
})
const pageOf = async (asked: Asked, browser = new CookieBrowser()) =>
  new GatePage(gate, browser, await browser.open(asked.url, gate.origins.gate))

describe('a login', () => {
  test('1-B①.login OIDC Core §3.1 a client that asks the system for names is given an ID token and the subject of the person whose phone answered', async () => {
    const asked = await authorizationRequest(client, { acr_values: 'aal3 crl' })
    const led = await logIn(gate, asked)
    expect(`${led.origin}${led.pathname}`).toBe(callback)
    expect(led.searchParams.get('iss')).toBe(gate.issuer)
    const tokens = await openid.authorizationCodeGrant(client, led, checksOf(asked))
    const claims = tokens.claims()
    const aud = client.clientMetadata().client_id
    expect(claims).toMatchObject({ iss: gate.issuer, aud, acr: 'aal3' })
    expect(decodeProtectedHeader(tokens.id_token ?? '').alg).toBe('ES256')
    expect(aud).toMatch(/^[0-9a-zA-Z]{1,255}$/)
    const subject = claims?.sub ?? ''
    expect(await openid.fetchUserInfo(client, tokens.access_token, subject)).toEqual({
      sub: subject,
    })
  })

  test('OIDC Core §8.1 a person has the same subject at one site each time, and another one at another site', async () => {
    const subjectAt = async (of: openid.Configuration, redirect = callback) =>
      (await tokensFor(await authorizationRequest(of, { redirect_uri: redirect }), of)).claims()
        ?.sub
    const elsewhere = 'https://shop.example/callback'
    const other = await registerClient(gate, { redirect_uris: [elsewhere] })
    const first = await subjectAt(client)
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(await subjectAt(client)).toBe(first)
    expect(await subjectAt(other, elsewhere)).not.toBe(first)
  })

  test('OIDC Discovery §3 servers call the issuer’s name, browsers open the gate’s; a browser at the issuer’s is led to the gate’s', async () => {
    const found = client.serverMetadata()
    const { authorization_endpoint: opened = '', ...called } = found
    expect(new URL(opened).origin).toBe(gate.origins.gate)
    for (const name of ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'] as const)
      expect(called[name]).toMatch(`${gate.issuer}/protocol/openid-connect/`)
    const asked = await authorizationRequest(client)
    const atIssuer = new URL(asked.url)
    atIssuer.host = new URL(gate.issuer).host
    const led = await localFetch(atIssuer, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([303, asked.url.href])
  })

  test('RFC 6749 §6 refreshing works while the certificate holds; a phone that is suspended ends it, and the access token with it', async () => {
    const tokens = await tokensFor(await authorizationRequest(client))
    const again = await openid.refreshTokenGrant(client, tokens.refresh_token ?? '')
    gate.authority.status = {
      status: 'revoked',
      revokedAt: new Date(start),
      reason: 'certificateHold',
    }
    const sub = tokens.claims()?.sub ?? ''
    const token = again.refresh_token ?? tokens.refresh_token ?? ''
    expect(await errorOf(openid.refreshTokenGrant(client, token))).toBe('invalid_grant')
    expect(await errorOf(openid.fetchUserInfo(client, again.access_token, sub))).toBe(
      'invalid_token',
    )
    gate.authority.status = 'silent'
    expect(await errorOf(openid.refreshTokenGrant(client, token))).toBe('temporarily_unavailable')
  })

  test('architecture §4 a restart loses nothing: not the login that waits, the code, or the tokens', async () => {
    const asked = await authorizationRequest(client)
    const page = await pageOf(asked)
    const { code, appUrl } = await page.request()
    await gate.restart()
    await phoneAnswers(gate, appUrl, code)
    await gate.restart()
    const led = await page.end('finish')
    await gate.restart()
    const tokens = await openid.authorizationCodeGrant(client, new URL(led), checksOf(asked))
    await gate.restart()
    const again = await openid.refreshTokenGrant(client, tokens.refresh_token ?? '')
    expect(again.claims()?.sub).toBe(tokens.claims()?.sub)
  })
})

describe('attributes', () => {
  const wanted = { scope: 'openid name birthdate' }
  afterEach(() => {
    gate.authority.holders.signing = gate.authority.holders.authentication
  })

  test('OIDC Core §5.3 the site is told what it asked for and no more, from the signing certificate, also after a restart', async () => {
    const all = await tokensFor(
      await authorizationRequest(client, { scope: 'openid name address birthdate gender' }),
    )
    const told = {
      name: '番号　花子',
      address: '東京都渋谷区神南１－２－３',
      birthdate: '19850315',
      gender: '2',
    }
    await gate.restart()
    const sub = all.claims()?.sub ?? ''
    expect(await openid.fetchUserInfo(client, all.access_token, sub)).toEqual({ sub, ...told })
    const some = await tokensFor(await authorizationRequest(client, wanted))
    expect(await openid.fetchUserInfo(client, some.access_token, sub)).toEqual({
      sub,
      name: told.name,
      birthdate: told.birthdate,
    })
    const again = await openid.refreshTokenGrant(client, some.refresh_token ?? '')
    expect(Object.keys(await openid.fetchUserInfo(client, again.access_token, sub))).toEqual([
      'sub',
      'name',
      'birthdate',
    ])
  })

  test('OIDC Core §5.5 what is not essential the person may leave out, and the site is told what was handed over', async () => {
    const claims = { userinfo: { name: { essential: true }, address: null, gender: null } }
    const parameters = { scope: 'openid birthdate', claims: JSON.stringify(claims) }
    const toldWith = async (chosen: readonly ('name' | 'address' | 'gender')[]) => {
      const asked = await authorizationRequest(client, parameters)
      const page = await pageOf(asked)
      const { code, appUrl } = await page.request()
      expect(await phoneAnswers(gate, appUrl, code, { chosen })).toEqual({ status: 200 })
      const led = String(await page.end('finish'))
      const tokens = await openid.authorizationCodeGrant(client, new URL(led), checksOf(asked))
      const sub = tokens.claims()?.sub ?? ''
      return Object.keys(await openid.fetchUserInfo(client, tokens.access_token, sub)).sort()
    }
    expect(await toldWith(['gender'])).toEqual(['birthdate', 'gender', 'name', 'sub'])
    expect(await toldWith([])).toEqual(['birthdate', 'name', 'sub'])
    const optional = { scope: 'openid', claims: JSON.stringify({ userinfo: { address: null } }) }
    const page = await pageOf(await authorizationRequest(client, optional))
    const { code, appUrl } = await page.request()
    // Nothing is handed over, so nothing is signed by the password.
    const answer = await phoneAnswers(gate, appUrl, code, { chosen: [], attributes: 'none' })
    expect(answer).toEqual({ status: 200 })
  })

  test('OIDC Core §5.5.1.1 a level or a person that cannot be promised is refused at once; what else is said of a claim is passed over', async () => {
    const asked = async (claims: object) => {
      const parameters = { scope: 'openid', claims: JSON.stringify(claims) }
      const led = await new CookieBrowser().open(
        (await authorizationRequest(client, parameters)).url,
        gate.origins.gate,
      )
      return led.searchParams.get('error') ?? 'begun'
    }
    const acr = (values: string[], essential = true) => ({
      id_token: { acr: { essential, values } },
    })
    expect(await asked(acr(['gold']))).toBe('unmet_authentication_requirements')
    expect(await asked(acr(['gold', 'aal3']))).toBe('begun')
    expect(await asked(acr(['gold'], false))).toBe('begun')
    expect(await asked({ id_token: { sub: { value: 'somebody' } } })).toBe('invalid_request')
    expect(await asked({ userinfo: { sub: { values: ['a', 'b'] } } })).toBe('invalid_request')
    // Begun is not enough: the page asks for what it is to show.
    const odd = {
      userinfo: { name: { essential: 'true' }, email: { essential: 1 }, address: null },
    }
    const parameters = { scope: 'openid', claims: JSON.stringify(odd) }
    const page = await pageOf(await authorizationRequest(client, parameters))
    const { code, appUrl } = await page.request()
    expect((await phoneAnswers(gate, appUrl, code, { chosen: [] })).status).toBe(200)
  })

  test('1-B①.who-asks what a site needs cannot be left out, nor more be handed over than it asked for', async () => {
    const page = await pageOf(await authorizationRequest(client, wanted))
    const { code, appUrl } = await page.request()
    for (const claims of [
      ['name'],
      ['name', 'gender', 'birthdate'],
      ['birthdate', 'name'],
    ] as const)
      expect((await phoneAnswers(gate, appUrl, code, { claims })).code).toBe('STATEMENT_MISMATCH')
    expect((await phoneAnswers(gate, appUrl, code)).status).toBe(200)
  })

  test('1-B①.who-asks what is handed over stands in what is signed: without the second signature, over something else, or by another person nobody is logged in', async () => {
    const page = await pageOf(await authorizationRequest(client, wanted))
    const { code, appUrl } = await page.request()
    for (const attributes of ['none', 'other'] as const) {
      const answer = await phoneAnswers(gate, appUrl, code, { attributes })
      expect([attributes, answer.code]).toEqual([attributes, 'STATEMENT_MISMATCH'])
    }
    gate.authority.holders.signing = 'holder-2'
    expect((await phoneAnswers(gate, appUrl, code)).code).toBe('STATEMENT_MISMATCH')
    expect(await page.state()).toEqual({ state: 'pending' })
  })
})

describe('a login that comes to nothing', () => {
  test('RFC 6749 §4.1.2.1 the person stops it, or the phone is suspended: the site gets access_denied with a description, the person their own words', async () => {
    const stopped = await authorizationRequest(client)
    const page = await pageOf(stopped)
    await page.request()
    const led = new URL(await page.end('stop'))
    const { state } = stopped
    expect(errorIn(led)).toEqual({ at: callback, error: 'access_denied', state })
    expect(led.searchParams.get('error_description')).toBe('the End-User ended the login')

    const suspended = await pageOf(await authorizationRequest(client))
    const { code, appUrl } = await suspended.request()
    gate.authority.status = {
      status: 'revoked',
      revokedAt: new Date(start),
      reason: 'certificateHold',
    }
    expect(await phoneAnswers(gate, appUrl, code)).toMatchObject({
      status: 422,
      code: 'CERTIFICATE_SUSPENDED',
    })
    expect(await suspended.state()).toMatchObject({
      state: 'refused',
      reason: { code: 'CERTIFICATE_SUSPENDED', title: '電子証明書は一時停止中です' },
    })
    const told = new URL(await suspended.end('stop'))
    expect(told.searchParams.get('error_description')).toMatch('CERTIFICATE_SUSPENDED')
  })

  test('1-B①.refused a phone that is refused before it signs says why: the page is told in words, and another phone may still answer; a finished login hears nothing', async () => {
    const page = await pageOf(await authorizationRequest(client))
    const { code, appUrl } = await page.request()
    const address = new URL(appUrl).searchParams.get('request') ?? ''
    const say = async (word: string) => {
      const headers = { origin: gate.origins.app, 'content-type': 'application/json' }
      const body = JSON.stringify({ code: word })
      return (await localFetch(`${address}/hindered`, { method: 'POST', headers, body })).status
    }
    expect(await (await localFetch(address)).json()).toMatchObject({
      hinderedUrl: `${address}/hindered`,
    })
    expect(await say('SIGNATURE_INVALID')).toBe(400)
    expect(await page.state()).toEqual({ state: 'pending' })
    expect(await say('CERTIFICATE_SUSPENDED')).toBe(204)
    expect(await page.state()).toMatchObject({
      state: 'pending',
      reason: { code: 'CERTIFICATE_SUSPENDED', title: '電子証明書は一時停止中です' },
    })
    expect(await phoneAnswers(gate, appUrl, code)).toMatchObject({ status: 200 })
    expect(await page.state()).toEqual({ state: 'accepted' })
    expect(await page.end('finish')).toBeInstanceOf(URL)
    expect(await say('CERTIFICATE_SUSPENDED')).toBe(409)
  })

  test('1-B① three wrong numbers end the request, and the page begins another one with a new number', async () => {
    const page = await pageOf(await authorizationRequest(client))
    const { code, appUrl } = await page.request()
    const wrong = code === '00' ? '01' : '00'
    for (const _ of [1, 2, 3])
      expect((await phoneAnswers(gate, appUrl, wrong)).code).toBe('CODE_WRONG')
    expect(await page.state()).toMatchObject({ state: 'refused', reason: { code: 'CODE_WRONG' } })
    const again = await page.request()
    expect(await phoneAnswers(gate, again.appUrl, again.code)).toMatchObject({ status: 200 })
    expect(await page.end('finish')).toBeInstanceOf(URL)
  })

  test('OIDC Core §3.1.2.6 nobody is logged in at the gate itself: prompt=none is login_required, also right after a login in the same browser', async () => {
    const browser = new CookieBrowser()
    const page = await pageOf(await authorizationRequest(client), browser)
    const { code, appUrl } = await page.request()
    await phoneAnswers(gate, appUrl, code)
    expect(await page.end('finish')).toBeInstanceOf(URL)
    const silent = await authorizationRequest(client, { prompt: 'none' })
    const led = await browser.open(silent.url, gate.origins.gate)
    expect(errorIn(led)).toMatchObject({ at: callback, error: 'login_required' })
    expect(
      (await browser.open((await authorizationRequest(client)).url, gate.origins.gate)).pathname,
    ).toMatch(/^\/login\//)
  })

  test('OIDC Core §3.1.2.1 parameters beyond the published limits are invalid_request, at the site’s own address', async () => {
    const refused = async (extra: Record<string, string>) =>
      errorIn(await openedBy(await authorizationRequest(client, extra))).error
    expect(await refused({ nonce: 'n'.repeat(256) })).toBe('invalid_request')
    expect(await refused({ nonce: 'あ' })).toBe('invalid_request')
    expect(await refused({ state: 's'.repeat(256) })).toBe('invalid_request')
    expect(await refused({ code_challenge: 'c'.repeat(129) })).toBe('invalid_request')
    expect(await refused({ nonce: 'n'.repeat(255), state: 's'.repeat(255) })).toBe(null)
  })
})

describe('attacks', () => {
  test('1-B①.who-asks relay: a stranger’s link logs in nobody’s screen: the phone leads its own browser back, which had asked for nothing', async () => {
    const stranger = await pageOf(await authorizationRequest(client))
    const { appUrl } = await stranger.request()
    const { returnUrl = '' } = await phoneAnswers(gate, appUrl, undefined)
    expect(await stranger.state()).toEqual({ state: 'returning' })
    expect(await stranger.end('finish')).toBe('LOGIN_REQUEST_UNKNOWN')
    const victim = new CookieBrowser()
    const came = await victim.open(returnUrl, gate.origins.gate)
    expect(came.searchParams.get('came')).toBe('LOGIN_REQUEST_UNKNOWN')
    // On the phone itself the same link logs in the browser that had asked.
    const browser = new CookieBrowser()
    const own = await pageOf(await authorizationRequest(client), browser)
    const back = await phoneAnswers(gate, (await own.request()).appUrl, undefined)
    const led = await browser.open(back.returnUrl ?? '', gate.origins.gate)
    expect(`${led.origin}${led.pathname}`).toBe(callback)
    const twice = await browser.open(back.returnUrl ?? '', gate.origins.gate)
    expect(twice.searchParams.get('came')).toBe('LOGIN_REQUEST_UNKNOWN')
  })

  test('RFC 9700 §4.5 a login belongs to the browser that asked: another one sees neither its number nor its end', async () => {
    const page = await pageOf(await authorizationRequest(client))
    const { code, appUrl } = await page.request()
    await phoneAnswers(gate, appUrl, code)
    const other = new GatePage(gate, new CookieBrowser(), page.address)
    expect(await other.end('finish')).toBe('LOGIN_REQUEST_UNKNOWN')
    expect(await other.end('stop')).toBe('LOGIN_REQUEST_UNKNOWN')
    expect(await other.state()).toMatchObject({ code: 'LOGIN_REQUEST_UNKNOWN' })
    const answer = await new CookieBrowser().fetch(`${page.address.href}/qr.svg`)
    expect(answer.status).toBe(404)
  })

  test('RFC 6749 §4.1.2 a code is used once, also by two at the same moment, and what it gave ends when it is used again', async () => {
    const asked = await authorizationRequest(client)
    const led = await logIn(gate, asked)
    const tokens = await openid.authorizationCodeGrant(client, led, checksOf(asked))
    const again = openid.authorizationCodeGrant(client, led, checksOf(asked))
    expect(await errorOf(again)).toBe('invalid_grant')
    const sub = tokens.claims()?.sub ?? ''
    expect(await errorOf(openid.fetchUserInfo(client, tokens.access_token, sub))).toBe(
      'invalid_token',
    )

    const raced = await authorizationRequest(client)
    const code = await logIn(gate, raced)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        errorOf(openid.authorizationCodeGrant(client, code, checksOf(raced))),
      ),
    )
    expect(outcomes.filter((one) => one === 'none').length).toBeLessThanOrEqual(1)
    expect(new Set(outcomes.filter((one) => one !== 'none'))).toEqual(new Set(['invalid_grant']))
  })

  test('RFC 7636 §4.4 without a challenge, with a plain one, or with another verifier there is no code or no token', async () => {
    const asked = await authorizationRequest(client)
    const without = new URL(asked.url)
    without.searchParams.delete('code_challenge')
    without.searchParams.delete('code_challenge_method')
    expect(errorIn(await openedBy({ url: without })).error).toBe('invalid_request')
    const plain = await authorizationRequest(client, { code_challenge_method: 'plain' })
    expect(errorIn(await openedBy(plain)).error).toBe('invalid_request')
    const led = await logIn(gate, asked)
    const other = { ...checksOf(asked), pkceCodeVerifier: openid.randomPKCECodeVerifier() }
    expect(await errorOf(openid.authorizationCodeGrant(client, led, other))).toBe('invalid_grant')
  })

  test('RFC 9700 §4.4 a code of one site is worth nothing to another, and mix-up shows in `iss`', async () => {
    const asked = await authorizationRequest(client)
    const led = await logIn(gate, asked)
    const thief = await registerClient(gate)
    expect(await errorOf(openid.authorizationCodeGrant(thief, led, checksOf(asked)))).toBe(
      'invalid_grant',
    )
    const mixed = new URL(led)
    mixed.searchParams.set('iss', 'https://other.example')
    expect(await errorOf(openid.authorizationCodeGrant(client, mixed, checksOf(asked)))).toMatch(
      /iss/,
    )
  })

  test('RFC 6749 §10.15 an address that is not registered is led to by no answer and no error, and what is shown says why', async () => {
    const evil = 'https://evil.example/callback'
    const { url } = await authorizationRequest(client, { redirect_uri: evil })
    const browser = new CookieBrowser()
    const page = await browser.fetch(url)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    const program = await browser.fetch(url, { headers: { accept: 'application/json' } })
    expect(await program.json()).toMatchObject({ error: 'invalid_redirect_uri' })
    const unknown = new URL(url)
    unknown.searchParams.set('client_id', '"><script>alert(1)</script>')
    const asked = await browser.fetch(unknown)
    expect(await asked.text()).not.toContain('<script>alert')
  })

  test('RFC 7523 §3 RFC 8725 §3.1 a client proves itself by its own key: not by none, by a secret, by another key, for another audience, or twice with one assertion', async () => {
    const { client_id } = client.clientMetadata()
    const stranger = await generateKeyPair('ES256')
    const endpoint = client.serverMetadata().token_endpoint ?? ''
    const ask = async (assertion: string) => {
      const answer = await fetch(endpoint, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: 'x',
          redirect_uri: callback,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        }),
      })
      const { error } = await answer.json()
      return error
    }
    const claims = (audience: string) =>
      new SignJWT({ jti: crypto.randomUUID() })
        .setIssuer(client_id)
        .setSubject(client_id)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1m')
    const by = (audience = gate.issuer) =>
      claims(audience).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(stranger.privateKey)
    const symmetric = await claims(gate.issuer)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('s'.repeat(32)))
    const [, payload] = symmetric.split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    for (const assertion of [await by(), symmetric, none])
      expect(await ask(assertion)).toBe('invalid_client')

    const own = await generateKeyPair('ES256', { extractable: true })
    const known = await registerClient(gate, {
      jwks: { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256' }] },
    })
    const id = known.clientMetadata().client_id
    const signed = (audience: string, jti: string) =>
      new SignJWT({ jti })
        .setProtectedHeader({ alg: 'ES256', kid: 'own' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(own.privateKey)
    expect(await ask(await signed('https://other.example', 'a'))).toBe('invalid_client')
    const once = await signed(endpoint, 'b')
    // The code is wrong, the client is not.
    expect(await ask(once)).toBe('invalid_grant')
    expect(await ask(once)).toBe('invalid_client')
  })

  test('architecture §4 what is kept opens nothing: no code, token, cookie or certificate is readable in the database', async () => {
    const asked = await authorizationRequest(client)
    const led = await logIn(gate, asked)
    const tokens = await openid.authorizationCodeGrant(client, led, checksOf(asked))
    const database = new pg.Client({ connectionString: gate.databaseUrl })
    await database.connect()
    const { rows } = await database.query<{ row: string }>(
      `select payload::text as row from gate.payload union all select sign_in::text from gate.sign_in
       union all select login_request::text from gate.login_request union all select signing_key::text from gate.signing_key`,
    )
    await database.end()
    const kept = rows.map(({ row }) => row).join('\n')
    const code = led.searchParams.get('code') ?? ''
    const certificate = Buffer.from(gate.authority.certificate).toString('hex')
    expect(kept.length).toBeGreaterThan(1000)
    for (const secret of [code, tokens.access_token, tokens.refresh_token ?? '', certificate]) {
      expect(secret.length).toBeGreaterThan(20)
      expect(kept).not.toContain(secret)
      expect(kept).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })
})

describe('requests as people and programs send them', () => {
  test('RFC 6749 §4.1.2 who has answered may be led on once more where that was lost, and cannot say no any more', async () => {
    const browser = new CookieBrowser()
    const asked = await authorizationRequest(client)
    const page = await pageOf(asked, browser)
    const { code, appUrl } = await page.request()
    await phoneAnswers(gate, appUrl, code)
    const led = async (how: string) =>
      (await browser.fetch(`${page.address.href}/${how}`)).headers.get('location') ?? ''
    const first = await led('finish')
    expect(await led('finish')).toBe(first)
    expect(await led('stop')).toBe(first)
    const back = await browser.open(new URL(first, gate.origins.gate), gate.origins.gate)
    const tokens = await openid.authorizationCodeGrant(client, back, checksOf(asked))
    expect(tokens.claims()?.sub).toMatch(/./)
    expect(await led('finish')).toMatch(/came=LOGIN_REQUEST_UNKNOWN$/)
  })

  const realm = () => `${gate.issuer}`
  const register = (body: object) =>
    fetch(`${realm()}/clients-registrations/openid-connect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  test('OIDC Core §3.1.2.1 a request by form is one by address; without openid it is for nothing; without an address of its own it is refused', async () => {
    const asked = await authorizationRequest(client)
    const byForm = await localFetch(`${asked.url.origin}${asked.url.pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: asked.url.search.slice(1),
      redirect: 'manual',
    })
    expect([byForm.status, byForm.headers.get('location')]).toEqual([303, asked.url.href])
    const nothing = new URL((await authorizationRequest(client, { scope: 'name' })).url)
    nothing.searchParams.delete('nonce')
    expect(errorIn(await openedBy({ url: nothing })).error).toBe('invalid_scope')
    const nowhere = new URL(asked.url)
    nowhere.searchParams.delete('redirect_uri')
    expect((await openedBy({ url: nowhere })).origin).toBe(gate.origins.gate)
    expect((await new CookieBrowser().fetch(nowhere)).status).toBe(400)
    const english = await authorizationRequest(client, { ui_locales: 'en-GB ja' })
    expect((await openedBy(english)).hash).toBe('#lang=en')
  })

  test('RFC 7591 §3.2.2 what cannot be registered is told so, and a client that has a key gets no secret', async () => {
    const wrong = await register({ redirect_uris: ['x'], token_endpoint_auth_method: 'none' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ error: 'invalid_redirect_uri' })
    const right = await register({
      redirect_uris: [callback],
      jwks: {
        keys: [await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)],
      },
    })
    expect(right.status).toBe(201)
    expect(await right.json()).not.toHaveProperty('client_secret')
  })

  test('RFC 7523 §3 of one assertion sent eight times at once one is taken, and none that is good for a year', async () => {
    const own = await generateKeyPair('ES256', { extractable: true })
    const known = await registerClient(gate, {
      jwks: { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256' }] },
    })
    const id = known.clientMetadata().client_id
    const assertion = (good: string) =>
      new SignJWT({ jti: crypto.randomUUID() })
        .setProtectedHeader({ alg: 'ES256', kid: 'own' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(gate.issuer)
        .setIssuedAt()
        .setExpirationTime(good)
        .sign(own.privateKey)
    const ask = async (client_assertion: string) => {
      const answer = await fetch(known.serverMetadata().token_endpoint ?? '', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: 'x',
          redirect_uri: callback,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion,
        }),
      })
      return (await answer.json()).error
    }
    const once = await assertion('1m')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => ask(once)))
    // The code is wrong, the client is not.
    expect(outcomes.filter((error) => error === 'invalid_grant')).toHaveLength(1)
    expect(await ask(await assertion('1y'))).toBe('invalid_client')
  })

  test('1-B①.once one answer of the phone is one code, however often the browser is led on at once', async () => {
    const browser = new CookieBrowser()
    const page = await pageOf(await authorizationRequest(client), browser)
    const { code, appUrl } = await page.request()
    await phoneAnswers(gate, appUrl, code)
    const finished = await browser.fetch(`${page.address.href}/finish`)
    const resume = new URL(finished.headers.get('location') ?? '', gate.origins.gate)
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.fetch(resume)))
    const codes = answers.flatMap((answer) => {
      const location = answer.headers.get('location')
      const found = location === null ? null : new URL(location).searchParams.get('code')
      return found === null ? [] : [found]
    })
    expect(codes).toHaveLength(1)
  })
})
