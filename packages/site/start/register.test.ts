import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { type SigningSite, signingSite } from './client.ts'
import { register } from './register.ts'

const issuer = 'http://localhost:8080/api/realms/main'
const endpoint = `${issuer}/clients`
let folder: string
let site: SigningSite
const open = () =>
  signingSite({
    name: 'shop',
    title: '架空商店',
    dataFolder: folder,
    origin: 'http://shop',
    issuer,
  })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-site-'))
  site = await open()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A gate that answers `answer` to a registration. */
function gate(answer: Response, asked: unknown[] = []): typeof globalThis.fetch {
  return async (url, init) => {
    if (String(url).endsWith('/openid-configuration'))
      return Response.json({ issuer, registration_endpoint: endpoint })
    asked.push(url, JSON.parse(String(init?.body)))
    return answer
  }
}

test('RFC 7591 §3.1 a site registers with its names, addresses and public keys, and takes the id that the gate gives', async () => {
  const asked: unknown[] = []
  const settings = await register(site, gate(Response.json({ client_id: 'given' }), asked))
  expect(settings).toEqual({ ...site.settings, clientId: 'given' })
  expect(asked).toEqual([
    endpoint,
    {
      client_name: '架空商店',
      redirect_uris: ['http://shop/callback', 'http://shop/signed'],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      jwks: {
        keys: [
          expect.objectContaining({ kid: 'shop', use: 'sig', alg: 'ES256' }),
          expect.objectContaining({ kid: 'shop-results', use: 'enc', alg: 'ECDH-ES' }),
        ],
      },
    },
  ])
  expect(JSON.stringify(asked)).not.toContain('"d"')
})

test('RFC 7517 a site has the same keys at its next start', async () => {
  expect(await open()).toEqual(site)
})

test('RFC 7591 §3.2.2 a gate that is not there, is none, or refuses is told by a code', async () => {
  const nobody = () => Promise.reject(new TypeError('fetch failed'))
  expect(await codeOf(register(site, nobody))).toBe('KAZASHI_UNREACHABLE')
  const other = async () => new Response('', { status: 404 })
  expect(await codeOf(register(site, other))).toBe('KAZASHI_UNREACHABLE')
  const refusal = Response.json({ error: 'invalid_client_metadata' }, { status: 400 })
  expect(await codeOf(register(site, gate(refusal)))).toBe('REGISTRATION_REFUSED')
  const byAnotherName = { ...site, settings: { ...site.settings, issuer: `${issuer}/` } }
  expect(await codeOf(register(byAnotherName, gate(refusal)))).toBe('ISSUER_OTHER')
})
