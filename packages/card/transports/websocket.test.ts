import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws'
import { openCard } from '../reader/client.ts'
import { bytes, hexOf, syntheticContents } from '../testing/synthetic-card.ts'
import { VirtualCard } from '../virtual-card.ts'
import { connectReader } from './websocket.ts'

const selectJpki = bytes('00a4040c0ad392f000260100000001')

/** A card box of one reader: the protocol, and no more. */
async function box() {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate()
    http.close()
  })
  const address = http.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/readers/1/connection?token=t`
  let card: VirtualCard | undefined
  let mute = false
  let socket: ServerSocket | undefined
  const say = (message: object): void => socket?.send(JSON.stringify(message))
  const present = (): void => {
    if (card !== undefined) say({ type: 'card-present', atr: hexOf(card.atr) })
  }
  sockets.on('connection', (connected) => {
    socket = connected
    present()
    connected.on('message', (data, isBinary) => {
      if (mute) return
      if (card === undefined) say({ type: 'card-removed' })
      else if (isBinary && data instanceof Buffer) connected.send(card.process(data).response)
      else {
        card.reset()
        present()
      }
    })
  })
  return {
    url,
    insert: (next: VirtualCard) => {
      card = next
      next.reset()
      present()
    },
    remove: () => {
      card = undefined
      say({ type: 'card-removed' })
    },
    /** The card is there, but its answer never comes. */
    silence: () => {
      mute = true
    },
    send: (data: string | Uint8Array) => socket?.send(data),
    hangUp: () => socket?.terminate(),
  }
}

const card = (): VirtualCard =>
  new VirtualCard(syntheticContents(), (length) => new Uint8Array(length))

test('RFC 6455 a card that is there, one that comes, and the client above both', async () => {
  const { url, insert, remove } = await box()
  const reader = await connectReader(url)
  const changes: boolean[] = []
  const stop = reader.onChange((present) => changes.push(present))
  expect(reader.cardPresent).toBe(false)
  const coming = reader.waitForCard()
  insert(card())
  const transport = await coming
  expect(hexOf(transport.atr)).toBe(hexOf(card().atr))
  expect(await openCard(transport).readExpiry()).toBe('2035-02-03')
  expect((await reader.waitForCard()).atr).toEqual(transport.atr)
  const gone = new Promise((resolve) => reader.onChange(resolve))
  remove()
  expect(await gone).toBe(false)
  expect(changes).toEqual([true, false])
  stop()
  const back = reader.waitForCard()
  insert(card())
  await back
  expect(changes).toHaveLength(2)
  reader.close()
})

test('RFC 6455 a reset keeps the card and takes its security status', async () => {
  const { url, insert } = await box()
  insert(card())
  const reader = await connectReader(url)
  const transport = await reader.waitForCard()
  await transport.transmit(selectJpki)
  const changes: boolean[] = []
  reader.onChange((present) => changes.push(present))
  await transport.reset()
  const answer = hexOf(await transport.transmit(bytes('00a4020c020018')))
  expect(answer).not.toBe('9000')
  expect(hexOf(await transport.transmit(selectJpki))).toBe('9000')
  expect(changes).toEqual([])
})

test('ISO/IEC 14443-4 §7.5 a card taken away in the middle is CARD_AWAY, and the next one is another', async () => {
  const { url, insert, remove, silence } = await box()
  insert(card())
  const reader = await connectReader(url)
  const transport = await reader.waitForCard()
  silence()
  const pending = transport.transmit(selectJpki)
  const queued = transport.transmit(selectJpki)
  const away = [
    expect(pending).rejects.toMatchObject({ code: 'CARD_AWAY' }),
    expect(queued).rejects.toMatchObject({ code: 'CARD_AWAY' }),
  ]
  remove()
  await Promise.all(away)
  insert(card())
  await reader.waitForCard()
  await expect(transport.transmit(selectJpki)).rejects.toMatchObject({ code: 'CARD_AWAY' })
})

test('ISO/IEC 14443-4 §7.5 a card put where one was makes the first one’s command CARD_AWAY', async () => {
  const { url, insert, silence } = await box()
  insert(card())
  const reader = await connectReader(url)
  const transport = await reader.waitForCard()
  silence()
  const pending = expect(transport.transmit(selectJpki)).rejects.toMatchObject({
    code: 'CARD_AWAY',
  })
  insert(card())
  await pending
})

test('RFC 6455 §7 a connection that ends, is refused or speaks something else', async () => {
  const { url, insert, silence, hangUp, send } = await box()
  insert(card())
  const reader = await connectReader(url)
  const transport = await reader.waitForCard()
  silence()
  const pending = expect(transport.transmit(selectJpki)).rejects.toMatchObject({
    code: 'CARD_AWAY',
  })
  hangUp()
  await pending
  await expect(reader.waitForCard()).rejects.toMatchObject({ code: 'READER_UNAVAILABLE' })
  await expect(connectReader('ws://127.0.0.1:1/')).rejects.toMatchObject({
    code: 'READER_UNAVAILABLE',
  })
  for (const nonsense of ['nonsense', '{"type":"card-present","atr":"3"}', bytes('9000')]) {
    const other = await connectReader(url)
    await other.waitForCard()
    const closed = new Promise<boolean>((resolve) => other.onChange(resolve))
    send(nonsense)
    expect(await closed).toBe(false)
  }
})

test('RFC 6455 waiting for a card, and for a box, can be given up', async () => {
  const { url } = await box()
  const reader = await connectReader(url)
  const stop = new AbortController()
  const waiting = reader.waitForCard(stop.signal)
  const reason = new Error('enough')
  stop.abort(reason)
  await expect(waiting).rejects.toBe(reason)
  await expect(connectReader(url, { signal: stop.signal })).rejects.toBe(reason)
})
