/** Phone credentials: state, history, and their present holders. */

import { violatedUnique } from '@kazashi/database'
import {
  type CertificateKind,
  type CredentialEvent,
  type CredentialReason,
  type CredentialState,
  credentialIsOver,
  credentialStates,
} from '@kazashi/lifecycle'
import { AuthorityError } from '../problems.ts'
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

const columns = [
  'person',
  'id',
  'application',
  'phone',
  'purpose',
  'supersedes',
  'state',
  'reason',
] as const

export type CredentialRecord = Pick<Tables['record.credential'], (typeof columns)[number]>

const notOver = credentialStates.filter((state) => !credentialIsOver(state))

/** Credentials not over, of this person or, where it is named, on this phone. */
export async function heldCredentials(
  db: Database | Trx,
  { person, phone }: { readonly person: string; readonly phone?: string },
): Promise<CredentialRecord[]> {
  return db
    .selectFrom('record.credential')
    .select(columns)
    .where('state', 'in', notOver)
    .where((where) =>
      where.or([
        where('person', '=', person),
        ...(phone === undefined ? [] : [where('phone', '=', phone)]),
      ]),
    )
    .execute()
}

export interface CredentialHappening {
  /** 'apply' is the first of each; the others are the table's. */
  readonly event: 'apply' | CredentialEvent
  readonly state: CredentialState
  readonly reason: CredentialReason | null
  /** Of revoke-one: which. */
  readonly kinds?: readonly CertificateKind[]
  /** Default now. */
  readonly at?: Date
}

async function writeHistory(
  { trx, now }: Unit,
  { person, id }: Pick<CredentialRecord, 'person' | 'id'>,
  { event, state, reason, kinds, at = now }: CredentialHappening,
): Promise<void> {
  await trx
    .insertInto('record.credential_event')
    .values({
      person,
      credential: id,
      at,
      event,
      state,
      reason,
      kinds: kinds ? [...kinds] : null,
    })
    .execute()
}

/** Two at once for one person or one phone: the database lets one through, and the other gets the refusal of a later request. */
const heldAlready: Readonly<Record<string, 'PERSON_HAS_A_PHONE' | 'PHONE_HAS_A_PERSON'>> = {
  credential_of_person: 'PERSON_HAS_A_PHONE',
  credential_on_its_way: 'PERSON_HAS_A_PHONE',
  credential_of_phone: 'PHONE_HAS_A_PERSON',
}

/** Applied for just now. @throws {AuthorityError} PERSON_HAS_A_PHONE, PHONE_HAS_A_PERSON */
export async function insertCredential(
  unit: Unit,
  added: Omit<CredentialRecord, 'state' | 'reason'>,
): Promise<CredentialRecord> {
  const credential = await unit.trx
    .insertInto('record.credential')
    .values({ ...added, state: 'applied', reason: null, changed_at: unit.now })
    .returning(columns)
    .executeTakeFirstOrThrow()
    .catch((cause: unknown) => {
      const refusal = heldAlready[violatedUnique(cause) ?? '']
      throw refusal ? new AuthorityError(refusal, { cause }) : cause
    })
  await writeHistory(unit, credential, { event: 'apply', state: 'applied', reason: null })
  return credential
}

export async function credentialById(
  db: Database | Trx,
  id: string,
): Promise<CredentialRecord | undefined> {
  return db.selectFrom('record.credential').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function credentialOfApplication(
  trx: Trx,
  { person, id }: { readonly person: string; readonly id: string },
): Promise<CredentialRecord> {
  return trx
    .selectFrom('record.credential')
    .select(columns)
    .where('person', '=', person)
    .where('application', '=', id)
    .executeTakeFirstOrThrow()
}

/** The newest of a phone, whatever its state: by the order of writing, as clocks may go back. */
export async function newestCredential(
  db: Database | Trx,
  phone: string,
): Promise<CredentialRecord | undefined> {
  return db
    .selectFrom('record.credential as credential')
    .select(columns.map((name) => `credential.${name}` as const))
    .where('credential.phone', '=', phone)
    .orderBy(
      (row) =>
        row
          .selectFrom('record.credential_event as event')
          .select(({ fn }) => fn.min('event.position').as('first'))
          .whereRef('event.person', '=', 'credential.person')
          .whereRef('event.credential', '=', 'credential.id'),
      'desc',
    )
    .executeTakeFirst()
}

/** Registered ones none of whose certificates is valid any more, and the last second of the one that was valid longest. */
export async function expiredCredentials(
  db: Database | Trx,
  now: Date,
): Promise<{ id: string; person: string; expiredAt: Date }[]> {
  return db
    .selectFrom('record.certificate as expired')
    .innerJoin('record.credential as credential', (join) =>
      join
        .onRef('credential.person', '=', 'expired.person')
        .onRef('credential.id', '=', 'expired.credential'),
    )
    .select(({ fn }) => [
      'credential.id',
      'credential.person',
      fn.max('expired.not_after').as('expiredAt'),
    ])
    .groupBy(['credential.id', 'credential.person'])
    .where('expired.carrier', '=', 'phone')
    .where('expired.status', 'in', ['good', 'hold'])
    .where('expired.not_after', '<', now)
    .where('credential.state', 'in', ['active', 'suspended'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('record.certificate as valid')
            .select('valid.index')
            .whereRef('valid.person', '=', 'credential.person')
            .whereRef('valid.credential', '=', 'credential.id')
            .where('valid.status', '<>', 'revoked')
            .where('valid.not_after', '>=', now),
        ),
      ),
    )
    .execute()
}

/** The event is written with the new state; only `credentials/step.ts` calls this. */
export async function writeCredentialState(
  unit: Unit,
  credential: CredentialRecord,
  happening: CredentialHappening,
): Promise<CredentialRecord> {
  const { state, reason } = happening
  const written = await unit.trx
    .updateTable('record.credential')
    .set({ state, reason, changed_at: unit.now })
    .where('person', '=', credential.person)
    .where('id', '=', credential.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  await writeHistory(unit, credential, happening)
  return written
}

export interface HistoryEntry {
  readonly at: Date
  readonly event: string
  readonly state: CredentialState
  readonly reason: CredentialReason | null
  readonly kinds: CertificateKind[] | null
}

/** Oldest first. */
export async function historyOf(
  db: Database | Trx,
  { person, id }: Pick<CredentialRecord, 'person' | 'id'>,
): Promise<HistoryEntry[]> {
  return db
    .selectFrom('record.credential_event')
    .select(['at', 'event', 'state', 'reason', 'kinds'])
    .where('person', '=', person)
    .where('credential', '=', id)
    .orderBy('position')
    .execute()
}
