/** 1-A③: a finger or a face in place of the PIN is turned on and off. How the phone recognises the person is the app's edge. */
import { openCard } from '@kazashi/card'
import { type BiometricCredential, biometricState } from '../biometrics.ts'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import type { BiometricRecord } from '../store.ts'
import { withElement } from './card-errors.ts'

/** Bytes of an input to a credential's pseudo-random function. */
const inputLength = 32

export const biometricsAreOn = ({ record }: Pick<Phone, 'record'>): boolean =>
  biometricState(record) === 'on'

/** The question to the platform authenticator; undefined: biometrics are off. */
export function biometricQuestion({
  record,
}: Pick<Phone, 'record'>): Pick<BiometricRecord, 'credentialId' | 'input'> | undefined {
  const copy = record.installed.authentication?.biometrics
  if (copy === undefined || biometricState(record) !== 'on') return undefined
  return { credentialId: copy.credentialId, input: copy.input }
}

/** For a credential that is to be made now. */
export const newBiometricInput = ({ random }: Pick<Phone, 'random'>): Uint8Array =>
  new Uint8Array(random(inputLength))

/**
 * Is this the PIN? Asked before the phone makes a credential, so that a wrong one leaves nothing behind.
 * @throws {PhoneError} NOT_REGISTERED, SECRET_FORM, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY
 */
export async function checkPin(phone: Phone, pin: string, force = false): Promise<void> {
  if (phone.record.installed.authentication?.certificate === undefined) {
    throw new PhoneError('NOT_REGISTERED')
  }
  const transport = phone.element.transport()
  try {
    await withElement(() => openCard(transport).verify('authentication-pin', pin, { force }))
  } finally {
    await transport.close()
  }
}

/**
 * From now on the platform authenticator's secret stands for the PIN of user authentication.
 * @param made its secret is overwritten in any case
 * @throws {PhoneError} NOT_REGISTERED, and as `SecureElement.turnOnBiometrics`
 */
export async function turnOnBiometrics(
  phone: Phone,
  pin: string,
  made: BiometricCredential,
): Promise<void> {
  if (phone.record.installed.authentication?.certificate === undefined) {
    made.secret.fill(0)
    throw new PhoneError('NOT_REGISTERED')
  }
  await phone.element.turnOnBiometrics(pin, made)
}

/** Nothing is asked for it: it takes away, and the PIN goes on. */
export const turnOffBiometrics = (phone: Phone): Promise<void> => phone.element.turnOffBiometrics()
