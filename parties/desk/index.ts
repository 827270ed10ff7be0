/** The start page: cards, the phone and places to use it side by side. It keeps nothing; the box has the cards. */
import { fileURLToPath } from 'node:url'
import {
  createParty,
  type Origins,
  type Party,
  type PartyName,
  type PartyOptions,
  partyNames,
  servePages,
} from '@kazashi/serve'
import { buildPage } from '@kazashi/ui/vite'

/** In a class the clock is the same for all, so one person moves it. */
type ClockMover = 'everybody' | 'instructor'

export interface DeskOptions {
  readonly origins: Origins
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
  /** Those that run: the desk leads to no other. Default: all. */
  readonly names?: readonly PartyName[]
  /** Those that may move the clock. Default: everybody. */
  readonly clock?: ClockMover
}

/** Folder of the page's sources; its `dist` is served. */
const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))

/** Builds the page if its sources changed. @throws any error of the build */
export async function createDesk(options: DeskOptions): Promise<Party> {
  const { origins, logger, sandbox = true, names = partyNames, clock = 'everybody' } = options
  const app = await createParty({
    name: 'desk',
    origins,
    sandbox,
    ...(logger === undefined ? {} : { logger }),
  })
  // 3-C ④: the iPhone that lies on it records a face's movement; the desk itself asks for nothing.
  app.addHook('onSend', async (_request, reply) => {
    const policy = `camera=("${origins.app}"), microphone=(), geolocation=()`
    reply.header('permissions-policy', policy)
  })
  await servePages(app, {
    folder: await buildPage(pageFolder, { signal: options.signal, operating: !sandbox }),
    config: { origins, sandbox, clock, parties: names },
  })
  return app
}
