import { once } from 'node:events'
import { createServer } from 'node:http'
import { hex } from '@kazashi/octets'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws'
import { bytes, hexOf, syntheticContents } from '../testing/synthetic-card.ts'
import { VirtualCard } from '../virtual-card.ts'
import { memoryTransport } from './memory.ts'
import { presentCard } from './present.ts'

const selectJpki = '00a4040c0ad392f000260100000001'
const selectPin = '00a4020c020018'

/** A reader: says commands, and hears what comes. */
async function reader() {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate()
    http.close()
  })
  const address = http.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  const heard: (string | Uint8Array)[] = []
  const wakes: (() => void)[] = []
  const connected = new Promise<ServerSocket>((resolve) => {
    sockets.on('connection', (socket) => {
      socket.on('message', (data, isBinary) => {
        const buffer = data instanceof Buffer ? data : Buffer.alloc(0)
        heard.push(isBinary ? new Uint8Array(buffer) : buffer.toString())
        for (const wake of wakes.splice(0)) wake()
      })
      resolve(socket)
    })
  })
  const next = async () => {
    while (heard.length === 0) await new Promise<void>((wake) => wakes.push(wake))
    return heard.shift() ?? ''
  }
  const ask = async (command: string) => {
    const socket = await connected
    socket.send(bytes(command))
    const response = await next()
    return typeof response === 'string' ? response : hexOf(response)
  }
  return { url, connected, next, ask }
}

const held = () =>
  memoryTransport(new VirtualCard(syntheticContents(), (length) => new Uint8Array(length)))

test('ISO/IEC 7816-4 §5 a phone at a reader says its ATR, answers commands, and is as new after a reset', async () => {
  const { url, connected, next, ask } = await reader()
  const transport = held()
  const there = JSON.stringify({ type: 'card-present', atr: hex.encode(transport.atr) })
  const { over, close } = await presentCard(url, transport)
  expect(await next()).toBe(there)
  expect(await ask(selectJpki)).toBe('9000')
  expect(await ask(selectPin)).toBe('9000')
  const socket = await connected
  socket.send(JSON.stringify({ type: 'reset' }))
  expect(await next()).toBe(there)
  expect(await ask(selectPin)).not.toBe('9000')
  close()
  expect(await over).toBe('taken')
  await expect(transport.transmit(bytes(selectJpki))).rejects.toMatchObject({ code: 'CARD_AWAY' })
})

test('ISO/IEC 7816-4 §5 a reader that goes, and a phone that cannot answer, end it', async () => {
  const one = await reader()
  const { over } = await presentCard(one.url, held())
  const socket = await one.connected
  socket.terminate()
  expect(await over).toBe('lost')
  const other = await reader()
  const transport = held()
  const second = await presentCard(other.url, transport)
  await other.next()
  await transport.close()
  const asked = await other.connected
  asked.send(bytes(selectJpki))
  expect(await second.over).toBe('lost')
})

test('RFC 6455 §4.1 READER_UNAVAILABLE where nothing answers', async () => {
  await expect(presentCard('ws://127.0.0.1:9/', held())).rejects.toMatchObject({
    code: 'READER_UNAVAILABLE',
  })
})
