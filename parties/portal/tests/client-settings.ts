/** Settings of a portal as a client of a gate, with a key of its own. */
import { generateKeyPairSync } from 'node:crypto'
import type { Origins } from '@kazashi/serve'
import type { ClientSettings } from '@kazashi/site'

/** @param issuer of the gate; none that answers unless given */
export function newClient(
  origins: Origins,
  issuer = `${origins.repository}/api/realms/main`,
): ClientSettings {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'portal' }
  return { issuer, clientId: 'portal', key, redirectUri: `${origins.portal}/callback` }
}
