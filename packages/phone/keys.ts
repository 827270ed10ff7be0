/** What happens to one key of the secure element: sealed under a secret, released by it, gone after the last wrong try. */
import { isPin, isSigningPassword, tries } from '@kazashi/lifecycle'
import type { CertificateKind } from './authority-port.ts'
import { PhoneError } from './errors.ts'
import type { PhoneState } from './phone.ts'
import {
  openByDevice,
  openBySecret,
  saltLength,
  sealByDevice,
  sealBySecret,
  secretCost,
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

/** The record with the tries of a key's secret; at none left the sealed key is gone for good. */
export function withTries(
  record: PhoneRecord,
  slot: Slot,
  kind: CertificateKind,
  triesLeft: number,
) {
  const key = record[slot][kind]
  if (key?.secret === undefined) return record
  const secret: SecretRecord = { ...key.secret, triesLeft }
  return withKey(record, slot, kind, {
    ...key,
    secret,
    sealed: triesLeft === 0 ? undefined : key.sealed,
  })
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
  await state.change((record) =>
    withKey(record, slot, kind, { ...key, secret: { ...secret, triesLeft: secret.triesLeft - 1 } }),
  )
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
  const { random, record } = state
  const salt = new Uint8Array(random(saltLength))
  const inner = await sealBySecret({ value, salt, cost: secretCost }, kind, pkcs8, random)
  return {
    sealed: await sealByDevice(record.device.sealingKey, kind, inner, random),
    secret: { salt, cost: secretCost, triesLeft: fullTries(kind) },
  }
}
