/**
 * 5-B1: card or phone lost or stolen. Taken at any hour; the answer leaves after the commit, this process refuses from then on
 * and the others as soon as they hear of it.
 */
import { z } from 'zod'
import { type CardStepNeeds, stepCardInUnit } from '../cards/step.ts'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { cardOfPerson } from '../database/cards.ts'
import { heldCredentials } from '../database/credentials.ts'
import { idempotent } from '../database/idempotent.ts'
import { lockPerson, personById } from '../database/people.ts'
import type { Storage } from '../database/storage.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import { type HeldView, heldBy } from '../registry/held.ts'

export type SuspensionNeeds = Storage & CardStepNeeds

export const SuspensionOrder = z
  .strictObject({
    person: z.uuid(),
    what: z.enum(['phone', 'card', 'both']),
    reason: z.enum(['lost', 'stolen']),
  })
  .meta({ id: 'SuspensionOrder' })
export type SuspensionOrder = z.infer<typeof SuspensionOrder>

const actor = 'hotline'

/** @returns whether it is suspended now, or has ended because it was lost before registration */
async function suspendPhones(
  unit: Unit,
  records: StepNeeds,
  { person, reason }: SuspensionOrder,
): Promise<boolean> {
  let found = false
  for (const credential of await heldCredentials(unit.trx, { person })) {
    const stepped = await stepInUnit(unit, records, credential, { event: 'suspend', actor, reason })
    found ||= stepped !== undefined || credential.state === 'suspended'
  }
  return found
}

async function suspendCard(
  unit: Unit,
  records: CardStepNeeds,
  { person, reason }: SuspensionOrder,
): Promise<boolean> {
  const card = await cardOfPerson(unit.trx, person)
  if (card?.state === 'in-use') {
    await stepCardInUnit(unit, records, card, {
      event: 'suspend',
      actor,
      action: 'card suspended',
      revocation: 'certificateHold',
      reason,
      details: { reason },
    })
  }
  return card !== undefined
}

/**
 * Suspending again changes nothing and is no error.
 * @returns the person's card and phone now @throws {AuthorityError} NOT_FOUND, NOTHING_TO_SUSPEND, IDEMPOTENCY_KEY_REUSED
 */
export async function suspend(
  records: SuspensionNeeds,
  order: SuspensionOrder,
  key: string | undefined,
): Promise<HeldView> {
  const { person, what } = order
  const asked = { caller: actor, key, request: order }
  await idempotent(records, asked, z.literal(true), async (unit) => {
    await personById(unit.trx, person)
    await lockPerson(unit.trx, person)
    const phones = what !== 'card' && (await suspendPhones(unit, records, order))
    const card = what !== 'phone' && (await suspendCard(unit, records, order))
    if (!phones && !card) throw new AuthorityError('NOTHING_TO_SUSPEND')
    return true as const
  })
  return heldBy(records.db, await personById(records.db, person))
}
