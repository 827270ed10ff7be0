/** The layout of a whole My Number Card, and of a phone's secure element, from values already encoded. */
import type { CertificateKind, PhonePlatform } from '@kazashi/lifecycle'
import { hex, latin1 } from '@kazashi/octets'
import { type CardDataParts, cardDataApplet, cardDataFile } from './applets/card-data.ts'
import { type CommonParts, commonApplet, commonFile } from './applets/common.ts'
import { encodeAvailability, type JpkiParts, jpkiApplet, jpkiFile } from './applets/jpki.ts'
import { residentRegisterApplet, residentRegisterFile } from './applets/resident-register.ts'
import { type VisualParts, visualApplet, visualFile } from './applets/visual.ts'
import type { AppletName, CardContents, ElementaryFile } from './contents.ts'
import { CardError } from './errors.ts'
import { type TokenInformation, tokenInformation } from './token-information.ts'

/** A My Number Card as contactless readers show it (pcsc-tools, smartcard_list.txt). */
export const cardAtr = hex.decode('3B888001000041E0B381A1003B')
/** The same over contacts, as GET DATA 5F51 has it: without TS. */
export const contactAtr = hex.decode('F59100FF918171FE4000420001B3A115')
/** ISO 14443-4 without historical bytes, as PC/SC part 3 builds it: the ATR of phones is not public. */
export const phoneAtr = hex.decode('3B80800101')

/** Tags of GET DATA in the card manager. */
export const dataObject = {
  issuerIdentification: 0x0042,
  cardIdentification: 0x0045,
  cardRecognition: 0x0066,
  municipality: 0x00f0,
  expiry: 0x00f2,
  intermediateKeyId: 0x00f7,
  upperCertificate: 0x00f8,
  lowerCertificate: 0x7f21,
  /** Answered with any applet selected. */
  contactAtr: 0x5f51,
} as const

export interface CardParts {
  readonly jpki: Omit<JpkiParts, 'token' | 'secrets'> & {
    readonly token?: Partial<Omit<TokenInformation, 'carrier'>> | undefined
  }
  readonly cardData: Omit<CardDataParts, 'secrets'>
  readonly visual: Omit<VisualParts, 'secrets'>
  /** `keyReference` stands in the resident register applet too. */
  readonly common: Omit<CommonParts, 'pin'>
  /** All ASCII. */
  readonly secrets: {
    readonly signingPassword?: string | undefined
    readonly authenticationPin?: string | undefined
    readonly cardDataPin?: string | undefined
    readonly residentRegisterPin?: string | undefined
    /** 照合番号A: twelve digits. */
    readonly numberA?: string | undefined
    /** 照合番号B: fourteen digits. */
    readonly numberB?: string | undefined
    /** Six digits, era year YYMMDD. */
    readonly birthDate?: string | undefined
  }
  /** Tag → value; municipality, expiry and contact ATR are filled in when missing. */
  readonly dataObjects?: ReadonlyMap<number, Uint8Array>
  readonly atr?: Uint8Array
}

/**
 * Puts encoded values into the five applets of a My Number Card, every counter full.
 * @throws {CardError} VALUE_OUT_OF_RANGE: a token text or the card identification does not fit its field
 */
export function buildCardContents(parts: CardParts): CardContents {
  const { secrets, common } = parts
  const { numberA, numberB, birthDate } = secrets
  const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
  return {
    version: 1,
    carrier: 'card',
    atr: parts.atr ?? cardAtr.slice(),
    applets: [
      jpkiApplet('card', {
        ...parts.jpki,
        secrets,
        token: tokenInformation('card', parts.jpki.token),
      }),
      commonApplet({ ...common, pin: secrets.residentRegisterPin }),
      residentRegisterApplet({
        keyReference: common.keyReference,
        pin: secrets.residentRegisterPin,
      }),
      visualApplet({ ...parts.visual, secrets: { birthDate, numberA, numberB } }),
      cardDataApplet({
        ...parts.cardData,
        secrets: { pin: secrets.cardDataPin, numberA, numberB },
      }),
    ],
    dataObjects: new Map([
      [dataObject.municipality, ascii(common.identification.municipality)],
      [dataObject.expiry, ascii(common.identification.expiry)],
      [dataObject.contactAtr, contactAtr.slice()],
      ...(parts.dataObjects ?? []),
    ]),
  }
}

/**
 * A phone's secure element before 2-C: the JPKI applet, no keys, no certificates, secrets not set.
 * @param token texts of EF 0006 that replace the usual ones, e.g. the phone's model and serial number
 */
export function emptySecureElement(
  carrier: PhonePlatform,
  token?: Partial<Omit<TokenInformation, 'carrier'>>,
): CardContents {
  return {
    version: 1,
    carrier,
    atr: phoneAtr.slice(),
    applets: [
      jpkiApplet(carrier, {
        certificates: {},
        keys: {},
        secrets: {},
        token: tokenInformation(carrier, token),
      }),
    ],
    dataObjects: new Map(),
  }
}

