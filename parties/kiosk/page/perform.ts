/** Carries out what the table asks for: by the reader, and by the kiosk's server. */
import { CardError, connectReader, type RemoteReader } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import type { Perform } from '@kazashi/ui'
import { api, codeOfRefusal } from './api.ts'
import type { KioskEffect, KioskEvent } from './kiosk.ts'
import { cardCode, type HeldThing, heldTo } from './reader.ts'
import { refusalOf } from './refusals.ts'

type Send = (event: KioskEvent) => void

/** Of the kiosk: no visit goes on after it, and its money comes back. */
async function refuse(error: unknown, send: Send): Promise<void> {
  const code = codeOfRefusal(error) ?? cardCode(error) ?? 'UNEXPECTED'
  const ended = await api.end().catch(() => undefined)
  const told = code === 'READER_UNAVAILABLE' ? 'NO_READER' : code
  const known = told === 'FILE_NOT_FOUND' || told === 'KEY_MISSING' ? 'NO_CERTIFICATE' : told
  send({ type: 'refused', code: refusalOf(known), returned: ended?.returned ?? 0 })
}

const moneyFaults = ['MONEY_SHORT', 'MONEY_REFUSED'] as const

/** @param url of the reader, undefined: the kiosk has none */
export function performKiosk(url: string | undefined): Perform<KioskEvent, KioskEffect> {
  let reader: RemoteReader | undefined
  let held: HeldThing | undefined

  const theReader = async (): Promise<RemoteReader> => {
    if (url === undefined) throw new CardError('READER_UNAVAILABLE')
    reader ??= await connectReader(url)
    return reader
  }

  const gone = (one: RemoteReader, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const stop = one.onChange((present) => {
        if (present) return
        stop()
        resolve()
      })
      signal.addEventListener('abort', () => {
        stop()
        resolve()
      })
      if (!one.cardPresent) resolve()
    })

  async function wait(carrier: Parameters<HeldThing['wants']>[0], send: Send, signal: AbortSignal) {
    const place = await theReader()
    try {
      held = await heldTo(place, signal)
      const wants = await held.wants(carrier)
      if (wants.kind === 'nothing') return send({ type: 'recognised' })
      if (wants.kind === 'pin') return send({ type: 'pin-wanted', triesLeft: wants.triesLeft })
      if (wants.kind === 'locked') throw new CardError('SECRET_BLOCKED')
      // The person reads what is wrong, and takes it away to mend it: then it is waited for again.
      send({ type: 'hold-again', fault: wants.kind === 'other' ? 'HELD_OTHER' : 'NOT_RECOGNISED' })
    } catch (error) {
      if (signal.aborted) return
      const code = cardCode(error)
      if (code === 'NOT_A_MY_NUMBER_CARD' || code === 'TOKEN_INFORMATION_MALFORMED')
        send({ type: 'hold-again', fault: 'HELD_OTHER' })
      else if (code === 'CARD_AWAY') send({ type: 'hold-again', fault: 'TAKEN_AWAY' })
      else throw error
    }
  }

  async function prove(
    { challenge, pin, lastTry = false }: KioskEffect & { type: 'prove' },
    send: Send,
  ) {
    try {
      if (held === undefined) throw new CardError('CARD_AWAY')
      const response = await held.prove(challenge, pin, lastTry)
      send({ type: 'proven', person: await api.prove(base64.encode(response)) })
    } catch (error) {
      if (error instanceof CardError && error.code === 'SECRET_WRONG')
        send({ type: 'pin-wanted', triesLeft: error.triesLeft ?? 0, fault: 'SECRET_WRONG' })
      else if (cardCode(error) === 'CARD_AWAY') send({ type: 'hold-again', fault: 'TAKEN_AWAY' })
      else if (cardCode(error) === 'SECURITY_STATUS')
        send({ type: 'hold-again', fault: 'NOT_RECOGNISED' })
      else throw error
    }
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'look':
          return send({ type: 'status', status: await api.status() })
        case 'staff':
          await api.staff(effect.paper)
          return send({ type: 'status', status: await api.status() })
        case 'begin':
          return send({ type: 'begun', challenge: await api.begin() })
        case 'wait': {
          // After a fault: not until the same thing was taken away.
          const place = await theReader()
          if (effect.again && place.cardPresent) await gone(place, signal)
          if (!signal.aborted) await wait(effect.carrier, send, signal)
          return
        }
        case 'watch':
          await gone(await theReader(), signal)
          return send({ type: 'hold-again', fault: 'TAKEN_AWAY' })
        case 'prove':
          return await prove(effect, send)
        case 'order':
          return send({ type: 'bill', ...(await api.order(effect.order)) })
        case 'money':
          return send({ type: 'bill', ...(await api.insert(effect.yen)) })
        case 'print': {
          const papers = await api.print()
          await api.out()
          return send({ type: 'printed', papers })
        }
        case 'watch-lying': {
          const place = await theReader()
          send({ type: 'lying', lying: place.cardPresent })
          const stop = place.onChange((present) => send({ type: 'lying', lying: present }))
          signal.addEventListener('abort', stop)
          return
        }
        case 'end': {
          held = undefined
          return send({ type: 'over', returned: (await api.end()).returned })
        }
      }
    } catch (error) {
      const fault = moneyFaults.find((one) => one === codeOfRefusal(error))
      if (fault !== undefined) send({ type: 'money-fault', fault })
      else if (!signal.aborted) await refuse(error, send)
    }
  }
}
