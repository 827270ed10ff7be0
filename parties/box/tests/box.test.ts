/** The card box over HTTP and WebSocket, as the desk and the app use it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createLogger,
  LocalWebSocket,
  localFetch,
  type Origins,
  originsFor,
  type Party,
} from '@kazashi/serve'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createBox } from '../index.ts'
import type { Counter } from '../issue-card.ts'
import { cardView, readerView } from '../views.ts'
import { smallCounter, smallStaff } from './small-counter.ts'

let counter: Counter
let origins: Origins
let folder: string
let box: Party
const sockets: LocalWebSocket[] = []
/** Of the box's log. */
const lines: string[] = []

beforeAll(async () => {
  counter = await smallCounter()
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

async function open(): Promise<void> {
  const logger = createLogger('warn', { write: (line) => void lines.push(line) })
  const staff = smallStaff(counter)
  box = await createBox({ origins, dataFolder: folder, counter, staff, logger })
  await box.listen({ host: '127.0.0.1', port: Number(new URL(origins.box).port) })
}

beforeEach(async () => {
  origins = originsFor(await freePort())
  folder = mkdtempSync(join(tmpdir(), 'kazashi-box-'))
  lines.length = 0
  await open()
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await box.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(
  method: string,
  path: string,
  body?: object,
  { origin = origins.desk, seat = '' } = {},
) {
  const answer = await localFetch(`${origins.box}${path}`, {
    method,
    headers: {
      origin,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(seat !== '' && { authorization: `Bearer ${seat}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
const newCard = async () => cardView.parse((await ask('POST', '/cards', { seed: 1 })).body)
const newReader = async () => readerView.parse((await ask('POST', '/readers', {})).body)

type Message = string | Uint8Array

interface Page {
  readonly socket: LocalWebSocket
  /** The next message, waiting for it. */
  next(): Promise<Message>
  send(hex: string): Promise<string>
  readonly closed: Promise<number>
}

/** @throws {Error} 'refused STATUS' when the WebSocket is refused */
async function connect(url: string, origin = origins.app): Promise<Page> {
  const socket = new LocalWebSocket(url, { origin })
  sockets.push(socket)
  const arrived: Message[] = []
  const waiting: ((message: Message) => void)[] = []
  socket.on('message', (data, isBinary) => {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(new Uint8Array(data))
    const message = isBinary ? new Uint8Array(bytes) : bytes.toString('utf8')
    const waiter = waiting.shift()
    if (waiter) waiter(message)
    else arrived.push(message)
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('unexpected-response', (_, response) =>
      reject(new Error(`refused ${response.statusCode}`)),
    )
    socket.once('error', reject)
  })
  const next = () => {
    const message = arrived.shift()
    return message !== undefined
      ? Promise.resolve(message)
      : new Promise<Message>((resolve) => waiting.push(resolve))
  }
  return {
    socket,
    next,
    closed,
    async send(hex) {
      socket.send(Buffer.from(hex, 'hex'))
      const message = await next()
      return typeof message === 'string'
        ? message
        : Buffer.from(message).toString('hex').toUpperCase()
    },
  }
}

const selectJpki = '00A4040C0AD392F000260100000001'
const selectPassword = '00A402 0C02001B'.replace(' ', '')
const triesLeft = '00200080'
const wrong = `0020008006${Buffer.from('XXXXX1').toString('hex')}`
const present = '{"type":"card-present","atr":"3b888001000041e0b381a1003b"}'
const removed = '{"type":"card-removed"}'

async function cardOnReader() {
  const [card, reader] = [await newCard(), await newReader()]
  const page = await connect(reader.url)
  await ask('PUT', `/readers/${reader.id}/card`, { cardId: card.id })
  expect(await page.next()).toBe(present)
  return { card, reader, page }
}

describe('the card box', () => {
  test('2-A a new card has a face, and a slip with its four secrets', async () => {
    const card = await newCard()
    expect(card.face).toMatchObject({ cardExpiry: '2036-01-01' })
    expect(card.slip.signingPassword).toMatch(/^(?=.*[A-Z])(?=.*\d)[A-Z\d]{6,16}$/)
    const pins = [card.slip.authenticationPin, card.slip.residentRegisterPin, card.slip.cardDataPin]
    for (const pin of pins) expect(pin).toMatch(/^\d{4}$/)
    expect(new Set(pins).size).toBe(3)
    expect((await ask('GET', '/cards')).body).toEqual([card])
  })

  test('2-A a child’s card has no signing certificate to try: a card without a seed is for an adult', async () => {
    const card = cardView.parse((await ask('POST', '/cards', {})).body)
    expect(card.face.birthDate < '2008-11-24').toBe(true)
  })

  test('2-C a card held to the reader of a paired page answers its APDUs, and a card taken away does not', async () => {
    const { card, reader, page } = await cardOnReader()
    expect(await page.send(selectJpki)).toBe('9000')
    expect(await page.send(selectPassword)).toBe('9000')
    const right = Buffer.from(card.slip.signingPassword).toString('hex')
    expect(await page.send(`00200080${'08'}${right}`)).toBe('9000')
    await ask('DELETE', `/readers/${reader.id}/card`)
    expect(await page.next()).toBe(removed)
    expect(await page.send(selectJpki)).toBe(removed)
    await ask('PUT', `/readers/${reader.id}/card`, { cardId: card.id })
    expect(await page.next()).toBe(present)
    expect(await page.send('00B0000000')).toBe('6986') // a card held again remembers nothing
  })

  test('ISO 7816-3 §6.2 a reset is answered by the ATR and loses the applet', async () => {
    const { page } = await cardOnReader()
    await page.send(selectJpki)
    page.socket.send('{"type":"reset"}')
    expect(await page.next()).toBe(present)
    expect(await page.send(selectPassword)).toBe('6A82')
  })

  test('ISO 7816-4 §7.5.6 tries are stored before the answer: moving the card or restarting the box brings none back', async () => {
    const { card, reader, page } = await cardOnReader()
    const counterOn = async (at: Page) => {
      await at.send(selectJpki)
      await at.send(selectPassword)
      return at.send(triesLeft)
    }
    expect(await counterOn(page)).toBe('63C5')
    page.socket.send(Buffer.from(wrong, 'hex'))
    const second = await newReader()
    await ask('PUT', `/readers/${second.id}/card`, { cardId: card.id }) // while the answer is under way
    const elsewhere = await connect(second.url)
    expect(await elsewhere.next()).toBe(present)
    expect(await counterOn(elsewhere)).toBe('63C4')
    expect(await elsewhere.send(wrong)).toBe('63C3')
    await box.close()
    await open()
    expect((await ask('GET', '/cards')).body).toEqual([card])
    const third = await newReader()
    await ask('PUT', `/readers/${third.id}/card`, { cardId: card.id })
    const later = await connect(third.url)
    await later.next()
    expect(await counterOn(later)).toBe('63C3')
    expect((await ask('PUT', `/readers/${reader.id}/card`, { cardId: card.id })).status).toBe(404)
  })

  test('RFC 6455 §10.2 a reader is for the page of the app that has its token, and for one at a time', async () => {
    const reader = await newReader()
    const other = await newReader()
    const withToken = (token: string) => reader.url.replace(reader.token, token)
    await expect(connect(reader.url, 'https://evil.example')).rejects.toThrow('refused 403')
    await expect(connect(reader.url, origins.desk)).rejects.toThrow('refused 403')
    await expect(connect(withToken(other.token))).rejects.toThrow('refused 403')
    await expect(connect(withToken(''))).rejects.toThrow('refused 403')
    const first = await connect(reader.url)
    const second = await connect(reader.url)
    expect(await first.closed).toBe(4001)
    const card = await newCard()
    await ask('PUT', `/readers/${reader.id}/card`, { cardId: card.id })
    expect(await second.next()).toBe(present)
  })

  test('RFC 6454 §5 only the desk, or a program without a page, makes cards and moves them', async () => {
    for (const origin of [origins.app, 'https://evil.example']) {
      expect((await ask('POST', '/cards', { seed: 2 }, { origin })).status).toBe(403)
      expect((await ask('POST', '/readers', {}, { origin })).status).toBe(403)
    }
    expect((await ask('GET', '/cards')).body).toEqual([])
    const program = await localFetch(`${origins.box}/readers`, { method: 'POST' })
    expect(program.status).toBe(201)
  })

  test('2-C the log shows each exchange with the secret masked, also to a watcher that connects later', async () => {
    const { card, reader, page } = await cardOnReader()
    await page.send(selectJpki)
    await page.send(selectPassword)
    const right = Buffer.from(card.slip.signingPassword).toString('hex').toUpperCase()
    await page.send(`0020008008${right}`)
    const stop = new AbortController()
    const stream = await localFetch(reader.log, {
      headers: { origin: origins.desk },
      signal: stop.signal,
    })
    expect(stream.headers.get('access-control-allow-origin')).toBe(origins.desk)
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.includes('0020008008')) break
    }
    stop.abort()
    const entries = text.split('\n').filter((line) => line.startsWith('data: '))
    const types = entries.map(
      (line) => z.object({ type: z.string() }).parse(JSON.parse(line.slice(6))).type,
    )
    expect(types).toEqual(['connected', 'card-present', 'exchange', 'exchange', 'exchange'])
    expect(text).toContain(`"command":"0020008008${'**'.repeat(8)}","response":"9000"`)
    expect(text).not.toContain(right)
  })

  test('2-A a card is kept sealed: neither its secrets nor its name can be read in the folder', async () => {
    const card = await newCard()
    const files = readdirSync(folder).filter((name) => name.startsWith(card.id))
    expect(files.length).toBe(2)
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8')
      const secrets = [...Object.values(card.slip), card.face.name]
      const found = secrets.filter((secret) => text.includes(secret) && secret.length > 4)
      expect(found).toEqual([])
    }
  })

  test('RFC 9457 §3 a missing resource is refused with a code', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const reader = await newReader()
    const unknown = await ask('PUT', `/readers/${reader.id}/card`, { cardId: nobody })
    expect(unknown).toMatchObject({ status: 404, body: { code: 'CARD_UNKNOWN' } })
    expect(await ask('DELETE', `/readers/${nobody}/card`)).toMatchObject({
      status: 404,
      body: { code: 'READER_UNKNOWN' },
    })
    const plain = await localFetch(reader.url.replace(/^ws/, 'http'), {
      headers: { origin: origins.app },
    })
    expect(plain.status).toBe(426)
  })

  test('RFC 6455 §7.4 a text that is no message of the protocol ends the connection', async () => {
    const { page } = await cardOnReader()
    page.socket.send('{"type":"open"}')
    expect(await page.closed).toBe(4002)
  })

  test('RFC 6455 §7.4.1 FRAME_REFUSED a frame that is too large, or none, ends the connection, and the log has one line of it', async () => {
    const { page } = await cardOnReader()
    page.socket.send(Buffer.alloc(70_001))
    expect(await page.closed).toBe(1009)
    const reader = await newReader()
    const other = await connect(reader.url)
    const notUtf8 = Buffer.from([0xff])
    other.socket.send(notUtf8, { binary: false })
    expect(await other.closed).toBe(1007)
    const told = lines.map((line) => JSON.parse(line))
    expect(told).toMatchObject([
      { level: 40, code: 'FRAME_REFUSED', detail: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' },
      { level: 40, code: 'FRAME_REFUSED', detail: 'WS_ERR_INVALID_UTF8' },
    ])
    expect(lines.join('')).not.toMatch(/stack|token/)
  })
})

test('PHONES_FULL as many robot phones as a box is to hold, and no more; what was refused leaves no card', async () => {
  const other = mkdtempSync(join(tmpdir(), 'kazashi-box-'))
  const full = await createBox({
    origins,
    dataFolder: other,
    counter,
    staff: smallStaff(counter),
    robots: 0,
  })
  try {
    const url = (path: string) => `${origins.box}${path}`
    const body = { name: 'hanako' }
    const answer = await full.inject({ method: 'POST', url: url('/phones'), payload: body })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'PHONES_FULL'])
    expect((await full.inject({ url: url('/cards') })).json()).toEqual([])
    expect((await full.inject({ url: url('/phones') })).json()).toEqual([])
  } finally {
    await full.close()
    rmSync(other, { recursive: true, force: true })
  }
})
