/**
 * A forgotten or locked secret of the phone is set anew with the card at hand, at any hour: the card signs, the authority
 * hands out the unblocking keys that this phone gave it, the new secrets take the place of the old ones.
 */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import type { AuthorityPort, UnblockingKeys } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { checkForms } from '../secure-element.ts'
import { type PhoneSecrets, secretValues } from './application.ts'
import { type CardAtHand, signWithCard } from './card-signature.ts'
import { isRefusal } from './refusal.ts'
import { beginRequest, sendRequest } from './request.ts'
import { kindsInUse } from './revocation.ts'

/**
 * The card held to the phone: it signs that these secrets are to be set anew. The new ones are asked for next.
 * @param wanted kinds in use whose secret is forgotten or locked
 * @throws {PhoneError} KINDS_MISSING, NOT_REGISTERED, REQUEST_UNDER_WAY, CARD_…, NOT_A_MY_NUMBER_CARD, STORE_FAILED; and
 *   any error of the authority's client
 */
export async function requestUnblocking(
  phone: Phone,
  authority: AuthorityPort,
  wanted: readonly CertificateKind[],
  card: CardAtHand,
): Promise<void> {
  const kinds = certificateKinds.filter((kind) => wanted.includes(kind))
  if (kinds.length === 0) throw new PhoneError('KINDS_MISSING')
  const { credential } = phone.record
  const missing = kinds.some((kind) => !kindsInUse(phone).includes(kind))
  if (credential === undefined || missing) throw new PhoneError('NOT_REGISTERED')
  const choice = { action: 'unblock', credentialId: credential.id, kinds } as const
  await beginRequest(phone, authority, choice, (content) => signWithCard(phone, content, card))
}

const keysFor = (phone: Phone, authority: AuthorityPort) =>
  sendRequest(phone, 'unblock', ({ credentialId, cms, idempotencyKey }) =>
    authority.unblock(credentialId ?? '', cms, idempotencyKey),
  )

function wipe(keys: UnblockingKeys): void {
  for (const key of Object.values(keys)) key?.fill(0)
}

/**
 * Asks, once the card has signed, whether the secrets may be set anew, before any is chosen; the keys in the answer are
 * thrown away, `resetSecrets` asks for them again. Without an answer it goes on: setting brings a refusal then.
 * @throws {PhoneError} REQUEST_NONE, REQUEST_NONCE_EXPIRED, STORE_FAILED; and a refusal of the authority's (4xx): the
 *   request is forgotten then
 */
export async function checkUnblocking(phone: Phone, authority: AuthorityPort): Promise<void> {
  try {
    wipe((await keysFor(phone, authority)).answer)
  } catch (error) {
    if (error instanceof PhoneError || isRefusal(error)) throw error
  }
}

/**
 * Sets the secrets anew that the card signed for; all tries are back. After a lost answer or a closed app: again, with
 * any secrets.
 * @throws {PhoneError} REQUEST_NONE, REQUEST_NONCE_EXPIRED, SECRET_NOT_SET (one for each kind that was signed for),
 *   SECRET_FORM, KEY_MISSING (the secret of a kind that was not signed for), UNBLOCKING_KEY_WRONG, STORE_FAILED; and
 *   any error of the authority's client
 */
export async function resetSecrets(
  phone: Phone,
  authority: AuthorityPort,
  secrets: PhoneSecrets,
): Promise<void> {
  const values = secretValues(secrets)
  const { request } = phone.record
  if (request?.action !== 'unblock') throw new PhoneError('REQUEST_NONE', { detail: 'unblock' })
  for (const kind of certificateKinds) {
    const signedFor = request.kinds.includes(kind)
    if (signedFor && values[kind] === undefined) {
      throw new PhoneError('SECRET_NOT_SET', { detail: kind })
    }
    if (!signedFor && values[kind] !== undefined) {
      throw new PhoneError('KEY_MISSING', { detail: kind })
    }
  }
  checkForms(values)
  const { answer } = await keysFor(phone, authority)
  try {
    await phone.element.unblock(answer, values, (record) => ({ ...record, request: undefined }))
  } finally {
    wipe(answer)
  }
}
