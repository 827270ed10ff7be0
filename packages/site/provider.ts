/**
 * The gate as a client of it is configured (OpenID Connect Discovery 1.0): found when it is first needed, by the library that any site may
 * use. Both the login and the signing client ask here.
 */
import type { webcrypto } from 'node:crypto'
import * as openid from 'openid-client'
import { SiteProblem } from './problems.ts'

/** ES256, with its `kid`. */
export type SiteKey = webcrypto.JsonWebKey & { readonly kid: string }

export interface ClientSettings {
  /** OpenID Connect Discovery 1.0 §3 `issuer`. */
  readonly issuer: string
  readonly clientId: string
  /** Proves the client (`private_key_jwt`). */
  readonly key: SiteKey
  readonly redirectUri: string
}

/** @throws {SiteProblem} GATE_UNAVAILABLE */
export type Provider = () => Promise<openid.Configuration>

/** Seconds to wait for the provider. */
const patience = 20

/** The provider did not answer, or not now: nothing was wrong with what it was asked. */
export function isSilence(error: unknown): boolean {
  if (error instanceof TypeError) return true // as `fetch` says that it failed
  if (error instanceof openid.ClientError)
    return /^OAUTH_(TIMEOUT|ABORT|RESPONSE_IS_NOT_(CONFORM|JSON))$/.test(String(error.code))
  return (
    (error instanceof openid.ResponseBodyError ||
      error instanceof openid.AuthorizationResponseError) &&
    (error.error === 'temporarily_unavailable' || error.error === 'server_error')
  )
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

/** The provider is asked for its configuration when it is first needed: it may start later than the site. */
export function openProvider(settings: ClientSettings, fetch: typeof globalThis.fetch): Provider {
  let found: ReturnType<typeof discover> | undefined
  return async () => {
    found ??= discover(settings, fetch)
    try {
      return (await found)()
    } catch (cause) {
      found = undefined
      throw new SiteProblem('GATE_UNAVAILABLE', { cause })
    }
  }
}
