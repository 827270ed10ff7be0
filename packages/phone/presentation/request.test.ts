/** What a phone refuses before it asks anybody anything: every request here is the good one with one thing changed. */
import { base64 } from '@kazashi/octets'
import { newCa, now, random } from '@kazashi/pki/test-chain'
import { CompactSign, generateKeyPair } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import type { Fetch } from './exchange.ts'
import { openPresentation } from './request.ts'
import { answersWith, host, newAsker, requestUri, type TestAsker } from './test-asker.ts'

let asker: TestAsker
beforeAll(async () => {
  asker = await newAsker()
})

const opened = (fetch: Fetch, link = asker.link(), at = now) =>
  openPresentation(link, { fetch, now: at, random, readerCas: [asker.root] })
const outcome = async (
  changed: Readonly<Record<string, unknown>>,
  header?: Readonly<Record<string, unknown>>,
  link?: string,
) => codeOf(opened(answersWith(await asker.sign(changed, header)), link))

test('1-A②.age a good request is read: who asks, where the answer goes, and by which key', async () => {
  const request = await opened(answersWith(await asker.sign()))
  expect(request).toMatchObject({
    clientId: asker.clientId,
    state: 'state-7',
    encryption: 'A256GCM',
    key: { kid: 'k1' },
    asker: { name: '見本酒店', host: `${host}:8080`, known: true },
  })
  const byName = `x509_san_dns:${host}`
  const named = await opened(
    answersWith(await asker.sign({ client_id: byName })),
    asker.link(byName),
  )
  expect(named.asker.known).toBe(true)
})

test('1-A②.single an asker whose certificate the authority’s list does not lead to is told as unknown, and not stopped', async () => {
  const other = await newCa('signing')
  const fetch = answersWith(await asker.sign())
  const by = { fetch, now, random }
  const under = (readerCas: Parameters<typeof openPresentation>[1]['readerCas']) =>
    openPresentation(asker.link(), { ...by, readerCas })
  expect((await under([])).asker.known).toBe(false)
  expect((await under([other.certificate])).asker.known).toBe(false)
})

test.each([
  ['another typ', {}, { typ: 'JWT' }, 'PRESENTATION_MALFORMED'],
  ['no certificate', {}, { x5c: undefined }, 'PRESENTATION_SIGNATURE'],
  ['a certificate that is none', {}, { x5c: ['AAAA'] }, 'PRESENTATION_SIGNATURE'],
  ['another client_id than the link', { client_id: 'x509_hash:AAAA' }, {}, 'PRESENTATION_ASKER'],
  ['another wallet', { aud: 'https://other.example' }, {}, 'PRESENTATION_MALFORMED'],
  ['no nonce', { nonce: undefined }, {}, 'PRESENTATION_MALFORMED'],
  ['a short nonce', { nonce: '7' }, {}, 'PRESENTATION_MALFORMED'],
  ['no query', { dcql_query: undefined }, {}, 'PRESENTATION_MALFORMED'],
  ['an empty query', { dcql_query: { credentials: [] } }, {}, 'PRESENTATION_MALFORMED'],
  ['a transaction', { transaction_data: ['e30'] }, {}, 'PRESENTATION_MALFORMED'],
  ['a redirect beside', { redirect_uri: requestUri }, {}, 'PRESENTATION_MALFORMED'],
  ['no time', { iat: undefined, exp: undefined }, {}, 'PRESENTATION_MALFORMED'],
  ['over', { exp: now.getTime() / 1000 - 61 }, {}, 'PRESENTATION_EXPIRED'],
  ['too old', { iat: now.getTime() / 1000 - 661, exp: undefined }, {}, 'PRESENTATION_EXPIRED'],
  ['of tomorrow', { iat: now.getTime() / 1000 + 86_400 }, {}, 'PRESENTATION_EXPIRED'],
  ['unencrypted', { response_mode: 'direct_post' }, {}, 'PRESENTATION_UNENCRYPTED'],
  ['by fragment', { response_mode: 'fragment' }, {}, 'PRESENTATION_UNENCRYPTED'],
  ['no key', { client_metadata: {} }, {}, 'PRESENTATION_UNENCRYPTED'],
  ['unprotected', { response_uri: 'http://shop.example/a' }, {}, 'PRESENTATION_UNENCRYPTED'],
])('OpenID4VP 1.0 §5 a request with %s is refused', async (_, changed, header, code) => {
  expect(await outcome(changed, header)).toBe(code)
})

test('OpenID4VP 1.0 §5.9.3 a name is one of the certificate’s, and the answer goes to that host and nowhere else', async () => {
  const byName = `x509_san_dns:${host}`
  const link = asker.link(byName)
  expect(
    await outcome({ client_id: byName, response_uri: 'https://thief.example/a' }, {}, link),
  ).toBe('PRESENTATION_ASKER')
  const other = 'x509_san_dns:other.kazashi.localhost'
  expect(await outcome({ client_id: other }, {}, asker.link(other))).toBe('PRESENTATION_ASKER')
  const unknown = 'redirect_uri:http://localhost/'
  expect(await outcome({ client_id: unknown }, {}, asker.link(unknown))).toBe('PRESENTATION_ASKER')
  const third = await newAsker()
  const chain = { x5c: [base64.encode(third.certificate.der)] }
  expect(await outcome({}, chain)).toBe('PRESENTATION_SIGNATURE')
  const swapped = answersWith(await third.sign({ client_id: asker.clientId }))
  expect(await codeOf(opened(swapped))).toBe('PRESENTATION_ASKER')
})

