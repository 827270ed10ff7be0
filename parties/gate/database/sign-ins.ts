/** The certificate behind each grant, and what the person handed over, until its last token has expired. */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { identityClaims } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Claims } from '../claims.ts'
import type { Database } from './connection.ts'

const nameOf = (grant: string): Uint8Array => createHash('sha256').update(grant).digest()
const signIn = z.strictObject({
  certificate: z.string(),
  claims: z.partialRecord(z.enum(identityClaims), z.string()),
})

const place = (name: Uint8Array) => `gate.sign_in ${Buffer.from(name).toString('hex')}`

export interface SignIn {
  /** DER in base64. */
  readonly certificate: string
  readonly claims: Claims
}

interface NewSignIn extends SignIn {
  readonly grant: string
  /** By the machine's time. */
  readonly expiresAt: Date
}

export async function keepSignIn(
  db: Database,
  sealing: Sealing,
  { grant, expiresAt, certificate, claims }: NewSignIn,
): Promise<void> {
  const name = nameOf(grant)
  const sealed = sealing.seal(place(name), Buffer.from(JSON.stringify({ certificate, claims })))
  const row = { grant_name: name, sealed, expires_at: expiresAt }
  await db.insertInto('gate.sign_in').values(row).execute()
}

/** @returns undefined: no such grant, or not any more */
export async function signInBehind(
  db: Database,
  sealing: Sealing,
  grant: string,
): Promise<SignIn | undefined> {
  const name = nameOf(grant)
  const row = await db
    .selectFrom('gate.sign_in')
    .select('sealed')
    .where('grant_name', '=', name)
    .executeTakeFirst()
  return (
    row && signIn.parse(JSON.parse(Buffer.from(sealing.open(place(name), row.sealed)).toString()))
  )
}
