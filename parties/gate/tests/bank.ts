/** A relying party as an engineer writes one: a server of its own on plain localhost, openid-client, and nothing of ours. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'

export interface Bank {
  /** Its only page: it says who is logged in, or why nobody is. */
  readonly origin: string
  readonly clientId: string
  close(): Promise<void>
}

interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

const page = (text: string) =>
  `<!doctype html><html lang="en"><title>Bank</title><main><h1>${text}</h1><p><a href="/login">Log in</a></p></main>`
const escaped = (text: string): string => text.replaceAll(/[^\w .:=-]/g, '_')

/** @param issuer of the gate @param scope what it asks for */
export async function openBank(issuer: string, scope = 'openid'): Promise<Bank> {
  let pending: Pending | undefined
  let origin = ''
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  let client: openid.Configuration

  const begin = async (response: ServerResponse) => {
    const verifier = openid.randomPKCECodeVerifier()
    pending = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
    const location = openid.buildAuthorizationUrl(client, {
      redirect_uri: `${origin}/callback`,
      scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    response.writeHead(303, { location: location.href }).end()
  }
  const finish = async (url: URL) => {
    const { state, nonce, verifier } = pending ?? { state: '', nonce: '', verifier: '' }
    pending = undefined
    try {
      const tokens = await openid.authorizationCodeGrant(client, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      })
      const info = await openid.fetchUserInfo(client, tokens.access_token, openid.skipSubjectCheck)
      const { sub, birthdate } = info
      return [`Logged in: ${sub}`, ...(birthdate ? [`born ${birthdate}`] : [])].join(' ')
    } catch (error) {
      if (error instanceof openid.AuthorizationResponseError)
        return `Refused: ${error.error} ${error.error_description ?? ''}`
      if (error instanceof openid.ClientError && error.cause instanceof Error)
        return `Refused: ${error.cause.message}`
      if (error instanceof openid.ClientError) return `Refused: ${error.message}`
      throw error
    }
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === '/login') return begin(response)
    const text = url.pathname === '/callback' ? await finish(url) : 'Nobody is logged in'
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(escaped(text)))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  origin = `http://localhost:${port}`
  client = await openid.dynamicClientRegistration(
    new URL(issuer),
    {
      client_name: '架空銀行',
      redirect_uris: [`${origin}/callback`],
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'bank', alg: 'ES256', use: 'sig' }] },
    },
    openid.PrivateKeyJwt({ key: privateKey, kid: 'bank' }),
    { execute: [openid.allowInsecureRequests] },
  )
  return {
    origin,
    clientId: client.clientMetadata().client_id,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
