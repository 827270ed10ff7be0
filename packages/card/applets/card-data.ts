/** Card-data input applet (券面事項入力補助AP): My Number and the four attributes, for filling in forms. */
import { hex } from '@kazashi/octets'
import type { AccessRule, AppletContents, ElementaryFile, SecretFile } from '../contents.ts'
import { type AppletDefinition, NUMBER_TRIES, PIN_TRIES } from './applet-definition.ts'
import { privateKey, secret, transparent } from './files.ts'

export const cardDataFile = {
  /** `FF10`, 17 bytes with filler */
  myNumber: 0x0001,
  /** `FF20` */
  attributes: 0x0002,
  /** `FF30`: digests of the two above and a signature */
  integrity: 0x0003,
  /** `7F21` card-verifiable certificate */
  certificate: 0x0004,
  /** `FF40` */
  basicInformation: 0x0005,
  sessionKey: 0x0006,
  /** `FF50` */
  publicKey: 0x0007,
  /** Sixteen FF bytes; meaning not public. */
  reserved: 0x0008,
  pin: 0x0011,
  /** Leaves the issuer blocked; meaning not public. */
  blocked: 0x0012,
  signingKey: 0x0013,
  /** 照合番号A */
  numberA: 0x0014,
  /** 照合番号B */
  numberB: 0x0015,
} as const

export const cardData: AppletDefinition = {
  name: 'card-data',
  aid: hex.decode('D3921000310001010408'),
  change: 'change-reference-data',
  signingKeys: [cardDataFile.signingKey],
  defaultKey: cardDataFile.signingKey,
}

export interface CardDataParts {
  /** Encoded values of the files of the same name. */
  readonly myNumber: Uint8Array
  readonly attributes: Uint8Array
  readonly integrity?: Uint8Array | undefined
  readonly certificate?: Uint8Array | undefined
  readonly basicInformation?: Uint8Array | undefined
  readonly sessionKey?: Uint8Array | undefined
  readonly publicKey?: Uint8Array | undefined
  /** PKCS #8 DER of the key that P2 = 00 signs with. */
  readonly signingKey?: Uint8Array | undefined
  readonly secrets: {
    readonly pin?: string | undefined
    /** Twelve digits: My Number itself. */
    readonly numberA?: string | undefined
    /** Fourteen digits: birth date (era year) 6, expiry year 4, security code 4. */
    readonly numberB?: string | undefined
  }
}

/** The applet's files: A opens My Number, B the attributes, the PIN both. */
export function cardDataApplet(parts: CardDataParts): AppletContents {
  const { pin, numberA, numberB } = cardDataFile
  const any: AccessRule = { anyOf: [pin, numberA, numberB] }
  const blocked: SecretFile = { ...secret(undefined, 'fixed', PIN_TRIES), triesLeft: 0 }
  const files: [number, ElementaryFile][] = [
    [cardDataFile.myNumber, transparent(parts.myNumber, { anyOf: [pin, numberA] })],
    [cardDataFile.attributes, transparent(parts.attributes, { anyOf: [pin, numberB] })],
    [cardDataFile.integrity, transparent(parts.integrity, any)],
    [cardDataFile.certificate, transparent(parts.certificate, 'free')],
    [cardDataFile.basicInformation, transparent(parts.basicInformation, 'free')],
    [cardDataFile.sessionKey, transparent(parts.sessionKey, any)],
    [cardDataFile.publicKey, transparent(parts.publicKey, any)],
    [cardDataFile.reserved, transparent(new Uint8Array(16).fill(0xff), any)],
    [pin, secret(parts.secrets.pin, 'four-digits', PIN_TRIES)],
    [cardDataFile.blocked, blocked],
    [cardDataFile.signingKey, privateKey(parts.signingKey, 'free')],
    [numberA, secret(parts.secrets.numberA, 'fixed', NUMBER_TRIES)],
    [numberB, secret(parts.secrets.numberB, 'fixed', NUMBER_TRIES)],
  ]
  return { name: 'card-data', files: new Map(files) }
}
