/** The readers of a seat over HTTP and WebSocket: a card is held and taken away, the exchanges are watched. Errors: problems.ts. */
import { Readable } from 'node:stream'
import { type Origins, type Party, type TraceLine, traceBook } from '@kazashi/serve'
import { z } from 'zod'
import type { LogEntry } from './apdu-log.ts'
import { viewOfCard } from './card-routes.ts'
import { serveConnection } from './connection.ts'
import { BoxProblem } from './problems.ts'
import type { Reader } from './reader.ts'
import { type SeatNeeds, seatOf } from './seat-routes.ts'
import {
  cardView,
  insertion,
  logQuery,
  newReader,
  type ReaderView,
  readerParams,
  readerToken,
  readerView,
} from './views.ts'

export interface ReaderNeeds extends SeatNeeds {
  readonly origins: Origins
  /** Aborts when the box ends. */
  readonly ended: AbortSignal
}

/**
 * Server-sent events (HTML §9.2) of the exchanges of `reader`, beginning with those still remembered.
 * @param trace whose lines come too: one stream, because a browser has few connections to one origin
 */
function logStream(reader: Reader, signal: AbortSignal, trace: string | undefined): Readable {
  const stream = new Readable({ read() {} })
  const push = (entry: LogEntry | TraceLine) => stream.push(`data: ${JSON.stringify(entry)}\n\n`)
  stream.push(': log\n\n')
  for (const entry of reader.log) push(entry)
  const stop = reader.watch(push)
  stream.once('close', stop)
  if (trace !== undefined) stream.once('close', traceBook.watch(trace, push))
  signal.addEventListener('abort', () => stream.push(null), { once: true })
  return stream
}

export function readerRoutes(app: Party, needs: ReaderNeeds): void {
  const { readers, shelf, origins, onlyDesk } = needs
  const view = ({ id, token, phone, place, cardId }: Reader): ReaderView => {
    const path = (name: string) => `${origins.box}/readers/${id}/${name}?token=${token}`
    const url = path('connection').replace(/^http/, 'ws')
    const log = path('log')
    return {
      id,
      token,
      url,
      log,
      phone: phone ?? null,
      place: place ?? null,
      cardId: cardId ?? null,
    }
  }
  /** The reader's token is all that a connection or a log needs: neither can send a header. */
  const byToken = (params: unknown, query: unknown): Reader => {
    const reader = readers.get(readerParams.parse(params).id)
    if (!reader.isToken(readerToken.parse(query).token)) throw new BoxProblem('PAIRING_REFUSED')
    return reader
  }

  app.get(
    '/readers',
    { schema: { response: { 200: z.array(readerView) } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return readers.list(seatOf(needs, request)).map(view)
    },
  )

  app.post(
    '/readers',
    { preValidation: onlyDesk, schema: { body: newReader, response: { 201: readerView } } },
    async (request, reply) => {
      reply.code(201)
      return view(await readers.add(seatOf(needs, request), request.body ?? {}))
    },
  )

  app.put(
    '/readers/:id/card',
    {
      preValidation: onlyDesk,
      schema: { params: readerParams, body: insertion, response: { 200: cardView } },
    },
    async (request) => {
      const seat = seatOf(needs, request)
      const reader = readers.find(seat, request.params.id)
      const note = shelf.find(seat, request.body.cardId)
      await readers.move(reader, request.body)
      return viewOfCard(note)
    },
  )

  app.delete(
    '/readers/:id/card',
    { preValidation: onlyDesk, schema: { params: readerParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await readers.find(seatOf(needs, request), request.params.id).remove()
      reply.code(204)
      return null
    },
  )

  app.get(
    '/readers/:id/log',
    { schema: { params: readerParams, querystring: logQuery } },
    async ({ params, query }, reply) => {
      const reader = byToken(params, query)
      reply.header('cache-control', 'no-store')
      return reply.type('text/event-stream').send(logStream(reader, needs.ended, query.trace))
    },
  )

  app.route({
    method: 'GET',
    url: '/readers/:id/connection',
    schema: { params: readerParams, querystring: readerToken, hide: true },
    preHandler: async ({ headers, params, query }) => {
      const { place } = byToken(params, query)
      const { origin } = headers
      // A place may be a program, which says none; a page always says its own.
      const isRight =
        place === undefined
          ? origin === origins.app
          : origin === undefined || origin === origins[place]
      if (!isRight) throw new BoxProblem('PAIRING_REFUSED')
    },
    handler: async () => {
      throw new BoxProblem('UPGRADE_REQUIRED')
    },
    wsHandler: (socket, request) => {
      const { id } = readerParams.parse(request.params)
      serveConnection(socket, readers.get(id), (error) =>
        request.log.error({ err: error }, 'reader'),
      )
    },
  })
}
