/** The cards of the box at rest: two sealed files a card, its contents with their counters, and its face with the slip. */
import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CardContents, openCardFile, sealCard } from '@kazashi/card'
import { BoxProblem } from './problems.ts'
import { folderKey, isMissing, openText, sealText, writeDurably } from './sealed-folder.ts'
import type { Seat } from './seats.ts'
import { type CardNote, cardNote } from './views.ts'

/** More cards in one seat than a person would look through; a card takes some 60 KB. */
export const cardsLimit = 500

const contentsName = (id: string) => `${id}.card.json`
const noteName = (id: string) => `${id}.note.json`
const noteLabel = (id: string) => `kazashi box 1: note of card ${id}`

export interface Shelf {
  /** The cards of a seat, oldest first. */
  list(seat: Seat): readonly CardNote[]
  /** @throws {Problem} CARD_UNKNOWN, as for a card of another seat */
  find(seat: Seat, id: string): CardNote
  /** Whether somebody with this My Number has a card in any seat, or a card is being made for them. */
  holds(myNumber: string): boolean
  /** Keeps a person for one seat until their card is made. @returns what ends it @throws {Problem} PERSON_OF_ANOTHER_SEAT */
  reserve(seat: Seat, myNumber: string): () => void
  /** Whether the seat has no card, and none is being made for it. */
  isEmpty(seat: Seat): boolean
  /** @throws {Problem} CARDS_FULL; SEAT_UNKNOWN: it was cleared meanwhile */
  add(note: Omit<CardNote, 'id'>, contents: CardContents): Promise<CardNote>
  /** @throws {Problem} CARD_UNKNOWN, CARD_DAMAGED */
  contents(id: string): Promise<CardContents>
  /** Durable when it resolves. */
  save(id: string, contents: CardContents): Promise<void>
  /** The same card with another face, paper and contents. @throws {Problem} CARD_UNKNOWN */
  replace(note: CardNote, contents: CardContents): Promise<void>
  remove(id: string): Promise<void>
  /** All cards of a seat, for good: none that is being made comes after. */
  clear(seat: Seat): Promise<void>
  /** The seats that have cards. */
  seats(): ReadonlySet<string | undefined>
}

async function readNotes(folder: string, key: Uint8Array): Promise<CardNote[]> {
  const notes: CardNote[] = []
  for (const name of await readdir(folder)) {
    const [, id] = /^([0-9a-f-]{36})\.note\.json$/.exec(name) ?? []
    if (id === undefined) continue
    try {
      const text = openText(await readFile(join(folder, name), 'utf8'), noteLabel(id), key)
      notes.push(cardNote.parse(JSON.parse(text)))
    } catch (cause) {
      throw new BoxProblem('CARD_DAMAGED', { detail: id, cause })
    }
  }
  return notes.sort((a, b) => a.madeAt.localeCompare(b.madeAt))
}

/** @param folder made if need be @throws {Problem} CARD_DAMAGED: a note cannot be opened with the folder's key */
export async function openShelf(folder: string): Promise<Shelf> {
  const key = await folderKey(folder)
  const notes = await readNotes(folder, key)
  const known = (id: string): void => {
    if (!notes.some((note) => note.id === id)) throw new BoxProblem('CARD_UNKNOWN')
  }
  /** The last operation on each card's file: a card moved to another reader is read only after its last save. */
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = <T>(id: string, task: () => Promise<T>): Promise<T> => {
    const done = (turns.get(id) ?? Promise.resolve()).then(task)
    turns.set(
      id,
      done.catch(() => undefined),
    )
    return done
  }
  const save = (id: string, contents: CardContents): Promise<void> =>
    inTurn(id, async () =>
      writeDurably(folder, contentsName(id), await sealCard(contents, { key })),
    )

  const write = (note: CardNote): Promise<void> => {
    const sealed = sealText(JSON.stringify(note), noteLabel(note.id), key)
    return writeDurably(folder, noteName(note.id), sealed)
  }

  const list = (seat: Seat) => notes.filter((note) => note.seat === seat.id)
  /** People whose cards are being made: their seats. */
  const reserved = new Set<{ readonly myNumber: string; readonly seat: string | undefined }>()
  const seatsOf = (myNumber: string): readonly (string | undefined)[] =>
    [
      ...notes.filter(({ holder }) => holder?.resident.myNumber === myNumber),
      ...[...reserved].filter((one) => one.myNumber === myNumber),
    ].map(({ seat }) => seat)
  /** Seats without a way back: a token is not given twice. */
  const cleared = new Set<string | undefined>()
  const adding: Seat[] = []
  const erase = async (id: string): Promise<void> => {
    // The note first: contents without one are no card.
    await rm(join(folder, noteName(id)), { force: true })
    await inTurn(id, () => rm(join(folder, contentsName(id)), { force: true }))
    turns.delete(id)
  }
  const remove = async (id: string): Promise<void> => {
    known(id)
    notes.splice(
      notes.findIndex((note) => note.id === id),
      1,
    )
    await erase(id)
  }
  return {
    list,
    find(seat, id) {
      const note = list(seat).find((one) => one.id === id)
      if (note === undefined) throw new BoxProblem('CARD_UNKNOWN')
      return note
    },
    holds: (myNumber) => seatsOf(myNumber).length > 0,
    reserve({ id }, myNumber) {
      if (seatsOf(myNumber).some((seat) => seat !== id))
        throw new BoxProblem('PERSON_OF_ANOTHER_SEAT')
      const one = { myNumber, seat: id }
      reserved.add(one)
      return () => {
        reserved.delete(one)
      }
    },
    isEmpty: ({ id }) => ![...notes, ...reserved].some(({ seat }) => seat === id),
    async add(face, contents) {
      const seat: Seat = { id: face.seat }
      const isCleared = () => cleared.has(seat.id)
      if (isCleared()) throw new BoxProblem('SEAT_UNKNOWN')
      const coming = adding.filter(({ id }) => id === seat.id).length
      if (list(seat).length + coming >= cardsLimit) throw new BoxProblem('CARDS_FULL')
      const id = randomUUID()
      const note = { ...face, id }
      adding.push(seat)
      try {
        await save(id, contents)
        // The note last: a card is there when it has one.
        await write(note)
        if (isCleared()) {
          await erase(id)
          throw new BoxProblem('SEAT_UNKNOWN')
        }
        notes.push(note)
        return note
      } finally {
        adding.splice(adding.indexOf(seat), 1)
      }
    },
    async contents(id) {
      known(id)
      try {
        return await inTurn(id, async () =>
          openCardFile(await readFile(join(folder, contentsName(id)), 'utf8'), { key }),
        )
      } catch (cause) {
        throw new BoxProblem(isMissing(cause) ? 'CARD_UNKNOWN' : 'CARD_DAMAGED', { cause })
      }
    },
    async save(id, contents) {
      known(id)
      await save(id, contents)
    },
    async replace(note, contents) {
      known(note.id)
      await save(note.id, contents)
      known(note.id)
      await write(note)
      const at = notes.findIndex(({ id }) => id === note.id)
      if (at < 0) {
        await erase(note.id)
        throw new BoxProblem('CARD_UNKNOWN')
      }
      notes[at] = note
    },
    remove,
    async clear(seat) {
      cleared.add(seat.id)
      for (const { id } of [...list(seat)]) await remove(id)
    },
    seats: () => new Set(notes.map(({ seat }) => seat)),
  }
}
