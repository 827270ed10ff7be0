/** Records of the phone that asks; for all other phones they do not exist. */
import { type ApplicationRecord, applicationById } from '../database/applications.ts'
import type { Database, Trx } from '../database/connection.ts'
import { type CredentialRecord, credentialById } from '../database/credentials.ts'
import { phoneByThumbprint } from '../database/phones.ts'
import { AuthorityError } from '../problems.ts'
import type { Device } from './proof.ts'

/** @throws {AuthorityError} NOT_FOUND */
export async function ownApplication(
  db: Database | Trx,
  device: Device,
  id: string,
): Promise<ApplicationRecord> {
  const phone = await phoneByThumbprint(db, device.thumbprint)
  const application = await applicationById(db, id)
  if (!application || application.phone !== phone) throw new AuthorityError('NOT_FOUND')
  return application
}

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
