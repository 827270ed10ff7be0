/** A phone's view of its own credentials. */
import type { Database } from '../database/connection.ts'
import { newestCredential } from '../database/credentials.ts'
import { phoneByThumbprint } from '../database/phones.ts'
import { ownCredential } from '../phones/own.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { type CredentialView, credentialView, type ViewNeeds } from './view.ts'

export interface ShowNeeds extends ViewNeeds {
  readonly db: Database
}

/** @throws {AuthorityError} NOT_FOUND for one that is not this phone's */
export async function showCredential(
  records: ShowNeeds,
  device: Device,
  id: string,
): Promise<CredentialView> {
  return credentialView(records.db, records, await ownCredential(records.db, device, id))
}

/** The newest of this phone, also one that is over. @throws {AuthorityError} NOT_FOUND: there never was one */
export async function showCurrent(records: ShowNeeds, device: Device): Promise<CredentialView> {
  const phone = await phoneByThumbprint(records.db, device.thumbprint)
  const newest = phone === undefined ? undefined : await newestCredential(records.db, phone)
  if (!newest) throw new AuthorityError('NOT_FOUND')
  return credentialView(records.db, records, newest)
}
