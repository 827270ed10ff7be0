/**
 * Being the card at a reader at the other end of a WebSocket (RFC 6455): a phone that is held to a kiosk's or a clinic's reader. It lies
 * there as long as it is connected; what the reader asks, `transport` answers.
 */
import { hex } from '@kazashi/octets'
import { CardError } from '../errors.ts'
import type { CardTransport } from '../transport.ts'

export interface Presented {
  /** Resolves when it lies there no more: `taken` by `close`, else `lost`, when the reader or the connection is gone. */
  readonly over: Promise<'taken' | 'lost'>
  close(): void
}

/**
 * @param url `ws:` or `wss:`, with the token in it
 * @param transport reset at the beginning, and closed at the end
 * @throws {CardError} READER_UNAVAILABLE when nothing answers there or it refuses
 */
export async function presentCard(url: string | URL, transport: CardTransport): Promise<Presented> {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  let taken = false
  const say = () =>
    socket.send(JSON.stringify({ type: 'card-present', atr: hex.encode(transport.atr) }))
  const answer = async (data: unknown): Promise<void> => {
    if (data instanceof ArrayBuffer) {
      socket.send(Uint8Array.from(await transport.transmit(new Uint8Array(data))))
    } else {
      await transport.reset()
      say()
    }
  }
  let last: Promise<void> = Promise.resolve()
  const over = new Promise<'taken' | 'lost'>((resolve) => {
    socket.addEventListener('close', () => {
      void last.finally(() => transport.close()).then(() => resolve(taken ? 'taken' : 'lost'))
    })
  })
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // A card that cannot answer is none any more.
    last = last.then(() => answer(data)).catch(() => socket.close())
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('close', () => reject(new CardError('READER_UNAVAILABLE')))
  })
  await transport.reset()
  say()
  return {
    over,
    close: () => {
      taken = true
      socket.close()
    },
  }
}
