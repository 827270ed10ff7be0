/** Requests and answers of the box over HTTP. */
import { sexes } from '@kazashi/lifecycle'
import { z } from 'zod'

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
      municipality: z.string(),
    }),
    slip: z.strictObject({
      signingPassword: z.string(),
      authenticationPin: z.string(),
      residentRegisterPin: z.string(),
      cardDataPin: z.string(),
    }),
  })
  .meta({ id: 'Card' })
export type CardView = z.infer<typeof cardView>

/** The data kept beside a card's contents. */
export const cardNote = cardView.extend({ madeAt: z.iso.datetime() })
export type CardNote = z.infer<typeof cardNote>

/** 0 to 9 999 999: seeds apart by that much have the same My Number. */
const seed = z.int().min(0).max(9_999_999)
export const newCard = z.strictObject({ seed: seed.optional() })

export const readerView = z
  .strictObject({
    id: z.uuid(),
    /** 128 random bits, hex: a page that has it may connect. */
    token: z.string(),
    /** Of the WebSocket, with the token. */
    url: z.string(),
  })
  .meta({ id: 'Reader' })
export type ReaderView = z.infer<typeof readerView>

export const readerParams = z.strictObject({ id: z.uuid() })
export const insertion = z.strictObject({ cardId: z.uuid() })
