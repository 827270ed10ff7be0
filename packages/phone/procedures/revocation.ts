/** 2-F on Android: one or both certificates end, by the phone's own secret or with the card at hand (お手元のカードを利用する). */
import { openCard } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { createSignedData } from '@kazashi/pki'
import type { AuthorityPort } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { withElement } from './card-errors.ts'
import { type CardAtHand, signWithCard } from './card-signature.ts'
import { beginRequest, sendRequest } from './request.ts'

/** Proof that the resident asks. */
export type RevocationWay =
  | {
      readonly by: 'phone'
      /** Of the kind that `revocationSecret` names. */
      readonly secret: string
      /** Spend its last try. */
      readonly force?: boolean
    }
  | ({ readonly by: 'card' } & CardAtHand)

/** The kinds in use on this phone. */
export const kindsInUse = ({ record }: Phone): readonly CertificateKind[] =>
  certificateKinds.filter((kind) => record.installed[kind]?.certificate !== undefined)

/** The secret that 2-F asks for: the signing password, or where there is no signing certificate the PIN. @throws {PhoneError} NOT_REGISTERED */
export function revocationSecret(phone: Phone): CertificateKind {
  const [first] = kindsInUse(phone)
  if (first === undefined) throw new PhoneError('NOT_REGISTERED')
  return first
}

/**
 * Is this the secret that `revocationSecret` names? Asked before the last question of 2-F and 3-E; a wrong one costs a try, as always.
 * @throws {PhoneError} NOT_REGISTERED, SECRET_FORM, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY
 */
export async function checkRevocationSecret(
  phone: Phone,
  secret: string,
  force = false,
): Promise<void> {
  const name = revocationSecret(phone) === 'signing' ? 'signing-password' : 'authentication-pin'
  const transport = phone.element.transport()
  try {
    await withElement(() => openCard(transport).verify(name, secret, { force }))
  } finally {
    await transport.close()
  }
}

async function signWithPhone(
  phone: Phone,
  content: Uint8Array,
  { secret, force = false }: Extract<RevocationWay, { by: 'phone' }>,
): Promise<Uint8Array> {
  const kind = revocationSecret(phone)
  const certificate = phone.record.installed[kind]?.certificate
  if (certificate === undefined) throw new PhoneError('NOT_REGISTERED')
  const transport = phone.element.transport()
  try {
    return await withElement(async () => {
      const signer = await openCard(transport).signer(kind, secret, { force })
      const signingTime = phone.authorityTime.now()
      return createSignedData({ content, certificate, signer, signingTime })
    })
  } finally {
    await transport.close()
  }
}

/** Sends the revocation that is kept, and erases the keys that ended. */
export async function sendRevocation(phone: Phone, authority: AuthorityPort): Promise<void> {
  const { request } = await sendRequest(phone, 'revoke', ({ credentialId, cms, idempotencyKey }) =>
    authority.revoke(credentialId ?? '', cms, idempotencyKey),
  )
  const { kinds, credentialId: id = '' } = request
  const at = phone.now().toISOString()
  await phone.element.forget(kinds, id, (record) => {
    const answered = { ...record, request: undefined }
    const rest = record.installed.signing ?? record.installed.authentication
    if (rest !== undefined || record.credential?.id !== id) return answered
    const ended = { what: 'credential', id, at, why: 'revoked' } as const
    return { ...answered, credential: undefined, wallet: undefined, ended }
  })
}

/** Ends these kinds of this phone's credential, on any platform. */
export async function endKinds(
  phone: Phone,
  authority: AuthorityPort,
  kinds: readonly CertificateKind[],
  way: RevocationWay,
): Promise<void> {
  const { credential } = phone.record
  const missing = kinds.some((kind) => !kindsInUse(phone).includes(kind))
  if (credential === undefined || missing) throw new PhoneError('NOT_REGISTERED')
  const choice = { action: 'revoke', credentialId: credential.id, kinds } as const
  await beginRequest(phone, authority, choice, (content) =>
    way.by === 'card' ? signWithCard(phone, content, way) : signWithPhone(phone, content, way),
  )
  await sendRevocation(phone, authority)
}

/**
 * 2-F 失効する. After a lost answer `continueRequest` goes on without asking for a secret again.
 * @param wanted one or both of the kinds in use
 * @throws {PhoneError} OTHER_PLATFORM (an iPhone: 3-E), KINDS_MISSING, NOT_REGISTERED, REQUEST_UNDER_WAY, STORE_FAILED; by the
 *   phone SECRET_FORM, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY; by the card CARD_…, NOT_A_MY_NUMBER_CARD; and
 *   any error of the authority's client
 */
export async function revokeCertificates(
  phone: Phone,
  authority: AuthorityPort,
  wanted: readonly CertificateKind[],
  way: RevocationWay,
): Promise<void> {
  if (phone.record.device.platform !== 'android') throw new PhoneError('OTHER_PLATFORM')
  const kinds = certificateKinds.filter((kind) => wanted.includes(kind))
  if (kinds.length === 0) throw new PhoneError('KINDS_MISSING')
  await endKinds(phone, authority, kinds, way)
}
