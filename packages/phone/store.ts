/**
 * The record of a phone, and its store. The record holds CryptoKey objects that cannot be exported, so it goes where the
 * structured clone algorithm goes (HTML §2.7): IndexedDB in the app, memory elsewhere; never through JSON.
 */
import type { ApplicationPurpose, CertificateKind, PhonePlatform } from '@kazashi/lifecycle'
import type { ApplicationView, CredentialView } from './authority-port.ts'
import { PhoneError } from './errors.ts'
import type { IphoneDraftStatement } from './statement.ts'
import type { CryptoKey, CryptoKeyPair } from './web-keys.ts'

/** Cost of scrypt (RFC 7914 §2); memory is 128·N·r bytes. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** A secret of the phone (2-D). The value itself is kept nowhere: being right means opening the key. */
export interface SecretRecord {
  readonly salt: Uint8Array
  readonly cost: ScryptCost
  readonly triesLeft: number
}

/** The copy of the authentication key that opens by a finger or a face (1-A③). */
export interface BiometricRecord {
  /** Of the credential that the phone's platform authenticator made for it. */
  readonly credentialId: Uint8Array
  /** Input to that credential's pseudo-random function. Not secret, different at each turning on. */
  readonly input: Uint8Array
  readonly salt: Uint8Array
  /** PKCS #8, sealed under the function's answer (sealing.ts). */
  readonly sealed: Uint8Array
  /** ISO 8601 */
  readonly since: string
}

/** One key of the secure element. */
export interface KeyRecord {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** PKCS #8, sealed (sealing.ts); undefined: its secret was locked, nobody can use it any more. */
  readonly sealed: Uint8Array | undefined
  /** undefined: before 2-D, sealed by the device key only. */
  readonly secret: SecretRecord | undefined
  /** PKCS #8 once more, sealed under the unblocking key (sealing.ts); undefined: before 2-D. */
  readonly secondCopy?: Uint8Array
  /** The unblocking key itself, sealed by the device: from 2-D until the authority has it. */
  readonly unblockingKey?: Uint8Array
  /** Of the authentication key in use, where biometrics are on; gone with the PIN that it was turned on with. */
  readonly biometrics?: BiometricRecord
  /** DER, and its issuer's; undefined: before 2-E. */
  readonly certificate?: Uint8Array
  readonly issuer?: Uint8Array
}

export type Keys = { readonly [kind in CertificateKind]?: KeyRecord }

/** How far an application (2-C to 2-E, 3-C, 3-D, 4-B, 5-B3) has come. */
export type ApplicationRecord =
  | {
      readonly stage: 'draft'
      readonly statement: Uint8Array
      /** ISO 8601, by this phone's clock. */
      readonly nonceExpiresAt: string
      /** A digest of the card's holder, sealed; undefined: no card has said yet whose it is. */
      readonly holder?: Uint8Array
    }
  | {
      /** No statement yet: data of the card is still missing. */
      readonly stage: 'iphone-draft'
      readonly statement: IphoneDraftStatement
      /** ISO 8601, by this phone's clock. */
      readonly nonceExpiresAt: string
      /** Descriptor of the face that moved before the camera, for the card's photo; undefined: none was recorded. */
      readonly face?: readonly number[] | undefined
      readonly holder?: Uint8Array
    }
  | {
      /** Signed by the card; the key stays the same however often it is sent. */
      readonly stage: 'signed'
      readonly purpose: ApplicationPurpose
      readonly kinds: readonly CertificateKind[]
      /** CMS, sealed by the device: an iPhone's has the person's data in it. */
      readonly sealed: Uint8Array
      readonly idempotencyKey: string
      /** Handed in at least once: an answer may have been lost. */
      readonly sent: boolean
      /** ISO 8601, by this phone's clock; undefined: kept by an older app. */
      readonly begunAt?: string
      readonly nonceExpiresAt?: string
    }
  | {
      readonly stage: 'applied'
      readonly purpose: ApplicationPurpose
      readonly registrationKey: string
      readonly withdrawalKey: string
      readonly view: ApplicationView
    }

