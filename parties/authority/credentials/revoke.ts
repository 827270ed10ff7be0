/** 2-F, 3-E: ends one kind or all of the credential on this phone, by the phone's own signature or the card at hand. At any hour. */
import { type CertificateKind, credentialIsOver } from '@kazashi/lifecycle'
import { certificatesOfCredential } from '../database/certificates.ts'
import type { CredentialRecord } from '../database/credentials.ts'
import { phoneById } from '../database/phones.ts'
import type { Unit } from '../database/transaction.ts'
import { ownCredential } from '../phones/own.ts'
import { AuthorityError } from '../problems.ts'
import {
  checkCardOf,
  checkPhoneOf,
  onRequest,
  type Requested,
  type RequestNeeds,
  type SignedRequest,
} from '../signatures/request.ts'
import { type CredentialStep, liveKinds, type StepNeeds, stepInUnit } from './step.ts'
import { CredentialView, credentialView, type ViewNeeds } from './view.ts'

/** The kinds in use that end. @throws {AuthorityError} KIND_NOT_THERE, WALLET_ENDS_WHOLE */
async function ending(
  { trx }: Unit,
  { phone }: CredentialRecord,
  {
    asked,
    live,
  }: { readonly asked: readonly CertificateKind[]; readonly live: readonly CertificateKind[] },
): Promise<Pick<CredentialStep, 'event' | 'kinds'>> {
  const kinds = live.filter((kind) => asked.includes(kind))
  if (kinds.length === 0) throw new AuthorityError('KIND_NOT_THERE')
  if (kinds.length === live.length) return { event: 'revoke-all' }
  const { platform } = await phoneById(trx, phone)
  if (platform === 'iphone') throw new AuthorityError('WALLET_ENDS_WHOLE')
  return { event: 'revoke-one', kinds }
}

async function revoke(
  unit: Unit,
  records: StepNeeds & ViewNeeds,
  credential: CredentialRecord,
  { signer, kinds: asked, actor }: Requested,
): Promise<CredentialView> {
  if (signer.carrier === 'card') checkCardOf(signer, credential)
  if (credentialIsOver(credential.state)) throw new AuthorityError('CREDENTIAL_OVER')
  const live = liveKinds(await certificatesOfCredential(unit.trx, records.sealing, credential))
  if (signer.carrier === 'phone') checkPhoneOf(signer, credential, live)
  if (live.length === 0) throw new AuthorityError('NOT_REGISTERED_YET')
  const step = await ending(unit, credential, { asked, live })
  const reason = signer.carrier === 'card' ? 'revoked-by-card' : 'revoked'
  const revoked = await stepInUnit(unit, records, credential, {
    ...step,
    reason,
    actor,
    details: { by: signer.carrier },
  })
  if (!revoked) throw new AuthorityError('NOT_REGISTERED_YET')
  return credentialView(unit.trx, records, revoked)
}

/**
 * @throws {AuthorityError} those of `onRequest`, NOT_FOUND, CREDENTIAL_OVER, NOT_REGISTERED_YET, KIND_NOT_THERE,
 * WALLET_ENDS_WHOLE, REQUEST_SIGNER_WRONG, CARD_OF_ANOTHER_PERSON
 */
export async function revokeCredential(
  records: RequestNeeds & StepNeeds,
  request: SignedRequest,
  id: string,
): Promise<CredentialView> {
  await ownCredential(records.db, request.device, id)
  const wanted = { action: 'revoke', credential: id } as const
  return onRequest(records, request, { wanted, schema: CredentialView }, async (unit, requested) =>
    revoke(unit, records, await ownCredential(unit.trx, request.device, id), requested),
  )
}
