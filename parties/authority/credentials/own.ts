/** The credential that an address names, where it is on the device that asks; to all others it is as if there were none. */
import type { Device } from '../applications/proof.ts'
import { phoneByThumbprint } from '../database/applications.ts'
import type { Database, Trx } from '../database/connection.ts'
import { type CredentialRecord, credentialById } from '../database/credentials.ts'
import { AuthorityError } from '../problems.ts'

/** @throws {AuthorityError} NOT_FOUND */
export async function ownCredential(
  db: Database | Trx,
  device: Device,
  id: string,
): Promise<CredentialRecord> {
  const phone = await phoneByThumbprint(db, device.thumbprint)
  const credential = await credentialById(db, id)
  if (!credential || credential.phone !== phone) throw new AuthorityError('NOT_FOUND')
  return credential
}
