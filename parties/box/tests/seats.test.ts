/** Seats: what one browser has at the desk, no other sees, nor touches. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originsFor, type Party } from '@kazashi/serve'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { createBox } from '../index.ts'
import type { Counter } from '../issue-card.ts'
import { seedIn } from '../presets.ts'
import { openSeats } from '../seats.ts'
import { cardView, newSeatView, readerView } from '../views.ts'
import { smallCounter, smallStaff } from './small-counter.ts'

const origins = originsFor(8080)
let counter: Counter
let folder: string
let box: Party

beforeAll(async () => {
  counter = await smallCounter()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kazashi-seats-'))
  box = await createBox({ origins, dataFolder: folder, counter, staff: smallStaff(counter) })
})
afterEach(async () => {
  await box.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { seat, payload }: { seat?: string; payload?: object } = {},
) {
  const answer = await box.inject({
    method,
    url: `${origins.box}${path}`,
    headers: { origin: origins.desk, ...(seat && { authorization: `Bearer ${seat}` }) },
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}
const takeSeat = async () => newSeatView.parse((await ask('POST', '/seats')).body).token
const cards = async (seat?: string) => (await ask('GET', '/cards', seat ? { seat } : {})).body
const newCard = async (seat: string, seed: number) =>
  cardView.parse((await ask('POST', '/cards', { seat, payload: { seed } })).body)
const newReader = async (seat: string, phone?: string) =>
  readerView.parse((await ask('POST', '/readers', { seat, payload: { phone } })).body)
const put = (seat: string, reader: { id: string }, cardId: string, from = 'table') =>
  ask('PUT', `/readers/${reader.id}/card`, { seat, payload: { cardId, from } })

test('2-A cards and papers are seen by their own seat alone, also after a restart; programs share one', async () => {
  const [one, other] = [await takeSeat(), await takeSeat()]
  const mine = await newCard(one, 1)
  const common = cardView.parse((await ask('POST', '/cards', { payload: { seed: 2 } })).body)
  expect(await cards(one)).toEqual([mine])
  expect(await cards(other)).toEqual([])
  expect(await cards()).toEqual([common])
  await box.close()
  box = await createBox({ origins, dataFolder: folder, counter, staff: smallStaff(counter) })
  expect(await cards(one)).toEqual([mine])
  expect(await cards(other)).toEqual([])
})

test('5-A2 the same seed means another person in each seat, and always the same one in its own', async () => {
  const [one, other] = [await takeSeat(), await takeSeat()]
  const faces = [
    (await newCard(one, 7)).face,
    (await newCard(other, 7)).face,
    cardView.parse((await ask('POST', '/cards', { payload: { seed: 7 } })).body).face,
  ]
  expect(new Set(faces.map(({ name, birthDate }) => `${name} ${birthDate}`)).size).toBe(3)
  expect((await newCard(one, 7)).face).toEqual(faces[0])
})

/** A box whose counter hands a card out only when it is told to. */
async function slowBox() {
  await box.close()
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const slow: Counter = {
    ...counter,
    handOut: async (request) => {
      begun.resolve()
      await goOn.promise
      return counter.handOut(request)
    },
  }
  box = await createBox({ origins, dataFolder: folder, counter: slow, staff: smallStaff(counter) })
  return { begun, goOn }
}

test('5-A2 PERSON_OF_ANOTHER_SEAT a person who sits at one seat is given to no other, not even while their card is being made', async () => {
  const { begun, goOn } = await slowBox()
  const { id, token } = newSeatView.parse((await ask('POST', '/seats')).body)
  // The common seat takes a seed as it is.
  const others = () => ask('POST', '/cards', { payload: { seed: seedIn(id, 7) } })
  const taken = { status: 409, body: { code: 'PERSON_OF_ANOTHER_SEAT' } }
  const mine = ask('POST', '/cards', { seat: token, payload: { seed: 7 } })
  await begun.promise
  expect(await others()).toMatchObject(taken)
  goOn.resolve()
  expect((await mine).status).toBe(201)
  expect(await others()).toMatchObject(taken)
  await ask('DELETE', '/seat', { seat: token })
  expect((await others()).status).toBe(201)
})

test('2-C a card or a reader of another seat is unknown, whoever has its number', async () => {
  const [one, other] = [await takeSeat(), await takeSeat()]
  const [card, reader, theirs] = [
    await newCard(one, 1),
    await newReader(one),
    await newReader(other),
  ]
  const unknownCard = await put(other, theirs, card.id)
  expect(unknownCard).toMatchObject({ status: 404, body: { code: 'CARD_UNKNOWN' } })
  const unknown = { status: 404, body: { code: 'READER_UNKNOWN' } }
  expect(await put(one, theirs, card.id)).toMatchObject(unknown)
  expect((await put(one, reader, card.id)).status).toBe(200)
  const path = `/readers/${reader.id}/card`
  expect(await ask('DELETE', path, { seat: other })).toMatchObject(unknown)
  expect(await ask('DELETE', path)).toMatchObject(unknown)
  expect((await ask('GET', '/readers', { seat: other })).body).toEqual([theirs])
})

