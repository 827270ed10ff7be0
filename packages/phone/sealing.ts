/**
 * The sealed data of a phone. Outer layer: AES-256-GCM (NIST SP 800-38D) under the device's key, which no code can export.
 * Inner layer of a private key, from 2-D on: AES-256-GCM under a key derived from its PIN or password by scrypt (RFC 7914),
 * in a second copy under its unblocking key, and in a third, where the person wants it, under one that a finger or a face gives.
 */
import type { CertificateKind } from '@kazashi/lifecycle'
import { scrypt } from '#scrypt'
import { PhoneError } from './errors.ts'
import type { ScryptCost } from './store.ts'
import type { CryptoKey } from './web-keys.ts'

/**
 * OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 is one of its equal choices (2^17·8·1 and others); taken for
 * needing 32 MiB instead of 128, as phones are small. Measured: 0.35 s on a busy two-core machine. Four digits are guessed
 * soon whatever the cost: the outer layer and the counter protect them.
 */
export const secretCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 }
/** Where the record is in the memory of a process and goes with it, as that of a phone without a screen: nobody takes it away to guess. */
export const passingCost: ScryptCost = { N: 2 ** 10, r: 8, p: 1 }
export const saltLength = 16
/** SP 800-38D §8.2.2: 96 random bits. */
const ivLength = 12

export type Random = (length: number) => Uint8Array

const usable = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

async function seal(key: CryptoKey, data: Uint8Array, label: string, random: Random) {
  const iv = usable(random(ivLength))
  const additionalData = new TextEncoder().encode(label)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    usable(data),
  )
  const out = new Uint8Array(ivLength + sealed.byteLength)
  out.set(iv)
  out.set(new Uint8Array(sealed), ivLength)
  return out
}

/** @returns undefined when the key is another one or the bytes were altered */
async function open(key: CryptoKey, sealed: Uint8Array, label: string) {
  const iv = usable(sealed.subarray(0, ivLength))
  const additionalData = new TextEncoder().encode(label)
  try {
    const data = usable(sealed.subarray(ivLength))
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data),
    )
  } catch {
    return undefined
  }
}

/** Kinds of data sealed by the device: none opens as another. */
export type Sealed =
  | CertificateKind
  | `${CertificateKind}, second copy`
  | `${CertificateKind}, unblocking key`
  | 'authentication, biometric copy'
  | 'application'
  | 'holder'
  | 'card in the wallet'
  | 'shown'

const outerLabel = (what: Sealed) => `kazashi phone key 1: ${what}, device`
const innerLabel = (kind: CertificateKind) => `kazashi phone key 1: ${kind}, secret`
const unblockingLabel = (kind: CertificateKind) => `kazashi phone key 1: ${kind}, unblocking`

/** A device key that seals and cannot be exported (Web Cryptography §13.1). */
export const createSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export const sealByDevice = (
  device: CryptoKey,
  what: Sealed,
  data: Uint8Array,
  random: Random,
): Promise<Uint8Array> => seal(device, data, outerLabel(what), random)

/** @throws {PhoneError} UNSEALING: another device's, or damaged */
export async function openByDevice(
  device: CryptoKey,
  what: Sealed,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const data = await open(device, sealed, outerLabel(what))
  if (data === undefined) throw new PhoneError('UNSEALING')
  return data
}

export interface Derivation {
  /** The secret as VERIFY carries it: ASCII. */
  readonly value: Uint8Array
  readonly salt: Uint8Array
  readonly cost: ScryptCost
}

async function derivedKey({ value, salt, cost }: Derivation): Promise<CryptoKey> {
  const bytes = await scrypt(value, salt, cost, 32)
  const key = await crypto.subtle.importKey('raw', usable(bytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  bytes.fill(0)
  return key
}

/** The inner layer. */
export const sealBySecret = async (
  derivation: Derivation,
  kind: CertificateKind,
  data: Uint8Array,
  random: Random,
): Promise<Uint8Array> => seal(await derivedKey(derivation), data, innerLabel(kind), random)

/** @returns undefined when the secret is wrong: GCM's tag is the comparison, and takes the same time for every value */
export const openBySecret = async (
  derivation: Derivation,
  kind: CertificateKind,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> => open(await derivedKey(derivation), sealed, innerLabel(kind))

/** Bytes: AES-256. */
export const unblockingKeyLength = 32

const unblockingCryptoKey = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', usable(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** The inner layer of the second copy. */
export const sealByUnblockingKey = async (
  key: Uint8Array,
  kind: CertificateKind,
  data: Uint8Array,
  random: Random,
): Promise<Uint8Array> => seal(await unblockingCryptoKey(key), data, unblockingLabel(kind), random)

/** @returns undefined when it is another key, or none at all */
export async function openByUnblockingKey(
  key: Uint8Array,
  kind: CertificateKind,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (key.length !== unblockingKeyLength) return undefined
  return open(await unblockingCryptoKey(key), sealed, unblockingLabel(kind))
}

/** Bytes that a platform authenticator gives (WebAuthn Level 3 §10.1.4). */
export const biometricSecretLength = 32
const biometricLabel = 'kazashi phone key 1: authentication, biometrics'

/** HKDF (RFC 5869) with SHA-256: the secret is as good as random, so nothing slow is needed. */
async function biometricKey(secret: Uint8Array, salt: Uint8Array): Promise<CryptoKey> {
  const bytes = usable(secret)
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  bytes.fill(0)
  const info = new TextEncoder().encode(biometricLabel)
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: usable(salt), info }
  const aes = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(derivation, base, aes, false, ['encrypt', 'decrypt'])
}

/** The inner layer of the biometric copy. */
export const sealByBiometrics = async (
  secret: Uint8Array,
  salt: Uint8Array,
  data: Uint8Array,
  random: Random,
): Promise<Uint8Array> => seal(await biometricKey(secret, salt), data, biometricLabel, random)

/** @returns undefined when it is another secret */
export const openByBiometrics = async (
  secret: Uint8Array,
  salt: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> => open(await biometricKey(secret, salt), sealed, biometricLabel)
