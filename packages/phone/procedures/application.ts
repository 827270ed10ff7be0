/**
 * 2-C and 2-D on Android: choose kinds, agree, hold the card, set the phone's secrets; 4-B and 5-B3 are the same with
 * another purpose. After each step the phone's store says how far it is.
 */
import type { CardTransport } from '@kazashi/card'
import { type ApplicationPurpose, type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import type { AuthorityPort } from '../authority-port.ts'
import { consentHash } from '../consent.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { type ApplicationStatement, encodeStatement, parseStatement } from '../statement.ts'
import { type CardProgress, signWithCard } from './card-signature.ts'
import { checkHolder, type Holder } from './draft-holder.ts'
import {
  checkFree,
  keepSigned,
  type SignedApplication,
  withoutApplication,
} from './signed-application.ts'

export interface Draft {
  readonly phone: Phone
  readonly statement: ApplicationStatement
  /** ISO 8601, by this phone's clock: by then it must be signed and handed in. */
  readonly nonceExpiresAt: string
}

export interface ApplicationChoice {
  /** switch: 機種変更 (4-B); resume: 利用再開 (5-B3), on this phone or another; default new. */
  readonly purpose?: ApplicationPurpose
  /** One or both. */
  readonly kinds: readonly CertificateKind[]
  /** Of the notes that were ticked 確認しました (consent.ts). */
  readonly consentVersion: string
}

/** Keys of these kinds, and the members that every statement has of them, this phone and this moment. */
export async function beginStatement(
  phone: Phone,
  authority: AuthorityPort,
  { purpose = 'new', kinds, consentVersion }: ApplicationChoice,
) {
  const textHash = consentHash(consentVersion)
  if (textHash === undefined) throw new PhoneError('CONSENT_UNKNOWN')
  checkFree(phone, purpose)
  await phone.change(withoutApplication)
  const { nonce, now, expiresAt } = await authority.nonce()
  phone.authorityTime.learn(new Date(now))
  const time = phone.authorityTime.now().toISOString()
  const requests: { -readonly [kind in CertificateKind]?: string } = {}
  for (const kind of kinds) {
    await phone.element.generateKey(kind)
    requests[kind] = base64.encode(await phone.element.certificationRequest(kind))
  }
  const { platform, model, osVersion } = phone.record.device
  return {
    statement: {
      type: 'kazashi-application',
      version: 2,
      purpose,
      kinds: [...kinds],
      consent: { version: consentVersion, textHash },
      requests,
      phone: { platform, model, osVersion, appVersion: phone.appVersion },
      deviceKey: { thumbprint: phone.thumbprint, jwk: phone.deviceJwk },
      nonce,
      time,
    } satisfies ApplicationStatement,
    nonceExpiresAt: phone.authorityTime.toOwn(new Date(expiresAt)).toISOString(),
  }
}

/**
 * 2-C 申請する: makes the keys of the chosen kinds and the statement the card is to sign.
 * @throws {PhoneError} KINDS_MISSING, CONSENT_UNKNOWN, ALREADY_APPLIED, CREDENTIAL_PRESENT, NOT_SUSPENDED,
 *   OTHER_PLATFORM (an iPhone), CLOCK_WRONG {aheadBy}, STORE_FAILED; and any error of the authority's client
 */
export async function prepareApplication(
  phone: Phone,
  authority: AuthorityPort,
  choice: ApplicationChoice,
): Promise<Draft> {
  if (phone.record.device.platform !== 'android') throw new PhoneError('OTHER_PLATFORM')
  const kinds = certificateKinds.filter((kind) => choice.kinds.includes(kind))
  if (kinds.length === 0) throw new PhoneError('KINDS_MISSING')
  const { statement, nonceExpiresAt } = await beginStatement(phone, authority, { ...choice, kinds })
  const bytes = encodeStatement(statement)
  await phone.change((record) => ({
    ...record,
    application: { stage: 'draft', statement: bytes, nonceExpiresAt },
  }))
  return { phone, statement, nonceExpiresAt }
}

/** The draft where the app was closed between 申請する and the card. */
export function openDraft(phone: Phone): Draft | undefined {
  const { application } = phone.record
  if (application?.stage !== 'draft') return undefined
  const { statement, nonceExpiresAt } = application
  return { phone, statement: parseStatement(statement), nonceExpiresAt }
}

/**
 * 2-C the card held to the phone: its signing key signs the statement. Nothing is lost when the card leaves: call again.
 * @param options.force spend the password's last try
 * @throws {PhoneError} CARD_AWAY, CARD_UNREADABLE, NOT_A_MY_NUMBER_CARD, CARD_SECRET_WRONG {triesLeft},
 *   CARD_SECRET_BLOCKED, CARD_LAST_TRY, CARD_CERTIFICATE_MISSING, APPLICATION_NONCE_EXPIRED, STORE_FAILED;
 *   DRAFT_OF_ANOTHER_PERSON: the draft is gone
 */
export async function signApplication(
  draft: Draft,
  transport: CardTransport,
  signingPassword: string,
  onProgress: (step: CardProgress) => void = () => undefined,
  options: { readonly force?: boolean } = {},
): Promise<SignedApplication> {
  const { phone, statement, nonceExpiresAt } = draft
  if (phone.now() >= new Date(nonceExpiresAt)) throw new PhoneError('APPLICATION_NONCE_EXPIRED')
  const onHolder = (holder: Holder) => checkHolder(phone, statement.nonce, holder)
  const card = { transport, signingPassword, onProgress, onHolder, ...options }
  const cms = await signWithCard(phone, encodeStatement(statement), card)
  await keepSigned(phone, { statement, cms }, nonceExpiresAt)
  return { statement, cms }
}

export interface PhoneSecrets {
  /** 6 to 16 capitals and digits, both. */
  readonly signingPassword?: string
  /** Four digits. */
  readonly authenticationPin?: string
}

/** As the secure element takes them. */
export const secretValues = ({ signingPassword, authenticationPin }: PhoneSecrets) => ({
  ...(signingPassword !== undefined && { signing: signingPassword }),
  ...(authenticationPin !== undefined && { authentication: authenticationPin }),
})

/**
 * 2-D: the phone's own secrets, one for each kind applied for; all are set or none. From here on a key opens only by its
 * secret. Repeating it with the same values changes nothing.
 * @throws {PhoneError} SECRET_FORM, SECRET_ALREADY_SET, KEY_MISSING, STORE_FAILED
 */
export const setSecrets = (phone: Phone, secrets: PhoneSecrets): Promise<void> =>
  phone.element.setSecrets(secretValues(secrets))

/** DER of the PKCS #10 request in a statement. */
export const requestOf = (statement: ApplicationStatement, kind: CertificateKind) => {
  const text = statement.requests[kind]
  return text === undefined ? undefined : base64.parse(text)
}
