/** Carries out what the table asks for: by the reader, and by the shop's server. The password goes to the card or the phone, and nowhere else. */
import { CardError, connectReader, type RemoteReader } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import type { Language, Perform } from '@kazashi/ui'
import { api, refusalOf } from './api.ts'
import type { CounterEffect, CounterEvent } from './counter.ts'
import { cardCode, type HeldThing, type Holding, heldTo } from './reader.ts'

type Send = (event: CounterEvent) => void

/** Codes of the card, as they are told at a counter. */
const toldAs: Readonly<Record<string, string>> = {
  READER_UNAVAILABLE: 'NO_READER',
  FILE_NOT_FOUND: 'NO_CERTIFICATE',
  KEY_MISSING: 'NO_CERTIFICATE',
}

/** @param url of the reader; undefined: the tablet has none @param language of the page, now */
export function performCounter(
  url: string | undefined,
  language: () => Language,
): Perform<CounterEvent, CounterEffect> {
  let reader: RemoteReader | undefined
  let held: HeldThing | undefined

  const theReader = async (): Promise<RemoteReader> => {
    if (url === undefined) throw new CardError('READER_UNAVAILABLE')
    reader ??= await connectReader(url)
    return reader
  }
  const gone = (one: RemoteReader, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        stop()
        resolve()
      }
      const stop = one.onChange((present) => {
        if (!present) done()
      })
      signal.addEventListener('abort', done)
      if (!one.cardPresent) done()
    })

  async function wait(holding: Holding, send: Send, signal: AbortSignal) {
    try {
      held = await heldTo(await theReader(), signal)
      const wants = await held.wants(holding)
      if (wants.kind === 'password')
        return send({ type: 'password-wanted', triesLeft: wants.triesLeft })
      if (wants.kind === 'locked') throw new CardError('SECRET_BLOCKED')
      if (wants.kind === 'no-certificate') throw new CardError('FILE_NOT_FOUND')
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

  async function sign({ role, password, lastTry }: CounterEffect & { type: 'sign' }, send: Send) {
    try {
      if (held === undefined) throw new CardError('CARD_AWAY')
      const digest = base64.decode(await api.prepare(role, language()))
      const cms = await held.sign(digest, password, lastTry)
      const { state, receipt } = await api.sign(base64.encode(cms), language())
      send(state === 'made' && receipt ? { type: 'made', receipt } : { type: 'guardian' })
    } catch (error) {
      if (error instanceof CardError && error.code === 'SECRET_WRONG')
        send({ type: 'password-wanted', triesLeft: error.triesLeft ?? 0, fault: 'SECRET_WRONG' })
      else if (cardCode(error) === 'CARD_AWAY') send({ type: 'hold-again', fault: 'TAKEN_AWAY' })
      else throw error
    }
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'begin':
          await api.begin(language())
          return send({ type: 'begun' })
        case 'make':
          return send({ type: 'contract', contract: await api.order(effect.order, language()) })
        case 'read':
          await api.read(language())
          return send({ type: 'next' })
        case 'wait': {
          // After a fault: not until the same thing was taken away.
          const place = await theReader()
          if (effect.again && place.cardPresent) await gone(place, signal)
          if (!signal.aborted) await wait(effect.holding, send, signal)
          return
        }
        case 'watch':
          await gone(await theReader(), signal)
          return send({ type: 'hold-again', fault: 'TAKEN_AWAY' })
        case 'sign':
          return await sign(effect, send)
        case 'end':
          held = undefined
          await api.end()
          return
      }
    } catch (error) {
      if (signal.aborted || effect.type === 'end') return
      const code = cardCode(error) ?? 'UNEXPECTED'
      const refusal = refusalOf(error) ?? { code: toldAs[code] ?? code }
      send({ type: 'refused', refusal })
    }
  }
}
