/**
 * A finger or a face in place of the PIN (1-A③): the biometric copy of the authentication key. How the person is recognised
 * is the phone's business; only the secret that its platform authenticator then gives comes here.
 */
import { type BiometricEvent, type BiometricState, stepBiometrics } from '@kazashi/lifecycle'
import { PhoneError } from './errors.ts'
import type { PhoneState } from './phone-state.ts'
import {
  biometricSecretLength,
  openByBiometrics,
  openByDevice,
  saltLength,
  sealByBiometrics,
  sealByDevice,
} from './sealing.ts'
import type { BiometricRecord, PhoneRecord } from './store.ts'

/** A new credential of the phone's platform authenticator, with user verification, and its secret. */
export interface BiometricCredential {
  readonly credentialId: Uint8Array
  readonly input: Uint8Array
  /** 32 bytes; overwritten once they are used. */
  readonly secret: Uint8Array
}

const label = 'authentication, biometric copy'

/** The copy's state (packages/lifecycle). */
export function biometricState({ installed }: PhoneRecord): BiometricState {
  const key = installed.authentication
  if (key?.secret?.triesLeft === 0) return 'locked'
  return key?.biometrics === undefined ? 'off' : 'on'
}

/** @throws {PhoneError} SECRET_BLOCKED, BIOMETRICS_OFF: the table has no such cell */
export function checkBiometricStep(record: PhoneRecord, event: BiometricEvent): void {
  const state = biometricState(record)
  if (stepBiometrics(state, event) !== undefined) return
  if (state === 'locked') throw new PhoneError('SECRET_BLOCKED', { triesLeft: 0 })
  throw new PhoneError('BIOMETRICS_OFF')
}

/** @throws {PhoneError} BIOMETRICS_WRONG: no secret of a platform authenticator */
function checkLength(secret: Uint8Array): void {
  if (secret.length !== biometricSecretLength) {
    throw new PhoneError('BIOMETRICS_WRONG', { detail: 'length' })
  }
}

/** @throws {PhoneError} BIOMETRICS_WRONG */
export async function sealBiometricCopy(
  { record, random, now }: PhoneState,
  pkcs8: Uint8Array,
  { credentialId, input, secret }: BiometricCredential,
): Promise<BiometricRecord> {
  checkLength(secret)
  const salt = new Uint8Array(random(saltLength))
  const inner = await sealByBiometrics(secret, salt, pkcs8, random)
  const sealed = await sealByDevice(record.device.sealingKey, label, inner, random)
  return {
    salt,
    sealed,
    since: now().toISOString(),
    credentialId: credentialId.slice(),
    input: input.slice(),
  }
}

/** @returns PKCS #8, DER @throws {PhoneError} BIOMETRICS_OFF, BIOMETRICS_WRONG, SECRET_BLOCKED, UNSEALING; no try is spent */
export async function releaseByBiometrics(
  { record }: PhoneState,
  secret: Uint8Array,
): Promise<Uint8Array> {
  checkBiometricStep(record, 'use')
  checkLength(secret)
  const copy = record.installed.authentication?.biometrics
  if (copy === undefined) throw new PhoneError('BIOMETRICS_OFF')
  const inner = await openByDevice(record.device.sealingKey, label, copy.sealed)
  const pkcs8 = await openByBiometrics(secret, copy.salt, inner)
  if (pkcs8 === undefined) throw new PhoneError('BIOMETRICS_WRONG')
  return pkcs8
}
