/** Visual applet (券面事項確認AP): the card's face as data, opened by numbers printed on the card. */
import { hex } from '@kazashi/octets'
import type { AppletContents, ElementaryFile } from '../contents.ts'
import { type AppletDefinition, NUMBER_TRIES } from './applet-definition.ts'
import { privateKey, secret, transparent } from './files.ts'

export const visualFile = {
  /** `FF10`: birth date, public key, signature */
  age: 0x0001,
  /** `FF20`: the card's face with its photo */
  face: 0x0002,
  /** `FF30` */
  basicInformation: 0x0003,
  /** `7F21` card-verifiable certificate */
  certificate: 0x0004,
  /** `FF40`: My Number as a picture */
  myNumberImage: 0x0005,
  /** Six digits, era year: opens the age record only. */
  birthDate: 0x0011,
  /** 照合番号B */
  numberB: 0x0012,
  /** 照合番号A */
  numberA: 0x0013,
  /** The card's own key has an identifier that is not public; P2 = 00 reaches it. */
  signingKey: 0x0017,
} as const

export const visual: AppletDefinition = {
  name: 'visual',
  aid: hex.decode('D3921000310001010402'),
  change: 'none',
  signingKeys: [visualFile.signingKey],
  defaultKey: visualFile.signingKey,
}

export interface VisualParts {
  /** Encoded values of the files of the same name. */
  readonly age?: Uint8Array | undefined
  readonly face: Uint8Array
  readonly basicInformation?: Uint8Array | undefined
  readonly certificate?: Uint8Array | undefined
  readonly myNumberImage?: Uint8Array | undefined
  /** PKCS #8 DER of the key that P2 = 00 signs with. */
  readonly signingKey?: Uint8Array | undefined
  readonly secrets: {
    /** Six digits, era year YYMMDD. */
    readonly birthDate?: string | undefined
    readonly numberA?: string | undefined
    readonly numberB?: string | undefined
  }
}

/** The applet's files: the birth date opens the age record, A or B the face, A the My Number picture. */
export function visualApplet(parts: VisualParts): AppletContents {
  const { birthDate, numberA, numberB } = visualFile
  const files: [number, ElementaryFile][] = [
    [visualFile.age, transparent(parts.age, { anyOf: [birthDate] })],
    [visualFile.face, transparent(parts.face, { anyOf: [numberA, numberB] })],
    [visualFile.basicInformation, transparent(parts.basicInformation, 'free')],
    [visualFile.certificate, transparent(parts.certificate, 'free')],
    [visualFile.myNumberImage, transparent(parts.myNumberImage, { anyOf: [numberA] })],
    [birthDate, secret(parts.secrets.birthDate, 'fixed', NUMBER_TRIES)],
    [numberB, secret(parts.secrets.numberB, 'fixed', NUMBER_TRIES)],
    [numberA, secret(parts.secrets.numberA, 'fixed', NUMBER_TRIES)],
    [visualFile.signingKey, privateKey(parts.signingKey, 'free')],
  ]
  return { name: 'visual', files: new Map(files) }
}
