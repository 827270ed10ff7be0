/** The record of certificates: one row each, found by series and dense index, which a serial number hides. */
import { createHash } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { violatedUnique } from '@kazashi/database'
import type { Carrier, CertificateKind, CertificateStatus } from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import type { Selectable } from 'kysely'
import { AuthorityError } from '../problems.ts'
import type { Database, Trx } from './connection.ts'
import type { SeriesName, Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

type Row = Selectable<Tables['record.certificate']>

export interface CertificateRecord {
  readonly person: string
  readonly series: SeriesName
  readonly index: number
  /** Of its issuer. */
  readonly generation: number
  readonly kind: CertificateKind
  readonly carrier: Carrier
  readonly card: string
  readonly credential: string | null
  readonly municipality: string
  readonly status: CertificateStatus
  readonly statusSince: Date
  readonly reason: RevocationReason | null
  readonly notBefore: Date
  readonly notAfter: Date
  /** DER */
  readonly certificate: Uint8Array
  /** Number of the last change of its status. */
  readonly change: number
}

const place = (series: SeriesName, index: number) => `record.certificate ${series} ${index}`

const toRecord = (sealing: Sealing, row: Row): CertificateRecord => ({
  person: row.person,
  series: row.series,
  index: row.index,
  generation: row.generation,
  kind: row.kind,
  carrier: row.carrier,
  card: row.card,
  credential: row.credential,
  municipality: row.municipality,
  status: row.status,
  statusSince: row.status_since,
  reason: row.reason,
  notBefore: row.not_before,
  notAfter: row.not_after,
  certificate: sealing.open(place(row.series, row.index), row.sealed),
  change: row.change,
})

export type NewCertificate = Omit<
  CertificateRecord,
  'statusSince' | 'reason' | 'series' | 'change'
> & {
  /** Of a phone's certificate: the card's of the same kind, which it may not outlive. */
  readonly parent?: CertificateRecord
}

export async function insertCertificate(
  { trx, now }: Unit,
  sealing: Sealing,
  added: NewCertificate,
): Promise<CertificateRecord> {
  const series: SeriesName = `${added.carrier}-${added.kind}`
  const { person, index, parent } = added
  const row = await trx
    .insertInto('record.certificate')
    .values({
      person,
      series,
      index,
      generation: added.generation,
      kind: added.kind,
      carrier: added.carrier,
      card: added.card,
      credential: added.credential,
      municipality: added.municipality,
      status: added.status,
      status_since: now,
      reason: null,
      not_before: added.notBefore,
      not_after: added.notAfter,
      sealed: sealing.seal(place(series, index), added.certificate),
      parent_series: parent?.series ?? null,
      parent_index: parent?.index ?? null,
      parent_not_after: parent?.notAfter ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await trx.insertInto('record.certificate_place').values({ series, index, person }).execute()
  return toRecord(sealing, row)
}

/** @returns undefined for a number that was never given out */
export async function certificateAt(
  db: Database | Trx,
  sealing: Sealing,
  { series, index }: { readonly series: SeriesName; readonly index: number },
): Promise<CertificateRecord | undefined> {
  const row = await db
    .selectFrom('record.certificate_place as place')
    .innerJoin('record.certificate as certificate', (join) =>
      join
        .onRef('certificate.person', '=', 'place.person')
        .onRef('certificate.series', '=', 'place.series')
        .onRef('certificate.index', '=', 'place.index'),
    )
    .selectAll('certificate')
    .where('place.series', '=', series)
    .where('place.index', '=', index)
    .executeTakeFirst()
  return row && toRecord(sealing, row)
}

/** The newest of each kind that a card has, signing first; those they replaced are revoked. */
export async function certificatesOfCard(
  db: Database | Trx,
  sealing: Sealing,
  { person, card }: { readonly person: string; readonly card: string },
): Promise<CertificateRecord[]> {
  const rows = await db
    .selectFrom('record.certificate')
    .selectAll()
    .where('person', '=', person)
    .where('card', '=', card)
    .where('carrier', '=', 'card')
    .distinctOn('kind')
    .orderBy('kind', 'desc')
    .orderBy('index', 'desc')
    .execute()
  return rows.map((row) => toRecord(sealing, row))
}

/** Those of a phone credential, signing first; none before they are issued. */
export async function certificatesOfCredential(
  db: Database | Trx,
  sealing: Sealing,
  { person, id }: { readonly person: string; readonly id: string },
): Promise<CertificateRecord[]> {
  const rows = await db
    .selectFrom('record.certificate')
    .selectAll()
    .where('person', '=', person)
    .where('credential', '=', id)
    .orderBy('kind', 'desc')
    .execute()
  return rows.map((row) => toRecord(sealing, row))
}

/**
 * On `record.certificate` (migrations/0003-counter.sql): numbers each change of a status, refuses those that may never be, and
 * tells every process by NOTIFY when the transaction commits. No code here does.
 */
export const statusTrigger = 'certificate_status_changes'

/** A revoked certificate stays revoked; `statusTrigger` does the rest. @returns the change's number; undefined: it has that status already, or may not get it */
export async function writeStatus(
  { trx, now }: Unit,
  certificate: CertificateRecord,
  to: { readonly status: CertificateStatus; readonly reason: RevocationReason | null },
): Promise<number | undefined> {
  const changed = await trx
    .updateTable('record.certificate')
    .set({ status: to.status, reason: to.reason, status_since: now })
    .where('person', '=', certificate.person)
    .where('series', '=', certificate.series)
    .where('index', '=', certificate.index)
    .where('status', 'not in', [to.status, 'revoked'])
    .returning('change')
    .executeTakeFirst()
  return changed?.change
}

export interface OutOfUse {
  readonly series: SeriesName
  readonly index: number
  readonly since: Date
  readonly reason: RevocationReason
}

/** The entries of a CRL: revoked or on hold, and not expired at `now`. */
export async function outOfUse(
  trx: Trx,
  shard: {
    readonly kind: CertificateKind
    readonly generation: number
    readonly municipality: string
  },
  now: Date,
): Promise<OutOfUse[]> {
  const rows = await trx
    .selectFrom('record.certificate')
    .select(['series', 'index', 'status_since', 'reason'])
    .where('kind', '=', shard.kind)
    .where('generation', '=', shard.generation)
    .where('municipality', '=', shard.municipality)
    .where('status', 'in', ['hold', 'revoked'])
    .where('not_after', '>', now)
    .orderBy('status_since')
    .execute()
  return rows.map(({ series, index, status_since, reason }) => ({
    series,
    index,
    since: status_since,
    reason: reason ?? 'unspecified',
  }))
}

/** @param publicKey SubjectPublicKeyInfo, DER @throws {AuthorityError} KEY_USED when it was ever used before */
export async function reserveKey({ trx, now }: Unit, publicKey: Uint8Array): Promise<void> {
  const hash = new Uint8Array(createHash('sha256').update(publicKey).digest())
  try {
    await trx
      .insertInto('record.public_key')
      .values({ hash, first_used_at: now })
      .executeTakeFirstOrThrow()
  } catch (error) {
    if (violatedUnique(error) === 'public_key_pkey') throw new AuthorityError('KEY_USED')
    throw error
  }
}
