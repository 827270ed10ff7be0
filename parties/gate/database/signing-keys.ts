/** The keys that sign ID tokens (RFC 7517): the newest signs, those before it stay published while a token by them may be looked at. */
import type { Sealing } from '@kazashi/database'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { type Database, lockSigningKeys } from './connection.ts'

const day = 24 * 60 * 60_000
/** Milliseconds that a key signs. */
const inUse = 90 * day
/** Milliseconds after its last signature in which relying parties may still look for it. */
const published = 7 * day

const place = (kid: string) => `gate.signing_key ${kid}`
const key = z.looseObject({ kty: z.literal('EC'), kid: z.string() })

/** Milliseconds that a key is published for one case of the catalogue. */
const briefly = 60 * 60_000

/** A key for one ID token: published for an hour, and never the one that signs the others. @param now the machine's time */
export const addBriefKey = (db: Database, sealing: Sealing, now: Date): Promise<JWK> =>
  addSigningKey(db, sealing, new Date(now.getTime() - inUse - published + briefly))

/** @param createdAt by the machine's time @returns private, ES256 */
async function addSigningKey(
  db: Pick<Database, 'insertInto'>,
  sealing: Sealing,
  createdAt: Date,
): Promise<JWK> {
  const made = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(made.privateKey)), alg: 'ES256', use: 'sig' }
  const kid = await calculateJwkThumbprint(jwk)
  const added = { ...jwk, kid }
  const sealed = sealing.seal(place(kid), Buffer.from(JSON.stringify(added)))
  await db.insertInto('gate.signing_key').values({ kid, sealed, created_at: createdAt }).execute()
  return added
}

/**
 * Makes the first key, and the next one when it is time; forgets those that nobody needs.
 * @param now the machine's time @returns private keys, ES256, the newest first
 */
export async function signingKeys(
  db: Database,
  sealing: Sealing,
  now: Date,
): Promise<[JWK, ...JWK[]]> {
  return db.transaction().execute(async (trx) => {
    await lockSigningKeys(trx)
    const old = new Date(now.getTime() - inUse - published)
    await trx.deleteFrom('gate.signing_key').where('created_at', '<', old).execute()
    const kept = await trx
      .selectFrom('gate.signing_key')
      .selectAll()
      .orderBy('created_at', 'desc')
      .execute()
    const keys = kept.map(({ kid: name, sealed }) =>
      key.parse(JSON.parse(Buffer.from(sealing.open(place(name), sealed)).toString())),
    )
    const [newest, ...before] = keys
    const since = kept[0]?.created_at.getTime() ?? 0
    if (newest !== undefined && since > now.getTime() - inUse) return [newest, ...before]
    return [await addSigningKey(trx, sealing, now), ...keys]
  })
}
