/**
 * Being the card in a virtual reader: the vpcd protocol of vsmartcard over TCP. The card connects; each message is a length
 * of two octets, big-endian, and that many octets; a message of one octet is a control: 0 off, 1 on, 2 reset, 4 ATR.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { CardError } from '../errors.ts'
import type { VirtualCard } from '../virtual-card.ts'
import { type HostOptions, hostCard } from './host.ts'

/** Where vpcd waits for a card by default. */
export const vpcdDefault = { host: '127.0.0.1', port: 35963 } as const

export interface VpcdOptions extends HostOptions {
  readonly host?: string
  readonly port?: number
  /** Takes the card out of the reader. */
  readonly signal?: AbortSignal
  /**
   * When vpcd is not there, or goes away: try again for ever, after 0.1 s, then twice as long each time up to 2 s (default), or
   * give up: reject when it was never there, resolve when it went away.
   */
  readonly reconnect?: boolean
  readonly onState?: (state: 'in-reader' | 'waiting') => void
}

const firstWait = 100
const longestWait = 2_000
const control = { off: 0, on: 1, reset: 2, atr: 4 } as const

/**
 * The messages in a stream of octets, however it is cut into pieces.
 * @returns a function that takes the next piece and returns the messages that are complete with it
 */
export function messageReader(): (piece: Uint8Array) => Uint8Array[] {
  let kept: Uint8Array = new Uint8Array()
  return (piece) => {
    const bytes = new Uint8Array(kept.length + piece.length)
    bytes.set(kept)
    bytes.set(piece, kept.length)
    const messages: Uint8Array[] = []
    let at = 0
    while (at + 2 <= bytes.length) {
      const end = at + 2 + (bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0)
      if (end > bytes.length) break
      messages.push(bytes.slice(at + 2, end))
      at = end
    }
    kept = bytes.slice(at)
    return messages
  }
}

/** Length and body in one piece: two writes would wait for each other (Nagle and delayed acknowledgement). */
export function encodeMessage(body: Uint8Array): Uint8Array {
  if (body.length > 0xffff) throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'vpcd message' })
  const message = new Uint8Array(body.length + 2)
  message.set([body.length >> 8, body.length & 0xff])
  message.set(body, 2)
  return message
}

/**
 * Puts the card into the virtual reader and answers until `signal` aborts.
 * @throws {CardError} READER_UNAVAILABLE when vpcd is not there and `reconnect` is false
 * @throws the error of `persist`: an answer that cannot be kept is not given, and the card leaves the reader
 */
export async function serveVpcd(card: VirtualCard, options: VpcdOptions = {}): Promise<void> {
  const { host = vpcdDefault.host, port = vpcdDefault.port, signal } = options
  const stopped = (): boolean => signal?.aborted === true
  let wait = firstWait
  while (!stopped()) {
    const socket = await open(host, port, signal)
    if (socket instanceof Error) {
      if (options.reconnect === false) {
        throw new CardError('READER_UNAVAILABLE', { detail: `${host}:${port}`, cause: socket })
      }
    } else {
      wait = firstWait
      options.onState?.('in-reader')
      await answerOn(socket, card, options)
      if (options.reconnect === false || stopped()) return
      options.onState?.('waiting')
    }
    // An abort ends the wait; the loop's condition sees it.
    await delay(wait, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
    wait = Math.min(wait * 2, longestWait)
  }
}

function open(
  host: string,
  port: number,
  signal: AbortSignal | undefined,
): Promise<Socket | Error> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true, ...(signal && { signal }) })
    socket.once('error', resolve)
    socket.once('connect', () => {
      socket.off('error', resolve)
      resolve(socket)
    })
  })
}

/** Answers until the connection ends; a connection that breaks is a reader that went away. */
async function answerOn(socket: Socket, card: VirtualCard, options: VpcdOptions): Promise<void> {
  const answer = hostCard(card, options)
  const messages = messageReader()
  card.reset()
  // Breaking is an end like any other; only the outcome of the answers matters.
  socket.on('error', () => undefined)
  try {
    for await (const piece of socket) {
      for (const message of messages(piece)) {
        const response =
          message.length > 1 ? await answer(message) : await answerControl(card, message[0])
        if (response !== undefined && socket.writable) socket.write(encodeMessage(response))
      }
    }
  } catch (error) {
    if (!isConnectionError(error)) throw error
  } finally {
    socket.destroy()
    card.reset()
  }
}

async function answerControl(
  card: VirtualCard,
  code: number | undefined,
): Promise<Uint8Array | undefined> {
  if (code === control.atr) return card.atr
  if (code === control.off || code === control.on || code === control.reset) card.reset()
  return undefined
}

const isConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    ('syscall' in error && typeof error.syscall === 'string') ||
    ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
