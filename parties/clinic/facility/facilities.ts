/** The facilities: one for each browser, known by its cookie. So every seat of a class has a clinic and patients of its own. */
import { createHash, randomUUID } from 'node:crypto'
import type { Practice } from '../eligibility/membership.ts'
import type { Database } from './connection.ts'

export interface Settings {
  readonly kind: 'clinic' | 'pharmacy'
  readonly hasReader: boolean
  readonly firstVisitNeedsCard: boolean
}

export interface Facility extends Settings {
  readonly id: string
  readonly practice: Practice | undefined
}

const hashOf = (cookie: string): Uint8Array => createHash('sha256').update(cookie).digest()

const columns = ['id', 'kind', 'has_reader', 'first_visit_needs_card', 'practice'] as const

/** @param machineNow the facility is used now */
export async function facilityBy(
  db: Database,
  cookie: string,
  machineNow: Date,
): Promise<Facility | undefined> {
  const row = await db
    .updateTable('clinic.facility')
    .set({ used_at: machineNow })
    .where('cookie_hash', '=', hashOf(cookie))
    .returning(columns)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind,
      hasReader: row.has_reader,
      firstVisitNeedsCard: row.first_visit_needs_card,
      practice: row.practice ?? undefined,
    }
  )
}

/** As most are: with a reader for phones, and the card wanted at the first visit. */
const usual: Settings = { kind: 'clinic', hasReader: true, firstVisitNeedsCard: true }

export async function openFacility(
  db: Database,
  cookie: string,
  machineNow: Date,
): Promise<Facility> {
  const id = randomUUID()
  await db
    .insertInto('clinic.facility')
    .values({
      id,
      cookie_hash: hashOf(cookie),
      kind: usual.kind,
      has_reader: usual.hasReader,
      first_visit_needs_card: usual.firstVisitNeedsCard,
      practice: null,
      used_at: machineNow,
    })
    .execute()
  return { id, ...usual, practice: undefined }
}

/** @param change what is not named stays as it is */
export async function changeSettings(
  db: Database,
  id: string,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Promise<void> {
  const { kind, hasReader, firstVisitNeedsCard } = change
  await db
    .updateTable('clinic.facility')
    .set((row) => ({
      kind: kind ?? row.ref('kind'),
      has_reader: hasReader ?? row.ref('has_reader'),
      first_visit_needs_card: firstVisitNeedsCard ?? row.ref('first_visit_needs_card'),
    }))
    .where('id', '=', id)
    .execute()
}

/** For the next patient alone; undefined: as it is. */
export async function practiseNext(
  db: Database,
  id: string,
  practice: Practice | undefined,
): Promise<void> {
  await db
    .updateTable('clinic.facility')
    .set({ practice: practice ?? null })
    .where('id', '=', id)
    .execute()
}
