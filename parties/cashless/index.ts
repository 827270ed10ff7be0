/** The cashless payment: a site by the gate at which a wallet is opened by a login, and identified by a signature (1-B②). */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import cookies from '@fastify/cookie'
import { createSealing, secretFile } from '@kazashi/database'
import { base64 } from '@kazashi/octets'
import {
  createParty,
  localFetch,
  type Origins,
  type Party,
  type PartyOptions,
  servePages,
} from '@kazashi/serve'
import {
  type ClientSettings,
  loginRoutes,
  openClient,
  openProvider,
  openSigning,
  openSignings,
  openVisitors,
  publishedTrust,
  type SiteKey,
  signingRoutes,
} from '@kazashi/site'
import { buildPage } from '@kazashi/ui/vite'
import { walletCourse } from './course.ts'
import { Wallets } from './database/wallets.ts'
import { cashlessProblems } from './problems.ts'
import { cashlessRoutes } from './routes.ts'

export { cashlessName } from './application.ts'

export interface CashlessOptions {
  readonly origins: Origins
  /** As the gate knows it; `encryptionKey` opens the results of signing. */
  readonly client: ClientSettings & { readonly encryptionKey: SiteKey }
  /** postgres://…; the schema cashless in it is its own. */
  readonly databaseUrl: string
  /** Absolute: the key by which what is personal is sealed. */
  readonly dataFolder: string
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** Default `localFetch`: the gate, the authority, and the OCSP responders that certificates name. */
  readonly fetch?: typeof globalThis.fetch
  /** The built page; built if its sources changed unless given. */
  readonly pages?: string
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
}

/** Folder of the page's sources; its `dist` is served. */
const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))
const keyOctets = 32
const newKey = (): string => randomBytes(keyOctets).toString('base64')

/** @throws any error of the database or of the page's build */
export async function createCashless(options: CashlessOptions): Promise<Party> {
  const { origins, client: settings, logger, sandbox = true, fetch = localFetch } = options
  const { cashless: origin } = origins
  const key = await secretFile(join(options.dataFolder, 'cashless.key'), newKey)
  const onError = (error: Error) => logger?.error({ err: error }, 'database')
  const sealing = createSealing(base64.decode(key))
  const wallets = await Wallets.open(options.databaseUrl, sealing, onError)
  try {
    const app = await createParty({
      name: 'cashless',
      origins,
      sandbox,
      problems: cashlessProblems,
      openapi: {
        title: 'Kazashi cashless payment',
        description: 'A site: a wallet opened by a login, identified by a signature',
      },
      ...(logger !== undefined && { logger }),
    })
    app.addHook('onClose', () => wallets.close())
    await app.register(cookies)
    const provider = openProvider(settings, fetch)
    const { issuer, redirectUri } = settings
    const optional = ['name', 'address', 'birthdate'] as const
    const client = openClient({ provider, redirectUri, optional })
    const trust = publishedTrust(origins.authority, fetch, sandbox)
    const visitors = openVisitors(client, trust.now)
    loginRoutes(app, { origin, client, visitors, issuer })
    const signings = openSignings({ signing: openSigning(settings, provider, fetch), trust })
    const course = walletCourse({ wallets, signings, trust })
    signingRoutes(app, {
      origin,
      client: openClient({ provider, redirectUri: `${origin}/signed` }),
      visitors,
      begin: ({ sub }) => course.begin(sub),
      finish: ({ sub }, signer) => course.finish(sub, signer),
    })
    cashlessRoutes(app, { visitors, course, now: trust.now })
    const { pages, signal } = options
    const folder = pages ?? (await buildPage(pageFolder, { signal, operating: !sandbox }))
    await servePages(app, { folder, config: { origins, sandbox } })
    return app
  } catch (error) {
    await wallets.close()
    throw error
  }
}
