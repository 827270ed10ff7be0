/** The certificate behind each grant, and what the person handed over, until its last token has expired. */
import { createHash } from 'node:crypto'
import type { FaultCase } from '@kazashi/cases'
import type { Sealing } from '@kazashi/database'
import { identityClaims } from '@kazashi/lifecycle'
import { z } from 'zod'
import { faultCase } from '../cases/fault-case.ts'
import type { Claims } from '../claims.ts'
import type { Database } from './connection.ts'

const nameOf = (grant: string): Uint8Array => createHash('sha256').update(grant).digest()
const kept = z.strictObject({
  certificate: z.string(),
  claims: z.partialRecord(z.enum(identityClaims), z.string()),
  fault: faultCase.exactOptional(),
})

const place = (name: Uint8Array) => `gate.sign_in ${Buffer.from(name).toString('hex')}`

export interface SignIn {
  /** DER in base64. */
  readonly certificate: string
  readonly claims: Claims
  /** Of the catalogue, where the login asked for one. */
  readonly fault?: FaultCase
}

interface NewSignIn extends SignIn {
  readonly grant: string
  /** By the machine's time. */
  readonly expiresAt: Date
}

export async function keepSignIn(
  db: Database,
  sealing: Sealing,
  { grant, expiresAt, ...signIn }: NewSignIn,
): Promise<void> {
  const name = nameOf(grant)
  const sealed = sealing.seal(place(name), Buffer.from(JSON.stringify(signIn)))
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
    row && kept.parse(JSON.parse(Buffer.from(sealing.open(place(name), row.sealed)).toString()))
  )
}
