/**
 * The WebSocket (RFC 6455) between a page and a reader: binary frames are APDUs, text frames say that a card came or went.
 * One command at a time: a command that comes while another is being answered waits.
 */
import { hex } from '@kazashi/octets'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Reader, ReaderEvent } from './reader.ts'

/** Close codes of our own (RFC 6455 §7.4.2). */
const closeCode = { replaced: 4001, malformed: 4002, readerGone: 4003 } as const

const fromPage = z.strictObject({ type: z.literal('reset') })

const toPage = (event: ReaderEvent): string =>
  JSON.stringify(
    event.type === 'card-present' ? { type: event.type, atr: hex.encode(event.atr) } : event,
  )

function parse(text: string): 'reset' | undefined {
  try {
    return fromPage.parse(JSON.parse(text)).type
  } catch {
    return undefined
  }
}

/** @param failed receives the internal error; the page only sees the card go */
export function serveConnection(
  socket: WebSocket,
  reader: Reader,
  failed: (error: unknown) => void,
): void {
  const send = (event: ReaderEvent) => socket.send(toPage(event))
  const disconnect = reader.connect(send, () =>
    socket.close(closeCode.replaced, 'another page connected'),
  )
  if (reader.atr !== undefined) send({ type: 'card-present', atr: reader.atr })

  const answer = async (data: Uint8Array, isBinary: boolean): Promise<void> => {
    if (isBinary) {
      const response = await reader.transmit(data)
      if (response === undefined) send({ type: 'card-removed' })
      else socket.send(response)
      return
    }
    if (parse(new TextDecoder().decode(data)) === undefined) {
      socket.close(closeCode.malformed, 'not a message of this protocol')
      return
    }
    const atr = await reader.reset()
    send(atr === undefined ? { type: 'card-removed' } : { type: 'card-present', atr })
  }

  let last: Promise<void> = Promise.resolve()
  socket.on('message', (data, isBinary) => {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)
    last = last.then(() => answer(bytes, isBinary)).catch(failed)
  })
  socket.on('close', disconnect)
}
