/** What a phone may see of its credentials. */
import type { Device } from '../applications/proof.ts'
import { phoneByThumbprint } from '../database/applications.ts'
import { newestCredential } from '../database/credentials.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import { ownCredential } from './own.ts'
import { type CredentialView, credentialView } from './view.ts'

/** @throws {AuthorityError} NOT_FOUND for one that is not this phone's */
export async function showCredential(
  records: Records,
  device: Device,
  id: string,
): Promise<CredentialView> {
  return credentialView(records.db, records, await ownCredential(records.db, device, id))
}

/** The newest of this phone, also one that is over. @throws {AuthorityError} NOT_FOUND: there never was one */
export async function showCurrent(records: Records, device: Device): Promise<CredentialView> {
  const phone = await phoneByThumbprint(records.db, device.thumbprint)
  const newest = phone === undefined ? undefined : await newestCredential(records.db, phone)
  if (!newest) throw new AuthorityError('NOT_FOUND')
  return credentialView(records.db, records, newest)
}
