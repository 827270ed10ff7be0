/** 3-E: the My Number Card on this iPhone is deleted. 3-F: the one on another phone, from a phone without one, by the card. */
import { certificateKinds } from '@kazashi/lifecycle'
import type { AuthorityPort, DeletedCredential } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { type CardAtHand, signWithCard } from './card-signature.ts'
import { beginRequest, checkNoneUnderWay, sendRequest } from './request.ts'
import { endKinds, kindsInUse, type RevocationWay, sendRevocation } from './revocation.ts'

/**
 * 3-E 削除: certificates and the wallet's card end together. After a lost answer `continueRequest` goes on.
 * @param way いずれかの削除方法: the phone's signing password, or the card at hand
 * @throws {PhoneError} OTHER_PLATFORM (Android: 2-F), and as `revokeCertificates`
 */
export async function deleteFromThisIphone(
  phone: Phone,
  authority: AuthorityPort,
  way: RevocationWay,
): Promise<void> {
  if (phone.record.device.platform !== 'iphone') throw new PhoneError('OTHER_PLATFORM')
  await endKinds(phone, authority, kindsInUse(phone), way)
}

async function sendDeletion(phone: Phone, authority: AuthorityPort): Promise<DeletedCredential> {
  const { answer } = await sendRequest(phone, 'delete-other', ({ cms, idempotencyKey }) =>
    authority.deleteOther(cms, idempotencyKey),
  )
  await phone.change((record) => ({ ...record, request: undefined }))
  return answer
}

/**
 * 3-F 別のスマートフォンのカードを削除. After a lost answer `continueRequest` goes on.
 * @returns which phone it was on
 * @throws {PhoneError} CREDENTIAL_PRESENT (this phone has one: 2-F or 3-E), REQUEST_UNDER_WAY, CARD_…,
 *   NOT_A_MY_NUMBER_CARD, STORE_FAILED; and any error of the authority's client
 */
export async function deleteFromOtherPhone(
  phone: Phone,
  authority: AuthorityPort,
  card: CardAtHand,
): Promise<DeletedCredential> {
  if (phone.record.credential !== undefined) throw new PhoneError('CREDENTIAL_PRESENT')
  const kinds = certificateKinds
  const choice = { action: 'delete-other', credentialId: undefined, kinds } as const
  await beginRequest(phone, authority, choice, (content) => signWithCard(phone, content, card))
  return sendDeletion(phone, authority)
}

export type Continued =
  | { readonly action: 'revoke' }
  | { readonly action: 'delete-other'; readonly deleted: DeletedCredential }

/**
 * Goes on with a revocation or deletion that was signed and has no answer yet: a lost answer, a closed app.
 * @throws {PhoneError} REQUEST_NONE (nothing is under way, or an unblocking: `resetSecrets`), REQUEST_NONCE_EXPIRED,
 *   STORE_FAILED; and any error of the authority's client
 */
export async function continueRequest(phone: Phone, authority: AuthorityPort): Promise<Continued> {
  switch (phone.record.request?.action) {
    case 'revoke':
      await sendRevocation(phone, authority)
      return { action: 'revoke' }
    case 'delete-other':
      return { action: 'delete-other', deleted: await sendDeletion(phone, authority) }
    default:
      throw new PhoneError('REQUEST_NONE')
  }
}

/** Forgets a request that was signed and never sent, or that waits for new secrets. @throws {PhoneError} REQUEST_UNDER_WAY, STORE_FAILED */
export async function abandonRequest(phone: Phone): Promise<void> {
  checkNoneUnderWay(phone)
  await phone.change((record) => ({ ...record, request: undefined }))
}
