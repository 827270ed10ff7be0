/** The desk's requests to the card box and the sandbox's clock. Answers are checked as they come in. */
import { errorClass } from '@kazashi/errors'
import { type Pace, sexes } from '@kazashi/lifecycle'
import { pageSettings } from '@kazashi/ui'
import { z } from 'zod'
import { instructorToken } from './instructor.ts'

const settingsOfDesk = z.object({
  origins: z.object({
    authority: z.url(),
    app: z.url(),
    gate: z.url(),
    portal: z.url(),
    box: z.url(),
    desk: z.url(),
    bank: z.url(),
    cashless: z.url(),
    kiosk: z.url(),
    clinic: z.url(),
    mobile: z.url(),
  }),
  /** Parties that run. */
  parties: z.array(z.string()),
  clock: z.enum(['everybody', 'instructor']),
})
type DeskSettings = z.infer<typeof settingsOfDesk>
export type Origins = DeskSettings['origins']
export const readSettings = async (): Promise<DeskSettings> =>
  settingsOfDesk.parse(await pageSettings())

const cardView = z.object({
  id: z.string(),
  face: z.object({
    name: z.string(),
    kana: z.string(),
    address: z.string(),
    birthDate: z.string(),
    sex: z.enum(sexes),
    cardExpiry: z.string(),
    certificatesUntil: z.string().optional(),
    municipality: z.string(),
  }),
  slip: z.object({
    signingPassword: z.string(),
    authenticationPin: z.string(),
    residentRegisterPin: z.string(),
    cardDataPin: z.string(),
  }),
})
export type CardView = z.infer<typeof cardView>

const readerView = z.object({
  id: z.string(),
  url: z.string(),
  log: z.string(),
  cardId: z.string().nullable(),
})
export type ReaderView = z.infer<typeof readerView>

const newSeat = z.object({ token: z.string() })

const clockView = z.object({ now: z.iso.datetime({ offset: true }), offsetSeconds: z.number() })
type ClockView = z.infer<typeof clockView>

/** The kinds of people that can be added. */
export const kinds = [
  'adult',
  'old',
  'child',
  'foreign-name',
  'variant-kanji',
  'no-signing',
] as const
export type Kind = (typeof kinds)[number]

export const counterOrders = ['unlock', 'renewal', 'release'] as const
export type CounterOrder = (typeof counterOrders)[number] | 'anew'
export type CardEvent = 'password-locked' | 'pin-locked' | 'moved' | 'renamed'
export const losses = ['phone', 'card', 'both'] as const
export type Loss = (typeof losses)[number]

/** The server said no, or could not be asked. */
const deskErrors = {
  REFUSED: { clause: 'RFC 9110 §15.5', next: 'open-again' },
} as const
export class DeskError extends errorClass(
  'DeskError',
  deskErrors,
  ({ status }: { readonly status?: number }) => [String(status)],
) {
  /** The server's own words, in the language of the page. */
  readonly refusal: Refusal | undefined

  constructor(status: number, refusal: Refusal | undefined) {
    super('REFUSED', { status })
    this.refusal = refusal
  }
}

const refusal = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  next: z.string(),
})
export type Refusal = z.infer<typeof refusal>

async function refused(answer: Response): Promise<DeskError> {
  const said = refusal.safeParse(await answer.json().catch(() => undefined))
  return new DeskError(answer.status, said.data)
}

/** The box may ask for the session of a class. */
const credentials = 'include'

function instructor(): { readonly token?: string } {
  const token = instructorToken()
  return token === undefined ? {} : { token }
}

interface Asked {
  readonly body?: object
  /** Of the seat that is asked about, or the instructor's. */
  readonly token?: string
  readonly credentials?: RequestCredentials
}

async function ask(
  url: string | URL,
  method: string,
  { body, token, credentials: sent = 'same-origin' }: Asked = {},
): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    credentials: sent,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw await refused(answer)
  return answer.status === 204 ? undefined : await answer.json()
}

