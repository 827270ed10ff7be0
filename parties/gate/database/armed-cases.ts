/** Cases that were armed by REST: each for the next authorization request of one client, used once. */
import type { Armed, ArmedCase } from '../cases/wanted.ts'
import type { Database } from './connection.ts'

/** Milliseconds in which the next request has to come. */
const armedFor = 10 * 60_000

/** One a client: a later one takes the place of an earlier. @param now the machine's time */
export async function armCase(
  db: Database,
  now: Date,
  { clientId, caseName, phone }: ArmedCase,
): Promise<void> {
  const row = {
    case_name: caseName,
    phone: phone ?? null,
    forget_at: new Date(now.getTime() + armedFor),
  }
  await db
    .insertInto('gate.armed_case')
    .values({ client_id: clientId, ...row })
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(row))
    .execute()
}

/** @returns undefined: none is armed for this client */
export async function takeArmedCase(
  db: Database,
  now: Date,
  clientId: string,
): Promise<Armed | undefined> {
  const row = await db
    .deleteFrom('gate.armed_case')
    .where('client_id', '=', clientId)
    .where('forget_at', '>', now)
    .returning(['case_name', 'phone'])
    .executeTakeFirst()
  return row && { caseName: row.case_name, phone: row.phone ?? undefined }
}
