/** Whoever was at a facility before: the insurer that it saw last, and the last answers. Sealed; found by a code that needs the key. */
import type { Sealing } from '@kazashi/database'
import { z } from 'zod'
import type { Database, Trx } from './connection.ts'
import { KeptConsents } from './consents.ts'
import { patientKeptUntil } from './retention.ts'

const Record = z.strictObject({
  insurer: z.strictObject({ insurerNumber: z.string(), insurerName: z.string() }).nullable(),
  consents: KeptConsents,
  lastVisit: z.iso.datetime(),
})
export type PatientRecord = z.infer<typeof Record>

/** @param patient as the eligibility service names the person at this facility */
export const rowName = (sealing: Sealing, patient: string): Uint8Array =>
  sealing.lookup('clinic.patient', patient)

const place = (facility: string, name: Uint8Array) =>
  `clinic.patient ${facility} ${Buffer.from(name).toString('hex')}`

export async function seenBefore(
  db: Database,
  sealing: Sealing,
  facility: string,
  patient: string,
): Promise<PatientRecord | undefined> {
  const name = rowName(sealing, patient)
  const row = await db
    .selectFrom('clinic.patient')
    .select('sealed')
    .where('facility', '=', facility)
    .where('patient', '=', name)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const opened = sealing.open(place(facility, name), row.sealed)
  return Record.parse(JSON.parse(Buffer.from(opened).toString()))
}

export async function keepPatient(
  trx: Trx,
  sealing: Sealing,
  at: { readonly facility: string; readonly patient: string },
  record: PatientRecord,
): Promise<void> {
  const name = rowName(sealing, at.patient)
  const sealed = sealing.seal(place(at.facility, name), Buffer.from(JSON.stringify(record)))
  const row = { sealed, forget_at: patientKeptUntil(new Date(record.lastVisit)) }
  await trx
    .insertInto('clinic.patient')
    .values({ facility: at.facility, patient: name, ...row })
    .onConflict((conflict) => conflict.columns(['facility', 'patient']).doUpdateSet(row))
    .execute()
}
