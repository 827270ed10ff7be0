/**
 * 2-C and 2-D: choose kinds, agree, hold the card, set the phone's secrets, hand the application in. After each step the
 * phone's store says how far it is; what was sent once is sent again with the same key until an answer is there.
 */
import { type CardTransport, openCard } from '@kazashi/card'
import { createSignedData, verifySignedData } from '@kazashi/pki'
import type { ApplicationView, AuthorityPort, CertificateKind } from '../authority-port.ts'
import { fromBase64, toBase64, toBase64Url } from '../base64.ts'
import { consentHash } from '../consent.ts'
import { PhoneError } from '../errors.ts'
import { certificateKinds, type Phone } from '../phone.ts'
import { type ApplicationStatement, encodeStatement, parseStatement } from '../statement.ts'
import { withCard } from './card-errors.ts'

/** For the screen that says what goes on while the card is held. */
export type CardProgress = 'card-found' | 'password-right' | 'certificate-read' | 'signed'

export interface Draft {
  readonly phone: Phone
  readonly statement: ApplicationStatement
  /** ISO 8601: by then it must be signed and handed in. */
  readonly nonceExpiresAt: string
}

export interface SignedApplication {
  readonly statement: ApplicationStatement
  /** CMS SignedData, DER, by the card's signing key. */
  readonly cms: Uint8Array
}

export interface ApplicationChoice {
  /** One or both. */
  readonly kinds: readonly CertificateKind[]
  /** Of the notes that were ticked 確認しました (consent.ts). */
  readonly consentVersion: string
}

/** 128 bits, base64url: nobody else's request has it. */
const idempotencyKey = ({ random }: Phone): string => toBase64Url(random(16))

function checkFree({ record }: Phone): void {
  const { application, credential, installed } = record
  if (application?.stage === 'applied' || (application?.stage === 'signed' && application.sent)) {
    throw new PhoneError('ALREADY_APPLIED')
  }
  const locked = certificateKinds.some((kind) => installed[kind]?.secret?.triesLeft === 0)
  if (credential !== undefined && !locked) throw new PhoneError('CREDENTIAL_PRESENT')
}

/**
 * 2-C 申請する: makes the keys of the chosen kinds and the statement the card is to sign.
 * @throws {PhoneError} KINDS_MISSING, CONSENT_UNKNOWN, ALREADY_APPLIED, CREDENTIAL_PRESENT, STORE_FAILED; and whatever
 *   the authority's client throws
 */
export async function prepareApplication(
  phone: Phone,
  authority: AuthorityPort,
  { kinds: wanted, consentVersion }: ApplicationChoice,
): Promise<Draft> {
  const kinds = certificateKinds.filter((kind) => wanted.includes(kind))
  if (kinds.length === 0) throw new PhoneError('KINDS_MISSING')
  const textHash = consentHash(consentVersion)
  if (textHash === undefined) throw new PhoneError('CONSENT_UNKNOWN')
  checkFree(phone)
  await phone.change((record) => ({ ...record, application: undefined, pending: {} }))
  const { nonce, expiresAt } = await authority.nonce()
  const requests: { -readonly [kind in CertificateKind]?: string } = {}
  for (const kind of kinds) {
    await phone.element.generateKey(kind)
    requests[kind] = toBase64(await phone.element.certificationRequest(kind))
  }
  const { platform, model, osVersion } = phone.record.device
  const statement: ApplicationStatement = {
    type: 'kazashi-application',
    version: 2,
    purpose: 'new',
    kinds,
    consent: { version: consentVersion, textHash },
    requests,
    phone: { platform, model, osVersion, appVersion: phone.appVersion },
    deviceKey: { thumbprint: phone.thumbprint, jwk: phone.deviceJwk },
    nonce,
    time: phone.now().toISOString(),
  }
  const bytes = encodeStatement(statement)
  await phone.change((record) => ({
    ...record,
    application: { stage: 'draft', statement: bytes, nonceExpiresAt: expiresAt },
  }))
  return { phone, statement, nonceExpiresAt: expiresAt }
}

/** The draft where the app was closed between 申請する and the card. */
export function openDraft(phone: Phone): Draft | undefined {
  const { application } = phone.record
  if (application?.stage !== 'draft') return undefined
  const { statement, nonceExpiresAt } = application
  return { phone, statement: parseStatement(statement), nonceExpiresAt }
}

/** The signed application where the app was closed between the card and its being handed in. */
export function openSigned(phone: Phone): SignedApplication | undefined {
  const { application } = phone.record
  if (application?.stage !== 'signed') return undefined
  return { statement: parseStatement(application.statement), cms: application.cms }
}

