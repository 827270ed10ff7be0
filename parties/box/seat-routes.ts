/** Seats over HTTP: made, looked at, and started over. Errors: problems.ts. */
import type { Party } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BoxProblem } from './problems.ts'
import type { Readers } from './readers.ts'
import type { Seat, Seats } from './seats.ts'
import type { Shelf } from './shelf.ts'
import { newSeatView, seatView } from './views.ts'

export interface SeatNeeds {
  readonly seats: Seats
  readonly shelf: Shelf
  readonly readers: Readers
  /** Refuses pages that are not the desk's. */
  readonly onlyDesk: (request: FastifyRequest) => Promise<void>
}

/** The seat that a request is for. @throws {Problem} SEAT_UNKNOWN */
export const seatOf = ({ seats }: Pick<SeatNeeds, 'seats'>, { headers }: FastifyRequest): Seat =>
  seats.of(headers.authorization)

export function seatRoutes(app: Party, needs: SeatNeeds): void {
  const { seats, shelf, readers, onlyDesk } = needs
  const own = (request: FastifyRequest) => {
    const { id } = seatOf(needs, request)
    if (id === undefined) throw new BoxProblem('SEAT_UNKNOWN')
    return { id }
  }

  app.post(
    '/seats',
    { preValidation: onlyDesk, schema: { response: { 201: newSeatView } } },
    async (_request, reply) => {
      const { seat, token } = await seats.add()
      reply.code(201).header('cache-control', 'no-store')
      return { id: seat.id, token }
    },
  )

  app.get('/seat', { schema: { response: { 200: seatView } } }, async (request) => own(request))

  app.delete(
    '/seat',
    { preValidation: onlyDesk, schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      const seat = own(request)
      await readers.clear(seat)
      await shelf.clear(seat)
      await seats.remove(seat)
      reply.code(204)
      return null
    },
  )
}
