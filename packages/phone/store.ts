/**
 * What a phone keeps, and where. The record holds CryptoKey objects that cannot be exported, so it goes where the
 * structured clone algorithm goes (HTML §2.7): IndexedDB in the app, memory elsewhere; never through JSON.
 */
import type { ApplicationView, CertificateKind } from './authority-port.ts'
import { PhoneError } from './errors.ts'

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

/** One key of the secure element. */
export interface KeyRecord {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** PKCS #8, sealed (sealing.ts); undefined: its secret was locked, nobody can use it any more. */
  readonly sealed: Uint8Array | undefined
  /** undefined: before 2-D, sealed by the device key only. */
  readonly secret: SecretRecord | undefined
  /** DER, and its issuer's; undefined: before 2-E. */
  readonly certificate?: Uint8Array
  readonly issuer?: Uint8Array
}

export type Keys = { readonly [kind in CertificateKind]?: KeyRecord }

/** How far an application (2-C to 2-E) has come. */
export type ApplicationRecord =
  | { readonly stage: 'draft'; readonly statement: Uint8Array; readonly nonceExpiresAt: string }
  | {
      /** Signed by the card; the key stays the same however often it is sent. */
      readonly stage: 'signed'
      readonly statement: Uint8Array
      readonly cms: Uint8Array
      readonly idempotencyKey: string
      /** Handed in at least once: an answer may have been lost. */
      readonly sent: boolean
    }
  | {
      readonly stage: 'applied'
      readonly cms: Uint8Array
      readonly idempotencyKey: string
      readonly registrationKey: string
      readonly view: ApplicationView
    }

export interface CredentialRecord {
  readonly id: string
  readonly applicationId: string
  /** ISO 8601 */
  readonly registeredAt: string
}

export interface PhoneRecord {
  readonly version: 1
  /** One more with every save. */
  readonly revision: number
  readonly device: {
    readonly platform: 'android' | 'iphone'
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
}

export interface PhoneStore {
  load(): Promise<PhoneRecord | undefined>
  /**
   * Durable before it resolves, whole or not at all.
   * @throws {PhoneError} STORE_CONFLICT unless what is stored has revision `record.revision - 1` (nothing stored: 0),
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
