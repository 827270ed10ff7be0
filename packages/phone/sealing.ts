/**
 * Key material at rest. Outer layer: AES-256-GCM (NIST SP 800-38D) under the device's key, which no code can export.
 * Inner layer, from 2-D on: AES-256-GCM under a key derived from the PIN or password by scrypt (RFC 7914).
 */
import { scryptAsync } from '@noble/hashes/scrypt.js'
import type { CertificateKind } from './authority-port.ts'
import { PhoneError } from './errors.ts'
import type { ScryptCost } from './store.ts'

/**
 * OWASP Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 is one of its equal choices (2^17·8·1 and others); taken for
 * needing 32 MiB instead of 128, as phones are small. Measured: 0.35 s on a busy two-core machine. Four digits are guessed
 * soon whatever the cost: what protects them is the outer layer and the counter.
 */
export const secretCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 }
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

const outerLabel = (kind: CertificateKind) => `kazashi phone key 1: ${kind}, device`
const innerLabel = (kind: CertificateKind) => `kazashi phone key 1: ${kind}, secret`

/** A device key that seals and cannot be exported (Web Cryptography §13.1). */
export const createSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export const sealByDevice = (
  device: CryptoKey,
  kind: CertificateKind,
  data: Uint8Array,
  random: Random,
): Promise<Uint8Array> => seal(device, data, outerLabel(kind), random)

/** @throws {PhoneError} UNSEALING: another device's, or damaged */
export async function openByDevice(
  device: CryptoKey,
  kind: CertificateKind,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const data = await open(device, sealed, outerLabel(kind))
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
  const bytes = await scryptAsync(value, salt, { ...cost, dkLen: 32 })
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
