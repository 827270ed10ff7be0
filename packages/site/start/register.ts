/** A site that a running Kazashi does not know from the start registers itself (RFC 7591), each time it starts. */
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import type { SigningSite } from './client.ts'
import { SiteStartError } from './errors.ts'

const discovered = z.object({ issuer: z.string(), registration_endpoint: z.url() })
const registered = z.object({ client_id: z.string() })

async function ask(url: string, fetch: typeof globalThis.fetch, init?: RequestInit) {
  try {
    return await fetch(url, init)
  } catch (cause) {
    throw new SiteStartError('KAZASHI_UNREACHABLE', { detail: url, cause })
  }
}

/**
 * The pseudonyms of people go by the site's host (OpenID Connect Core 1.0 §8.1), so they stay although the `client_id` is new.
 * @returns the settings with the `client_id` that the gate gave
 * @throws {SiteStartError} KAZASHI_UNREACHABLE, ISSUER_OTHER, REGISTRATION_REFUSED
 */
export async function register(
  { settings, metadata }: SigningSite,
  fetch: typeof globalThis.fetch = localFetch,
): Promise<SigningSite['settings']> {
  const address = `${settings.issuer}/.well-known/openid-configuration`
  const found = await ask(address, fetch)
  if (!found.ok) throw new SiteStartError('KAZASHI_UNREACHABLE', `${address}: ${found.status}`)
  const { registration_endpoint: endpoint, issuer } = discovered.parse(await found.json())
  if (issuer !== settings.issuer) throw new SiteStartError('ISSUER_OTHER', issuer)
  const { client_id: _, ...wanted } = metadata
  const answer = await ask(endpoint, fetch, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  const text = await answer.text()
  if (!answer.ok) throw new SiteStartError('REGISTRATION_REFUSED', text)
  return { ...settings, clientId: registered.parse(JSON.parse(text)).client_id }
}
