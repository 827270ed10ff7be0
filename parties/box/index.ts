/** The card box: seats with virtual My Number Cards, and readers that bridge them to pages by WebSocket. Sandbox only. */
import { setTimeout as wait } from 'node:timers/promises'
import websocket from '@fastify/websocket'
import { createParty, type Origins, type Party } from '@kazashi/serve'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { Staff } from './authority-staff.ts'
import { cardRoutes } from './card-routes.ts'
import { counterRoutes } from './counter-routes.ts'
import type { Counter } from './issue-card.ts'
import { placeRoutes } from './place-routes.ts'
import { BoxProblem, boxProblems } from './problems.ts'
import { readerRoutes } from './reader-routes.ts'
import { Readers } from './readers.ts'
import { robotRoutes } from './robot-routes.ts'
import { seatRoutes } from './seat-routes.ts'
import { openSeats } from './seats.ts'
import { openShelf } from './shelf.ts'

export { maskCommand } from './apdu-log.ts'
export { authorityCounter } from './authority-counter.ts'
export { authorityStaff } from './authority-staff.ts'
export { type IssuedCard, issueCard } from './issue-card.ts'

export interface BoxOptions {
  readonly origins: Origins
  /** The folder of the sealed cards; made if need be. */
  readonly dataFolder: string
  readonly logger?: FastifyBaseLogger
  readonly sandbox?: boolean
  /** Hands out cards: `authorityCounter` for one that asks the authority by HTTP. */
  readonly counter: Counter
  /** For cards that were handed out: `authorityStaff`. */
  readonly staff: Staff
  /** Robot phones at once; default 200. */
  readonly robots?: number
}

const robotsLimit = 200

/** Routes of WebSockets: a page says its origin there, whatever Fetch Metadata say. */
const sockets: ReadonlySet<string> = new Set([
  '/readers/:id/connection',
  '/readers/:id/places/:place',
])

/** Of what the page sent: too large, not UTF-8, or no frame at all. Undefined: another error. */
function refusedFrame(error: Error): { code: 'FRAME_REFUSED'; detail: string } | undefined {
  const reason: unknown = Reflect.get(error, 'code')
  const isFrame = typeof reason === 'string' && reason.startsWith('WS_ERR_')
  return isFrame ? { code: 'FRAME_REFUSED', detail: reason } : undefined
}

/**
 * The box's HTTP application, apart from listening. WebSockets come by its `server`'s 'upgrade' event.
 * @throws {Problem} CARD_DAMAGED: a card of the folder cannot be opened with its key
 */
export async function createBox(options: BoxOptions): Promise<Party> {
  const { origins, dataFolder, logger, counter, staff } = options
  const now = () => new Date()
  const shelf = await openShelf(dataFolder)
  const seats = await openSeats(dataFolder, { isEmpty: shelf.isEmpty, now })
  // Left by an end in the middle of starting a seat over: nobody has a token for them.
  for (const id of shelf.seats()) if (!seats.has(id)) await shelf.clear({ id })
  const readers = new Readers({ load: shelf.contents, save: shelf.save, now, wait })
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
  await app.register(websocket, {
    options: { maxPayload: 70_000 }, // an extended APDU: 65 544 bytes
    errorHandler: (error, socket, { log }) => {
      const refused = refusedFrame(error)
      if (refused) {
        // The connection has been closed with 1002, 1007 or 1009 already.
        const { code, detail } = refused
        log.warn({ code, detail }, boxProblems[code].title.en)
      } else {
        log.error({ err: error }, 'reader')
        socket.terminate()
      }
    },
  })
  // Every answer of the box is somebody's secret: pages of strangers get none, whatever they ask (Fetch Metadata).
  app.addHook('onRequest', async ({ headers, routeOptions }) => {
    // Both refuse by themselves.
    if (routeOptions.url && sockets.has(routeOptions.url)) return
    const { origin } = headers
    const isStranger = origin !== undefined && origin !== origins.desk && origin !== origins.app
    if (isStranger || headers['sec-fetch-site'] === 'cross-site')
      throw new BoxProblem('NOT_FROM_DESK')
  })
  app.addHook('preClose', async () => {
    ended.abort()
    readers.end()
  })
  const onlyDesk = async ({ headers }: FastifyRequest) => {
    if (headers.origin !== undefined && headers.origin !== origins.desk)
      throw new BoxProblem('NOT_FROM_DESK')
  }
  const needs = { seats, shelf, readers, onlyDesk, counter, staff, origins, ended: ended.signal }
  seatRoutes(app, needs)
  cardRoutes(app, needs)
  counterRoutes(app, needs)
  readerRoutes(app, needs)
  placeRoutes(app, needs)
  robotRoutes(app, { ...needs, limit: options.robots ?? robotsLimit })
  return app
}
