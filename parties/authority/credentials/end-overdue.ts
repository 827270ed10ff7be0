/** Ends overdue things: certificates not registered for 30 days (2-E), credentials whose certificates have expired (5-A4). */
import { registrationDays } from '@kazashi/lifecycle'
import { unregisteredSince } from '../database/applications.ts'
import {
  credentialById,
  credentialOfApplication,
  expiredCredentials,
} from '../database/credentials.ts'
import { lockPerson } from '../database/people.ts'
import { type Transactions, transact } from '../database/transaction.ts'
import { type StepNeeds, stepInUnit } from './step.ts'

const dayMilliseconds = 24 * 60 * 60_000

/** Several workers at once are safe: each checks again after locking the person. */
export async function endOverdue(records: Transactions & StepNeeds): Promise<void> {
  const { db, clock } = records
  const now = clock.now()
  const before = new Date(now.getTime() - registrationDays * dayMilliseconds)
  for (const { id, person } of await unregisteredSince(db, before)) {
    await transact(records, async (unit) => {
      await lockPerson(unit.trx, person)
      const credential = await credentialOfApplication(unit.trx, { person, id })
      const step = { event: 'lapse', reason: 'lapsed', actor: 'worker' } as const
      await stepInUnit(unit, records, credential, step)
    })
  }
  for (const { id, person, expiredAt } of await expiredCredentials(db, now)) {
    await transact(records, async (unit) => {
      await lockPerson(unit.trx, person)
      const credential = await credentialById(unit.trx, id)
      const step = {
        event: 'card-ended',
        reason: 'expired',
        actor: 'worker',
        at: expiredAt, // not when it was noticed: nobody may have looked for long
      } as const
      if (credential) await stepInUnit(unit, records, credential, step)
    })
  }
}
