/** Runs the effects in the table of 1-A③. The PIN is here, in memory, until the phone's own screen has answered. */
import {
  biometricQuestion,
  checkPin,
  newBiometricInput,
  PhoneError,
  turnOffBiometrics,
  turnOnBiometrics,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import type { BiometricsEffect, BiometricsEvent } from './table.ts'

/** @param name of the credential on the phone's own screens */
export function performBiometrics(
  device: Device,
  name: string,
): Perform<BiometricsEvent, BiometricsEffect> {
  const { phone, recognition } = device
  let known: string | undefined

  const turnOn = async (signal: AbortSignal) => {
    if (known === undefined) throw new PhoneError('SECRET_FORM')
    const before = biometricQuestion(phone)
    const made = await recognition.make(newBiometricInput(phone), name, signal)
    try {
      signal.throwIfAborted()
      await turnOnBiometrics(phone, known, made)
    } catch (thrown) {
      made.secret.fill(0)
      recognition.forget(made.credentialId)
      throw thrown
    }
    known = undefined
    if (before !== undefined) recognition.forget(before.credentialId)
    device.look()
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'find-out':
          return send({ type: 'found', hindrance: await recognition.hindrance() })
        case 'check-pin':
          await checkPin(phone, effect.pin, effect.force)
          known = effect.pin
          return send({ type: 'pin-right' })
        case 'ask':
          await turnOn(signal)
          return send({ type: 'sealed' })
        case 'erase': {
          const question = biometricQuestion(phone)
          await turnOffBiometrics(phone)
          if (question !== undefined) recognition.forget(question.credentialId)
          device.look()
          return send({ type: 'erased' })
        }
      }
    } catch (thrown) {
      device.look() // tries may have been spent
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
