/** The cards of a seat over HTTP. Errors: problems.ts. */
import { randomInt } from 'node:crypto'
import { generateResident } from '@kazashi/card'
import { formatCalendarDate, japanDate } from '@kazashi/lifecycle'
import { parseCertificate } from '@kazashi/pki'
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import { type Counter, type IssuedCard, issueCard } from './issue-card.ts'
import { drawResident, hasSigning, seedIn } from './presets.ts'
import { type SeatNeeds, seatOf } from './seat-routes.ts'
import { type CardNote, type CardView, cardView, newCard } from './views.ts'

export interface CardNeeds extends SeatNeeds {
  readonly counter: Counter
}

/** @param certificate DER @returns its last day in Japan, YYYY-MM-DD */
export const lastDay = (certificate: Uint8Array): string =>
  formatCalendarDate(japanDate(parseCertificate(certificate).validity.notAfter))

/** What is kept beside the contents of a card that was handed out. */
export function noteOf(
  issued: Omit<IssuedCard, 'contents'>,
): Pick<CardNote, 'face' | 'slip' | 'holder'> {
  const { resident, slip, cardExpiry, certificates, registered } = issued
  const { name, kana, address, birthDate, sex, municipality } = resident
  return {
    face: {
      name,
      kana,
      address,
      birthDate,
      sex,
      cardExpiry,
      certificatesUntil: lastDay(certificates.authentication),
      municipality: `${municipality.prefecture}${municipality.name}`,
    },
    slip: certificates.signing === undefined ? { ...slip, signingPassword: '' } : slip,
    holder: { resident, ...registered },
  }
}

export const viewOfCard = ({ id, face, slip }: CardNote): CardView => ({ id, face, slip })

export function cardRoutes(app: Party, needs: CardNeeds): void {
  const { shelf, counter, onlyDesk } = needs

  app.get(
    '/cards',
    { schema: { response: { 200: z.array(cardView) } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return shelf.list(seatOf(needs, request)).map(viewOfCard)
    },
  )

  app.post(
    '/cards',
    { preValidation: onlyDesk, schema: { body: newCard, response: { 201: cardView } } },
    async (request, reply) => {
      const { seed, preset = 'adult' } = request.body
      const seat = seatOf(needs, request)
      const today = await counter.now()
      const wanted =
        seed === undefined
          ? drawResident(preset, today, randomInt, shelf.holds)
          : generateResident(seedIn(seat.id, seed), today)
      const signing = seed !== undefined || hasSigning(preset)
      const release = shelf.reserve(seat, wanted.myNumber)
      try {
        seatOf(needs, request) // it may have made room for another while the time was asked for
        const { contents, ...issued } = await issueCard(counter, wanted, { signing })
        const note = { ...noteOf(issued), madeAt: new Date().toISOString(), seat: seat.id }
        reply.code(201)
        return viewOfCard(await shelf.add(note, contents))
      } finally {
        release()
      }
    },
  )
}
