/** The counter and the telephone beside the desk, over HTTP: for a card that is locked, lost, found or soon over, and a lost phone; and what befalls a card. */
import { languageOf, type Party } from '@kazashi/serve'
import { z } from 'zod'
import { befallCard } from './befalling.ts'
import { viewOfCard } from './card-routes.ts'
import { anew, type CounterNeeds, holderOf, release, renew, unlock } from './counter-orders.ts'
import { seatOf } from './seat-routes.ts'
import {
  type CardNote,
  type CounterOrder,
  cardEvent,
  cardParams,
  cardView,
  counterOrder,
  telephoneOrder,
} from './views.ts'

const givesTriesBack: ReadonlySet<CounterOrder> = new Set(['unlock', 'anew'])

export function counterRoutes(app: Party, needs: CounterNeeds): void {
  const { shelf, readers, staff, onlyDesk } = needs
  const orders: Readonly<
    Record<CounterOrder, (note: CardNote, language: string) => Promise<void>>
  > = {
    unlock: (note) => unlock(needs, note),
    renewal: (note, language) => renew(needs, note, language),
    release: (note, language) => release(needs, note, language),
    anew: (note) => anew(needs, note),
  }

  app.post(
    '/cards/:id/counter',
    {
      preValidation: onlyDesk,
      schema: { params: cardParams, body: counterOrder, response: { 200: cardView } },
    },
    async (request) => {
      const seat = seatOf(needs, request)
      const { id } = request.params
      shelf.find(seat, id)
      await readers.away(id, () =>
        orders[request.body.order](shelf.find(seat, id), languageOf(request)),
      )
      if (givesTriesBack.has(request.body.order)) {
        for (const reader of readers.list(seat)) reader.unlocked(id)
      }
      return viewOfCard(shelf.find(seat, id))
    },
  )

  app.post(
    '/cards/:id/events',
    {
      preValidation: onlyDesk,
      schema: { params: cardParams, body: cardEvent, response: { 200: cardView } },
    },
    async (request) => {
      const seat = seatOf(needs, request)
      const { id } = request.params
      shelf.find(seat, id)
      const { event } = request.body
      await readers.away(id, () =>
        befallCard(needs, shelf.find(seat, id), { event, language: languageOf(request) }),
      )
      return viewOfCard(shelf.find(seat, id))
    },
  )

  app.post(
    '/cards/:id/telephone',
    {
      preValidation: onlyDesk,
      schema: { params: cardParams, body: telephoneOrder, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { person } = holderOf(shelf.find(seatOf(needs, request), request.params.id))
      await staff.suspend(person, request.body.what, languageOf(request))
      reply.code(204)
      return null
    },
  )
}
