/** A relying party that registers itself (RFC 7591), with a key made here: `private_key_jwt`, as the real service has it. */
import { z } from 'zod'
import type { Ask } from './ask.ts'

/** RFC 7591 §2; more members go to the gate as they are. */
export interface ClientMetadata {
  readonly redirect_uris: readonly string[]
  /** Shown on the phone. */
  readonly client_name?: string
  readonly [member: string]: unknown
}

/** A JWK (RFC 7517) by its members: `JsonWebKey` is a type that only browsers have. */
export interface ClientKey {
  readonly kid: string
  readonly alg: string
  readonly kty?: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly d?: string
}

export interface RegisteredClient {
  readonly clientId: string
  /** ES256: for client assertions (RFC 7523). */
  readonly privateKey: ClientKey
}

const registered = z.object({ client_id: z.string() })
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

/**
 * @param endpoint `registration_endpoint` of the discovery document
 * @throws {TestingError} KAZASHI_REFUSED, e.g. invalid_redirect_uri
 */
export async function registerClient(
  endpoint: string,
  metadata: ClientMetadata,
  ask: Ask,
): Promise<RegisteredClient> {
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const kid = crypto.randomUUID()
  const jwk = { ...(await crypto.subtle.exportKey('jwk', privateKey)), kid, alg: 'ES256' }
  const { kty, crv, x, y } = jwk
  const keys = [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }]
  const { client_id } = await ask('POST', endpoint, registered, { jwks: { keys }, ...metadata })
  return { clientId: client_id, privateKey: jwk }
}
