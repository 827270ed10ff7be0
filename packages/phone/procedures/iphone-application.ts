/**
 * 3-C and 3-D on an iPhone: notes, terms and face check; the card tells the person's data by its PIN and number A and
 * signs them by its signing password; PIN and password of the phone's own. 5-B3 is the same with another purpose.
 */
import type { CardClient, CardTransport } from '@kazashi/card'
import { certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import type { AuthorityPort } from '../authority-port.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import {
  encodeStatement,
  type FaceMethod,
  type IphoneDraftStatement,
  type StatementAttributes,
} from '../statement.ts'
import { publicP256 } from '../statement-members.ts'
import { beginStatement, setSecrets } from './application.ts'
import { withCard } from './card-errors.ts'
import { type CardProgress, findCard, signWithCard } from './card-signature.ts'
import { checkHolder, type Holder } from './draft-holder.ts'
import { keepSigned, type SignedApplication } from './signed-application.ts'

export interface IphoneChoice {
  readonly purpose?: 'new' | 'resume'
  /** Of the notes that were read; the terms were agreed to with them. */
  readonly consentVersion: string
  readonly faceCheck: {
    readonly method: FaceMethod
    readonly passedAt: Date
    /** By which the face that moved is compared with the card's photo: kept with the draft, gone once the card has signed. */
    readonly descriptor?: readonly number[]
  }
}

export interface IphoneDraft {
  readonly phone: Phone
  readonly statement: IphoneDraftStatement
  /** ISO 8601, by this phone's clock: by then it must be signed and handed in. */
  readonly nonceExpiresAt: string
  /** Of the face that moved; undefined: it was not recorded. */
  readonly face?: readonly number[] | undefined
}

/** The card's password, for 「実物のマイナンバーカードの署名用パスワードと同じ英数字」: in memory, until the phone's is set. */
const cardPasswords = new WeakMap<Phone, string>()

/**
 * 3-C once the face check is passed: makes both keys, and the key that the wallet's card will be bound to.
 * @throws {PhoneError} OTHER_PLATFORM (no iPhone), CONSENT_UNKNOWN, ALREADY_APPLIED, CREDENTIAL_PRESENT, NOT_SUSPENDED,
 *   CLOCK_WRONG {aheadBy}, STORE_FAILED; and any error of the authority's client
 */
export async function prepareIphoneApplication(
  phone: Phone,
  authority: AuthorityPort,
  { purpose = 'new', consentVersion, faceCheck }: IphoneChoice,
): Promise<IphoneDraft> {
  if (phone.record.device.platform !== 'iphone') throw new PhoneError('OTHER_PLATFORM')
  cardPasswords.delete(phone)
  const begun = await beginStatement(phone, authority, {
    purpose,
    kinds: certificateKinds,
    consentVersion,
  })
  const holderKeys = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign', 'verify'],
  )
  const { nonceExpiresAt } = begun
  const { descriptor: face } = faceCheck
  const passedAt = phone.authorityTime.fromOwn(faceCheck.passedAt).toISOString()
  const statement: IphoneDraftStatement = {
    ...begun.statement,
    attributes: {
      consent: true,
      faceCheck: { method: faceCheck.method, passedAt },
      holderKey: await publicP256(holderKeys.publicKey),
    },
  }
  await phone.change((record) => ({
    ...record,
    holderKeys,
    application: { stage: 'iphone-draft', statement, nonceExpiresAt, face },
  }))
  return { phone, statement, nonceExpiresAt, face }
}

/** The draft where the app was closed between the face check and the card. */
export function openIphoneDraft(phone: Phone): IphoneDraft | undefined {
  const { application } = phone.record
  if (application?.stage !== 'iphone-draft') return undefined
  const { statement, nonceExpiresAt, face } = application
  return { phone, statement, nonceExpiresAt, face }
}

export type IphoneCardProgress = CardProgress | 'pin-right' | 'attributes-read' | 'photo-read'

export interface IphoneCardAtHand {
  readonly transport: CardTransport
  /** 券面入力用暗証番号 */
  readonly cardDataPin: string
  readonly signingPassword: string
  /** Spend the last try of these. */
  readonly force?: readonly ('card-data-pin' | 'signing-password')[]
  readonly onProgress?: (step: IphoneCardProgress) => void
  /** Sees the card's photo, a JP2 file, before anything is signed; what it throws ends the reading. */
  readonly onPhoto?: (photo: Uint8Array) => Promise<void>
}

