/** The contents of a card: applets, their elementary files, secrets and keys, as plain values (facts of ISO 7816-4 §5.3). */
import type { PhonePlatform } from '@kazashi/lifecycle'

/** Access to a file or a key: for everyone, for nobody, or after VERIFY of one of these secrets (file ids). */
export type AccessRule = 'free' | 'never' | { readonly anyOf: readonly number[] }

export interface TransparentFile {
  readonly type: 'transparent'
  content: Uint8Array
  readonly read: AccessRule
}

export interface RecordFile {
  readonly type: 'record'
  readonly records: readonly Uint8Array[]
  readonly read: AccessRule
}

/** A PIN, password or 照合番号: reference data with a retry counter. */
export interface SecretFile {
  readonly type: 'secret'
  /** ASCII; undefined: not set yet (a phone before 2-D), every VERIFY is refused as if blocked. */
  value: Uint8Array | undefined
  /** What CHANGE REFERENCE DATA accepts. */
  readonly form: 'signing-password' | 'four-digits' | 'fixed'
  readonly tries: number
  triesLeft: number
}

/** An RSA private key that COMPUTE DIGITAL SIGNATURE uses; never leaves the card. */
export interface PrivateKeyFile {
  readonly type: 'private-key'
  /** PKCS #8 DER; undefined: no key yet. */
  key: Uint8Array | undefined
  readonly use: AccessRule
}

export type ElementaryFile = TransparentFile | RecordFile | SecretFile | PrivateKeyFile

export type AppletName = 'jpki' | 'card-data' | 'visual' | 'common' | 'resident-register'

export interface AppletContents {
  readonly name: AppletName
  /** File identifier (two bytes) → file. The short file identifier is its low five bits. */
  readonly files: ReadonlyMap<number, ElementaryFile>
}

export interface CardContents {
  readonly version: 1
  /** The carrier: the IC card, or a phone's secure element that answers like one. */
  readonly carrier: 'card' | PhonePlatform
  readonly atr: Uint8Array
  readonly applets: readonly AppletContents[]
  /** GET DATA: tag → value. */
  readonly dataObjects: ReadonlyMap<number, Uint8Array>
}
