/** 3-F: from a phone without a credential, the card at hand ends its holder's credential on any other phone. At any hour. */
import { z } from 'zod'
import { heldCredentials } from '../database/credentials.ts'
import { phoneById, phoneByThumbprint } from '../database/phones.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import {
  checkCardOf,
  onRequest,
  type Requested,
  type RequestNeeds,
  type SignedRequest,
} from '../signatures/request.ts'
import { type StepNeeds, stepInUnit } from './step.ts'

export const DeletionView = z
  .strictObject({
    credentialId: z.uuid(),
    model: z.string().describe('of the phone it was on'),
  })
  .meta({ id: 'Deletion' })
export type DeletionView = z.infer<typeof DeletionView>

async function deleteOther(
  unit: Unit,
  records: StepNeeds,
  { signer, actor }: Requested,
  thumbprint: string,
): Promise<DeletionView> {
  const { person } = signer
  checkCardOf(signer, { person })
  const here = await phoneByThumbprint(unit.trx, thumbprint)
  const held = await heldCredentials(unit.trx, {
    person,
    ...(here !== undefined && { phone: here }),
  })
  if (held.some(({ phone }) => phone === here)) throw new AuthorityError('PHONE_HAS_ONE')
  // A switch in progress ends too; the answer names the credential that was in use.
  const inUse = held.find(({ state }) => state === 'active' || state === 'suspended') ?? held[0]
  if (!inUse) throw new AuthorityError('NOTHING_TO_DELETE')
  for (const credential of held) {
    const step = { event: 'delete', reason: 'deleted-by-card', actor } as const
    if (!(await stepInUnit(unit, records, credential, step))) {
      throw new AuthorityError('CREDENTIAL_OVER')
    }
  }
  const { model } = await phoneById(unit.trx, inUse.phone)
  return { credentialId: inUse.id, model }
}

/** @throws {AuthorityError} those of `onRequest`, REQUEST_SIGNER_WRONG, PHONE_HAS_ONE, NOTHING_TO_DELETE */
export const deleteOnOtherPhone = (
  records: RequestNeeds & StepNeeds,
  request: SignedRequest,
): Promise<DeletionView> =>
  onRequest(
    records,
    request,
    { wanted: { action: 'delete-other' }, schema: DeletionView },
    (unit, requested) => deleteOther(unit, records, requested, request.device.thumbprint),
  )
