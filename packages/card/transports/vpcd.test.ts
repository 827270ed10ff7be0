import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { bytes, hexOf, syntheticContents } from '../testing/synthetic-card.ts'
import { VirtualCard } from '../virtual-card.ts'
import { encodeMessage, messageReader, serveVpcd, type VpcdOptions } from './vpcd.ts'

const selectJpki = '00a4040c0ad392f000260100000001'
const selectPin = '00a4020c020018'
const wrongPin = '002000800430303030'
const counter = '00200080'

const card = (): VirtualCard =>
  new VirtualCard(syntheticContents(), (length) => new Uint8Array(length))

/** As much of vpcd as a card meets: it waits for a card, and speaks first. */
class FakeReader {
  readonly server: Server = createServer()
  readonly #sockets: Socket[] = []
  readonly #received: Uint8Array[] = []
  #wake: () => void = () => undefined

  static async listen(port = 0): Promise<FakeReader> {
    const reader = new FakeReader()
    reader.server.on('connection', (socket) => {
      const messages = messageReader()
      reader.#sockets.push(socket)
      socket.on('error', () => undefined)
      socket.on('data', (piece) => {
        reader.#received.push(...messages(piece))
        reader.#wake()
      })
    })
    reader.server.listen(port, '127.0.0.1')
    await once(reader.server, 'listening')
    onTestFinished(() => reader.close())
    return reader
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  get socket(): Socket {
    const socket = this.#sockets.at(-1)
    if (socket === undefined) throw new Error('no card yet')
    return socket
  }

  async card(): Promise<void> {
    await once(this.server, 'connection')
  }

  /** Sends messages in pieces of `size` octets and returns the next answer. */
  async ask(hex: string, size = 0x10000): Promise<string> {
    const message = encodeMessage(bytes(hex))
    for (let at = 0; at < message.length; at += size) {
      this.socket.write(message.subarray(at, at + size))
      await new Promise((resolve) => setImmediate(resolve))
    }
    return this.next()
  }

  tell(hex: string): void {
    this.socket.write(encodeMessage(bytes(hex)))
  }

  async next(): Promise<string> {
    for (;;) {
      const message = this.#received.shift()
      if (message !== undefined) return hexOf(message)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.server.close()
  }
}

function serve(held: VirtualCard, options: VpcdOptions) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  return { stop, served: serveVpcd(held, { ...options, signal: stop.signal }) }
}

test('vpcd: a message is found however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (bodies, cuts) => {
        const stream = Buffer.concat(bodies.map((body) => encodeMessage(body)))
        const read = messageReader()
        const found: Uint8Array[] = []
        for (let at = 0, i = 0; at < stream.length; i += 1) {
          const size = cuts[i % cuts.length] ?? 1
          found.push(...read(new Uint8Array(stream.subarray(at, at + size))))
          at += size
        }
        expect(found).toEqual(bodies)
      },
    ),
  )
})

test('vpcd: ATR, commands in pieces of one octet, and a reset that takes the security status', async () => {
  const reader = await FakeReader.listen()
  const held = card()
  const { stop, served } = serve(held, { port: reader.port })
  await reader.card()
  reader.tell('01')
  expect(await reader.ask('04')).toBe(hexOf(held.atr))
  expect(await reader.ask(selectJpki, 1)).toBe('9000')
  expect(await reader.ask(selectPin, 3)).toBe('9000')
  expect(await reader.ask(counter)).toBe('63c3')
  for (const control of ['02', '00', '01']) {
    await reader.ask(selectJpki)
    reader.tell(control)
    expect(await reader.ask(selectPin)).not.toBe('9000')
  }
  stop.abort()
  await served
})

test('vpcd: two commands in one piece are answered in order, each kept first', async () => {
  const reader = await FakeReader.listen()
  const kept: number[] = []
  const { stop, served } = serve(card(), {
    port: reader.port,
    persist: async () => void kept.push(1),
  })
  await reader.card()
  const all = [selectJpki, selectPin, wrongPin, wrongPin].map((hex) => encodeMessage(bytes(hex)))
  reader.socket.write(Buffer.concat(all))
  const answers = [
    await reader.next(),
    await reader.next(),
    await reader.next(),
    await reader.next(),
  ]
  expect(answers).toEqual(['9000', '9000', '63c2', '63c1'])
  expect(kept).toHaveLength(2)
  stop.abort()
  await served
})

test('vpcd: a reader that goes away is waited for, and the card comes back without its status', async () => {
  const first = await FakeReader.listen()
  const { port } = first
  const states: string[] = []
  const { stop, served } = serve(card(), { port, onState: (state) => states.push(state) })
  await first.card()
  await first.ask(selectJpki)
  first.close()
  const second = await FakeReader.listen(port)
  await second.card()
  expect(await second.ask(selectPin)).not.toBe('9000')
  expect(await second.ask(selectJpki)).toBe('9000')
  expect(states).toEqual(['in-reader', 'waiting', 'in-reader'])
  stop.abort()
  await served
})

test('vpcd: without reconnecting, no reader is an error and a reader gone is the end', async () => {
  const reader = await FakeReader.listen()
  const { served } = serve(card(), { port: reader.port, reconnect: false })
  await reader.card()
  await reader.ask(selectJpki)
  reader.close()
  await served
  await expect(serveVpcd(card(), { port: reader.port, reconnect: false })).rejects.toMatchObject({
    code: 'READER_UNAVAILABLE',
  })
})

test('vpcd: an answer that cannot be kept takes the card out of the reader', async () => {
  const reader = await FakeReader.listen()
  const full = new Error('disk full')
  const { served } = serve(card(), {
    port: reader.port,
    persist: () => Promise.reject(full),
  })
  const failed = expect(served).rejects.toBe(full)
  await reader.card()
  await reader.ask(selectJpki)
  await reader.ask(selectPin)
  reader.tell(wrongPin)
  await failed
})
