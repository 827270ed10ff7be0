/** Two relying parties to be checked: one that does all it should, and one as it is written in a hurry. Neither has anything of ours. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { decodeJwt, exportJWK, generateKeyPair } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'

export interface RunningSite {
  readonly login: string
  readonly in: string
  close(): Promise<void>
}

type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void>

async function serve(answer: (origin: string) => Promise<Answer>): Promise<RunningSite> {
  let handle: Answer | undefined
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    handle?.(url, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://localhost:${port}`
  handle = await answer(origin)
  return {
    login: `${origin}/login`,
    in: `${origin}/account`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const cookieOf = ({ headers }: IncomingMessage, name: string): string =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? ''
const newName = () => randomBytes(24).toString('base64url')
const cookie = (name: string, value: string) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`

/** @returns makes the client of a login: each looks at the gate's keys anew, since one may have been published just now */
async function register(issuer: string, origin: string): Promise<() => openid.Configuration> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'site', alg: 'ES256', use: 'sig' }
  const proof = openid.PrivateKeyJwt({ key: privateKey, kid: 'site' })
  const registered = await openid.dynamicClientRegistration(
    new URL(issuer),
    { client_name: '架空銀行', redirect_uris: [`${origin}/callback`], jwks: { keys: [jwk] } },
    proof,
    { execute: [openid.allowInsecureRequests] },
  )
  return () => {
    const metadata = registered.clientMetadata()
    const server = registered.serverMetadata()
    const client = new openid.Configuration(server, metadata.client_id, metadata, proof)
    openid.allowInsecureRequests(client)
    openid.enableNonRepudiationChecks(client)
    return client
  }
}

interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

const scope = 'openid name birthdate'

/** With openid-client, a cookie for each login, and a new one when somebody is in. */
export const openCarefulSite = (issuer: string): Promise<RunningSite> =>
  serve(async (origin) => {
    const newClient = await register(issuer, origin)
    const pending = new Map<string, Pending>()
    const sessions = new Map<string, string>()

    const finish = async (url: URL, { state, nonce, verifier }: Pending) => {
      const client = newClient()
      const tokens = await openid.authorizationCodeGrant(client, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims?.['acr'] !== 'aal3') throw new Error('not the level that was asked for')
      await openid.fetchUserInfo(client, tokens.access_token, claims.sub)
      return claims.sub
    }
    return async ({ pathname, search }, request, response) => {
      if (pathname === '/login') {
        const name = newName()
        const verifier = openid.randomPKCECodeVerifier()
        const one = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
        pending.set(name, one)
        const location = openid.buildAuthorizationUrl(newClient(), {
          redirect_uri: `${origin}/callback`,
          scope,
          acr_values: 'aal3',
          state: one.state,
          nonce: one.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        response.setHeader('set-cookie', cookie('login', name))
        response.writeHead(303, { location: location.href }).end()
        return
      }
      if (pathname === '/callback') {
        const name = cookieOf(request, 'login')
        const one = pending.get(name)
        pending.delete(name)
        if (one === undefined) {
          response.writeHead(403).end('no login of this browser')
          return
        }
        try {
          const session = newName()
          sessions.set(session, await finish(new URL(`${origin}${pathname}${search}`), one))
          response.setHeader('set-cookie', cookie('session', session))
          response.writeHead(303, { location: '/account' }).end()
        } catch {
          response.writeHead(403).end('the login was not accepted')
        }
        return
      }
      const sub = sessions.get(cookieOf(request, 'session'))
      response.writeHead(sub === undefined ? 401 : 200).end(sub === undefined ? 'nobody' : 'in')
    }
  })

const tokens = z.looseObject({ id_token: z.string().optional() })

/** One state for ever, one cookie for ever, and whatever comes back is a login. */
export const openNaiveSite = (issuer: string): Promise<RunningSite> =>
  serve(async (origin) => {
    const client = (await register(issuer, origin))()
    const { authorization_endpoint: endpoint = '' } = client.serverMetadata()
    const verifier = openid.randomPKCECodeVerifier()
    const challenge = await openid.calculatePKCECodeChallenge(verifier)
    const sessions = new Map<string, string>()

    /** The contents of the ID token as they stand, or of no token at all. */
    const personIn = async (code: string): Promise<string> => {
      const answer = await openid
        .genericGrantRequest(client, 'authorization_code', {
          code,
          redirect_uri: `${origin}/callback`,
          code_verifier: verifier,
        })
        .catch(() => ({}))
      const { id_token } = tokens.parse(answer)
      try {
        return String(decodeJwt(id_token ?? '').sub)
      } catch {
        return 'somebody'
      }
    }
    return async ({ pathname, searchParams }, request, response) => {
      const session = cookieOf(request, 'session') || newName()
      response.setHeader('set-cookie', `session=${session}; Path=/`)
      if (pathname === '/login') {
        const location = new URL(endpoint)
        location.search = `${new URLSearchParams({
          client_id: client.clientMetadata().client_id,
          response_type: 'code',
          redirect_uri: `${origin}/callback`,
          scope,
          state: 'state',
          nonce: 'nonce',
          code_challenge: challenge,
          code_challenge_method: 'S256',
        })}`
        response.writeHead(303, { location: location.href }).end()
      } else if (pathname === '/callback') {
        sessions.set(session, await personIn(searchParams.get('code') ?? ''))
        response.writeHead(303, { location: '/account' }).end()
      } else {
        const sub = sessions.get(session)
        response.writeHead(sub === undefined ? 401 : 200).end(sub ?? 'nobody')
      }
    }
  })
