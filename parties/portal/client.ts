/**
 * The portal as a client of an OpenID provider (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9207): by the library that any site may
 * use, from the configuration that any site has. What is ours stands in `routes.ts`.
 */
import type { webcrypto } from 'node:crypto'
import * as openid from 'openid-client'
import { PortalProblem } from './problems.ts'

export interface ClientSettings {
  /** OpenID Connect Discovery 1.0 §3 `issuer`. */
  readonly issuer: string
  readonly clientId: string
  /** ES256, with its `kid`: proves the client (`private_key_jwt`). */
  readonly key: webcrypto.JsonWebKey & { readonly kid: string }
  readonly redirectUri: string
}

/** What the browser that asks has to bring back. */
export interface Asked {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What a login tells; with `scope=openid` nothing more. */
export interface LoggedIn {
  /** The person's name at this site alone (pairwise). */
  readonly sub: string
  readonly refreshToken: string
}

export interface Client {
  /** @returns where the browser goes @throws {PortalProblem} GATE_UNAVAILABLE */
  begin(language: string | undefined): Promise<{ readonly location: URL; readonly asked: Asked }>
  /**
   * @param callback the address at which the browser came back
   * @throws {PortalProblem} LOGIN_STOPPED, ANSWER_INVALID, GATE_UNAVAILABLE
   */
  finish(callback: URL, asked: Asked): Promise<LoggedIn>
  /** The person again, as long as the certificate holds. @throws {PortalProblem} GRANT_ENDED, GATE_UNAVAILABLE */
  again(before: LoggedIn): Promise<LoggedIn>
}

/** Seconds to wait for the provider. */
const patience = 20
const scope = 'openid'
/** How sure it has to be that it is the person: by a phone or a card of theirs, and what only they know or are. */
const acr = 'aal3'

/** The provider did not answer, or not now: nothing was wrong with what it was asked. */
function isSilence(error: unknown): boolean {
  if (error instanceof TypeError) return true // as `fetch` says that it failed
  if (error instanceof openid.ClientError)
    return /^OAUTH_(TIMEOUT|ABORT|RESPONSE_IS_NOT_(CONFORM|JSON))$/.test(String(error.code))
  return (
    (error instanceof openid.ResponseBodyError ||
      error instanceof openid.AuthorizationResponseError) &&
    (error.error === 'temporarily_unavailable' || error.error === 'server_error')
  )
}

/** RFC 6749 §4.1.2.1, and everything that the library finds wrong. */
function loginProblemOf(cause: unknown): PortalProblem {
  if (isSilence(cause)) return new PortalProblem('GATE_UNAVAILABLE', { cause })
  const isNo = cause instanceof openid.AuthorizationResponseError && cause.error === 'access_denied'
  return new PortalProblem(isNo ? 'LOGIN_STOPPED' : 'ANSWER_INVALID', { cause })
}

/**
 * @returns the configuration, anew for each use: the library looks for a key that it does not know once a minute at most, too late for
 *   one that was published just now (OpenID Connect Core 1.0 §10.1.1)
 */
async function discover(
  { issuer, clientId, key }: ClientSettings,
  fetch: typeof globalThis.fetch,
): Promise<() => openid.Configuration> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const privateKey = await crypto.subtle.importKey('jwk', key, algorithm, false, ['sign'])
  const server = new URL(issuer)
  // The library takes `https:` alone, unless it is told otherwise: on this machine there is none.
  const plain = server.protocol === 'http:' ? [openid.allowInsecureRequests] : []
  const metadata = { id_token_signed_response_alg: 'ES256' }
  const proof = openid.PrivateKeyJwt({ key: privateKey, kid: key.kid })
  // The library sends nothing but forms.
  const customFetch: openid.CustomFetch = (url, { method, headers, redirect, signal, body }) =>
    fetch(url, {
      method,
      headers,
      redirect,
      ...(signal && { signal }),
      ...(body instanceof URLSearchParams && { body }),
    })
  const found = await openid.discovery(server, clientId, metadata, proof, {
    execute: plain,
    timeout: patience,
    [openid.customFetch]: customFetch,
  })
  return () => {
    const fresh = new openid.Configuration(found.serverMetadata(), clientId, metadata, proof)
    fresh.timeout = patience
    fresh[openid.customFetch] = customFetch
    for (const change of plain) change(fresh)
    // The signature of an ID token is verified, whatever way it came (§3.1.3.7).
    openid.enableNonRepudiationChecks(fresh)
    return fresh
  }
}

/** The provider is asked for its configuration at the first login: it may start later than the portal. */
export function openClient(settings: ClientSettings, fetch: typeof globalThis.fetch): Client {
  let found: ReturnType<typeof discover> | undefined
  const provider = async (): Promise<openid.Configuration> => {
    found ??= discover(settings, fetch)
    try {
      return (await found)()
    } catch (cause) {
      found = undefined
      throw new PortalProblem('GATE_UNAVAILABLE', { cause })
    }
  }
  return {
    begin: async (language) => {
      const asked = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const location = openid.buildAuthorizationUrl(await provider(), {
        redirect_uri: settings.redirectUri,
        scope,
        acr_values: acr,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
        ...(language !== undefined && { ui_locales: language }),
      })
      return { location, asked }
    },
    finish: async (callback, { state, nonce, verifier }) => {
      const configuration = await provider()
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const { sub, acr: reached } = { ...tokens.claims() }
        const refreshToken = tokens.refresh_token
        if (reached === acr && sub !== undefined && refreshToken !== undefined)
          return { sub, refreshToken }
      } catch (error) {
        throw loginProblemOf(error)
      }
      throw new PortalProblem('ANSWER_INVALID')
    },
    again: async ({ sub, refreshToken }) => {
      const configuration = await provider()
      const tokens = await openid
        .refreshTokenGrant(configuration, refreshToken)
        .catch((cause: unknown) => {
          const isOver =
            cause instanceof openid.ResponseBodyError && cause.error === 'invalid_grant'
          throw new PortalProblem(isOver ? 'GRANT_ENDED' : 'GATE_UNAVAILABLE', { cause })
        })
      // OpenID Connect Core 1.0 §12.2: another person is none of this session's.
      if ((tokens.claims()?.sub ?? sub) !== sub) throw new PortalProblem('GRANT_ENDED')
      return { sub, refreshToken: tokens.refresh_token ?? refreshToken }
    },
  }
}
