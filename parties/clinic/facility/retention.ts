/** Until when a facility keeps what it has written down, and what is forgotten then. */
import type { Database } from './connection.ts'

const yearLater = (at: Date, years: number): Date => {
  const later = new Date(at)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

/** Papers of a treatment: three years (保険医療機関及び保険医療養担当規則 第9条). */
export const receptionKeptUntil = (receivedAt: Date): Date => yearLater(receivedAt, 3)
/** The patient's own record: five years after the last visit (the same article). */
export const patientKeptUntil = (lastVisit: Date): Date => yearLater(lastVisit, 5)

/** Milliseconds after which a sandbox's facility goes that no browser has opened again. */
const unusedFor = 400 * 24 * 3_600_000

/** @param now of the authority @param machineNow by which browsers keep their cookie */
export async function forget(db: Database, now: Date, machineNow: Date): Promise<void> {
  await db.deleteFrom('clinic.reception').where('forget_at', '<=', now).execute()
  await db.deleteFrom('clinic.patient').where('forget_at', '<=', now).execute()
  const unused = new Date(machineNow.getTime() - unusedFor)
  await db.deleteFrom('clinic.facility').where('used_at', '<', unused).execute()
}
