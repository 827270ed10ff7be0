/** JPKI applet (公的個人認証AP): two key pairs, their certificates, and the secrets before them. The same on card and phone. */
import { hex } from '@kazashi/octets'
import type { AccessRule, AppletContents, CardContents, ElementaryFile } from '../contents.ts'
import { encodeTokenInformation, type TokenInformation } from '../token-information.ts'
import { type AppletDefinition, PIN_TRIES, SIGNING_PASSWORD_TRIES } from './applet-definition.ts'
import { privateKey, secret, transparent } from './files.ts'

export const jpkiFile = {
  signingCertificate: 0x0001,
  signingCaCertificate: 0x0002,
  tokenInformation: 0x0006,
  availability: 0x0008,
  authenticationCertificate: 0x000a,
  authenticationCaCertificate: 0x000b,
  authenticationKey: 0x0017,
  authenticationPin: 0x0018,
  signingKey: 0x001a,
  signingPassword: 0x001b,
} as const

/** Files of cards whose meaning is not published (0010: key reference, 0016: terminal CA key): never readable. */
const jpkiReservedFiles = [0x0005, 0x0009, 0x0010, 0x0016, 0x0019, 0x001c, 0x001e] as const

export const jpki: AppletDefinition = {
  name: 'jpki',
  aid: hex.decode('D392F000260100000001'),
  change: 'change-reference-data',
  signingKeys: [jpkiFile.authenticationKey, jpkiFile.signingKey],
}

export interface JpkiParts {
  /** DER; undefined: none on this card (a child under fifteen has no signing certificate). */
  readonly certificates: {
    readonly signing?: Uint8Array | undefined
    readonly authentication?: Uint8Array | undefined
    readonly signingCa?: Uint8Array | undefined
    readonly authenticationCa?: Uint8Array | undefined
  }
  /** PKCS #8 DER */
  readonly keys: {
    readonly signing?: Uint8Array | undefined
    readonly authentication?: Uint8Array | undefined
  }
  readonly secrets: {
    readonly signingPassword?: string | undefined
    readonly authenticationPin?: string | undefined
  }
  readonly token: TokenInformation
}

/** The applet's files. On a phone the authentication certificate is behind its PIN, on a card it is free. */
export function jpkiApplet(carrier: CardContents['carrier'], parts: JpkiParts): AppletContents {
  const { certificates, keys, secrets } = parts
  const pin: AccessRule = { anyOf: [jpkiFile.authenticationPin] }
  const password: AccessRule = { anyOf: [jpkiFile.signingPassword] }
  const files: [number, ElementaryFile][] = [
    [jpkiFile.signingCertificate, transparent(certificates.signing, password)],
    [jpkiFile.signingCaCertificate, transparent(certificates.signingCa, 'free')],
    [jpkiFile.tokenInformation, transparent(encodeTokenInformation(parts.token), 'free')],
    [
      jpkiFile.availability,
      transparent(
        encodeAvailability({
          signing: certificates.signing !== undefined,
          authentication: certificates.authentication !== undefined,
        }),
        'free',
      ),
    ],
    [
      jpkiFile.authenticationCertificate,
      transparent(certificates.authentication, carrier === 'card' ? 'free' : pin),
    ],
    [jpkiFile.authenticationCaCertificate, transparent(certificates.authenticationCa, 'free')],
    [jpkiFile.authenticationKey, privateKey(keys.authentication, pin)],
    [jpkiFile.authenticationPin, secret(secrets.authenticationPin, 'four-digits', PIN_TRIES)],
    [jpkiFile.signingKey, privateKey(keys.signing, password)],
    [
      jpkiFile.signingPassword,
      secret(secrets.signingPassword, 'signing-password', SIGNING_PASSWORD_TRIES),
    ],
  ]
  for (const id of jpkiReservedFiles) files.push([id, transparent(undefined, 'never')])
  return { name: 'jpki', files: new Map(files) }
}

export interface Availability {
  readonly signing: boolean
  readonly authentication: boolean
}

const present = 0x8f

/** EF 0008, three bytes: signing certificate, authentication certificate, a byte of unknown meaning. */
export const encodeAvailability = (a: Availability): Uint8Array =>
  Uint8Array.from([a.signing ? present : 0, a.authentication ? present : 0, 0])

/** Reads EF 0008; anything but the value seen on cards counts as absent. */
export const parseAvailability = (bytes: Uint8Array): Availability => ({
  signing: bytes[0] === present,
  authentication: bytes[1] === present,
})
