/** A site as a client of the gate (RFC 7591): its keys are kept in the site's folder, and its addresses follow its origin. */
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { secretFile } from '@kazashi/database'
import { z } from 'zod'
import type { ClientSettings, SiteKey } from '../provider.ts'

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
  /** Of its keys; where nobody may register, its `client_id` as well. */
  readonly name: string
  /** As the phone shows it. */
  readonly title: string
  /** Of the site, absolute. */
  readonly dataFolder: string
  readonly origin: string
  /** OpenID Connect Discovery 1.0 §3 `issuer`. */
  readonly issuer: string
  /** What it has signed, where that is more than one thing: each has a way back of its own. */
  readonly signs?: readonly string[]
}

/** What the gate knows of a site. */
export type SiteMetadata = {
  readonly client_id: string
  readonly client_name: string
  readonly redirect_uris: string[]
  readonly grant_types: string[]
  readonly jwks: { readonly keys: object[] }
}

export interface SigningSite {
  readonly settings: ClientSettings & { readonly encryptionKey: SiteKey }
  readonly metadata: SiteMetadata
}

/**
 * A site that people log in at and that has documents signed: one key proves who asks, for the other the results are encrypted
 * (docs/integrate/sign.md).
 */
export async function signingSite(site: Site): Promise<SigningSite> {
  const { name, title, dataFolder, origin, issuer } = site
  const proof = await keyIn(dataFolder, 'client-key.json', name)
  const results = await keyIn(dataFolder, 'results-key.json', `${name}-results`)
  const redirectUri = `${origin}/callback`
  const signed = `${origin}/signed`
  const backs = site.signs?.map((one) => `${signed}/${one}`) ?? [signed]
  return {
    settings: {
      issuer,
      clientId: name,
      key: proof.key,
      redirectUri,
      encryptionKey: results.key,
    },
    metadata: {
      client_id: name,
      client_name: title,
      redirect_uris: [redirectUri, ...backs],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      jwks: {
        keys: [
          { ...proof.publicKey, alg: 'ES256', use: 'sig' },
          { ...results.publicKey, alg: 'ECDH-ES', use: 'enc' },
        ],
      },
    },
  }
}
