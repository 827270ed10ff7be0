/**
 * The life of one key of the secure element: sealed under a secret, released by it, that copy gone after the last wrong
 * try. A second copy opens by the unblocking key, which the phone makes, hands over and forgets (after the resetting code
 * of ISO 7816-4 §7.5.10): with the card at hand a forgotten or locked secret is set anew.
 */
import {
  type CertificateKind,
  certificateKinds,
  isPin,
  isSigningPassword,
  tries,
} from '@kazashi/lifecycle'
import type { UnblockingKeys } from './authority-port.ts'
import { PhoneError } from './errors.ts'
import type { PhoneState } from './phone-state.ts'
import {
  openByDevice,
  openBySecret,
  openByUnblockingKey,
  saltLength,
  sealByDevice,
  sealBySecret,
  sealByUnblockingKey,
  unblockingKeyLength,
} from './sealing.ts'
import type { KeyRecord, PhoneRecord, SecretRecord } from './store.ts'

/** Reference data's tries when it is set or was right. */
export const fullTries = (kind: CertificateKind): number =>
  kind === 'signing' ? tries['signing-password'] : tries.pin

export const isSecret = (kind: CertificateKind, value: string): boolean =>
  kind === 'signing' ? isSigningPassword(value) : isPin(value)

/** A secret as VERIFY carries it. */
export const asciiOf = (text: string) => new TextEncoder().encode(text)

type Slot = 'installed' | 'pending'

/** The record with one key changed. */
export function withKey(
  record: PhoneRecord,
  slot: Slot,
  kind: CertificateKind,
  key: KeyRecord,
): PhoneRecord {
  return { ...record, [slot]: { ...record[slot], [kind]: key } }
}

/** The key without its biometric copy. */
export function withoutBiometrics({ biometrics: _, ...key }: KeyRecord): KeyRecord {
  return key
}

/** The record with the tries of a key's secret; at none left the sealed key is gone for good, and so is the biometric copy. */
export function withTries(
  record: PhoneRecord,
  slot: Slot,
  kind: CertificateKind,
  triesLeft: number,
) {
  const key = record[slot][kind]
  if (key?.secret === undefined) return record
  const secret: SecretRecord = { ...key.secret, triesLeft }
  if (triesLeft > 0) return withKey(record, slot, kind, { ...key, secret })
  return withKey(record, slot, kind, { ...withoutBiometrics(key), secret, sealed: undefined })
}

/**
 * Compares `value` with a key's secret by opening the key. One try is spent, and stored, before the comparison; the
 * last wrong one destroys the key. Being right does not give the tries back: the caller does, with its answer.
 * @returns PKCS #8, DER; undefined when the value is wrong
 * @throws {PhoneError} KEY_MISSING, SECRET_NOT_SET, SECRET_BLOCKED, UNSEALING (before a try is spent)
 */
export async function releaseKey(
  state: PhoneState,
  slot: Slot,
  kind: CertificateKind,
  value: Uint8Array,
): Promise<Uint8Array | undefined> {
  const key = state.record[slot][kind]
  if (key === undefined) throw new PhoneError('KEY_MISSING')
  const { secret, sealed } = key
  if (secret === undefined) throw new PhoneError('SECRET_NOT_SET')
  if (sealed === undefined || secret.triesLeft === 0)
    throw new PhoneError('SECRET_BLOCKED', { triesLeft: 0 })
  const inner = await openByDevice(state.record.device.sealingKey, kind, sealed)
  // The sealed key itself goes only after the comparison: the last try may be the right one.
  await state.change((record) => {
    const current = record[slot][kind]
    if (current === undefined) throw new PhoneError('KEY_MISSING')
    const spent = { ...secret, triesLeft: secret.triesLeft - 1 }
    return withKey(record, slot, kind, { ...current, secret: spent })
  })
  const opened = await openBySecret({ ...secret, value }, kind, inner)
  if (opened === undefined && secret.triesLeft === 1) {
    await state.change((record) => withTries(record, slot, kind, 0))
  }
  return opened
}

/** Seals a key anew under a secret just set or changed. */
export async function sealUnderSecret(
  state: PhoneState,
  kind: CertificateKind,
  pkcs8: Uint8Array,
  value: Uint8Array,
): Promise<{ readonly sealed: Uint8Array; readonly secret: SecretRecord }> {
  const { random, record, secretCost } = state
  const salt = new Uint8Array(random(saltLength))
  const inner = await sealBySecret({ value, salt, cost: secretCost }, kind, pkcs8, random)
  return {
    sealed: await sealByDevice(record.device.sealingKey, kind, inner, random),
    secret: { salt, cost: secretCost, triesLeft: fullTries(kind) },
  }
}

/** The second copy, under an unblocking key made now; both as a key of the record holds them. */
export async function sealSecondCopy(
  { random, record }: PhoneState,
  kind: CertificateKind,
  pkcs8: Uint8Array,
): Promise<{ readonly secondCopy: Uint8Array; readonly unblockingKey: Uint8Array }> {
  const device = record.device.sealingKey
  const key = new Uint8Array(random(unblockingKeyLength))
  try {
    const inner = await sealByUnblockingKey(key, kind, pkcs8, random)
    return {
      secondCopy: await sealByDevice(device, `${kind}, second copy`, inner, random),
      unblockingKey: await sealByDevice(device, `${kind}, unblocking key`, key, random),
    }
  } finally {
    key.fill(0)
  }
}

/** @returns PKCS #8, DER @throws {PhoneError} KEY_MISSING (no key, or none with a second copy), UNBLOCKING_KEY_WRONG, UNSEALING */
export async function openSecondCopy(
  { record }: PhoneState,
  kind: CertificateKind,
  unblockingKey: Uint8Array,
): Promise<Uint8Array> {
  const copy = record.installed[kind]?.secondCopy
  if (copy === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
  const inner = await openByDevice(record.device.sealingKey, `${kind}, second copy`, copy)
  const pkcs8 = await openByUnblockingKey(unblockingKey, kind, inner)
  if (pkcs8 === undefined) throw new PhoneError('UNBLOCKING_KEY_WRONG', { detail: kind })
  return pkcs8
}

/** The unblocking keys that the authority does not have yet, of the keys under way. @throws {PhoneError} UNSEALING */
export async function heldUnblockingKeys({ record }: PhoneState): Promise<UnblockingKeys> {
  const keys: { -readonly [kind in CertificateKind]?: Uint8Array } = {}
  for (const kind of certificateKinds) {
    const sealed = record.pending[kind]?.unblockingKey
    if (sealed === undefined) continue
    keys[kind] = await openByDevice(record.device.sealingKey, `${kind}, unblocking key`, sealed)
  }
  return keys
}

/** The record once the authority has the unblocking keys: the phone cannot open a second copy by itself any more. */
export function withoutUnblockingKeys(record: PhoneRecord): PhoneRecord {
  const forget = ({ unblockingKey: _, ...key }: KeyRecord): KeyRecord => key
  const { signing, authentication } = record.pending
  return {
    ...record,
    pending: {
      ...(signing && { signing: forget(signing) }),
      ...(authentication && { authentication: forget(authentication) }),
    },
  }
}
