/** Runs what the table of 1-B① names. The PIN goes from the event into the signature and is kept nowhere. */
import { answerLogin, type LoginRequest, openLoginRequest, sendLogin } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import type { Device } from '../phone/device.ts'
import type { Standing } from '../phone/glance.ts'
import type { LoginEffect, LoginEvent } from './login.ts'
import { type Refusal, refusalOf } from './problem.ts'

/** Why nobody can log in with this phone, where nothing is registered on it: as it stands. */
const whyNone: Readonly<Record<Standing, string>> = {
  nothing: 'NOT_APPLIED',
  unfinished: 'NOT_APPLIED',
  waiting: 'NOT_REGISTERED',
  ready: 'NOT_REGISTERED',
  active: 'NOT_REGISTERED',
  suspended: 'NOT_REGISTERED',
  ended: 'CERTIFICATE_REVOKED',
}

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
        if (phone.record.credential === undefined) {
          send({ type: 'refused', refusal: { code: whyNone[device.standing().name] } })
          return
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
