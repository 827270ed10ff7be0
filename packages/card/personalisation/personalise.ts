/** From a resident's record, keys and certificates to a complete card: the work of the card's maker and the counter. */
import { X509Certificate } from 'node:crypto'
import { certificateKinds } from '@kazashi/lifecycle'
import type { CardContents } from '../contents.ts'
import { CardError } from '../errors.ts'
import { buildCardContents, dataObject, fitsForm } from '../layout.ts'
import type { Resident } from '../resident.ts'
import { isMyNumber } from '../residents/my-number.ts'
import { portraitOf } from '../residents/portrait.ts'
import { birthDateKey, isCalendarDate, numberB } from '../residents/reference-numbers.ts'
import { ascii, randomDigits } from './bytes.ts'
import {
  encodeAttributesFile,
  encodeCardDataInformation,
  encodeIntegrityFile,
  encodeMyNumberFile,
  encodePublicKeyFile,
  encodeSessionKeyFile,
} from './card-data.ts'
import { encodeCvCertificate } from './cv-certificate.ts'
import {
  type FaceAuthority,
  faceCertificates,
  faceKeyIds,
  sandboxFaceAuthority,
} from './face-authority.ts'
import { photoOf } from './photo.ts'
import { newRsaKey, openKey, publicKeyOf } from './rsa.ts'
import { digitsImage, textImage } from './text-image.ts'
import {
  encodeAgeFile,
  encodeFaceFile,
  encodeMyNumberImageFile,
  encodeVisualInformation,
} from './visual.ts'

/** Keys of the card itself beside those of the JPKI applet; PKCS #8 DER, RSA-2048. */
export interface CardKeys {
  readonly cardData: Uint8Array
  readonly session: Uint8Array
  readonly visual: Uint8Array
  readonly internalAuthentication: Uint8Array
}

export async function createCardKeys(): Promise<CardKeys> {
  const [cardData, session, visual, internalAuthentication] = await Promise.all([
    newRsaKey(),
    newRsaKey(),
    newRsaKey(),
    newRsaKey(),
  ])
  return { cardData, session, visual, internalAuthentication }
}

/** The holder's choice: 6 to 16 of A–Z 0–9 with both, and three times four digits. */
export interface CardSecrets {
  readonly signingPassword: string
  readonly authenticationPin: string
  readonly residentRegisterPin: string
  readonly cardDataPin: string
}

export interface Personalisation {
  readonly resident: Resident
  /** YYYY-MM-DD, the card's last day. */
  readonly cardExpiry: string
  /** The four digits printed beside the expiry. */
  readonly securityCode: string
  readonly secrets: CardSecrets
  /** PKCS #8 DER, RSA-2048. A card without signing certificate (under fifteen) leaves `signing` out in both. */
  readonly keys: {
    readonly signing?: Uint8Array | undefined
    readonly authentication: Uint8Array
  }
  /** DER; each must hold the public half of its key. */
  readonly certificates: {
    readonly signing?: Uint8Array | undefined
    readonly authentication: Uint8Array
    readonly signingCa: Uint8Array
    readonly authenticationCa: Uint8Array
  }
  /** Serial number and files of unknown meaning are drawn from it. */
  readonly random: (n: number) => Uint8Array
  /** Decides the drawn portrait's age. */
  readonly today: Date
  /** Signer of the face; left out: keys of this process, see `sandboxFaceAuthority`. */
  readonly authority?: FaceAuthority
  /** Left out: new ones. */
  readonly cardKeys?: CardKeys
}

/**
 * A card as it leaves the counter, every counter full.
 * @throws {CardError} SECRET_FORM, PERSONALISATION_INPUT, KEY_MALFORMED, before anything is made
 */
