/** Phones held to the readers of places (1-B③, 1-B④): a page, by a WebSocket of the same seat, and a robot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectReader, memoryTransport, openCard, presentCard, VirtualCard } from '@kazashi/card'
import {
  createLogger,
  LocalWebSocket,
  localFetch,
  type Origins,
  originsFor,
  type Party,
} from '@kazashi/serve'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { emptySecureElement } from '../../../packages/card/layout.ts'
import { createBox } from '../index.ts'
import { readerView } from '../views.ts'
import { smallCounter, smallStaff } from './small-counter.ts'

let origins: Origins
let folder: string
let box: Party
const closing: (() => void)[] = []

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

beforeAll(async () => {
  origins = originsFor(await freePort())
  folder = mkdtempSync(join(tmpdir(), 'kazashi-held-'))
  const counter = await smallCounter()
  const staff = smallStaff(counter)
  const logger = createLogger('silent')
  box = await createBox({ origins, dataFolder: folder, counter, staff, logger })
  await box.listen({ host: '127.0.0.1', port: Number(new URL(origins.box).port) })
  // As the pages of the app and of programs connect.
  vi.stubGlobal(
    'WebSocket',
    class extends LocalWebSocket {
      constructor(url: string | URL) {
        super(url, String(url).includes('/places/') ? { origin: origins.app } : {})
        this.on('error', () => undefined) // a page hears of it by the closing
      }
    },
  )
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await box?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(method: string, path: string, body?: object, seat?: string) {
  const answer = await localFetch(`${origins.box}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(seat !== undefined && { authorization: `Bearer ${seat}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
const newSeat = async () =>
  z.object({ token: z.string() }).parse((await ask('POST', '/seats')).body).token
const reader = async (wish: object, seat: string) =>
  readerView.parse((await ask('POST', '/readers', wish, seat)).body)
const places = async (phone: { id: string; token: string }) =>
  (await ask('GET', `/readers/${phone.id}/places?token=${phone.token}`)).body
const placeUrl = (phone: { id: string; token: string }, place: string) =>
  `${origins.box.replace('http', 'ws')}/readers/${phone.id}/places/${place}?token=${phone.token}`

const element = () =>
  memoryTransport(
    new VirtualCard(emptySecureElement('android'), (length) => new Uint8Array(length)),
  )

async function kioskAndPhone() {
  const seat = await newSeat()
  const phone = await reader({ phone: 'android' }, seat)
  const kiosk = await reader({ place: 'kiosk' }, seat)
  const terminal = await connectReader(kiosk.url)
  closing.push(() => terminal.close())
  return { seat, phone, kiosk, terminal }
}

test('1-B③ a phone finds the places of its own seat whose page is open, and answers there as a card does', async () => {
  const { seat, phone, kiosk, terminal } = await kioskAndPhone()
  expect(await reader({ place: 'kiosk' }, seat)).toEqual(kiosk)
  await reader({ place: 'clinic' }, seat)
  expect(await places(phone)).toEqual([{ id: kiosk.id, place: 'kiosk' }])
  const { over, close } = await presentCard(placeUrl(phone, kiosk.id), element())
  const transport = await terminal.waitForCard()
  const client = openCard(transport)
  expect((await client.token()).carrier).toBe('android')
  await transport.reset()
  expect((await client.token()).carrier).toBe('android')
  const log = await localFetch(kiosk.log)
  const chunk = await log.body?.getReader().read()
  expect(new TextDecoder().decode(chunk?.value)).toContain('log')
  close()
  expect(await over).toBe('taken')
  await vi.waitFor(() => expect(terminal.cardPresent).toBe(false))
  await expect(transport.transmit(Uint8Array.of(0, 0xa4, 0, 0))).rejects.toMatchObject({
    code: 'CARD_AWAY',
  })
})

test('1-B③ whatever lies there next takes the place of what lay there before', async () => {
  const { seat, phone, kiosk, terminal } = await kioskAndPhone()
  const first = await presentCard(placeUrl(phone, kiosk.id), element())
  await terminal.waitForCard()
  const other = await reader({ phone: 'iphone' }, seat)
  const second = await presentCard(placeUrl(other, kiosk.id), element())
  expect(await first.over).toBe('lost')
  await terminal.waitForCard()
  second.close()
  expect(await second.over).toBe('taken')
})

test('1-C② PAIRING_REFUSED READER_UNKNOWN a phone reaches no place of another seat, and no other phone; a place holds itself nowhere', async () => {
  const { phone, kiosk } = await kioskAndPhone()
  const stranger = await kioskAndPhone()
  const refused = { code: 'READER_UNAVAILABLE' }
  await expect(presentCard(placeUrl(phone, stranger.kiosk.id), element())).rejects.toMatchObject(
    refused,
  )
  await expect(presentCard(placeUrl(phone, phone.id), element())).rejects.toMatchObject(refused)
  await expect(presentCard(placeUrl(kiosk, kiosk.id), element())).rejects.toMatchObject(refused)
  const wrong = { id: phone.id, token: stranger.phone.token }
  expect(await places(wrong)).toMatchObject({ code: 'PAIRING_REFUSED' })
  expect(await places(kiosk)).toMatchObject({ code: 'PAIRING_REFUSED' })
  const both = await ask('POST', '/readers', { phone: 'android', place: 'kiosk' })
  expect([both.status, both.body.code]).toEqual([400, 'REQUEST_INVALID'])
})

test.each([
  ['no message of the protocol', 'hello'],
  ['a response that nobody asked for', Uint8Array.of(0x90, 0)],
  ['an ATR that is none', '{"type":"card-present","atr":"xyz"}'],
])('RFC 6455 §7.4 a phone that says %s is not there any more', async (_, message) => {
  const { phone, kiosk, terminal } = await kioskAndPhone()
  const socket = new LocalWebSocket(placeUrl(phone, kiosk.id), { origin: origins.app })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(message)
  expect(await closed).toBe(4002)
  expect(terminal.cardPresent).toBe(false)
})

test('3-C④ an iPhone learns whose practice persons can stand before its camera: those of its own seat, and of them what their photo follows from', async () => {
  const seat = await newSeat()
  const phone = await reader({ phone: 'iphone' }, seat)
  const ours = await ask('POST', '/cards', { seed: 41 }, seat)
  const { name, birthDate, sex } = ours.body.face
  const people = (of: { id: string; token: string }) =>
    ask('GET', `/readers/${of.id}/people?token=${of.token}`)
  expect((await people(phone)).body).toEqual([{ name, birthDate, sex }])
  expect((await people({ ...phone, token: '0'.repeat(32) })).body).toMatchObject({
    code: 'PAIRING_REFUSED',
  })
})
