/**
 * A phone at the other end of a WebSocket (RFC 6455), held to a reader: the page is the card there. Binary frames are APDUs, commands to
 * the page and responses from it; its first text frame says with which ATR it is there, and so does its answer to a reset.
 */
import { CardError, type CardTransport } from '@kazashi/card'
import { hex } from '@kazashi/octets'
import type { WebSocket } from 'ws'
import { z } from 'zod'

/** Close codes of our own (RFC 6455 §7.4.2). */
const closeCode = { malformed: 4002, away: 4004, silent: 4005 } as const
/** Milliseconds for an answer: the phone stretches a secret before it compares it. */
const patience = 60_000

const present = z.strictObject({
  type: z.literal('card-present'),
  atr: z.string().max(66).refine(hex.is),
})

function atrOf(text: string): Uint8Array | undefined {
  try {
    return hex.decode(present.parse(JSON.parse(text)).atr)
  } catch {
    return undefined
  }
}

interface Asked {
  readonly wants: 'response' | 'atr'
  readonly resolve: (answer: Uint8Array) => void
}

/** Calls `held` once the page has said that it is there; what it gives back is called when the page is gone. */
export function servePhone(
  socket: WebSocket,
  held: (transport: CardTransport) => Promise<() => Promise<void>>,
  failed: (error: unknown) => void,
): void {
  let asked: Asked | undefined
  let begun: Promise<() => Promise<void>> | undefined
  let isOver = false
  const gone = new AbortController()

  const ask = (wants: Asked['wants'], message: Uint8Array | string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (isOver || asked !== undefined) return reject(new CardError('CARD_AWAY'))
      const settle = () => {
        asked = undefined
        clearTimeout(timer)
        gone.signal.removeEventListener('abort', away)
      }
      const away = () => {
        settle()
        reject(new CardError('CARD_AWAY'))
      }
      const timer = setTimeout(() => socket.close(closeCode.silent, 'no answer'), patience)
      gone.signal.addEventListener('abort', away)
      asked = {
        wants,
        resolve: (answer) => {
          settle()
          resolve(answer)
        },
      }
      socket.send(message)
    })
  const transport = (atr: Uint8Array): CardTransport => ({
    atr,
    transmit: (command) => ask('response', command),
    reset: async () => {
      await ask('atr', JSON.stringify({ type: 'reset' }))
    },
    close: async () => {
      over()
      socket.close(closeCode.away, 'something else lies there')
    },
  })
  const over = () => {
    if (isOver) return
    isOver = true
    gone.abort()
    begun?.then((remove) => remove()).catch(failed)
  }
  const heard = (bytes: Uint8Array, isBinary: boolean): boolean => {
    if (isBinary) {
      if (asked?.wants !== 'response') return false
      asked.resolve(bytes)
      return true
    }
    const atr = atrOf(new TextDecoder().decode(bytes))
    if (atr === undefined) return false
    if (begun === undefined) {
      begun = held(transport(atr))
      begun.catch((error) => {
        failed(error)
        socket.close(closeCode.away, 'not held')
      })
      return true
    }
    if (asked?.wants !== 'atr') return false
    asked.resolve(atr)
    return true
  }

  socket.on('message', (data, isBinary) => {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)
    if (!heard(bytes, isBinary)) socket.close(closeCode.malformed, 'not a message of this protocol')
  })
  socket.on('close', over)
}
