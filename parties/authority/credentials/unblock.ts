/**
 * A forgotten or locked secret of the phone is reset with the card at hand (2-F お手元のカードを利用する): the card gets the
 * unblocking keys, as ISO 7816-4 §7.5.10 (RESET RETRY COUNTER) keeps the resetting code apart from the secret. At any hour.
 */

import type { Sealing } from '@kazashi/database'
import { certificateKinds, credentialIsOver } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { writeAudit } from '../database/audit.ts'
import { certificatesOfCredential } from '../database/certificates.ts'
import type { CredentialRecord } from '../database/credentials.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { unblockingKeysOf } from '../database/unblocking-keys.ts'
import { ownCredential } from '../phones/own.ts'
import { AuthorityError } from '../problems.ts'
import {
  checkCardOf,
  onRequest,
  type Requested,
  type RequestNeeds,
  type SignedRequest,
} from '../signatures/request.ts'
import { UnblockingKeys } from '../wire.ts'
import { liveKinds } from './step.ts'

export const UnblockingView = z
  .strictObject({ unblockingKeys: UnblockingKeys })
  .meta({ id: 'Unblocking' })
export type UnblockingView = z.infer<typeof UnblockingView>

/** The part of the answer that is kept: the keys themselves are read again each time. */
const Allowed = z.strictObject({ kinds: z.array(z.enum(certificateKinds)) })
type Allowed = z.infer<typeof Allowed>

function checkActive({ state }: CredentialRecord): void {
  if (state === 'active') return
  if (state === 'suspended') throw new AuthorityError('CREDENTIAL_SUSPENDED')
  throw new AuthorityError(credentialIsOver(state) ? 'CREDENTIAL_OVER' : 'NOT_REGISTERED_YET')
}

async function keysFor(
  unit: Unit,
  records: { readonly sealing: Sealing },
  credential: CredentialRecord,
  { kinds }: Allowed,
): Promise<UnblockingKeys> {
  checkActive(credential)
  const live = liveKinds(await certificatesOfCredential(unit.trx, records.sealing, credential))
  if (!kinds.every((kind) => live.includes(kind))) throw new AuthorityError('KIND_NOT_THERE')
  const stored = await unblockingKeysOf(unit, records.sealing, credential)
  const keys: UnblockingKeys = {}
  for (const kind of kinds) {
    const found = stored.find((one) => one.kind === kind)
    if (!found) throw new AuthorityError('UNBLOCKING_KEY_MISSING')
    keys[kind] = base64.encode(found.key)
  }
  return keys
}

async function allow(
  unit: Unit,
  records: { readonly sealing: Sealing },
  credential: CredentialRecord,
  { signer, kinds, actor }: Requested,
): Promise<Allowed> {
  checkCardOf(signer, credential)
  const allowed = { kinds: [...kinds] }
  await keysFor(unit, records, credential, allowed)
  const { person, id } = credential
  await writeAudit(unit, {
    chain: signer.municipality,
    actor,
    action: 'unblocking keys handed out',
    person,
    details: { credential: id, kinds },
  })
  return allowed
}

/**
 * @throws {AuthorityError} those of `onRequest`, NOT_FOUND, REQUEST_SIGNER_WRONG, CARD_OF_ANOTHER_PERSON,
 * CREDENTIAL_SUSPENDED, CREDENTIAL_OVER, NOT_REGISTERED_YET, KIND_NOT_THERE, UNBLOCKING_KEY_MISSING
 */
export async function unblockCredential(
  records: RequestNeeds,
  request: SignedRequest,
  id: string,
): Promise<UnblockingView> {
  await ownCredential(records.db, request.device, id)
  const wanted = { action: 'unblock', credential: id } as const
  const allowed = await onRequest(
    records,
    request,
    { wanted, schema: Allowed },
    async (unit, requested) =>
      allow(unit, records, await ownCredential(unit.trx, request.device, id), requested),
  )
  return transact(records, async (unit) => {
    const credential = await ownCredential(unit.trx, request.device, id)
    return { unblockingKeys: await keysFor(unit, records, credential, allowed) }
  })
}