export interface CredentialRecord {
  readonly id: string
  readonly applicationId: string
  /** ISO 8601 */
  readonly registeredAt: string
  /** The authority's last answer about it, and the time of that (ISO 8601). */
  readonly told?: { readonly view: CredentialView; readonly at: string }
}

/** The My Number Card in an iPhone's wallet (3-D). */
export interface WalletRecord {
  readonly credentialId: string
  /** ISO 8601 */
  readonly addedAt: string
  /** CBOR of IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2), sealed by the device; undefined: it ended before its credential. */
  readonly sealed?: Uint8Array
  /** P-256, the private key not extractable: the mdoc is bound to it; both go together. */
  readonly holderKeys?: CryptoKeyPair
}

/** A request that the card or the phone has signed and that has no answer yet (2-F, 3-E, 3-F, unblocking). */
export interface RequestRecord {
  readonly action: 'revoke' | 'delete-other' | 'unblock'
  /** undefined: delete-other */
  readonly credentialId: string | undefined
  readonly kinds: readonly CertificateKind[]
  readonly cms: Uint8Array
  readonly idempotencyKey: string
  /** ISO 8601, by this phone's clock. */
  readonly nonceExpiresAt: string
  /** Handed in at least once: an answer may have been lost. */
  readonly sent: boolean
}

/** The last credential here, once it is over, for the screen that says so. */
export interface EndedRecord {
  readonly what: 'credential' | 'application'
  readonly id: string
  /** ISO 8601: when it ended, as far as the authority tells; else when the phone learnt of it. */
  readonly at: string
  /** As the authority says it, e.g. 'switched', 'card-ended', 'lapsed'. */
  readonly why: string
}

export interface PhoneRecord {
  /** 1 knew one purpose, no unblocking keys and no wallet; 2 no biometrics (record-version.ts). */
  readonly version: 1 | 2 | 3
  /** One more with every save. */
  readonly revision: number
  readonly device: {
    readonly platform: PhonePlatform
    readonly model: string
    readonly osVersion: string
    /** ES256, the private key not extractable. */
    readonly keys: CryptoKeyPair
    /** AES-256-GCM, not extractable: without this device nothing sealed can be opened. */
    readonly sealingKey: CryptoKey
  }
  /** With certificates, in use. */
  readonly installed: Keys
  /** Made for the application that is under way. */
  readonly pending: Keys
  readonly application: ApplicationRecord | undefined
  readonly credential: CredentialRecord | undefined
  /** The wallet's key (iPhone), from the application until the card is in the wallet. */
  readonly holderKeys?: CryptoKeyPair | undefined
  readonly wallet?: WalletRecord | undefined
  readonly request?: RequestRecord | undefined
  readonly ended?: EndedRecord | undefined
  /** What was shown of the card in the wallet, and to whom (presentation/history.ts), sealed; undefined: nothing that is remembered. */
  readonly shown?: Uint8Array | undefined
}

export interface PhoneStore {
  load(): Promise<PhoneRecord | undefined>
  /**
   * Durable before it resolves, whole or not at all.
   * @throws {PhoneError} STORE_CONFLICT unless the stored record has revision `record.revision - 1` (nothing stored: 0),
   *   so that a second window cannot bring spent tries back
   */
  save(record: PhoneRecord): Promise<void>
}

/** @throws {PhoneError} STORE_CONFLICT; for stores to call in the transaction that writes `next` */
export function checkRevision(stored: PhoneRecord | undefined, next: PhoneRecord): void {
  if ((stored?.revision ?? 0) !== next.revision - 1) throw new PhoneError('STORE_CONFLICT')
}

/** A store for tests and the command line: as forgetful as the process. */
export function memoryPhoneStore(): PhoneStore {
  let stored: PhoneRecord | undefined
  return {
    async load() {
      return structuredClone(stored)
    },
    async save(record) {
      checkRevision(stored, record)
      stored = structuredClone(record)
    },
  }
}