test('2-C⑦ two pages of one seat cannot hold the same card at once, and the second is told in words', async () => {
  const seat = await takeSeat()
  const card = await newCard(seat, 1)
  const [first, second] = [await newReader(seat, 'android'), await newReader(seat, 'iphone')]
  expect((await put(seat, first, card.id)).status).toBe(200)
  const held = { status: 409, body: { code: 'CARD_HELD' } }
  expect(await put(seat, second, card.id)).toMatchObject(held)
  expect(await put(seat, first, card.id)).toMatchObject(held)
  const { title } = (await put(seat, second, card.id)).body
  expect(title).toContain('別のスマホか別の画面で当てています')
  await ask('DELETE', `/readers/${first.id}/card`, { seat })
  expect((await put(seat, second, card.id)).status).toBe(200)
  // A program moves it as it likes.
  expect((await put(seat, first, card.id, 'anywhere')).status).toBe(200)
  const [one, two] = (await ask('GET', '/readers', { seat })).body
  expect([one.cardId, two.cardId]).toEqual([card.id, null])
})

test('2-C a page that is loaded again finds the reader of its phone, with the card on it', async () => {
  const [seat, other] = [await takeSeat(), await takeSeat()]
  const card = await newCard(seat, 1)
  const reader = await newReader(seat, 'android')
  await put(seat, reader, card.id)
  expect(await newReader(seat, 'android')).toEqual({ ...reader, cardId: card.id })
  expect((await newReader(seat, 'iphone')).id).not.toBe(reader.id)
  expect((await newReader(other, 'android')).id).not.toBe(reader.id)
})

test('RFC 6750 §3.1 a log is for the page that has the reader’s token', async () => {
  const reader = await newReader(await takeSeat())
  const log = `/readers/${reader.id}/log?token=${'0'.repeat(32)}`
  expect(await ask('GET', log)).toMatchObject({ status: 403, body: { code: 'PAIRING_REFUSED' } })
})

test('RFC 6750 §3.1 a token that no seat has is refused, and the common seat is none', async () => {
  expect(await ask('GET', '/cards', { seat: 'nobody' })).toMatchObject({
    status: 401,
    body: { code: 'SEAT_UNKNOWN' },
  })
  expect(await ask('GET', '/seat')).toMatchObject({ status: 401, body: { code: 'SEAT_UNKNOWN' } })
  expect((await ask('GET', '/seat', { seat: await takeSeat() })).status).toBe(200)
})

test('2-A a seat that starts everything over leaves nothing behind, and the others keep what they have', async () => {
  const [one, other] = [await takeSeat(), await takeSeat()]
  const [mine, theirs] = [await newCard(one, 1), await newCard(other, 2)]
  await put(one, await newReader(one, 'android'), mine.id)
  expect((await ask('DELETE', '/seat', { seat: one })).status).toBe(204)
  expect((await ask('GET', '/cards', { seat: one })).status).toBe(401)
  expect(readdirSync(folder).filter((name) => name.startsWith(mine.id))).toEqual([])
  expect(await cards(other)).toEqual([theirs])
})

test('2-A SEAT_UNKNOWN a card that was being made when its seat started over is refused, and its person is free', async () => {
  const { begun, goOn } = await slowBox()
  const { id, token } = newSeatView.parse((await ask('POST', '/seats')).body)
  const late = ask('POST', '/cards', { seat: token, payload: { seed: 7 } })
  await begun.promise
  expect((await ask('DELETE', '/seat', { seat: token })).status).toBe(204)
  goOn.resolve()
  expect(await late).toMatchObject({ status: 401, body: { code: 'SEAT_UNKNOWN' } })
  expect(readdirSync(folder).filter((name) => /card|note/.test(name))).toEqual([])
  expect((await ask('POST', '/cards', { payload: { seed: seedIn(id, 7) } })).status).toBe(201)
})

test('2-A cards whose seat is gone are gone at the next start', async () => {
  const { id, token } = newSeatView.parse((await ask('POST', '/seats')).body)
  await newCard(token, 1)
  await box.close()
  rmSync(join(folder, `${id}.seat.json`))
  box = await createBox({ origins, dataFolder: folder, counter, staff: smallStaff(counter) })
  expect(readdirSync(folder).filter((name) => /card|note/.test(name))).toEqual([])
})

test('2-A where all seats are taken an empty one makes room, and a seat with cards does not', async () => {
  const used = new Set<string | undefined>()
  const options = {
    isEmpty: ({ id }: { id: string | undefined }) => !used.has(id),
    now: () => new Date(),
    limit: 2,
  }
  const seats = await openSeats(folder, options)
  const [first, second] = [await seats.add(), await seats.add()]
  used.add(first.seat.id)
  const third = await seats.add()
  expect(await codeOf(async () => seats.of(`Bearer ${second.token}`))).toBe('SEAT_UNKNOWN')
  expect(seats.of(`Bearer ${first.token}`).id).toBe(first.seat.id)
  used.add(third.seat.id)
  expect(await codeOf(() => seats.add())).toBe('SEATS_FULL')
})
