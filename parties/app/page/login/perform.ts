/** Runs the effects in the table of 1-B①. The PIN, or the secret in its place, goes from the event into the signature and is kept nowhere. */
import {
  answerLogin,
  biometricQuestion,
  biometricsAreOn,
  type LoginProof,
  type LoginRequest,
  openLoginRequest,
  PhoneError,
  sendLogin,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { askSecret } from '../phone/platform-authenticator.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import type { LoginEffect, LoginEvent } from './table.ts'

/** Milliseconds to learn the phone's state; then the last known one has to do. */
const patience = 5_000

/** @param url of the request, from a link or a QR code */
export function performLogin(device: Device, url: string): Perform<LoginEvent, LoginEffect> {
  const { phone, fetch } = device
  let request: LoginRequest | undefined
  /** From the phone's own screen to the signature, which overwrites it. */
  let secret: Uint8Array | undefined

  const recognise = async (signal: AbortSignal) => {
    const question = biometricQuestion(phone)
    if (question === undefined) throw new PhoneError('BIOMETRICS_OFF')
    const given = await askSecret(question, signal)
    if (signal.aborted) given.fill(0)
    else secret = given
  }
  const recognised = (): LoginProof => {
    if (secret === undefined) throw new PhoneError('BIOMETRICS_WRONG')
    const biometricSecret = secret
    secret = undefined
    return { biometricSecret }
  }
  const answer = async (
    proof: LoginProof,
    options: { readonly force: boolean; readonly code: string | undefined },
  ): Promise<LoginEvent> => {
    if (request === undefined) throw new PhoneError('LOGIN_REQUEST_MALFORMED')
    const cms = await answerLogin(phone, request, proof, options)
    const outcome = await sendLogin(request, cms, fetch)
    if (!outcome.accepted) return { type: 'refused', refusal: refusalOf(outcome.problem) }
    const { returnUrl } = outcome
    return { type: 'accepted', ...(returnUrl !== undefined && { returnUrl }) }
  }

  return async (effect, send, signal) => {
    try {
      // The phone's own screen must follow upon the press of the button.
      if (effect.type === 'recognise') {
        await recognise(signal)
        return send({ type: 'recognised' })
      }
      if (effect.type === 'fetch') {
        const late = new Promise((resolve) => setTimeout(resolve, patience))
        await Promise.race([device.refresh(), late])
        const hindrance = loginHindrance(device.summary())
        if (hindrance !== undefined) {
          return send({ type: 'refused', refusal: { code: hindrance } })
        }
        request = await openLoginRequest(phone, url, fetch)
        const { audience, relyingParty, purpose } = request
        const asked = { audience, relyingParty, purpose }
        send({ type: 'fetched', asked, biometrics: biometricsAreOn(phone) })
        return
      }
      await device.syncClock()
      const { code } = effect
      const event =
        effect.type === 'answer'
          ? await answer(effect.pin, { force: effect.force, code })
          : await answer(recognised(), { force: false, code })
      send(event)
    } catch (thrown) {
      device.look() // tries may have been spent
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
