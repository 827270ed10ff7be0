/** A relying party has documents signed: the signing API from the token to the result, by clients and programs nobody here wrote. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toPem } from '@kazashi/pki'
import * as openid from 'openid-client'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  authorizationRequest,
  CookieBrowser,
  callback,
  errorOf,
  GatePage,
  type RunningGate,
  registerClient,
  startGate,
  type Times,
} from './running-gate.ts'
import { hashOf, Office, phoneSigns, type Wrongs } from './signing-steps.ts'
import { verifiedByXmlsec, xmlOrder } from './xml-order.ts'

const start = '2026-11-23T01:00:00.000Z'
const minute = 60_000

let gate: RunningGate
let office: Office
let other: Office
let folder: string
const times: Times = { now: new Date() }
beforeAll(async () => {
  gate = await startGate(start, { times })
  office = await Office.open(gate.issuer)
  other = await Office.open(gate.issuer, 'RSA-OAEP-256')
  folder = await mkdtemp(join(tmpdir(), 'kazashi-signing-'))
})
afterAll(async () => {
  await gate?.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(() => {
  gate.authority.status = { status: 'good' }
  gate.authority.holders.signing = gate.authority.holders.authentication
})

const text = '賃貸借契約書\n第１条　…\n'
const pdf = '%PDF-1.7 of a contract'
const base64 = (document: string) => Buffer.from(document).toString('base64')
const hashed = (document: string, title = '契約書') => ({ title, hash: hashOf(document) })
const shown = { ...hashed(text), content: base64(text), type: 'text/plain' }

const asking = (id: string, of = office, scope = 'openid sign') =>
  authorizationRequest(of.client, { scope, sign_transaction_id: id })
/** The page of the gate that a browser is led to, with the number on it. */
async function waiting(id: string, of = office) {
  const browser = new CookieBrowser()
  const asked = await asking(id, of)
  const page = new GatePage(gate, browser, await browser.open(asked.url, gate.origins.gate))
  return { asked, page, ...(await page.request()) }
}
const answered = async (id: string, wrong: Wrongs = {}) => {
  const { page, appUrl, code } = await waiting(id)
  return { page, ...(await phoneSigns(gate, appUrl, code, wrong)) }
}
/** Signed, and the browser is back at its site. */
async function signed(id: string, of = office): Promise<URL> {
  const { page, appUrl, code } = await waiting(id, of)
  expect(await phoneSigns(gate, appUrl, code)).toMatchObject({ status: 200 })
  const led = await page.end('finish')
  if (typeof led === 'string') throw new Error(led)
  return led
}
const errorIn = ({ searchParams }: URL) => [
  searchParams.get('error'),
  searchParams.get('error_description'),
]
const ledTo = async (id: string, of = office, scope = 'openid sign') =>
  errorIn(await new CookieBrowser().open((await asking(id, of, scope)).url, gate.origins.gate))
const codeFor = async (id: string, of = office) => (await of.fetchResult(id)).code

/** The root of the signing certificates, as PEM. */
async function writeRoot(file: string): Promise<void> {
  const anchor = gate.authority.anchors.find(({ kind }) => kind === 'signing')
  await writeFile(file, toPem('CERTIFICATE', anchor?.certificate ?? new Uint8Array()))
}

async function xmlPlaces() {
  const root = join(folder, 'root.pem')
  await writeRoot(root)
  return { root, document: join(folder, 'signed.xml'), at: start }
}

/** As docs/integrate/sign.md says it. @returns what openssl prints */
async function verifiedByOpenssl(signature: string, document: string): Promise<string> {
  const files = { cms: join(folder, 's.der'), document: join(folder, 'd'), ca: join(folder, 'ca') }
  await writeFile(files.cms, Buffer.from(signature, 'base64'))
  await writeFile(files.document, document)
  await writeRoot(files.ca)
  const time = String(Date.parse(start) / 1000)
  const args = ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', files.cms]
  const judged = ['-content', files.document, '-CAfile', files.ca, '-purpose', 'any']
  const all = [...args, ...judged, '-attime', time, '-out', join(folder, 'out')]
  return promisify(execFile)('openssl', all).then(
    ({ stderr }) => stderr.trim(),
    (error: unknown) => String(error),
  )
}

