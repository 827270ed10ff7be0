/** The gate over its years and for real residents: keys that change, relying parties from a file, registration closed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { codeOf } from '../../../tools/code-of.ts'
import {
  authorizationRequest,
  callback,
  logIn,
  type RunningGate,
  registerClient,
  startGate,
  type Times,
} from './running-gate.ts'

const start = '2026-11-23T01:00:00.000Z'
const day = 24 * 60 * 60_000

let gate: RunningGate | undefined
afterEach(async () => {
  await gate?.close()
  gate = undefined
})

const keySet = z.object({ keys: z.array(z.object({ kid: z.string() }).loose()) })

test('OIDC Core §10.1.1 a key signs for ninety days, then another one does; the one before stays published a week, and no private part ever is', async () => {
  const times: Times = { now: new Date() }
  const began = times.now.getTime()
  gate = await startGate(start, { times })
  const { issuer, restart } = gate
  const kids = async () => {
    const answer = await fetch(`${issuer}/protocol/openid-connect/certs`)
    const { keys } = keySet.parse(await answer.json())
    expect(keys.filter((key) => 'd' in key)).toEqual([])
    return keys.map(({ kid }) => kid)
  }
  const [first] = await kids()
  await restart()
  expect(await kids()).toEqual([first])
  times.now = new Date(began + 91 * day)
  await restart()
  const [second, before] = await kids()
  expect(before).toBe(first)
  expect(second).not.toBe(first)
  times.now = new Date(began + 98 * day)
  await restart()
  expect(await kids()).toEqual([second])
})

test('OIDC Core §10.1 an ID token names the key that signed it, and a client that looks the keys up accepts it', async () => {
  gate = await startGate(start)
  const client = await registerClient(gate)
  openid.enableNonRepudiationChecks(client)
  const asked = await authorizationRequest(client)
  const tokens = await openid.authorizationCodeGrant(client, await logIn(gate, asked), {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
  })
  const answer = await fetch(`${gate.issuer}/protocol/openid-connect/certs`)
  const { keys } = keySet.parse(await answer.json())
  expect(decodeProtectedHeader(tokens.id_token ?? '').kid).toBe(keys[0]?.kid)
})

test('RFC 7591 §3 where a Kazashi operates nobody registers by themselves: relying parties stand in clients.json, and one that is malformed keeps the gate from starting', async () => {
  gate = await startGate(start, { sandbox: false, times: { now: new Date(start) } })
  for (const body of [JSON.stringify({ redirect_uris: [callback] }), '{"redirect_uris":5}', '[]']) {
    const registering = await fetch(`${gate.issuer}/clients-registrations/openid-connect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(registering.status, body).toBe(404)
  }
  const armed = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  expect((await localFetch(`${gate.origins.gate}/sandbox/armed-cases`, armed)).status).toBe(404)
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }
  const bank = { client_id: 'bank1', client_name: '架空銀行', redirect_uris: [callback] }
  const file = join(gate.dataFolder, 'clients.json')
  await writeFile(file, JSON.stringify([{ ...bank, jwks: { keys: [jwk] } }]))
  await gate.restart()
  const client = await openid.discovery(
    new URL(gate.issuer),
    bank.client_id,
    { id_token_signed_response_alg: 'ES256' },
    openid.PrivateKeyJwt({ key: privateKey, kid: 'k' }),
    { execute: [openid.allowInsecureRequests] },
  )
  expect(client.serverMetadata().registration_endpoint).toBeUndefined()
  const asked = await authorizationRequest(client)
  const tokens = await openid.authorizationCodeGrant(client, await logIn(gate, asked), {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
  })
  expect(tokens.claims()?.aud).toBe('bank1')
  for (const text of ['{', '[{"client_id":"a b"}]', '{"client_id":"a"}']) {
    await writeFile(file, text)
    expect(await codeOf(gate.restart())).toBe('CLIENTS_MALFORMED')
  }
  await writeFile(file, '[]')
  await gate.restart()
})