export type SecretName =
  | 'signing-password'
  | 'authentication-pin'
  | 'card-data-pin'
  | 'resident-register-pin'
  | 'number-a'
  | 'number-b'

/** Where a secret stands; A and B are also in the card-data applet, the resident register PIN also in the common one. */
export const secretPlaces: Readonly<Record<SecretName, readonly [AppletName, number]>> = {
  'signing-password': ['jpki', jpkiFile.signingPassword],
  'authentication-pin': ['jpki', jpkiFile.authenticationPin],
  'card-data-pin': ['card-data', cardDataFile.pin],
  'resident-register-pin': ['resident-register', residentRegisterFile.pin],
  'number-a': ['visual', visualFile.numberA],
  'number-b': ['visual', visualFile.numberB],
}

/** The common applet's copy of the resident register PIN: changed together with it, counted apart. */
export const commonPinPlace: readonly [AppletName, number] = ['common', commonFile.pin]

/**
 * One file of a card, for the holder of its contents (a phone, a personaliser): no security status applies.
 * @throws {CardError} FILE_NOT_FOUND
 */
export function elementaryFile(
  contents: CardContents,
  applet: AppletName,
  id: number,
): ElementaryFile {
  const file = contents.applets.find(({ name }) => name === applet)?.files.get(id)
  if (file === undefined)
    throw new CardError('FILE_NOT_FOUND', {
      detail: `${applet} ${id.toString(16).padStart(4, '0')}`,
    })
  return file
}

/**
 * Sets a secret from outside, as a phone does in 2-D and a counter's terminal on a card: all tries are back afterwards.
 * @param value ASCII, in the secret's form; undefined: not set any more
 * @throws {CardError} SECRET_FORM, FILE_NOT_FOUND
 */
export function setSecret(
  contents: CardContents,
  name: 'signing-password' | 'authentication-pin' | 'card-data-pin',
  value: string | undefined,
): void {
  const file = elementaryFile(contents, ...secretPlaces[name])
  if (file.type !== 'secret') throw new CardError('FILE_NOT_FOUND', { detail: name })
  const bytes = value === undefined ? undefined : new TextEncoder().encode(value)
  if (bytes !== undefined && !fitsForm(file.form, bytes)) throw new CardError('SECRET_FORM')
  file.value = bytes
  file.triesLeft = file.tries
}

const forms = {
  'signing-password': /^(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{6,16}$/,
  'four-digits': /^[0-9]{4}$/,
  fixed: /^(?!)/,
} as const

/** Whether a value may become this secret: six to sixteen of A–Z 0–9 with both, or four digits. */
export const fitsForm = (form: keyof typeof forms, value: Uint8Array): boolean =>
  value.length <= 16 && forms[form].test(latin1(value))

/**
 * Puts a private key into its file. @param key PKCS #8 DER, RSA; undefined: none
 * @throws {CardError} FILE_NOT_FOUND
 */
export function setPrivateKey(
  contents: CardContents,
  kind: CertificateKind,
  key: Uint8Array | undefined,
): void {
  const id = kind === 'signing' ? jpkiFile.signingKey : jpkiFile.authenticationKey
  const file = elementaryFile(contents, 'jpki', id)
  if (file.type !== 'private-key') throw new CardError('FILE_NOT_FOUND', { detail: kind })
  file.key = key
}

/**
 * Puts a certificate and its CA's into their files and keeps EF 0008 in step.
 * @param certificate DER; undefined: taken away
 * @throws {CardError} FILE_NOT_FOUND
 */
export function setCertificate(
  contents: CardContents,
  kind: CertificateKind,
  certificate: Uint8Array | undefined,
  ca: Uint8Array | undefined,
): void {
  const ids =
    kind === 'signing'
      ? [jpkiFile.signingCertificate, jpkiFile.signingCaCertificate]
      : [jpkiFile.authenticationCertificate, jpkiFile.authenticationCaCertificate]
  const write = (id: number, content: Uint8Array): void => {
    const file = elementaryFile(contents, 'jpki', id)
    if (file.type !== 'transparent') throw new CardError('FILE_NOT_FOUND', { detail: kind })
    file.content = content
  }
  const has = (id: number): boolean => {
    const file = elementaryFile(contents, 'jpki', id)
    return file.type === 'transparent' && file.content.length > 0
  }
  for (const [index, id] of ids.entries())
    write(id, (index === 0 ? certificate : ca) ?? new Uint8Array())
  write(
    jpkiFile.availability,
    encodeAvailability({
      signing: has(jpkiFile.signingCertificate),
      authentication: has(jpkiFile.authenticationCertificate),
    }),
  )
}
