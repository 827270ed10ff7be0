/**
 * A site as a client of the gate, known to both from the start, so that it works also where nobody may register (RFC 7591): its keys
 * are kept in the site's folder, and its addresses follow the port.
 */
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { issuerOf } from '@kazashi/gate'
import type { Origins, PartyName } from '@kazashi/serve'
import type { ClientSettings, SiteKey } from '@kazashi/site'
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

async function keyIn(dataFolder: string, file: string, kid: string) {
  const text = await secretFile(join(dataFolder, file), newKey)
  const key = { ...privateKey.parse(JSON.parse(text)), kid }
  const { d: _, ...publicKey } = key
  return { key, publicKey }
}

export interface Site {
  readonly name: PartyName
  /** As the phone shows it. */
  readonly title: string
  /** Of the site, absolute. */
  readonly dataFolder: string
  /** What it has signed, where that is more than one thing: each has a way back of its own. */
  readonly signs?: readonly string[]
}

/** A site that people log in at. */
async function siteClient(origins: Origins, { name, title, dataFolder }: Site) {
  const { key, publicKey } = await keyIn(dataFolder, 'client-key.json', name)
  const redirectUri = `${origins[name]}/callback`
  const settings: ClientSettings = {
    issuer: issuerOf(origins),
    clientId: name,
    key,
    redirectUri,
  }
  const metadata = {
    client_id: name,
    client_name: title,
    redirect_uris: [redirectUri],
    jwks: { keys: [{ ...publicKey, alg: 'ES256', use: 'sig' }] },
  }
  return { settings, metadata }
}

/** A site that has documents signed, too: with a key for the results (docs/integrate/sign.md). */
export async function signingSite(origins: Origins, site: Site) {
  const { settings, metadata } = await siteClient(origins, site)
  const results = await keyIn(site.dataFolder, 'results-key.json', `${site.name}-results`)
  const encryptionKey: SiteKey = results.key
  const signed = `${origins[site.name]}/signed`
  const backs = site.signs?.map((one) => `${signed}/${one}`) ?? [signed]
  return {
    settings: { ...settings, encryptionKey },
    metadata: {
      ...metadata,
      redirect_uris: [...metadata.redirect_uris, ...backs],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      jwks: {
        keys: [...metadata.jwks.keys, { ...results.publicKey, alg: 'ECDH-ES', use: 'enc' }],
      },
    },
  }
}
