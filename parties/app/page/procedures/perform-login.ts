/** Runs what the table of 1-B① names. The PIN goes from the event into the signature and is kept nowhere. */
import {
  answerLogin,
  type LoginRequest,
  openLoginRequest,
  PhoneError,
  sendLogin,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import type { Device } from '../phone/device.ts'
import type { LoginEffect, LoginEvent } from './login.ts'
import { type Refusal, refusalOf } from './problem.ts'

/** @param url where the request is to be fetched, from a link or a QR code */
export function performLogin(device: Device, url: string): Perform<LoginEvent, LoginEffect> {
  const { phone, fetch } = device
  let request: LoginRequest | undefined

  const answer = async (pin: string, force: boolean): Promise<Refusal | undefined> => {
    if (request === undefined) return { code: 'LOGIN_REQUEST_MALFORMED' }
    const outcome = await sendLogin(
      request,
      await answerLogin(phone, request, pin, { force }),
      fetch,
    )
    return outcome.accepted ? undefined : { code: outcome.problem?.code ?? 'UNEXPECTED' }
  }

  return async (effect, send) => {
    try {
      await device.syncClock()
      if (effect.type === 'fetch') {
        const { name } = device.standing()
        if (phone.record.credential === undefined) {
          throw new PhoneError(name === 'nothing' ? 'NOT_APPLIED' : 'NOT_REGISTERED')
        }
        request = await openLoginRequest(phone, url, fetch)
        const { audience, relyingParty, purpose, code } = request
        send({ type: 'fetched', asked: { audience, relyingParty, purpose, code } })
        return
      }
      const refusal = await answer(effect.pin, effect.force)
      send(refusal === undefined ? { type: 'accepted' } : { type: 'refused', refusal })
    } catch (thrown) {
      device.look() // tries may have been spent
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
