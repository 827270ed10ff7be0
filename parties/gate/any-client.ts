/**
 * A sandbox's switch: every client is taken, whatever its id, keys and redirect URI, so that a site under test needs no registration. Those
 * that are registered stay as they are. PKCE is still required, and a code is still given to the redirect URI that was asked for.
 */
import type { AdapterFactory, AdapterPayload, ClientMetadata } from 'oidc-provider'
import { z } from 'zod'
import { isClientId } from './clients.ts'
import type { Strangers } from './mount.ts'
import { isRedirectUri } from './registration.ts'

/** RFC 7591 §2: tells them from those that registered. */
const software_id = 'any-client'
/** Kept of one client; beyond it the oldest go. */
const mostRedirectUris = 20

/** Seconds after its last request. */
const clientLifetime = 24 * 60 * 60

const asked = z.object({
  client_id: z.string().refine(isClientId),
  redirect_uri: z.string().max(255).refine(isRedirectUri),
})
const known = z.looseObject({
  software_id: z.string().optional(),
  redirect_uris: z.array(z.string()),
})
const assertion = z.object({ sub: z.string() })

/** An unknown client becomes known. */
async function welcome(
  adapter: AdapterFactory,
  isKnown: (id: string) => boolean,
  query: URLSearchParams,
): Promise<void> {
  const { data } = asked.safeParse(Object.fromEntries(query))
  if (data === undefined || isKnown(data.client_id)) return
  const { client_id, redirect_uri } = data
  const clients = adapter('Client')
  const before = known.safeParse(await clients.find(client_id)).data
  if (before !== undefined && before.software_id !== software_id) return
  // One host, as pairwise subjects want it (OpenID Connect Core 1.0 §8.1).
  const { host } = new URL(redirect_uri)
  const uris = (before?.redirect_uris ?? []).filter(
    (uri) => uri !== redirect_uri && new URL(uri).host === host,
  )
  const payload: AdapterPayload = {
    client_id,
    client_name: client_id,
    software_id,
    redirect_uris: [...uris, redirect_uri].slice(-mostRedirectUris),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  }
  await clients.upsert(client_id, payload, clientLifetime)
}

/** The client that a token request names, without proof. @returns undefined: it names none */
function namedIn(form: URLSearchParams, authorization: string | undefined): string | undefined {
  const named = form.get('client_id')
  if (named !== null) return named
  const [, basic] = /^basic (.+)$/i.exec(authorization ?? '') ?? []
  const [, payload = ''] = (form.get('client_assertion') ?? '').split('.')
  try {
    if (basic !== undefined)
      return decodeURIComponent(Buffer.from(basic, 'base64').toString().split(':', 1)[0] ?? '')
    return assertion.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data?.sub
  } catch {
    return undefined
  }
}

/** A token request whose client is believed, whatever proof it sends. @returns undefined: of a client that registered */
async function believed(
  adapter: AdapterFactory,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<URLSearchParams | undefined> {
  const id = namedIn(form, authorization)
  if (id === undefined) return undefined
  const client = known.safeParse(await adapter('Client').find(id)).data
  if (client?.software_id !== software_id) return undefined
  const without = new URLSearchParams(form)
  for (const name of ['client_assertion', 'client_assertion_type', 'client_secret'])
    without.delete(name)
  without.set('client_id', id)
  return without
}

/** @param clients of `clients.json` */
export const strangersOf = (
  adapter: AdapterFactory,
  clients: readonly ClientMetadata[],
): Strangers => ({
  welcome: (query) =>
    welcome(adapter, (id) => clients.some(({ client_id }) => client_id === id), query),
  believed: (form, authorization) => believed(adapter, form, authorization),
})
