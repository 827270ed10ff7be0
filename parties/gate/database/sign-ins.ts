/** The certificate behind each grant, until its last token has expired. */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import type { Database } from './connection.ts'

const nameOf = (grant: string): Uint8Array => createHash('sha256').update(grant).digest()
const place = (name: Uint8Array) => `gate.sign_in ${Buffer.from(name).toString('hex')}`

interface SignIn {
  readonly grant: string
  /** DER */
  readonly certificate: Uint8Array
  /** By the machine's time. */
  readonly expiresAt: Date
}

export async function keepSignIn(
  db: Database,
  sealing: Sealing,
  { grant, certificate, expiresAt }: SignIn,
): Promise<void> {
  const name = nameOf(grant)
  const sealed = sealing.seal(place(name), certificate)
  const row = { grant_name: name, sealed, expires_at: expiresAt }
  await db.insertInto('gate.sign_in').values(row).execute()
}

/** @returns DER; undefined: no such grant, or not any more */
export async function certificateBehind(
  db: Database,
  sealing: Sealing,
  grant: string,
): Promise<Uint8Array | undefined> {
  const name = nameOf(grant)
  const row = await db
    .selectFrom('gate.sign_in')
    .select('sealed')
    .where('grant_name', '=', name)
    .executeTakeFirst()
  return row && sealing.open(place(name), row.sealed)
}
