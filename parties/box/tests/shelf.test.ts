/** The shelf when two things happen at once: nothing is left behind, and nothing comes back. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptySecureElement } from '@kazashi/card'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { cardsLimit, openShelf, type Shelf } from '../shelf.ts'
import { noteOfNobody } from './nobodys-card.ts'

let folder: string
let shelf: Shelf
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kazashi-shelf-'))
  shelf = await openShelf(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const seat = { id: '5f0c3f0e-52d7-4c1a-9f53-0c7f4b8f6a11' }
const note = { ...noteOfNobody, seat: seat.id }
const contents = emptySecureElement('android')
const add = () => shelf.add(note, contents)
const files = () => readdirSync(folder).filter((file) => /\.(card|note)\.json$/.test(file))

test('2-A a card that is written while its seat is cleared is refused, and leaves no file', async () => {
  const late = codeOf(add)
  await shelf.clear(seat)
  expect(await late).toBe('SEAT_UNKNOWN')
  expect(files()).toEqual([])
  expect(shelf.isEmpty(seat)).toBe(true)
})

test('2-A a card that is taken away while its paper is written anew does not come back', async () => {
  const kept = await add()
  const late = codeOf(() => shelf.replace(kept, contents))
  await shelf.remove(kept.id)
  expect(await late).toBe('CARD_UNKNOWN')
  expect(files()).toEqual([])
  expect(shelf.list(seat)).toEqual([])
})

test('2-A CARDS_FULL a shelf that is full takes no further card, also when cards come at once', async () => {
  const wishes = Array.from({ length: cardsLimit + 3 }, add)
  const refused = (await Promise.allSettled(wishes)).filter(({ status }) => status === 'rejected')
  const full = { status: 'rejected', reason: expect.objectContaining({ code: 'CARDS_FULL' }) }
  expect(refused).toEqual([full, full, full])
  expect(shelf.list(seat)).toHaveLength(cardsLimit)
  expect(await codeOf(add)).toBe('CARDS_FULL')
})
