/**
 * The portal as a client of the gate, known to both from the start, so that it logs in also where nobody may register (RFC 7591): its
 * key is kept in the portal's folder, and its address follows the port.
 */
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { issuerOf } from '@kazashi/gate'
import { type ClientSettings, portalName } from '@kazashi/portal'
import type { Origins } from '@kazashi/serve'
import { z } from 'zod'

/** RFC 7518 §6.2 */
const privateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

const newKey = (): string => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return JSON.stringify(pair.privateKey.export({ format: 'jwk' }))
}

/** @param dataFolder of the portal, absolute @param sandbox whether its name speaks of practice */
export async function portalClient(origins: Origins, dataFolder: string, sandbox: boolean) {
  const text = await secretFile(join(dataFolder, 'client-key.json'), newKey)
  const key = { ...privateKey.parse(JSON.parse(text)), kid: 'portal' }
  const { d: _, ...publicKey } = key
  const redirectUri = `${origins.portal}/callback`
  const clientId = 'portal'
  const settings: ClientSettings = { issuer: issuerOf(origins), clientId, key, redirectUri }
  const metadata = {
    client_id: clientId,
    client_name: portalName(sandbox),
    redirect_uris: [redirectUri],
    jwks: { keys: [{ ...publicKey, alg: 'ES256', use: 'sig' }] },
  }
  return { settings, metadata }
}
