/**
 * The readers of the box: each has at most one card on it and one page connected to it. A card is on one reader at a time;
 * taking it away loses its security status, and an APDU in flight gets no answer any more.
 */
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import {
  type CardContents,
  CardError,
  type CardTransport,
  memoryTransport,
  VirtualCard,
} from '@kazashi/card'
import type { Pace } from '@kazashi/lifecycle'
import { answerTime } from './answer-time.ts'
import { type LogEntry, logExchange } from './apdu-log.ts'
import { BoxProblem } from './problems.ts'
import type { Seat } from './seats.ts'

/** As many phones and places as the programs of the common seat may use; the oldest reader without a page makes room. */
const commonLimit = 64
/** As many as a desk may show. */
const seatLimit = 8
/** Log entries kept for a watcher that connects later. */
const logLimit = 500

export type ReaderEvent =
  | { readonly type: 'card-present'; readonly atr: Uint8Array }
  | { readonly type: 'card-removed' }

interface Inserted {
  readonly cardId: string
  readonly transport: CardTransport
  readonly atr: Uint8Array
  readonly pace: Pace
}

export interface Insertion {
  readonly cardId: string
  /** table: only a card that is held to no reader */
  readonly from: 'anywhere' | 'table'
  readonly pace: Pace
}

export interface ReaderOptions {
  readonly load: (cardId: string) => Promise<CardContents>
  /** Stores a change; an answer is given out only after this has resolved. */
  readonly save: (cardId: string, contents: CardContents) => Promise<void>
  readonly now: () => Date
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

interface ReaderPlace {
  readonly seat: Seat
  /** Name of the phone it is in; undefined: of none. */
  readonly phone: string | undefined
}

export class Reader {
  readonly id = randomUUID()
  /** 128 random bits, hex. */
  readonly token = randomBytes(16).toString('hex')
  readonly log: LogEntry[] = []
  readonly seat: Seat
  readonly phone: string | undefined
  readonly #options: ReaderOptions
  readonly #events = new Set<(event: ReaderEvent) => void>()
  readonly #watchers = new Set<(entry: LogEntry) => void>()
  #inserted: Inserted | undefined
  #disconnect: (() => void) | undefined

  constructor(options: ReaderOptions, { seat, phone }: ReaderPlace) {
    this.#options = options
    this.seat = seat
    this.phone = phone
  }

  get cardId(): string | undefined {
    return this.#inserted?.cardId
  }

  get atr(): Uint8Array | undefined {
    return this.#inserted?.atr
  }

  get connected(): boolean {
    return this.#disconnect !== undefined
  }

  /** Compares in constant time. */
  isToken(text: string): boolean {
    const given = Buffer.from(text)
    const wanted = Buffer.from(this.token)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }

  note(entry: LogEntry): void {
    this.log.push(entry)
    if (this.log.length > logLimit) this.log.shift()
    for (const watcher of this.#watchers) watcher(entry)
  }

  #event(type: 'card-removed' | 'reset' | 'connected' | 'disconnected'): void {
    this.note({ type, at: this.#options.now().toISOString() })
  }

  #cardEvent(type: 'card-present' | 'unlocked', cardId: string): void {
    this.note({ type, at: this.#options.now().toISOString(), cardId })
  }

  /** For whoever watches: the card has all its tries again. */
  unlocked(cardId: string): void {
    this.#cardEvent('unlocked', cardId)
  }

  /** Makes this the reader's one connection; an earlier one is ended by its `disconnect`. @returns undoes it */
  connect(listener: (event: ReaderEvent) => void, disconnect: () => void): () => void {
    this.#disconnect?.()
    this.#disconnect = disconnect
    this.#events.add(listener)
    this.#event('connected')
    return () => {
      this.#events.delete(listener)
      if (this.#disconnect !== disconnect) return
      this.#disconnect = undefined
      this.#event('disconnected')
    }
  }

  watch(watcher: (entry: LogEntry) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** A card is held to the reader; one that was there is taken away first. */
  async insert(
    { cardId, pace }: Pick<Insertion, 'cardId' | 'pace'>,
    contents: CardContents,
  ): Promise<void> {
    await this.remove()
    const random = (length: number) => new Uint8Array(randomBytes(length))
    const card = new VirtualCard(contents, random)
    const transport = memoryTransport(card, {
      persist: (changed) => this.#options.save(cardId, changed),
      onExchange: (command, response) =>
        this.note(logExchange(command, response, this.#options.now())),
    })
    this.#inserted = { cardId, transport, atr: card.atr, pace }
    this.#cardEvent('card-present', cardId)
    for (const listener of this.#events) listener({ type: 'card-present', atr: card.atr })
  }

  async remove(): Promise<void> {
    const inserted = this.#inserted
    if (inserted === undefined) return
    this.#inserted = undefined
    await inserted.transport.close()
    this.#event('card-removed')
    for (const listener of this.#events) listener({ type: 'card-removed' })
  }

  /** @returns the response APDU; undefined: no card, or it was taken away meanwhile */
  async transmit(command: Uint8Array): Promise<Uint8Array | undefined> {
    const inserted = this.#inserted
    if (inserted === undefined) return undefined
    const time = answerTime(inserted.pace, command)
    if (time > 0) await this.#options.wait(time)
    // A card that left meanwhile has not begun: no try of a secret is spent.
    if (this.#inserted !== inserted) return undefined
    try {
      const response = await inserted.transport.transmit(command)
      return this.#inserted === inserted ? response : undefined
    } catch (error) {
      if (error instanceof CardError && error.code === 'CARD_AWAY') return undefined
      // Memory may be ahead of the stored state: the card goes on only from the stored one.
      if (this.#inserted === inserted) await this.remove()
      throw error
    }
  }

  /** @returns the ATR; undefined: no card */
  async reset(): Promise<Uint8Array | undefined> {
    const inserted = this.#inserted
    if (inserted === undefined) return undefined
    await inserted.transport.reset()
    this.#event('reset')
    return inserted.atr
  }

  end(): void {
    this.#disconnect?.()
  }
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

  /** The seat's reader of this phone, or a new one. */
  async add(seat: Seat, phone?: string): Promise<Reader> {
    const there = this.list(seat)
    const known = phone === undefined ? undefined : there.find((reader) => reader.phone === phone)
    if (known !== undefined) return known
    if (there.length >= (seat.id === undefined ? commonLimit : seatLimit)) {
      const idle = there.find(({ connected }) => !connected)
      if (idle !== undefined) await this.#remove(idle)
    }
    const reader = new Reader(this.#options, { seat, phone })
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
