/** Phone credentials: state, and who holds one now. */
import { type CredentialState, credentialIsOver, credentialStates } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

export type CredentialRecord = Tables['record.credential']

const notOver = credentialStates.filter((state) => !credentialIsOver(state))

/** Credentials not over, of this person or, where it is named, on this phone. */
export async function heldCredentials(
  trx: Trx,
  { person, phone }: { readonly person: string; readonly phone?: string },
): Promise<CredentialRecord[]> {
  return trx
    .selectFrom('record.credential')
    .selectAll()
    .where('state', 'in', notOver)
    .where((where) =>
      where.or([
        where('person', '=', person),
        ...(phone === undefined ? [] : [where('phone', '=', phone)]),
      ]),
    )
    .execute()
}

export async function insertCredential(
  { trx }: Unit,
  added: CredentialRecord,
): Promise<CredentialRecord> {
  return trx.insertInto('record.credential').values(added).returningAll().executeTakeFirstOrThrow()
}

export async function credentialById(
  db: Database | Trx,
  id: string,
): Promise<CredentialRecord | undefined> {
  return db.selectFrom('record.credential').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function credentialOfApplication(
  trx: Trx,
  { person, id }: { readonly person: string; readonly id: string },
): Promise<CredentialRecord> {
  return trx
    .selectFrom('record.credential')
    .selectAll()
    .where('person', '=', person)
    .where('application', '=', id)
    .executeTakeFirstOrThrow()
}

export async function writeCredentialState(
  { trx, now }: Unit,
  credential: CredentialRecord,
  state: CredentialState,
): Promise<void> {
  await trx
    .updateTable('record.credential')
    .set({ state, changed_at: now })
    .where('person', '=', credential.person)
    .where('id', '=', credential.id)
    .execute()
}
