/** The resident's phone app as a party: its built page, and the addresses of the other parties. It keeps nothing on the server. */
import { fileURLToPath } from 'node:url'
import { faceFiles } from '@kazashi/face/files'
import {
  createParty,
  type Origins,
  type Party,
  type PartyOptions,
  serveNamedFiles,
  servePages,
} from '@kazashi/serve'
import { buildPage } from '@kazashi/ui/vite'

export interface AppOptions {
  readonly origins: Origins
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
}

/** Folder of the page's sources; its `dist` is served. */
export const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))

/** Builds the page if its sources changed. @throws any error of the build */
export async function createApp(options: AppOptions): Promise<Party> {
  const { origins, logger, sandbox = true } = options
  const app = await createParty({
    name: 'app',
    origins,
    sandbox,
    ...(logger === undefined ? {} : { logger }),
  })
  // 3-C ④: the app records a face's movement, asked for when it comes to that. No other page of it is shown a microphone or a place.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
  })
  await servePages(app, {
    folder: await buildPage(pageFolder, { signal: options.signal, operating: !sandbox }),
    config: { origins, sandbox },
  })
  serveNamedFiles(app, '/face/', faceFiles())
  return app
}
