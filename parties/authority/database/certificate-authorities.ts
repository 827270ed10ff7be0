/** The CAs on record, by kind and generation, each with its OCSP responder's certificate. Their keys are in the key store. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { sql } from 'kysely'
import type { Database, Trx } from './connection.ts'
import { openNumbers } from './numbering.ts'

export interface AuthorityRecord {
  readonly kind: CertificateKind
  readonly generation: number
  /** DER */
  readonly certificate: Uint8Array
  readonly responder: Uint8Array
}

/** Any number that only this program uses, beside the one of `migrate.ts`. */
const advisoryLock = 0x6b617a62

/** Till the end of the transaction: another process that wants to make a generation waits, and then finds it made. */
export async function lockGenerations(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(trx)
}

/** Oldest generation first. */
export const authoritiesOnRecord = (db: Database | Trx): Promise<AuthorityRecord[]> =>
  db
    .selectFrom('record.certificate_authority')
    .select(['kind', 'generation', 'certificate', 'responder'])
    .orderBy('generation')
    .execute()

/** With the numbers of its certificates. */
export async function insertAuthority(
  trx: Trx,
  { kind, generation, certificate, responder }: AuthorityRecord,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('record.certificate_authority')
    .values({ kind, generation, certificate, responder, created_at: now })
    .execute()
  await openNumbers(trx, kind, generation)
}
