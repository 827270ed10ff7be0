/** Applications: what was asked for, and how far it is. */
import type { ApplicationState, CertificateKind } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import type { Sealing } from './sealing.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

export type ApplicationRecord = Omit<Tables['record.application'], 'sealed'>

const columns = [
  'person',
  'id',
  'receipt_number',
  'card',
  'phone',
  'purpose',
  'state',
  'kinds',
  'signing_key',
  'authentication_key',
  'consent_version',
  'received_at',
  'due_at',
  'issued_at',
  'registered_at',
] as const

/** SubjectPublicKeyInfo of a chosen kind, DER. */
export function requestedKey(
  application: ApplicationRecord,
  kind: CertificateKind,
): Uint8Array | null {
  return kind === 'signing' ? application.signing_key : application.authentication_key
}

export async function insertApplication(
  { trx }: Unit,
  added: Tables['record.application'],
): Promise<ApplicationRecord> {
  return trx
    .insertInto('record.application')
    .values(added)
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function applicationById(
  db: Database | Trx,
  id: string,
): Promise<ApplicationRecord | undefined> {
  return db.selectFrom('record.application').select(columns).where('id', '=', id).executeTakeFirst()
}

/** SignedData over the statement, DER, as it came. */
export async function applicationCms(
  trx: Trx,
  sealing: Sealing,
  { person, id }: Pick<ApplicationRecord, 'person' | 'id'>,
): Promise<Uint8Array> {
  const { sealed } = await trx
    .selectFrom('record.application')
    .select('sealed')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return sealing.open(`record.application ${id}`, sealed)
}

/** The same, held till the end of the transaction. */
export async function lockApplication(
  trx: Trx,
  id: string,
): Promise<ApplicationRecord | undefined> {
  return trx
    .selectFrom('record.application')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function writeApplicationState(
  { trx, now }: Unit,
  application: ApplicationRecord,
  state: ApplicationState,
): Promise<void> {
  await trx
    .updateTable('record.application')
    .set({
      state,
      ...(state === 'issued' && { issued_at: now }),
      ...(state === 'registered' && { registered_at: now }),
    })
    .where('person', '=', application.person)
    .where('id', '=', application.id)
    .execute()
}

/** Those still to be issued. */
export async function waitingApplications(
  db: Database | Trx,
): Promise<{ id: string; due_at: Date }[]> {
  return db
    .selectFrom('record.application')
    .select(['id', 'due_at'])
    .where('state', '=', 'applied')
    .orderBy('due_at')
    .execute()
}

/** Those issued up to `before` that nobody registered. */
export async function unregisteredSince(
  db: Database | Trx,
  before: Date,
): Promise<{ id: string; person: string }[]> {
  return db
    .selectFrom('record.application')
    .select(['id', 'person'])
    .where('state', '=', 'issued')
    .where('issued_at', '<=', before)
    .orderBy('issued_at')
    .execute()
}
