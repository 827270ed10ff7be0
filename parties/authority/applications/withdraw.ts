/** 2-D: an application is withdrawn before it is registered; certificates issued for it are revoked. At any hour. */
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { lockApplication } from '../database/applications.ts'
import { credentialOfApplication } from '../database/credentials.ts'
import { answerOnce } from '../database/idempotent.ts'
import { lockPerson } from '../database/people.ts'
import type { Transactions, Unit } from '../database/transaction.ts'
import { ownApplication } from '../phones/own.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import { ApplicationView, applicationView, type ScheduleNeeds } from './view.ts'

export type WithdrawalNeeds = Transactions & StepNeeds & ScheduleNeeds

async function withdraw(
  unit: Unit,
  records: StepNeeds & ScheduleNeeds,
  id: string,
  device: Device,
): Promise<ApplicationView> {
  const application = await lockApplication(unit.trx, id)
  if (!application) throw new AuthorityError('NOT_FOUND')
  if (application.state === 'registered') throw new AuthorityError('ALREADY_REGISTERED')
  if (application.state !== 'withdrawn') {
    const credential = await credentialOfApplication(unit.trx, application)
    const actor = `device ${device.thumbprint}`
    const step = { event: 'withdraw', reason: 'withdrawn', actor } as const
    const withdrawn = await stepInUnit(unit, records, credential, step)
    if (!withdrawn) throw new AuthorityError('APPLICATION_OVER')
  }
  return applicationView(records, { ...application, state: 'withdrawn' }, unit.now)
}

/** Withdrawing again changes nothing. @throws {AuthorityError} NOT_FOUND, ALREADY_REGISTERED, APPLICATION_OVER */
export async function withdrawApplication(
  records: WithdrawalNeeds,
  device: Device,
  { id, idempotencyKey }: { readonly id: string; readonly idempotencyKey: string },
): Promise<ApplicationView> {
  const { person } = await ownApplication(records.db, device, id)
  const request = new TextEncoder().encode(`withdraw ${id}`)
  const keyed = { caller: `device ${device.thumbprint}`, key: idempotencyKey, request }
  return answerOnce(
    records,
    { keyed, schema: ApplicationView },
    async () => undefined,
    async (unit) => {
      await lockPerson(unit.trx, person)
      return withdraw(unit, records, id, device)
    },
  )
}
