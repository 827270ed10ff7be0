/**
 * A reader at the other end of a WebSocket (RFC 6455): from a page, or from Node, to a card box. Text messages say that a card
 * came or went, and ask for a reset; a binary message is one command APDU, and the answer to it one response APDU.
 */
import { CardError } from '../errors.ts'
import type { CardTransport } from '../transport.ts'

export interface RemoteReader {
  readonly cardPresent: boolean
  /**
   * A transport to the card in the reader, or to the next one that is held to it.
   * @throws {CardError} READER_UNAVAILABLE when the connection ends  @throws the signal's reason when it aborts
   */
  waitForCard(signal?: AbortSignal): Promise<CardTransport>
  /** Called with `cardPresent` whenever it changes. @returns stops that */
  onChange(listener: (present: boolean) => void): () => void
  close(): void
}

export interface RemoteReaderOptions {
  /** Gives up connecting. */
  readonly signal?: AbortSignal
}

type Message =
  | { readonly type: 'card-present'; readonly atr: Uint8Array }
  | { readonly type: 'card-removed' }

interface Pending {
  resolve(response: Uint8Array): void
  reject(error: CardError): void
}

const cardAway = (): CardError => new CardError('CARD_AWAY')
const hexPairs = /^(?:[0-9a-fA-F]{2})*$/

function parseMessage(text: string): Message | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
  if (value.type === 'card-removed') return { type: value.type }
  if (value.type !== 'card-present' || !('atr' in value)) return undefined
  if (typeof value.atr !== 'string' || !hexPairs.test(value.atr)) return undefined
  const pairs = value.atr.match(/../g) ?? []
  return {
    type: value.type,
    atr: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
  }
}

/**
 * Connects to a reader of a card box.
 * @param url `ws:` or `wss:`, with the reader's token in it
 * @throws {CardError} READER_UNAVAILABLE when nothing answers there or it refuses
 */
export async function connectReader(
  url: string | URL,
  options: RemoteReaderOptions = {},
): Promise<RemoteReader> {
  const { signal } = options
  signal?.throwIfAborted()
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  const abort = (): void => socket.close()
  signal?.addEventListener('abort', abort)
  try {
    // The reader listens from the first message on, which may come in the same turn as the opening.
    const reader = remoteReader(socket)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('close', () =>
        reject(signal?.aborted === true ? signal.reason : new CardError('READER_UNAVAILABLE')),
      )
    })
    return reader
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

function remoteReader(socket: WebSocket): RemoteReader {
  const listeners = new Set<(present: boolean) => void>()
  const waiting = new Set<() => void>()
  /** The card in the reader; a card that comes later is another object, so an old transport stays away. */
  let card: { readonly atr: Uint8Array } | undefined
  let pending: Pending | undefined
  let resetting: Pending | undefined

  const settle = (take: (p: Pending) => void): void => {
    const [command, reset] = [pending, resetting]
    pending = undefined
    resetting = undefined
    for (const each of [command, reset]) if (each !== undefined) take(each)
  }
  const change = (next: typeof card): void => {
    const changed = (card === undefined) !== (next === undefined)
    card = next
    if (next === undefined) settle((p) => p.reject(cardAway()))
    for (const wake of [...waiting]) wake()
    if (changed) for (const listener of [...listeners]) listener(next !== undefined)
  }
  const onText = (text: string): void => {
    const message = parseMessage(text)
    if (message === undefined) {
      socket.close()
    } else if (message.type === 'card-removed') {
      change(undefined)
    } else if (resetting !== undefined && card !== undefined) {
      const { resolve } = resetting
      resetting = undefined
      resolve(message.atr)
    } else {
      // A card where one was: the old one left in between.
      settle((p) => p.reject(cardAway()))
      change({ atr: message.atr })
    }
  }
  const onBinary = (response: Uint8Array): void => {
    const asked = pending
    pending = undefined
    if (asked === undefined) socket.close()
    else asked.resolve(response)
  }
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onText(data)
    else if (data instanceof ArrayBuffer) onBinary(new Uint8Array(data))
    else socket.close()
  })
  socket.addEventListener('close', () => change(undefined))

  const transportTo = (held: { readonly atr: Uint8Array }): CardTransport => {
    let last: Promise<unknown> = Promise.resolve()
    let closed = false
    const inTurn = (work: (p: Pending) => void): Promise<Uint8Array> => {
      const turn = last.then(
        () =>
          new Promise<Uint8Array>((resolve, reject) => {
            if (closed || card !== held || socket.readyState !== socket.OPEN) reject(cardAway())
            else work({ resolve, reject })
          }),
      )
      last = turn.catch(() => undefined)
      return turn
    }
    return {
      atr: held.atr,
      transmit: (command) =>
        inTurn((p) => {
          pending = p
          socket.send(Uint8Array.from(command))
        }),
      async reset() {
        await inTurn((p) => {
          resetting = p
          socket.send(JSON.stringify({ type: 'reset' }))
        })
      },
      async close() {
        closed = true
      },
    }
  }

  return {
    get cardPresent() {
      return card !== undefined
    },
    waitForCard: (signal) =>
      new Promise((resolve, reject) => {
        const done = (finish: () => void): void => {
          waiting.delete(look)
          signal?.removeEventListener('abort', look)
          finish()
        }
        const look = (): void => {
          const held = card
          if (signal?.aborted === true) done(() => reject(signal.reason))
          else if (held !== undefined) done(() => resolve(transportTo(held)))
          else if (socket.readyState > socket.OPEN) {
            done(() => reject(new CardError('READER_UNAVAILABLE')))
          }
        }
        waiting.add(look)
        signal?.addEventListener('abort', look)
        look()
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => socket.close(),
  }
}
