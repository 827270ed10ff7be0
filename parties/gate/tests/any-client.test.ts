/** The sandbox's switch that takes any client, as a relying party meets it whose registration nobody has. */
import { generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  authorizationRequest,
  callback,
  errorOf,
  logIn,
  type RunningGate,
  registerClient,
  startGate,
} from './running-gate.ts'

let gate: RunningGate
beforeAll(async () => {
  gate = await startGate('2026-11-26T03:00:00Z', { anyClient: true })
})
afterAll(() => gate?.close())

const discover = (id: string, proof: openid.ClientAuth) =>
  openid.discovery(new URL(gate.issuer), id, undefined, proof, {
    execute: [openid.allowInsecureRequests],
  })

async function tokensOf(client: openid.Configuration, uri = callback) {
  const asked = await authorizationRequest(client, { redirect_uri: uri })
  const led = await logIn(gate, asked)
  return openid.authorizationCodeGrant(client, led, {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
  })
}

test('1-B①.login a client that nobody registered logs in: with a key, with a secret in either place, with nothing; and is refreshed', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  for (const [id, proof] of [
    ['withkey', openid.PrivateKeyJwt({ key: privateKey, kid: 'mine' })],
    ['withpost', openid.ClientSecretPost('secret')],
    ['withbasic', openid.ClientSecretBasic('secret')],
    ['withnothing', openid.None()],
  ] as const) {
    const client = await discover(id, proof)
    const { refresh_token, claims } = await tokensOf(client)
    expect(claims()?.aud).toBe(id)
    const again = await openid.refreshTokenGrant(client, refresh_token ?? '')
    expect(again.access_token).toMatch(/./)
  }
})

test('1-B①.login it may move to another address; one that registered is still held to its key and its address', async () => {
  const stranger = await discover('moving', openid.None())
  await tokensOf(stranger)
  expect((await tokensOf(stranger, 'https://other.example/back')).access_token).toMatch(/./)
  const registered = await registerClient(gate)
  const { client_id } = registered.clientMetadata()
  const { privateKey } = await generateKeyPair('ES256')
  const thief = await discover(client_id, openid.PrivateKeyJwt({ key: privateKey, kid: 'k1' }))
  expect(await errorOf(tokensOf(thief))).toBe('invalid_client')
  const asked = await authorizationRequest(registered, { redirect_uri: 'https://thief.example/' })
  await expect(logIn(gate, asked)).rejects.toThrow()
})

test('RFC 6749 §5.2 a token request that cannot be read is refused, and is no fault of the gate', async () => {
  const answer = await fetch(`${gate.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    headers: { authorization: 'Basic JTo=' },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x' }),
  })
  expect(answer.status).toBeLessThan(500)
})
