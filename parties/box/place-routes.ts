/**
 * Where the phones of a seat can be held: the readers of its places, found by the token of the phone's own reader. A page is held as a
 * card by a WebSocket; it lies there as long as it is connected.
 */
import type { Party } from '@kazashi/serve'
import { z } from 'zod'
import { servePhone } from './phone-socket.ts'
import { BoxProblem } from './problems.ts'
import type { ReaderNeeds } from './reader-routes.ts'
import { personView, placeParams, placeView, readerParams, readerToken } from './views.ts'

export function placeRoutes(app: Party, { readers, shelf, origins }: ReaderNeeds): void {
  const phoneOf = (id: string, query: unknown) => {
    const reader = readers.get(id)
    const isPhones = reader.place === undefined && reader.isToken(readerToken.parse(query).token)
    if (!isPhones) throw new BoxProblem('PAIRING_REFUSED')
    return reader
  }

  app.get(
    '/readers/:id/places',
    {
      schema: {
        params: readerParams,
        querystring: readerToken,
        response: { 200: z.array(placeView) },
      },
    },
    async ({ params, query }, reply) => {
      reply.header('cache-control', 'no-store')
      const { seat } = phoneOf(params.id, query)
      return readers
        .list(seat)
        .flatMap(({ id, place, connected }) => (place && connected ? [{ id, place }] : []))
    },
  )

  app.get(
    '/readers/:id/people',
    {
      schema: {
        params: readerParams,
        querystring: readerToken,
        response: { 200: z.array(personView) },
      },
    },
    async ({ params, query }, reply) => {
      reply.header('cache-control', 'no-store')
      const { seat } = phoneOf(params.id, query)
      return shelf
        .list(seat)
        .map(({ face: { name, birthDate, sex } }) => ({ name, birthDate, sex }))
    },
  )

  app.route({
    method: 'GET',
    url: '/readers/:id/places/:place',
    schema: { params: placeParams, querystring: readerToken, hide: true },
    preHandler: async ({ headers, params, query }) => {
      if (headers.origin !== origins.app) throw new BoxProblem('PAIRING_REFUSED')
      const { id, place } = placeParams.parse(params)
      readers.place(phoneOf(id, query), place)
    },
    handler: async () => {
      throw new BoxProblem('UPGRADE_REQUIRED')
    },
    wsHandler: (socket, request) => {
      const { id, place } = placeParams.parse(request.params)
      const phone = phoneOf(id, request.query)
      servePhone(
        socket,
        (transport) => readers.place(phone, place).hold(phone.phone ?? 'phone', transport),
        (error) => request.log.error({ err: error }, 'held phone'),
      )
    },
  })
}
