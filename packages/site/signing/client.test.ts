/** The signing client against a gate that gives one answer: what it takes, and what it refuses. */
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { openProvider, type SiteKey } from '../provider.ts'
import { openSigning } from './client.ts'

const issuer = 'http://localhost:1/api/realms/main'
const id = '0b7c1f5e-3c1a-4b6e-9a3e-1f2d3c4b5a69'
const base64 = (text: string) => Buffer.from(text).toString('base64')

let key: SiteKey
let encryptionKey: SiteKey
let publicKey: CryptoKey
beforeAll(async () => {
  const proof = await generateKeyPair('ES256', { extractable: true })
  const results = await generateKeyPair('ECDH-ES', { extractable: true })
  key = { ...(await exportJWK(proof.privateKey)), kid: 'proof' }
  encryptionKey = { ...(await exportJWK(results.privateKey)), kid: 'results' }
  publicKey = results.publicKey
})

const told = {
  iss: issuer,
  aud: 'bank',
  sign_transaction_id: id,
  signed_at: '2026-11-23T01:00:00.000Z',
  certificate: base64('certificate'),
  documents: [{ title: 't', hash_algorithm: 'SHA-256', hash: base64('h'), signature: base64('s') }],
}
const sealed = (value: object) =>
  new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(publicKey)

/** @param answer to the request for the result */
function clientOf(answer: () => Response | Promise<Response>) {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(new Request(input, init).url)
    if (pathname.endsWith('openid-configuration'))
      return Response.json({
        issuer,
        token_endpoint: `${issuer}/token`,
        authorization_endpoint: `${issuer}/auth`,
        jwks_uri: `${issuer}/jwks`,
      })
    if (pathname.endsWith('/token'))
      return Response.json({ access_token: 'a', token_type: 'Bearer', expires_in: 300 })
    return answer()
  }
  const settings = { issuer, clientId: 'bank', key, redirectUri: 'http://localhost:1/callback' }
  return openSigning({ ...settings, encryptionKey }, openProvider(settings, fetch), fetch)
}
const refusal = (code: string, status: number, reason?: string) =>
  clientOf(() => Response.json({ code, reason }, { status }))

test('RFC 7516 §7.1 a result is opened with the site’s own key', async () => {
  const client = clientOf(async () => new Response(await sealed(told)))
  const { documents, signedAt } = await client.result(id)
  expect(documents.map(({ signature }) => Buffer.from(signature).toString())).toEqual(['s'])
  expect(signedAt.toISOString()).toBe(told.signed_at)
})

test.each([
  ['aud', { aud: 'another' }],
  ['iss', { iss: 'http://localhost:2' }],
  ['transaction', { sign_transaction_id: '0b7c1f5e-3c1a-4b6e-9a3e-1f2d3c4b5a60' }],
  ['documents', { documents: [] }],
])('RFC 8725 §3.9 ANSWER_INVALID: a result with another %s is none of ours', async (_, change) => {
  const client = clientOf(async () => new Response(await sealed({ ...told, ...change })))
  expect(await codeOf(client.result(id))).toBe('ANSWER_INVALID')
})

test.each([
  ['SIGN_TAKEN', 'SIGN_RESULT_FETCHED', 410, undefined],
  ['SIGN_EXPIRED', 'SIGN_TRANSACTION_EXPIRED', 410, undefined],
  ['SIGN_STOPPED', 'SIGN_NOT_YET', 409, undefined],
  ['SIGN_STOPPED', 'SIGN_TRANSACTION_CANCELLED', 410, undefined],
  ['SIGN_STOPPED', 'SIGN_TRANSACTION_REFUSED', 409, 'DECLINED'],
  ['SIGN_CERTIFICATE_ENDED', 'SIGN_TRANSACTION_REFUSED', 409, 'CERTIFICATE_EXPIRED'],
  ['SIGN_CERTIFICATE_ENDED', 'SIGN_TRANSACTION_REFUSED', 409, 'CERTIFICATE_REVOKED'],
  ['ANSWER_INVALID', 'SIGN_TRANSACTION_UNKNOWN', 404, undefined],
])('1-B② %s is told where the gate says %s', async (code, said, status, reason) => {
  expect(await codeOf(refusal(said, status, reason).result(id))).toBe(code)
})

test('1-B② GATE_UNAVAILABLE where the gate is down, and nothing is begun', async () => {
  const down = clientOf(() => {
    throw new TypeError('fetch failed')
  })
  expect(await codeOf(down.result(id))).toBe('GATE_UNAVAILABLE')
  const hash = new Uint8Array(32)
  expect(await codeOf(down.begin([{ title: 't', hash }]))).toBe('GATE_UNAVAILABLE')
  expect(await codeOf(refusal('INTERNAL', 500).result(id))).toBe('GATE_UNAVAILABLE')
})
