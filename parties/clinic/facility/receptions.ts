/** The receptions of a facility and the consents of each. One is acknowledged after the commit: whatever ends then, it is there. */
import type { Sealing } from '@kazashi/database'
import { formatCalendarDate, japanDate } from '@kazashi/lifecycle'
import { z } from 'zod'
import { Answer, Proof } from '../eligibility/wire.ts'
import type { Database } from './connection.ts'
import { type ConsentName, type Consents, consentRows } from './consents.ts'
import type { Outcome } from './outcome.ts'
import { keepPatient, rowName } from './patients.ts'
import { receptionKeptUntil } from './retention.ts'

/** What was held to the machine. */
export const devices = ['card', 'android', 'iphone'] as const
export type Device = (typeof devices)[number]

const Insurer = z.strictObject({ insurerNumber: z.string(), insurerName: z.string() })
const Contents = z.strictObject({
  device: z.enum(devices),
  way: z.enum(['signature', 'face', 'eye']),
  /** None: nobody could say who it is. */
  answer: Answer.optional(),
  /** The insurer before, of one that changed. */
  before: Insurer.optional(),
  /** To be asked again, as long as nobody could say. */
  proof: Proof.optional(),
})
type ReceptionContents = z.infer<typeof Contents>

export interface Reception extends ReceptionContents {
  readonly id: string
  readonly number: number
  readonly outcome: Outcome
  readonly receivedAt: Date
  readonly inLineAt: Date | undefined
  readonly declaredAt: Date | undefined
  readonly consents: readonly { readonly what: ConsentName; readonly given: boolean }[]
}

export interface NewReception {
  readonly id: string
  readonly facility: string
  readonly outcome: Outcome
  readonly contents: ReceptionContents
  readonly consents: Consents | undefined
  /** Of the authority. */
  readonly now: Date
}

const place = (id: string) => `clinic.reception ${id}`
const dayOf = (now: Date): string => formatCalendarDate(japanDate(now))

export interface Records {
  readonly db: Database
  readonly sealing: Sealing
}

function sealedOf(sealing: Sealing, id: string, contents: ReceptionContents): Uint8Array {
  return sealing.seal(place(id), Buffer.from(JSON.stringify(contents)))
}

/** Keeps reception, consents and patient together. Repeated under the same id it changes nothing. @returns the number of the day */
export async function receive(
  { db, sealing }: Records,
  { id, facility, outcome, contents, consents, now }: NewReception,
): Promise<number> {
  const { answer } = contents
  return db.transaction().execute(async (trx) => {
    // One after the other at a facility: numbers have no gaps, and a repetition finds what was written.
    await trx
      .selectFrom('clinic.facility')
      .select('id')
      .where('id', '=', facility)
      .forUpdate()
      .execute()
    const there = await trx
      .selectFrom('clinic.reception')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirst()
    if (there !== undefined) return there.number
    const day = dayOf(now)
    const { last } = await trx
      .selectFrom('clinic.reception')
      .select((row) => row.fn.max('number').as('last'))
      .where('facility', '=', facility)
      .where('day', '=', day)
      .executeTakeFirstOrThrow()
    const number = (last ?? 0) + 1
    await trx
      .insertInto('clinic.reception')
      .values({
        id,
        facility,
        day,
        number,
        patient: answer === undefined ? null : rowName(sealing, answer.patient),
        outcome,
        sealed: sealedOf(sealing, id, contents),
        received_at: now,
        in_line_at: null,
        declared_at: null,
        forget_at: receptionKeptUntil(now),
      })
      .execute()
    if (consents !== undefined) {
      const rows = consentRows(consents).map((one) => ({ reception: id, ...one, given_at: now }))
      await trx.insertInto('clinic.consent').values(rows).execute()
    }
    if (answer !== undefined && consents !== undefined) {
      const { membership } = answer
      const insurer = membership && {
        insurerNumber: membership.insurerNumber,
        insurerName: membership.insurerName,
      }
      const record = { insurer, consents, lastVisit: now.toISOString() }
      await keepPatient(trx, sealing, { facility, patient: answer.patient }, record)
    }
    return number
  })
}

/** Newest first. @param day of `now` in Japan */
export async function receptionsOn(
  { db, sealing }: Records,
  facility: string,
  now: Date,
): Promise<Reception[]> {
  const rows = await db
    .selectFrom('clinic.reception')
    .selectAll()
    .where('facility', '=', facility)
    .where('day', '=', dayOf(now))
    .orderBy('number', 'desc')
    .execute()
  const ids = rows.map(({ id }) => id)
  const consents =
    ids.length === 0
      ? []
      : await db
          .selectFrom('clinic.consent')
          .select(['reception', 'what', 'given'])
          .where('reception', 'in', ids)
          .orderBy('what')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    outcome: row.outcome,
    receivedAt: row.received_at,
    inLineAt: row.in_line_at ?? undefined,
    declaredAt: row.declared_at ?? undefined,
    consents: consents
      .filter(({ reception }) => reception === row.id)
      .map(({ what, given }) => ({ what, given })),
    ...Contents.parse(JSON.parse(Buffer.from(sealing.open(place(row.id), row.sealed)).toString())),
  }))
}

export async function receptionBy(
  records: Records,
  facility: string,
  id: string,
  now: Date,
): Promise<Reception | undefined> {
  return (await receptionsOn(records, facility, now)).find((one) => one.id === id)
}

/** The desk puts the patient in line, or has the declaration. */
export async function markReception(
  { db }: Records,
  {
    facility,
    id,
    what,
    now,
  }: {
    readonly facility: string
    readonly id: string
    readonly what: 'in-line' | 'declared'
    readonly now: Date
  },
): Promise<void> {
  await db
    .updateTable('clinic.reception')
    .set(what === 'in-line' ? { in_line_at: now } : { declared_at: now })
    .where('facility', '=', facility)
    .where('id', '=', id)
    .execute()
}

/** The eligibility service could say in the end. */
export async function answerLate(
  { db, sealing }: Records,
  {
    id,
    facility,
    outcome,
    contents,
  }: Pick<NewReception, 'id' | 'facility' | 'outcome' | 'contents'>,
): Promise<void> {
  const { answer } = contents
  await db
    .updateTable('clinic.reception')
    .set({
      outcome,
      sealed: sealedOf(sealing, id, contents),
      ...(answer && { patient: rowName(sealing, answer.patient) }),
    })
    .where('facility', '=', facility)
    .where('id', '=', id)
    .where('outcome', '=', 'unanswered')
    .execute()
}