export async function personalise(input: Personalisation): Promise<CardContents> {
  checkInput(input)
  const { resident, cardExpiry, securityCode, secrets, random } = input
  const { code } = resident.municipality
  const [authority, cardKeys, photo] = await Promise.all([
    input.authority ?? sandboxFaceAuthority(),
    input.cardKeys ?? createCardKeys(),
    photoOf(portraitOf(resident, input.today)),
  ])
  const signedBy = authority.municipality
  const certificates = faceCertificates(authority, code)
  const visualKey = publicKeyOf(cardKeys.visual)
  const myNumber = encodeMyNumberFile(resident.myNumber)
  const attributes = encodeAttributesFile(resident)
  const images = {
    name: textImage(resident.name),
    address: textImage(resident.address),
    photo,
    securityCode: digitsImage(securityCode),
  }
  // A first digit of its own tells a sandbox's card from a real one, whose numbers seen begin with 4.
  const serialNumber = `9${randomDigits(14, random)}`

  return buildCardContents({
    jpki: { keys: input.keys, certificates: input.certificates },
    cardData: {
      myNumber,
      attributes,
      integrity: encodeIntegrityFile({ myNumber, attributes }, signedBy),
      certificate: encodeCvCertificate(certificates.cardData),
      basicInformation: encodeCardDataInformation(faceKeyIds.cardDataBasic, random(32)),
      sessionKey: encodeSessionKeyFile(publicKeyOf(cardKeys.session)),
      publicKey: encodePublicKeyFile(publicKeyOf(cardKeys.cardData), signedBy),
      signingKey: cardKeys.cardData,
    },
    visual: {
      age: encodeAgeFile(resident.birthDate, visualKey, signedBy),
      face: encodeFaceFile({ ...resident, cardExpiry }, images, visualKey, signedBy),
      basicInformation: encodeVisualInformation(faceKeyIds.visualBasic, code, random(256)),
      certificate: encodeCvCertificate(certificates.visual),
      myNumberImage: encodeMyNumberImageFile(digitsImage(resident.myNumber), visualKey, signedBy),
      signingKey: cardKeys.visual,
    },
    common: {
      identification: {
        serialNumber,
        municipality: code,
        expiry: cardExpiry.replaceAll('-', ''),
      },
      keyReference: faceKeyIds.keyReference,
      internalAuthenticationKey: cardKeys.internalAuthentication,
    },
    secrets: {
      ...secrets,
      numberA: resident.myNumber,
      numberB: numberB({ birthDate: resident.birthDate, cardExpiry, securityCode }),
      birthDate: birthDateKey(resident.birthDate),
    },
    dataObjects: new Map([
      [dataObject.issuerIdentification, faceKeyIds.keyReference],
      [dataObject.cardIdentification, ascii(serialNumber)],
      [dataObject.intermediateKeyId, faceKeyIds.intermediate],
      [dataObject.upperCertificate, certificates.upper],
      [dataObject.lowerCertificate, certificates.lower],
    ]),
  })
}

function checkInput(input: Personalisation): void {
  const { resident, cardExpiry, securityCode, secrets, keys, certificates } = input
  const refuse = (detail: string): never => {
    throw new CardError('PERSONALISATION_INPUT', { detail })
  }
  for (const [name, value] of Object.entries(secrets)) {
    const form = name === 'signingPassword' ? 'signing-password' : 'four-digits'
    if (!fitsForm(form, new TextEncoder().encode(value))) {
      throw new CardError('SECRET_FORM', { detail: name })
    }
  }
  if (!isMyNumber(resident.myNumber)) refuse('My Number')
  if (!/^\d{5}$/.test(resident.municipality.code)) refuse('municipality code')
  if (!isCalendarDate(cardExpiry)) refuse('card expiry')
  if (!/^\d{4}$/.test(securityCode)) refuse('security code')
  birthDateKey(resident.birthDate)
  if ((keys.signing === undefined) !== (certificates.signing === undefined)) {
    refuse('signing key and certificate go together')
  }
  for (const kind of certificateKinds) {
    const [key, certificate] = [keys[kind], certificates[kind]]
    if (key === undefined || certificate === undefined) continue
    if (!open(certificate).checkPrivateKey(openKey(key)))
      refuse(`${kind}: key and certificate differ`)
  }
  for (const ca of [certificates.signingCa, certificates.authenticationCa]) open(ca)
}

function open(certificate: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(certificate)
  } catch {
    throw new CardError('PERSONALISATION_INPUT', { detail: 'certificate is not DER' })
  }
}
