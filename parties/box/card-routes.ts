/** The cards of a seat over HTTP. Errors: problems.ts. */
import { randomInt } from 'node:crypto'
import { generateResident, type Resident } from '@kazashi/card'
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import { type Counter, issueCard } from './issue-card.ts'
import { type SeatNeeds, seatOf } from './seat-routes.ts'
import { type CardNote, type CardView, cardView, newCard } from './views.ts'

export interface CardNeeds extends SeatNeeds {
  readonly counter: Counter
}

/** Under fifteen there is no signing certificate; a card made without a seed is for trying the whole course. */
const leastAge = 18
const seeds = 10_000_000

function grownUp(today: Date): Resident {
  while (true) {
    const resident = generateResident(randomInt(seeds), today)
    const turned = new Date(`${resident.birthDate}T00:00:00+09:00`)
    turned.setUTCFullYear(turned.getUTCFullYear() + leastAge)
    if (turned <= today) return resident
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
      const { seed } = request.body
      const seat = seatOf(needs, request)
      const today = await counter.now()
      const wanted = seed === undefined ? grownUp(today) : generateResident(seed, today)
      const { resident, slip, cardExpiry, contents } = await issueCard(counter, wanted)
      const { name, kana, address, birthDate, sex, municipality } = resident
      const face = {
        name,
        kana,
        address,
        birthDate,
        sex,
        cardExpiry,
        municipality: `${municipality.prefecture}${municipality.name}`,
      }
      const note = { face, slip, madeAt: new Date().toISOString(), seat: seat.id }
      reply.code(201)
      return viewOfCard(await shelf.add(note, contents))
    },
  )
}