describe('a document is signed', () => {
  test('RFC 7516 §7.1 from the token to the result: the site is led back with a code, and opens what openssl verifies against the document', async () => {
    const id = await office.begin(shown)
    expect(await codeFor(id)).toBe('SIGN_NOT_YET')
    const { asked, page, appUrl, code } = await waiting(id)
    expect(await phoneSigns(gate, appUrl, code)).toMatchObject({ status: 200 })
    expect(await codeFor(id)).toBe('SIGN_NOT_YET')
    const led = await page.end('finish')
    const tokens = await openid.authorizationCodeGrant(office.client, new URL(led), {
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      pkceCodeVerifier: asked.verifier,
    })
    expect(tokens.claims()?.sub).toMatch(/^[\w-]{43}$/)
    const answer = await office.fetchResult(id)
    expect([answer.status, answer.text.split('.').length]).toEqual([200, 5])
    const told = await office.open(answer.text)
    expect(told).toMatchObject({
      iss: gate.issuer,
      aud: office.clientId,
      sign_transaction_id: id,
      documents: [{ title: '契約書', hash: hashOf(text) }],
    })
    const [document] = told.documents
    const signature = document?.signature ?? ''
    expect(await verifiedByOpenssl(signature, text)).toBe('CAdES Verification successful')
    expect(await verifiedByOpenssl(signature, `${text} `)).toMatch('CAdES Verification failure')
    expect(Buffer.from(signature, 'base64').includes(Buffer.from(told.certificate, 'base64'))).toBe(
      true,
    )
  })

  test('1-B①.login several documents, by hash alone and with a PDF, are signed by one answer, for an RSA key too', async () => {
    const id = await other.begin(
      hashed(text, '一通目'),
      { ...hashed(pdf, '二通目'), content: base64(pdf) },
      hashed('three', '三通目'),
    )
    await signed(id, other)
    const { documents } = await other.open((await other.fetchResult(id)).text)
    expect(documents.map(({ title }) => title)).toEqual(['一通目', '二通目', '三通目'])
    for (const [at, content] of [text, pdf, 'three'].entries())
      expect(await verifiedByOpenssl(documents[at]?.signature ?? '', content)).toBe(
        'CAdES Verification successful',
      )
  })

  test('XML Signature 1.1 §4.4 a SignedInfo is signed as it stands, beside other documents: xmlsec1 verifies the XML that its value is put into', async () => {
    const order = xmlOrder('<Amount>80000</Amount>')
    const id = await office.begin(hashed(text), order.document)
    await signed(id)
    const told = await office.open((await office.fetchResult(id)).text)
    expect(told.documents.map((one) => Object.keys(one))).toEqual([
      ['title', 'hash_algorithm', 'hash', 'signature'],
      ['title', 'hash_algorithm', 'hash', 'signature_value'],
    ])
    const xml = order.complete(told.documents[1]?.signature_value ?? '', told.certificate)
    expect(await verifiedByXmlsec(xml, await xmlPlaces())).toMatch(/^(Verification status: )?OK/m)
    expect(await verifiedByXmlsec(xml.replace('80000', '10000'), await xmlPlaces())).not.toMatch(
      /\bOK$/m,
    )
  })

  test('SIGN_RESULT_FETCHED the result is handed out once, also to two who come at the same time', async () => {
    const id = await office.begin(hashed(text))
    await signed(id)
    // HEAD, as a proxy may send it, does not count.
    await office.call('HEAD', `/${id}/result`)
    const both = await Promise.all([office.fetchResult(id), office.fetchResult(id)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(await codeFor(id)).toBe('SIGN_RESULT_FETCHED')
    expect((await office.call('DELETE', `/${id}`)).code).toBe('SIGN_RESULT_FETCHED')
  })

  test('architecture §4 a restart loses neither the transaction, nor the phone’s answer, nor the result; and the database tells nobody what was signed', async () => {
    const id = await office.begin(shown)
    await gate.restart()
    const { page, appUrl, code } = await waiting(id)
    await phoneSigns(gate, appUrl, code)
    await gate.restart()
    expect(await page.end('finish')).toBeInstanceOf(URL)
    await gate.restart()
    const database = new pg.Client({ connectionString: gate.databaseUrl })
    await database.connect()
    const { rows } = await database.query(
      `select encode(documents, 'escape') || encode(result, 'escape') as kept from gate.sign_transaction where state = 'signed'`,
    )
    await database.end()
    const kept = JSON.stringify(rows)
    expect(kept.length).toBeGreaterThan(1000)
    for (const plain of [id, 'hash', shown.content, office.clientId])
      expect(kept).not.toContain(plain)
    expect((await office.fetchResult(id)).status).toBe(200)
  })
})

describe('nothing is signed', () => {
  test('SIGN_TRANSACTION_UNKNOWN another client’s transaction is there for nobody else: not to ask with, to fetch, or to cancel', async () => {
    const id = await office.begin(hashed(text))
    const nobodys = 'sign_transaction_id names no transaction of this client'
    expect(await ledTo(id, other)).toEqual(['invalid_request', nobodys])
    expect(await codeFor(id, other)).toBe('SIGN_TRANSACTION_UNKNOWN')
    expect((await other.call('DELETE', `/${id}`)).code).toBe('SIGN_TRANSACTION_UNKNOWN')
    await signed(id)
    expect(await codeFor(id, other)).toBe('SIGN_TRANSACTION_UNKNOWN')
    expect((await office.fetchResult(id)).status).toBe(200)
  })

  test('RFC 6749 §4.1.2.1 an authorization request with a wrong sign_transaction_id, or without one, is invalid_request and says why', async () => {
    const id = await office.begin(hashed(text))
    expect(await ledTo('1234')).toEqual(['invalid_request', 'sign_transaction_id is not a uuid'])
    expect(await ledTo(id, office, 'openid')).toEqual([
      'invalid_request',
      'sign_transaction_id needs the scope sign',
    ])
    const without = await authorizationRequest(office.client, { scope: 'openid sign' })
    expect(errorIn(await new CookieBrowser().open(without.url, gate.origins.gate))).toEqual([
      'invalid_request',
      'the scope sign needs a sign_transaction_id',
    ])
    await signed(id)
    expect(await ledTo(id)).toEqual(['invalid_request', 'the signing transaction is signed'])
  })

  test('RFC 6750 §3.1 TOKEN_MISSING TOKEN_INVALID TOKEN_SCOPE without a token of the scope sign there is a challenge, and nothing else', async () => {
    const of = async (token: string) => {
      const { status, code, challenge } = await office.call('POST', '', {}, token)
      return [status, code, challenge?.replace(/^Bearer realm="[^"]*"/, '')]
    }
    expect(await of('')).toEqual([401, 'TOKEN_MISSING', ''])
    expect(await of('nobody')).toEqual([401, 'TOKEN_INVALID', ' error="invalid_token"'])
    const otherScope = await office.token('openid')
    const insufficient = ' error="insufficient_scope", scope="sign"'
    expect(await of(otherScope)).toEqual([403, 'TOKEN_SCOPE', insufficient])
    const plain = await registerClient(gate)
    expect(await errorOf(openid.clientCredentialsGrant(plain, { scope: 'sign' }))).toBe(
      'invalid_request',
    )
  })

  test('RFC 6749 §4.4 a client that proves itself by nothing gets no such token: not by registration, and one from the file has none that is taken', async () => {
    const open = { token_endpoint_auth_method: 'none' }
    await expect(Office.open(gate.issuer, 'ECDH-ES', open)).rejects.toMatchObject({
      error: 'invalid_client_metadata',
    })
    const grants = ['authorization_code', 'client_credentials']
    const clients = [
      { ...open, client_id: 'anyone', grant_types: grants, redirect_uris: [callback] },
    ]
    await writeFile(join(gate.dataFolder, 'clients.json'), JSON.stringify(clients))
    await gate.restart()
    const grant = { grant_type: 'client_credentials', client_id: 'anyone', scope: 'sign' }
    const { token_endpoint: address = '' } = office.client.serverMetadata()
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(grant) })
    const { access_token: token = 'none' } = z
      .object({ access_token: z.string().optional() })
      .parse(await answer.json())
    expect((await office.call('POST', '', { documents: [hashed(text)] }, token)).code).toBe(
      'TOKEN_INVALID',
    )
  })

  test('SIGN_KEY_MISSING a client that registered no key for results is told before anybody signs', async () => {
    const grant_types = ['authorization_code', 'client_credentials']
    const { privateKey, publicKey } = await openid.randomDPoPKeyPair('ES256', { extractable: true })
    const jwk = await crypto.subtle.exportKey('jwk', publicKey)
    const keys = [{ kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '', kid: 'k', use: 'sig' }]
    const client = await openid.dynamicClientRegistration(
      new URL(gate.issuer),
      { redirect_uris: [callback], jwks: { keys }, grant_types },
      openid.PrivateKeyJwt({ key: privateKey, kid: 'k' }),
      { execute: [openid.allowInsecureRequests] },
    )
    const { access_token } = await openid.clientCredentialsGrant(client, { scope: 'sign' })
    const order = { documents: [hashed(text)] }
    expect((await office.call('POST', '', order, access_token)).code).toBe('SIGN_KEY_MISSING')
  })

  test('SIGN_DOCUMENT_MISMATCH SIGN_DOCUMENT_UNREADABLE SIGN_DOCUMENTS_TOO_LARGE a document that is not that of its hash, or that nobody could read, is refused', async () => {
    const refused = async (...documents: object[]) =>
      (await office.call('POST', '', { documents })).code
    expect(await refused({ ...shown, hash: hashOf('other') })).toBe('SIGN_DOCUMENT_MISMATCH')
    const turned = 'pay \u202E0001 yen'
    for (const document of [turned, 'a\u0000b'])
      expect(
        await refused({ ...hashed(document), content: base64(document), type: 'text/plain' }),
      ).toBe('SIGN_DOCUMENT_UNREADABLE')
    expect(await refused({ ...shown, type: 'application/pdf' })).toBe('SIGN_DOCUMENT_UNREADABLE')
    // Not even close to what a statement's signature is over.
    const { document } = xmlOrder('a')
    const changed = (from: string, to: string) => {
      const octets = Buffer.from(document.content, 'base64').toString().replaceAll(from, to)
      return refused({ ...document, hash: hashOf(octets), content: base64(octets) })
    }
    for (const [from, to] of [
      ['<SignedInfo ', '<!-- --><SignedInfo '],
      ['SignedInfo', 'Manifest'],
      ['xmldsig#"', 'other"'],
      ['rsa-sha256', 'rsa-sha1'],
    ] as const)
      expect([from, await changed(from, to)]).toEqual([from, 'SIGN_DOCUMENT_UNREADABLE'])
    const long = 'x'.repeat(512 * 1024 + 1)
    expect(await refused({ ...hashed(long), content: base64(long), type: 'text/plain' })).toBe(
      'SIGN_DOCUMENTS_TOO_LARGE',
    )
    expect(await refused()).toBe('REQUEST_INVALID')
    expect(await refused({ title: 'x', hash: 'AAAA' })).toBe('REQUEST_INVALID')
    for (const title of ['a\u202Eb', ' ', '\u3164', 'a\u2028b'])
      expect(await refused({ ...hashed(text), title })).toBe('REQUEST_INVALID')
    expect(await refused(...Array(11).fill(hashed(text)))).toBe('REQUEST_INVALID')
  })

  test('1-B①.who-asks what the person saw is what is signed: another hash in the statement or under a signature, no signature, or another person’s is refused', async () => {
    const id = await office.begin(hashed(text))
    const { page, appUrl, code } = await waiting(id)
    const refused = async (wrong: Wrongs) => (await phoneSigns(gate, appUrl, code, wrong)).code
    expect(await refused({ hash: hashOf('swapped') })).toBe('SIGNATURE_INVALID')
    expect(await refused({ stated: hashOf('swapped') })).toBe('STATEMENT_MISMATCH')
    expect(await refused({ signatures: 'none' })).toBe('STATEMENT_MISMATCH')
    gate.authority.holders.signing = 'holder-2'
    expect(await refused({})).toBe('STATEMENT_MISMATCH')
    gate.authority.holders.signing = gate.authority.holders.authentication
    expect(await page.state()).toEqual({ state: 'pending' })
    expect(await codeFor(id)).toBe('SIGN_NOT_YET')
  })

  test('1-B①.refused SIGN_TRANSACTION_REFUSED a suspended certificate, or somebody who says no, ends the transaction with the reason', async () => {
    const declined = await office.begin(hashed(text))
    const { page } = await waiting(declined)
    expect(errorIn(new URL(await page.end('stop')))).toEqual([
      'access_denied',
      'the End-User ended the login',
    ])
    expect(await office.fetchResult(declined)).toMatchObject({
      status: 409,
      code: 'SIGN_TRANSACTION_REFUSED',
      reason: 'DECLINED',
    })
    const id = await office.begin(hashed(text))
    const revokedAt = new Date(start)
    gate.authority.status = { status: 'revoked', revokedAt, reason: 'certificateHold' }
    const suspended = await answered(id)
    expect(suspended).toMatchObject({ status: 422, code: 'CERTIFICATE_SUSPENDED' })
    await suspended.page.end('stop')
    expect(await office.fetchResult(id)).toMatchObject({ reason: 'CERTIFICATE_SUSPENDED' })
    expect(await ledTo(id)).toEqual(['invalid_request', 'the signing transaction is refused'])
  })

  test('SIGN_TRANSACTION_CANCELLED the client takes it back: the phone is told that it is over, an answer that was not taken up signs nothing', async () => {
    const id = await office.begin(hashed(text))
    const { page, appUrl, code } = await waiting(id)
    const late = await waiting(id)
    expect(await phoneSigns(gate, appUrl, code)).toMatchObject({ status: 200 })
    for (const _ of [1, 2]) expect((await office.call('DELETE', `/${id}`)).status).toBe(204)
    expect(await phoneSigns(gate, late.appUrl, late.code)).toEqual({
      status: 410,
      code: 'LOGIN_REQUEST_EXPIRED',
    })
    expect(errorIn(new URL(await page.end('finish')))).toEqual([
      'access_denied',
      'the signing transaction is not open any more',
    ])
    expect(await codeFor(id)).toBe('SIGN_TRANSACTION_CANCELLED')
    expect(await ledTo(id)).toEqual(['invalid_request', 'the signing transaction is cancelled'])
  })

  test('1-B①.login of two who were led here with one transaction the first signs it, and the second is told', async () => {
    const id = await office.begin(hashed(text))
    const two = [await waiting(id), await waiting(id)]
    for (const { appUrl, code } of two)
      expect(await phoneSigns(gate, appUrl, code)).toMatchObject({ status: 200 })
    const led = await Promise.all(two.map(({ page }) => page.end('finish')))
    const errors = led.map((url) => new URL(url).searchParams.get('error') ?? 'none')
    expect(errors.sort()).toEqual(['access_denied', 'none'])
    expect((await office.fetchResult(id)).status).toBe(200)
  })

  test('SIGN_TRANSACTION_EXPIRED half an hour after it was opened nobody signs it, and half an hour after it was signed nobody fetches it', async () => {
    const began = times.now
    const open = await office.begin(hashed(text))
    const done = await office.begin(hashed(text))
    await signed(done)
    try {
      times.now = new Date(began.getTime() + 31 * minute)
      expect(await codeFor(open)).toBe('SIGN_TRANSACTION_EXPIRED')
      expect(await codeFor(done)).toBe('SIGN_TRANSACTION_EXPIRED')
      expect(await ledTo(open)).toEqual(['invalid_request', 'the signing transaction is expired'])
    } finally {
      times.now = began
    }
  })
})
