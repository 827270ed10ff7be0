/** Runs the effects in the table of 1-B①. PIN and password, or the secret in the PIN's place, go from the event into a signature and are kept nowhere. */
import type { IdentityClaim } from '@kazashi/lifecycle'
import {
  agreedTo,
  answerLogin,
  asksForPassword,
  biometricQuestion,
  biometricsAreOn,
  type LoginProof,
  type LoginRequest,
  openLoginRequest,
  PhoneError,
  type SignedByPassword,
  sendLogin,
  signByPassword,
  tellHindrance,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { attributesHindrance, loginHindrance } from '../status/login-hindrance.ts'
import { shownDocument } from './shown-document.ts'
import type { LoginEffect, LoginEvent } from './table.ts'

/** Milliseconds to learn the phone's state; then the last known one has to do. */
const patience = 5_000

/** @param url of the request, from a link or a QR code */
export function performLogin(device: Device, url: string): Perform<LoginEvent, LoginEffect> {
  const { phone, fetch } = device
  let request: LoginRequest | undefined
  /** The request with what the person hands over. */
  let agreed: LoginRequest | undefined
  /** From the phone's own screen to the signature, which overwrites it. */
  let secret: Uint8Array | undefined
  /** By the PIN, until the password is entered. */
  let signed: Uint8Array | undefined

  const recognise = async (signal: AbortSignal) => {
    const question = biometricQuestion(phone)
    if (question === undefined) throw new PhoneError('BIOMETRICS_OFF')
    const given = await device.recognition.ask(question, signal)
    if (signal.aborted) given.fill(0)
    else secret = given
  }
  const recognised = (): LoginProof => {
    if (secret === undefined) throw new PhoneError('BIOMETRICS_WRONG')
    const biometricSecret = secret
    secret = undefined
    return { biometricSecret }
  }
  const send = async (
    to: LoginRequest,
    response: Uint8Array,
    by?: SignedByPassword,
  ): Promise<LoginEvent> => {
    const outcome = await sendLogin(to, response, fetch, by)
    if (!outcome.accepted) return { type: 'refused', refusal: refusalOf(outcome.problem) }
    const { returnUrl } = outcome
    return { type: 'accepted', ...(returnUrl !== undefined && { returnUrl }) }
  }
  const answer = async (
    proof: LoginProof,
    {
      chosen = [],
      ...options
    }: {
      readonly force: boolean
      readonly code?: string
      readonly chosen?: readonly IdentityClaim[]
    },
  ): Promise<LoginEvent> => {
    if (request === undefined) throw new PhoneError('LOGIN_REQUEST_MALFORMED')
    agreed = agreedTo(request, chosen)
    const cms = await answerLogin(phone, agreed, proof, options)
    if (!asksForPassword(agreed)) return send(agreed, cms)
    signed = cms
    return { type: 'signed' }
  }
  const addByPassword = async (password: string, force: boolean): Promise<LoginEvent> => {
    if (agreed === undefined || signed === undefined)
      throw new PhoneError('LOGIN_REQUEST_MALFORMED')
    const added = await signByPassword(phone, agreed, signed, password, { force })
    return send(agreed, signed, added)
  }

  const eventOf = (
    effect: Exclude<LoginEffect, { readonly type: 'fetch' | 'recognise' }>,
  ): Promise<LoginEvent> => {
    switch (effect.type) {
      case 'answer':
        return answer(effect.pin, effect)
      case 'answer-recognised':
        return answer(recognised(), { ...effect, force: false })
      case 'answer-by-password':
        return addByPassword(effect.password, effect.force)
    }
  }

  return async (effect, tell, signal) => {
    try {
      // The phone's own screen must follow upon the press of the button.
      if (effect.type === 'recognise') {
        await recognise(signal)
        return tell({ type: 'recognised' })
      }
      if (effect.type === 'fetch') {
        const late = new Promise((resolve) => setTimeout(resolve, patience))
        await Promise.race([device.refresh(), late])
        const hindrance = loginHindrance(device.summary())
        if (hindrance !== undefined) {
          tell({ type: 'refused', refusal: { code: hindrance } })
          // The screen that waits for this phone is not to wait on.
          const asking = await openLoginRequest(phone, url, fetch).catch(() => undefined)
          if (asking !== undefined) await tellHindrance(asking, hindrance, fetch)
          return
        }
        request = await openLoginRequest(phone, url, fetch)
        const missing = attributesHindrance(device.summary())
        if (missing !== undefined) {
          request = agreedTo(request, [])
          if (asksForPassword(request)) {
            tell({ type: 'refused', refusal: { code: missing } })
            return await tellHindrance(request, missing, fetch)
          }
        }
        const { audience, relyingParty, purpose, claims = [], optional, documents = [] } = request
        const asked = {
          audience,
          relyingParty,
          purpose,
          ...(claims.length > 0 && { claims }),
          ...(optional && { optional }),
          ...(documents.length > 0 && { documents: documents.map(shownDocument) }),
        }
        return tell({ type: 'fetched', asked, biometrics: biometricsAreOn(phone) })
      }
      await device.syncClock()
      tell(await eventOf(effect))
    } catch (thrown) {
      device.look() // tries may have been spent
      tell({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
