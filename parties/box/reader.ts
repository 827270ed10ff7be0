/** A reader: at most one card or phone lies on it, and one page is connected to it. What is taken away answers nothing any more. */
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
import type { Seat } from './seats.ts'

/** Log entries kept for a watcher that connects later. */
const logLimit = 500

export type ReaderEvent =
  | { readonly type: 'card-present'; readonly atr: Uint8Array }
  | { readonly type: 'card-removed' }

interface Inserted {
  /** undefined: a phone */
  readonly cardId: string | undefined
  readonly transport: CardTransport
  readonly pace: Pace
}

export interface Insertion {
  readonly cardId: string
  /** table: only a card that is held to no reader */
  readonly from: 'anywhere' | 'table'
  readonly pace: Pace
}

/** Pages that have a reader of their own beside the phone: what lies on it is a card, or a phone. */
export const readerPlaces = ['kiosk', 'clinic', 'mobile'] as const
export type ReaderPlace = (typeof readerPlaces)[number]

export interface ReaderOptions {
  readonly load: (cardId: string) => Promise<CardContents>
  /** Stores a change; an answer is given out only after this has resolved. */
  readonly save: (cardId: string, contents: CardContents) => Promise<void>
  readonly now: () => Date
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

interface ReaderOf {
  readonly seat: Seat
  /** Name of the phone it is in; undefined: of none. */
  readonly phone: string | undefined
  /** Where it stands; undefined: in a phone. */
  readonly place: ReaderPlace | undefined
}

export class Reader {
  readonly id = randomUUID()
  /** 128 random bits, hex. */
  readonly token = randomBytes(16).toString('hex')
  readonly log: LogEntry[] = []
  readonly seat: Seat
  readonly phone: string | undefined
  readonly place: ReaderPlace | undefined
  readonly #options: ReaderOptions
  readonly #events = new Set<(event: ReaderEvent) => void>()
  readonly #watchers = new Set<(entry: LogEntry) => void>()
  #inserted: Inserted | undefined
  #disconnect: (() => void) | undefined

  constructor(options: ReaderOptions, { seat, phone, place }: ReaderOf) {
    this.#options = options
    this.seat = seat
    this.phone = phone
    this.place = place
  }

  get cardId(): string | undefined {
    return this.#inserted?.cardId
  }

  get atr(): Uint8Array | undefined {
    return this.#inserted?.transport.atr
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
    this.#put({ cardId, transport, pace })
    this.#cardEvent('card-present', cardId)
  }

  #put(inserted: Inserted): void {
    this.#inserted = inserted
    const { atr } = inserted.transport
    for (const listener of this.#events) listener({ type: 'card-present', atr })
  }

  /** A phone is held to the reader, in place of what was there. @returns takes it away, unless something else is there by then */
  async hold(phone: string, transport: CardTransport): Promise<() => Promise<void>> {
    await this.remove()
    const watched: CardTransport = {
      atr: transport.atr,
      reset: () => transport.reset(),
      close: () => transport.close(),
      transmit: async (command) => {
        const response = await transport.transmit(command)
        this.note(logExchange(command, response, this.#options.now()))
        return response
      },
    }
    const inserted = { cardId: undefined, transport: watched, pace: 'at-once' } as const
    this.#put(inserted)
    this.note({ type: 'phone-present', at: this.#options.now().toISOString(), phone })
    return async () => {
      if (this.#inserted === inserted) await this.remove()
    }
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
    return inserted.transport.atr
  }

  end(): void {
    this.#disconnect?.()
  }
}
