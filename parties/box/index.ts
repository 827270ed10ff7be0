/** The card box: virtual My Number Cards, and readers that bridge them to pages by WebSocket. Sandbox only. */
import { randomInt } from 'node:crypto'
import { Readable } from 'node:stream'
import websocket from '@fastify/websocket'
import { generateResident, type Resident } from '@kazashi/card'
import { createParty, type Origins, type Party } from '@kazashi/serve'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { LogEntry } from './apdu-log.ts'
import { serveConnection } from './connection.ts'
import { type Counter, issueCard } from './issue-card.ts'
import { BoxProblem, boxProblems } from './problems.ts'
import { type Reader, Readers } from './readers.ts'
import { openShelf } from './shelf.ts'
import {
  type CardNote,
  type CardView,
  cardView,
  insertion,
  newCard,
  type ReaderView,
  readerParams,
  readerView,
} from './views.ts'

export { maskCommand } from './apdu-log.ts'
export { authorityCounter } from './authority-counter.ts'
export { type IssuedCard, issueCard } from './issue-card.ts'

export interface BoxOptions {
  readonly origins: Origins
  /** The folder of the sealed cards; made if need be. */
  readonly dataFolder: string
  readonly logger?: FastifyBaseLogger
  readonly sandbox?: boolean
  /** Hands out cards: `authorityCounter` for one that asks the authority by HTTP. */
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

/** Server-sent events (HTML §9.2) of the exchanges of `reader`, beginning with those still remembered. */
function logStream(reader: Reader, signal: AbortSignal): Readable {
  const stream = new Readable({ read() {} })
  const push = (entry: LogEntry) => stream.push(`data: ${JSON.stringify(entry)}\n\n`)
  stream.push(': log\n\n')
  for (const entry of reader.log) push(entry)
  const stop = reader.watch(push)
  stream.once('close', stop)
  signal.addEventListener('abort', () => stream.push(null), { once: true })
  return stream
}

/**
 * The box's HTTP application, apart from listening. WebSockets come by its `server`'s 'upgrade' event.
 * @throws {Problem} CARD_DAMAGED: a card of the folder cannot be opened with its key
 */
export async function createBox(options: BoxOptions): Promise<Party> {
  const { origins, dataFolder, logger, counter } = options
  const shelf = await openShelf(dataFolder)
  const readers = new Readers({ load: shelf.contents, save: shelf.save, now: () => new Date() })
  const ended = new AbortController()
  const app = await createParty({
    name: 'box',
    origins,
    sandbox: options.sandbox ?? true,
    problems: boxProblems,
    openapi: {
      title: 'Kazashi card box',
      description: 'Virtual My Number Cards and their readers',
    },
    ...(logger !== undefined && { logger }),
  })
  await app.register(websocket, { options: { maxPayload: 70_000 } }) // an extended APDU: 65 544 bytes
  app.addHook('preClose', async () => {
    ended.abort()
    readers.end()
  })

  const view = ({ id, face, slip }: CardNote): CardView => ({ id, face, slip })
  const readerOf = ({ id, token }: Reader): ReaderView => ({
    id,
    token,
    url: `${origins.box.replace(/^http/, 'ws')}/readers/${id}/connection?token=${token}`,
  })
  const onlyDesk = async ({ headers }: FastifyRequest) => {
    if (headers.origin !== undefined && headers.origin !== origins.desk)
      throw new BoxProblem('NOT_FROM_DESK')
  }

  app.get('/cards', { schema: { response: { 200: z.array(cardView) } } }, async () =>
    shelf.list().map(view),
  )

  app.post(
    '/cards',
    { preValidation: onlyDesk, schema: { body: newCard, response: { 201: cardView } } },
    async (request, reply) => {
      const { seed } = request.body
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
      const note = await shelf.add({ face, slip, madeAt: new Date().toISOString() }, contents)
      reply.code(201)
      return view(note)
    },
  )

  app.post(
    '/readers',
    { preValidation: onlyDesk, schema: { response: { 201: readerView } } },
    async (_request, reply) => {
      reply.code(201)
      return readerOf(await readers.add())
    },
  )

  app.put(
    '/readers/:id/card',
    {
      preValidation: onlyDesk,
      schema: { params: readerParams, body: insertion, response: { 200: cardView } },
    },
    async ({ params, body }) => {
      const reader = readers.get(params.id)
      const note = shelf.list().find(({ id }) => id === body.cardId)
      if (note === undefined) throw new BoxProblem('CARD_UNKNOWN')
      await readers.move(note.id, reader)
      return view(note)
    },
  )

  app.delete(
    '/readers/:id/card',
    { preValidation: onlyDesk, schema: { params: readerParams, response: { 204: z.null() } } },
    async ({ params }, reply) => {
      await readers.get(params.id).remove()
      reply.code(204)
      return null
    },
  )

  app.get('/readers/:id/log', { schema: { params: readerParams } }, async ({ params }, reply) => {
    const reader = readers.get(params.id)
    reply.header('cache-control', 'no-store')
    return reply.type('text/event-stream').send(logStream(reader, ended.signal))
  })

  app.route({
    method: 'GET',
    url: '/readers/:id/connection',
    schema: { params: readerParams, querystring: z.object({ token: z.string() }), hide: true },
    preHandler: async ({ headers, params, query }) => {
      const { id } = readerParams.parse(params)
      const { token } = z.object({ token: z.string() }).parse(query)
      if (headers.origin !== origins.app || !readers.get(id).isToken(token)) {
        throw new BoxProblem('PAIRING_REFUSED')
      }
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
  return app
}