/**
 * 2-C the card held to the phone: its signing key signs the statement. Nothing is lost when the card leaves: call again.
 * @param options.force spend the password's last try
 * @throws {PhoneError} CARD_AWAY, CARD_UNREADABLE, NOT_A_MY_NUMBER_CARD, CARD_SECRET_WRONG {triesLeft},
 *   CARD_SECRET_BLOCKED, CARD_LAST_TRY, CARD_CERTIFICATE_MISSING, APPLICATION_NONCE_EXPIRED, STORE_FAILED
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
  const content = encodeStatement(statement)
  const cms = await withCard(async () => {
    const card = openCard(transport)
    const { carrier } = await card.token()
    if (carrier !== 'card') throw new PhoneError('NOT_A_MY_NUMBER_CARD', { detail: carrier })
    onProgress('card-found')
    if (!(await card.availability()).signing) throw new PhoneError('CARD_CERTIFICATE_MISSING')
    await card.verify('signing-password', signingPassword, options)
    onProgress('password-right')
    const certificate = await card.readCertificate('signing', {
      value: signingPassword,
      ...options,
    })
    onProgress('certificate-read')
    const signer = await card.signer('signing', signingPassword, options)
    return createSignedData({ content, certificate, signer, signingTime: phone.now() })
  })
  await verifySignedData(cms) // a card that left halfway through a signature is not to be found out at the authority
  onProgress('signed')
  await phone.change((record) => ({
    ...record,
    application: {
      stage: 'signed',
      statement: content,
      cms,
      idempotencyKey: idempotencyKey(phone),
      sent: false,
    },
  }))
  return { statement, cms }
}

export interface PhoneSecrets {
  /** 6 to 16 capitals and digits, both. */
  readonly signingPassword?: string
  /** Four digits. */
  readonly authenticationPin?: string
}

/**
 * 2-D: the phone's own secrets, one for each kind applied for; all are set or none. From here on a key opens only by its
 * secret. Repeating it with the same values changes nothing.
 * @throws {PhoneError} SECRET_FORM, SECRET_ALREADY_SET, KEY_MISSING, STORE_FAILED
 */
export const setSecrets = (phone: Phone, secrets: PhoneSecrets): Promise<void> =>
  phone.element.setSecrets({
    ...(secrets.signingPassword !== undefined && { signing: secrets.signingPassword }),
    ...(secrets.authenticationPin !== undefined && { authentication: secrets.authenticationPin }),
  })

/** An answer that says no for good, as HTTP has it: 4xx, but not a time-out, a conflict in flight or too many requests. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false
  const { status } = error
  return (
    typeof status === 'number' && status >= 400 && status < 500 && ![408, 425, 429].includes(status)
  )
}

/**
 * 2-D 申請完了: hands the application in. Safe to repeat after a lost answer or a closed app: the same key goes with it.
 * @throws {PhoneError} NOT_APPLIED, SECRET_NOT_SET, STORE_FAILED; and whatever the authority's client throws. After a
 *   refusal (4xx) the phone is as before 2-C.
 */
export async function submitApplication(
  phone: Phone,
  authority: AuthorityPort,
  signed?: SignedApplication,
): Promise<ApplicationView> {
  const { application, pending } = phone.record
  if (application?.stage === 'applied') return application.view
  if (application?.stage !== 'signed') throw new PhoneError('NOT_APPLIED')
  const other = signed !== undefined && toBase64(signed.cms) !== toBase64(application.cms)
  if (other) throw new PhoneError('NOT_APPLIED', { detail: 'another application was signed since' })
  for (const kind of certificateKinds) {
    const key = pending[kind]
    if (key !== undefined && key.secret === undefined) {
      throw new PhoneError('SECRET_NOT_SET', { detail: kind })
    }
  }
  await phone.change((record) => ({ ...record, application: { ...application, sent: true } }))
  const { cms, idempotencyKey: key } = application
  let view: ApplicationView
  try {
    view = await authority.apply(cms, key)
  } catch (error) {
    if (isRefusal(error)) {
      await phone.change((record) => ({ ...record, application: undefined, pending: {} }))
    }
    throw error
  }
  await phone.change((record) => ({
    ...record,
    application: {
      stage: 'applied',
      cms,
      idempotencyKey: key,
      registrationKey: idempotencyKey(phone),
      view,
    },
  }))
  return view
}

/** What the authority says of the application now; kept for the next opening. @throws {PhoneError} NOT_APPLIED */
export async function refreshApplication(
  phone: Phone,
  authority: AuthorityPort,
): Promise<ApplicationView> {
  const { application } = phone.record
  if (application?.stage !== 'applied') throw new PhoneError('NOT_APPLIED')
  const view = await authority.application(application.view.id)
  await phone.change((record) => ({ ...record, application: { ...application, view } }))
  return view
}

/** Gives up an application that was not handed in yet. @throws {PhoneError} ALREADY_APPLIED */
export async function abandonApplication(phone: Phone): Promise<void> {
  const { application } = phone.record
  const handedIn =
    application?.stage === 'applied' || (application?.stage === 'signed' && application.sent)
  if (handedIn) throw new PhoneError('ALREADY_APPLIED')
  await phone.change((record) => ({ ...record, application: undefined, pending: {} }))
}

/** DER of the PKCS #10 request in a statement. */
export const requestOf = (statement: ApplicationStatement, kind: CertificateKind) => {
  const text = statement.requests[kind]
  return text === undefined ? undefined : fromBase64(text)
}