test('RFC 9101 §6.2 a request is signed by its certificate’s key, which is one on P-256 and in its time', async () => {
  const signed = await asker.sign()
  const [head, , signature] = signed.split('.')
  const body = Buffer.from(JSON.stringify({ ...asker.claims, state: 'x' })).toString('base64url')
  expect(await codeOf(opened(answersWith([head, body, signature].join('.'))))).toBe(
    'PRESENTATION_SIGNATURE',
  )
  const unsigned = `${Buffer.from('{"alg":"none","typ":"oauth-authz-req+jwt"}').toString('base64url')}.${body}.`
  expect(await codeOf(opened(answersWith(unsigned)))).toBe('PRESENTATION_SIGNATURE')
  const { privateKey } = await generateKeyPair('ES256')
  const x5c = [base64.encode(asker.certificate.der)]
  const stranger = await new CompactSign(new TextEncoder().encode(JSON.stringify(asker.claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', x5c })
    .sign(privateKey)
  expect(await codeOf(opened(answersWith(stranger)))).toBe('PRESENTATION_SIGNATURE')
  const late = await newAsker(now, new Date('2026-11-01T00:00:00Z'))
  const old = answersWith(await late.sign())
  expect(await codeOf(opened(old, late.link()))).toBe('PRESENTATION_SIGNATURE')
  const ca = { x5c: [base64.encode(asker.root.der)] }
  expect(await outcome({}, ca)).toBe('PRESENTATION_SIGNATURE')
})

test('RFC 9101 §5.2 what the address answers is bounded, and may be nothing at all', async () => {
  const huge = answersWith('a'.repeat(64 * 1024 + 1))
  expect(await codeOf(opened(huge))).toBe('PRESENTATION_TOO_LARGE')
  expect(await codeOf(opened(answersWith('')))).toBe('PRESENTATION_MALFORMED')
  expect(await codeOf(opened(answersWith('{}', 500)))).toBe('PRESENTATION_MALFORMED')
  expect(await codeOf(opened(answersWith('', 404)))).toBe('PRESENTATION_EXPIRED')
  const broken = answersWith(Uint8Array.of(0xff, 0xfe))
  expect(await codeOf(opened(broken))).toBe('PRESENTATION_UNREACHABLE')
  const gone = () => Promise.reject(new TypeError('fetch failed'))
  expect(await codeOf(opened(gone))).toBe('PRESENTATION_UNREACHABLE')
})

test('OpenID4VP 1.0 §5.10 fetched by POST, the request has the nonce that this wallet said', async () => {
  const link = `${asker.link()}&request_uri_method=post`
  const echo =
    (change: (nonce: string | null) => string | null): Fetch =>
    async (_, init) => {
      const nonce = init?.body instanceof URLSearchParams ? init.body.get('wallet_nonce') : null
      return new Response(await asker.sign({ wallet_nonce: change(nonce) }))
    }
  expect(
    (
      await opened(
        echo((nonce) => nonce),
        link,
      )
    ).state,
  ).toBe('state-7')
  expect(
    await codeOf(
      opened(
        echo((nonce) => `${nonce}x`),
        link,
      ),
    ),
  ).toBe('PRESENTATION_MALFORMED')
})

test.each([
  ['マイナポータル'],
  [''],
  ['https://app.example/login?client_id=a&request_uri=https%3A%2F%2Fa.example'],
  ['openid4vp://?client_id=a'],
  ['openid4vp://?request_uri=https%3A%2F%2Fa.example'],
  ['openid4vp://?client_id=a&request_uri=http%3A%2F%2Fa.example'],
  ['openid4vp://?client_id=a&client_id=b&request_uri=https%3A%2F%2Fa.example'],
  ['openid4vp://?client_id=a&request_uri=https%3A%2F%2Fa.example&request_uri_method=put'],
  [`openid4vp://?client_id=a&request_uri=https%3A%2F%2Fa.example%2F${'a'.repeat(4_300)}`],
])('OpenID4VP 1.0 §5.7 %j is no link for showing', async (text) => {
  const notAsked = () => Promise.reject(new Error('asked'))
  expect(await codeOf(opened(notAsked, text))).toBe('PRESENTATION_LINK')
})

test('OpenID4VP 1.0 §5.7 the link of another wallet’s kind opens it, too', async () => {
  const query = new URL(asker.link()).search
  const fetch = answersWith(await asker.sign())
  expect((await opened(fetch, ` openid4vp://${query}\n`)).clientId).toBe(asker.clientId)
})
