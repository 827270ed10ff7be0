/** Applications: their contents and their progress. */

import type { Sealing } from '@kazashi/database'
import type { ApplicationPurpose, ApplicationState, CertificateKind } from '@kazashi/lifecycle'
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

/** SubjectPublicKeyInfo of each kind that was chosen, DER. */
export type RequestedKeys = Readonly<Partial<Record<CertificateKind, Uint8Array>>>

export interface ApplicationRecord {
  readonly person: string
  readonly id: string
  readonly receiptNumber: string
  readonly card: string
  readonly phone: string
  readonly purpose: ApplicationPurpose
  readonly state: ApplicationState
  readonly kinds: CertificateKind[]
  readonly keys: RequestedKeys
  readonly receivedAt: Date
  readonly dueAt: Date
}

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
  'received_at',
  'due_at',
] as const
type Row = Pick<Tables['record.application'], (typeof columns)[number]>

const toRecord = ({
  receipt_number,
  signing_key,
  authentication_key,
  received_at,
  due_at,
  ...row
}: Row): ApplicationRecord => ({
  ...row,
  receiptNumber: receipt_number,
  keys: {
    ...(signing_key && { signing: signing_key }),
    ...(authentication_key && { authentication: authentication_key }),
  },
  receivedAt: received_at,
  dueAt: due_at,
})

const place = (id: string) => `record.application ${id}`

export interface NewApplication extends Omit<ApplicationRecord, 'state' | 'receivedAt'> {
  readonly consentVersion: string
  /** SignedData over the statement, DER, as it came. */
  readonly cms: Uint8Array
}

/** Received just now. */
export async function insertApplication(
  { trx, now }: Unit,
  sealing: Sealing,
  added: NewApplication,
): Promise<ApplicationRecord> {
  const { person, id, card, phone, purpose, kinds, keys } = added
  const row = await trx
    .insertInto('record.application')
    .values({
      person,
      id,
      receipt_number: added.receiptNumber,
      card,
      phone,
      purpose,
      state: 'applied',
      kinds,
      signing_key: keys.signing ?? null,
      authentication_key: keys.authentication ?? null,
      consent_version: added.consentVersion,
      sealed: sealing.seal(place(id), added.cms),
      received_at: now,
      due_at: added.dueAt,
      issued_at: null,
      registered_at: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return toRecord(row)
}

export async function applicationById(
  db: Database | Trx,
  id: string,
): Promise<ApplicationRecord | undefined> {
  const row = await db
    .selectFrom('record.application')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toRecord(row)
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
  return sealing.open(place(id), sealed)
}

/** The same, locked till the end of the transaction. */
export async function lockApplication(
  trx: Trx,
  id: string,
): Promise<ApplicationRecord | undefined> {
  const row = await trx
    .selectFrom('record.application')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toRecord(row)
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
): Promise<{ readonly id: string; readonly dueAt: Date }[]> {
  return db
    .selectFrom('record.application')
    .select(['id', 'due_at as dueAt'])
    .where('state', '=', 'applied')
    .orderBy('due_at')
    .execute()
}

/** Those issued up to `before` and never registered. */
export async function unregisteredSince(
  db: Database | Trx,
  before: Date,
): Promise<{ readonly id: string; readonly person: string }[]> {
  return db
    .selectFrom('record.application')
    .select(['id', 'person'])
    .where('state', '=', 'issued')
    .where('issued_at', '<=', before)
    .orderBy('issued_at')
    .execute()
}
