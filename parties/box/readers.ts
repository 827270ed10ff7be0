/**
 * The readers of the box: each has at most one card on it and one page connected to it. A card is on one reader at a time;
 * taking it away loses its security status, and an APDU in flight gets no answer any more.
 */
import { BoxProblem } from './problems.ts'
import { type Insertion, Reader, type ReaderOptions, type ReaderPlace } from './reader.ts'
import type { Seat } from './seats.ts'

/** As many phones and places as the programs of the common seat may use; the oldest reader without a page makes room. */
const commonLimit = 64
/** As many as a desk may show. */
const seatLimit = 8
export interface ReaderWish {
  readonly phone?: string | undefined
  readonly place?: ReaderPlace | undefined
}

export class Readers {
  readonly #options: ReaderOptions
  readonly #readers = new Map<string, Reader>()
  #lastMove: Promise<unknown> = Promise.resolve()

  constructor(options: ReaderOptions) {
    this.#options = options
  }

  /** The readers of a seat, oldest first. */
  list(seat: Seat): readonly Reader[] {
    return [...this.#readers.values()].filter((reader) => reader.seat.id === seat.id)
  }

  /** The seat's reader of this phone or place, or a new one. Programs of the common seat share no place. */
  async add(seat: Seat, { phone, place }: ReaderWish = {}): Promise<Reader> {
    const there = this.list(seat)
    const isNamed = phone !== undefined || (place !== undefined && seat.id !== undefined)
    const known = isNamed
      ? there.find((reader) => reader.phone === phone && reader.place === place)
      : undefined
    if (known !== undefined) return known
    if (there.length >= (seat.id === undefined ? commonLimit : seatLimit)) {
      const idle = there.find(({ connected }) => !connected)
      if (idle !== undefined) await this.#remove(idle)
    }
    const reader = new Reader(this.#options, { seat, phone, place })
    this.#readers.set(reader.id, reader)
    return reader
  }

  async #remove(reader: Reader): Promise<void> {
    this.#readers.delete(reader.id)
    reader.end()
    await reader.remove()
  }

  /** @throws {Problem} READER_UNKNOWN */
  get(id: string): Reader {
    const reader = this.#readers.get(id)
    if (reader === undefined) throw new BoxProblem('READER_UNKNOWN')
    return reader
  }

  /** @throws {Problem} READER_UNKNOWN, as for a reader of another seat */
  find(seat: Seat, id: string): Reader {
    const reader = this.get(id)
    if (reader.seat.id !== seat.id) throw new BoxProblem('READER_UNKNOWN')
    return reader
  }

  /**
   * Where a phone of a seat can be held: readers of places whose page is open.
   * @throws {Problem} READER_UNKNOWN: no such place of the phone's seat
   */
  place(phone: Pick<Reader, 'seat'>, id: string): Reader {
    const reader = this.find(phone.seat, id)
    if (reader.place === undefined) throw new BoxProblem('READER_UNKNOWN')
    return reader
  }

  /**
   * Holds a card to a reader, taking it from where it was. One move at a time: a card is never in two places.
   * @throws {Problem} CARD_HELD
   */
  move(reader: Reader, insertion: Insertion): Promise<void> {
    const { cardId, from } = insertion
    return this.#inTurn(async () => {
      const held = this.#holder(cardId)
      if (held !== undefined && from === 'table') throw new BoxProblem('CARD_HELD')
      await held?.remove()
      await reader.insert(insertion, await this.#options.load(cardId))
    })
  }

  /** Works on a card that is held to no reader meanwhile, as one that was handed in at a counter. */
  away<T>(cardId: string, work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#holder(cardId)?.remove()
      return await work()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastMove.then(work)
    this.#lastMove = done.catch(() => undefined)
    return done
  }

  #holder(cardId: string): Reader | undefined {
    return [...this.#readers.values()].find((each) => each.cardId === cardId)
  }

  /** Nothing of a seat is left. */
  async clear(seat: Seat): Promise<void> {
    for (const reader of this.list(seat)) await this.#remove(reader)
  }

  end(): void {
    for (const reader of this.#readers.values()) reader.end()
  }
}