async function readPerson(
  card: CardClient,
  { cardDataPin, force = [], onProgress, onPhoto }: IphoneCardAtHand,
  onHolder: (holder: Holder) => Promise<void>,
): Promise<StatementAttributes['card']> {
  const options = { force: force.includes('card-data-pin') }
  const told = await withCard(async () => {
    await card.verify('card-data-pin', cardDataPin, options)
    onProgress?.('pin-right')
    const attributes = await card.readAttributes(cardDataPin, options)
    await onHolder(attributes)
    return { ...attributes, myNumber: await card.readMyNumber(cardDataPin, options) }
  }, 'card-data-pin')
  onProgress?.('attributes-read')
  const photo = await withCard(() => card.readPhoto(told.myNumber), 'number-a')
  await onPhoto?.(photo)
  onProgress?.('photo-read')
  const { name, address, birthDate, sex, myNumber } = told
  return { name, address, birthDate, sex, myNumber, photo: base64.encode(photo) }
}

/**
 * 3-C the card held to the phone: reads the person's data, then its signing key signs. Nothing is lost when the card
 * leaves: call again.
 * @throws {PhoneError} CARD_AWAY, CARD_UNREADABLE, NOT_A_MY_NUMBER_CARD, CARD_SECRET_WRONG {triesLeft, secret},
 *   CARD_SECRET_BLOCKED {secret}, CARD_LAST_TRY {secret}, CARD_CERTIFICATE_MISSING, APPLICATION_NONCE_EXPIRED,
 *   STATEMENT_MALFORMED (values that no card has), STORE_FAILED; DRAFT_OF_ANOTHER_PERSON: the draft is gone
 */
export async function signIphoneApplication(
  { phone, statement: draft, nonceExpiresAt }: IphoneDraft,
  atHand: IphoneCardAtHand,
): Promise<SignedApplication> {
  if (phone.now() >= new Date(nonceExpiresAt)) throw new PhoneError('APPLICATION_NONCE_EXPIRED')
  const { transport, signingPassword, force = [], onProgress } = atHand
  const card = await findCard(transport)
  onProgress?.('card-found')
  const onHolder = (holder: Holder) => checkHolder(phone, draft.nonce, holder)
  const attributes = { ...draft.attributes, card: await readPerson(card, atHand, onHolder) }
  const statement = { ...draft, attributes }
  const cms = await signWithCard(phone, encodeStatement(statement), {
    transport,
    signingPassword,
    force: force.includes('signing-password'),
    onProgress: (step) => {
      if (step !== 'card-found') onProgress?.(step)
    },
  })
  await keepSigned(phone, { statement, cms }, nonceExpiresAt)
  cardPasswords.set(phone, signingPassword)
  return { statement, cms }
}

export interface IphoneSecrets {
  /** Four digits. */
  readonly authenticationPin: string
  /** 6 to 16 capitals and digits, both; or the same as the card's. */
  readonly signingPassword: string | { readonly sameAsCard: true }
}

/**
 * Whether this is the password of the card that was read, for 3-D ④.
 * @throws {PhoneError} CARD_SECRET_FORGOTTEN: the app was opened anew since
 */
export function isCardPassword(phone: Phone, value: string): boolean {
  const password = cardPasswords.get(phone)
  if (password === undefined) throw new PhoneError('CARD_SECRET_FORGOTTEN')
  return password === value
}

/**
 * 3-D: the phone's own PIN and password. Repeating it with the same values changes nothing.
 * @throws {PhoneError} CARD_SECRET_FORGOTTEN (the app was closed since the card was read: it has to be entered),
 *   SECRET_FORM, SECRET_ALREADY_SET, KEY_MISSING, STORE_FAILED
 */
export async function setIphoneSecrets(
  phone: Phone,
  { authenticationPin, signingPassword: chosen }: IphoneSecrets,
): Promise<void> {
  const signingPassword = typeof chosen === 'string' ? chosen : cardPasswords.get(phone)
  if (signingPassword === undefined) throw new PhoneError('CARD_SECRET_FORGOTTEN')
  await setSecrets(phone, { signingPassword, authenticationPin })
  cardPasswords.delete(phone)
}
