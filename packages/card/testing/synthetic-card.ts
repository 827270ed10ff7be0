/** A full card for tests, made by code: every value is recognisable, none belongs to a person. */
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { hexToBytes } from '@noble/hashes/utils.js'
import { parseResponse, type ResponseApdu } from '../apdu.ts'
import { appletDefinition } from '../applets/applet.ts'
import type { AppletName, CardContents, ElementaryFile } from '../contents.ts'
import { buildCardContents, type CardParts } from '../layout.ts'
import { VirtualCard } from '../virtual-card.ts'

export const syntheticSecrets = {
  signingPassword: 'ABC123',
  authenticationPin: '1234',
  cardDataPin: '5678',
  residentRegisterPin: '9012',
  numberA: '123456789018',
  numberB: '01020320351234',
  birthDate: '010203',
} as const

export interface RsaPair {
  readonly privateKey: Uint8Array
  readonly publicKey: KeyObject
}

/** An RSA-2048 key, new each time a test file runs. */
export function rsaPair(): RsaPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
    publicKey,
  }
}

const pairs = new Map<string, RsaPair>()

/** The key of a place on the card, the same one within a test file. */
export function syntheticKey(
  name: 'signing' | 'authentication' | 'card-data' | 'visual' | 'internal',
): RsaPair {
  const pair = pairs.get(name) ?? rsaPair()
  pairs.set(name, pair)
  return pair
}

/** `30 82 LL LL` and a text again and again: looks like a certificate to a reader, and says what it is. */
export function filled(text: string, length: number): Uint8Array {
  const body = new TextEncoder().encode(text.repeat(Math.ceil(length / text.length)))
  const bytes = Uint8Array.from([0x30, 0x82, (length - 4) >> 8, (length - 4) & 0xff, ...body])
  return bytes.slice(0, length)
}

/** Parts of a card with every file filled. */
export function syntheticParts(): CardParts {
  return {
    jpki: {
      certificates: {
        signing: filled('signing certificate ', 1500),
        signingCa: filled('signing CA ', 1000),
        authentication: filled('authentication certificate ', 1400),
        authenticationCa: filled('authentication CA ', 900),
      },
      keys: {
        signing: syntheticKey('signing').privateKey,
        authentication: syntheticKey('authentication').privateKey,
      },
    },
    cardData: {
      myNumber: filled('my number ', 17),
      attributes: filled('four attributes ', 300),
      integrity: filled('integrity ', 336),
      certificate: filled('card data CV certificate ', 568),
      basicInformation: filled('card data basics ', 60),
      sessionKey: filled('session key ', 270),
      publicKey: filled('public key ', 530),
      signingKey: syntheticKey('card-data').privateKey,
    },
    visual: {
      age: filled('age record ', 546),
      face: filled('face with photo ', 9000),
      basicInformation: filled('visual basics ', 330),
      certificate: filled('visual CV certificate ', 568),
      myNumberImage: filled('my number image ', 700),
      signingKey: syntheticKey('visual').privateKey,
    },
    common: {
      identification: {
        serialNumber: '400000000000001',
        municipality: '13113',
        expiry: '20350203',
      },
      keyReference: new TextEncoder().encode('key reference 01'),
      internalAuthenticationKey: syntheticKey('internal').privateKey,
    },
    secrets: syntheticSecrets,
    dataObjects: new Map([
      [0x0042, new TextEncoder().encode('issuer id 000001')],
      [0x7f21, filled('lower CV certificate ', 568)],
    ]),
  }
}

export const syntheticContents = (): CardContents => buildCardContents(syntheticParts())

/** The same card with one file more, or another one in its place. */
export function withFile(applet: AppletName, id: number, file: ElementaryFile): CardContents {
  const contents = syntheticContents()
  const applets = contents.applets.map((one) =>
    one.name === applet ? { ...one, files: new Map([...one.files, [id, file]]) } : one,
  )
  return { ...contents, applets }
}

/** A virtual card and the shortest way to speak to it. */
export interface Bench {
  readonly card: VirtualCard
  /** A command in hexadecimal (spaces allowed) → its response. */
  send(hex: string): ResponseApdu
  /** The same, its status word only. */
  sw(hex: string): number
  /** Selects an applet as clients do. */
  select(applet: AppletName): void
}

export function bench(contents: CardContents = syntheticContents()): Bench {
  const card = new VirtualCard(contents, (length) => new Uint8Array(randomBytes(length)))
  const send = (hex: string): ResponseApdu => parseResponse(card.process(bytes(hex)).response)
  return {
    card,
    send,
    sw: (hex) => send(hex).sw,
    select: (applet) => {
      const { sw } = send(`00A4040C0A ${hexOf(appletDefinition(applet).aid)}`)
      if (sw !== 0x9000) throw new Error(`SELECT ${applet}: ${sw.toString(16)}`)
    },
  }
}

export const bytes = (hex: string): Uint8Array => hexToBytes(hex.replaceAll(' ', ''))
export const hexOf = (value: Uint8Array): string => Buffer.from(value).toString('hex')
/** ASCII as hexadecimal, with its length before it: the body of a VERIFY. */
export const lengthAndText = (text: string): string =>
  text.length.toString(16).padStart(2, '0') + Buffer.from(text).toString('hex')
