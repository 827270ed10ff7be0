/** Requests and answers of the box over HTTP. */
import { ResidentSchema } from '@kazashi/card'
import { paces, sexes } from '@kazashi/lifecycle'
import { z } from 'zod'
import { presets } from './presets.ts'
import { readerPlaces } from './reader.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The printed face of the card, and the slip its holder was given. */
export const cardView = z
  .strictObject({
    id: z.uuid(),
    face: z.strictObject({
      name: z.string(),
      kana: z.string(),
      address: z.string(),
      birthDate: day,
      sex: z.enum(sexes),
      cardExpiry: day,
      /** The last day of its certificates in Japan. */
      certificatesUntil: day.optional(),
      municipality: z.string(),
    }),
    slip: z.strictObject({
      /** Empty: the card has no signing certificate. */
      signingPassword: z.string(),
      authenticationPin: z.string(),
      residentRegisterPin: z.string(),
      cardDataPin: z.string(),
    }),
  })
  .meta({ id: 'Card' })
export type CardView = z.infer<typeof cardView>

/** The data kept beside a card's contents. */
export const cardNote = cardView.extend({
  madeAt: z.iso.datetime(),
  /** Of the seat it belongs to; left out: the common seat. */
  seat: z.uuid().optional(),
  /** What the counter needs to find the holder again; left out: made by an earlier version. */
  holder: z.strictObject({ resident: ResidentSchema, card: z.uuid(), person: z.uuid() }).optional(),
})
export type CardNote = z.infer<typeof cardNote>

/** 0 to 9 999 999: seeds apart by that much have the same My Number. */
const seed = z.int().min(0).max(9_999_999)
export const newCard = z.strictObject({
  seed: seed
    .optional()
    .describe(
      'in one seat, and without a seat, always the same person, whose card has both certificates',
    ),
  preset: z.enum(presets).optional().describe('somebody of this kind; default: adult'),
})

export const cardParams = z.strictObject({ id: z.uuid() })
/** unlock: secrets as on the paper, all tries back · release: the card was found · anew: a new card, and nothing on a phone any more */
export const counterOrder = z.strictObject({
  order: z.enum(['unlock', 'renewal', 'release', 'anew']),
})
export type CounterOrder = z.infer<typeof counterOrder>['order']
/** What befalls a card or its holder: wrong tries until a secret is locked, a move, another name. */
export const cardEvent = z.strictObject({
  event: z.enum(['password-locked', 'pin-locked', 'moved', 'renamed']),
})
export type CardEvent = z.infer<typeof cardEvent>['event']
export const telephoneOrder = z.strictObject({ what: z.enum(['phone', 'card', 'both']) })

export const readerView = z
  .strictObject({
    id: z.uuid(),
    /** 128 random bits, hex: a page that has it may connect. */
    token: z.string(),
    /** Of the WebSocket, with the token. */
    url: z.string(),
    /** Server-sent events of its exchanges, with the token. */
    log: z.string(),
    /** Of the phone it is in; null: of none. */
    phone: z.string().nullable(),
    /** Where it stands; null: in a phone. */
    place: z.enum(readerPlaces).nullable(),
    /** The card that is held to it. */
    cardId: z.uuid().nullable(),
  })
  .meta({ id: 'Reader' })
export type ReaderView = z.infer<typeof readerView>

/** A seat has one reader for each phone of a name, and one for each place; without a name, a new one each time. */
export const newReader = z
  .strictObject({
    phone: z
      .string()
      .regex(/^[a-z0-9-]{1,20}$/)
      .optional(),
    place: z.enum(readerPlaces).optional(),
  })
  .refine(({ phone, place }) => phone === undefined || place === undefined)
  .nullish()
/** Where the phones of a seat can be held now. */
export const placeView = z.strictObject({ id: z.uuid(), place: z.enum(readerPlaces) })
/** Of the people of a seat, what their card's picture is drawn from: a practice person has the same (3-C ④). */
export const personView = cardView.shape.face.pick({ name: true, birthDate: true, sex: true })
export const placeParams = z.strictObject({ id: z.uuid(), place: z.uuid() })
export const readerParams = z.strictObject({ id: z.uuid() })
export const readerToken = z.object({ token: z.string() })
/** Of a log: the trace of the same desk, whose lines come with it (W3C Trace Context §3.2.2.3). */
export const logQuery = z.object({
  token: z.string(),
  trace: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
})
export const insertion = z.strictObject({
  cardId: z.uuid(),
  from: z
    .enum(['anywhere', 'table'])
    .default('anywhere')
    .describe('table: refused while the card is held to a reader'),
  pace: z.enum(paces).default('at-once').describe('how long the card takes to answer'),
})

export const seatView = z.strictObject({ id: z.uuid() }).meta({ id: 'Seat' })
export const newSeatView = seatView
  .extend({
    token: z.string().describe('secret, and given out this once: the seat is whoever has it'),
  })
  .meta({ id: 'NewSeat' })