/** The box as one seat sees it, and the sandbox's clock. Each method throws {DeskError} REFUSED. */
export interface Box {
  cards(): Promise<CardView[]>
  /** A new resident of this kind with a card. */
  newCard(kind: Kind): Promise<CardView>
  /** The reader in the phone of this name. */
  reader(phone: string): Promise<ReaderView>
  /** The reader of a place. */
  readerAt(place: string): Promise<ReaderView>
  /** Only a card that lies on the desk. */
  putCard(reader: ReaderView, cardId: string, pace: Pace): Promise<void>
  takeCard(reader: ReaderView): Promise<void>
  /** At the counter. @returns the card as it is then */
  order(cardId: string, order: CounterOrder): Promise<CardView>
  /** Wrong tries, a move, another name. @returns the card as it is then */
  befall(cardId: string, event: CardEvent): Promise<CardView>
  /** By telephone (5-B1). */
  reportLoss(cardId: string, what: Loss): Promise<void>
  /** Nothing of the seat is left. */
  leave(): Promise<void>
  clock(): Promise<ClockView>
  setClock(to: { now: string } | { offsetSeconds: number }): Promise<ClockView>
}

/** @returns the token of a new seat @throws {DeskError} */
export const takeSeat = async (origins: Origins): Promise<string> =>
  newSeat.parse(await ask(new URL('/seats', origins.box), 'POST', { credentials })).token

/** @returns whether the box still has the seat @throws {DeskError} any other refusal */
export async function isSeat(origins: Origins, token: string): Promise<boolean> {
  try {
    await ask(new URL('/seat', origins.box), 'GET', { token, credentials })
    return true
  } catch (error) {
    if (error instanceof DeskError && error.refusal?.code === 'SEAT_UNKNOWN') return false
    throw error
  }
}

/** The box was started anew, or the seat was given up in another window. */
const forgotten: ReadonlySet<string | undefined> = new Set(['READER_UNKNOWN', 'SEAT_UNKNOWN'])

/** @param token of the seat @param onForgotten the box no longer knows what this page shows, which has to be opened anew */
export function connectBox(origins: Origins, token: string, onForgotten: () => void): Box {
  const box = async (path: string, method: string, body?: object) => {
    const asked = { token, credentials, ...(body !== undefined && { body }) } as const
    try {
      return await ask(new URL(path, origins.box), method, asked)
    } catch (error) {
      if (error instanceof DeskError && forgotten.has(error.refusal?.code)) onForgotten()
      throw error
    }
  }
  const cardOn = ({ id }: ReaderView) => `/readers/${encodeURIComponent(id)}/card`
  const clock = new URL('/sandbox/clock', origins.authority)
  return {
    cards: async () => z.array(cardView).parse(await box('/cards', 'GET')),
    newCard: async (preset) => cardView.parse(await box('/cards', 'POST', { preset })),
    readerAt: async (place) => readerView.parse(await box('/readers', 'POST', { place })),
    reader: async (phone) => readerView.parse(await box('/readers', 'POST', { phone })),
    putCard: async (reader, cardId, pace) => {
      await box(cardOn(reader), 'PUT', { cardId, from: 'table', pace })
    },
    order: async (cardId, order) =>
      cardView.parse(await box(`/cards/${cardId}/counter`, 'POST', { order })),
    befall: async (cardId, event) =>
      cardView.parse(await box(`/cards/${cardId}/events`, 'POST', { event })),
    reportLoss: async (cardId, what) => {
      await box(`/cards/${cardId}/telephone`, 'POST', { what })
    },
    leave: async () => {
      await box('/seat', 'DELETE')
    },
    takeCard: async (reader) => {
      await box(cardOn(reader), 'DELETE')
    },
    clock: async () => clockView.parse(await ask(clock, 'GET')),
    setClock: async (body) => clockView.parse(await ask(clock, 'PUT', { body, ...instructor() })),
  }
}
