/** The bank: a site by the gate at which accounts are opened with the phone (1-B②). */
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
import { clerkRoutes } from './clerk-routes.ts'
import { Applications, openDatabase } from './database/applications.ts'
import { Cases } from './database/cases.ts'
import { productNames } from './form.ts'
import { openings } from './opening.ts'
import { bankProblems } from './problems.ts'
import { bankRoutes } from './routes.ts'

export { bankName } from './contract.ts'
export { productNames } from './form.ts'
export type { BankCode } from './problems.ts'

export interface BankOptions {
  readonly origins: Origins
  /** As the gate knows the bank; `encryptionKey` opens the results of signing. */
  readonly client: ClientSettings & { readonly encryptionKey: SiteKey }
  /** postgres://…; the schema bank in it is the bank's. */
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
export async function createBank(options: BankOptions): Promise<Party> {
  const { origins, client: settings, logger, sandbox = true, fetch = localFetch } = options
  const { bank: origin } = origins
  const key = await secretFile(join(options.dataFolder, 'bank.key'), newKey)
  const onError = (error: Error) => logger?.error({ err: error }, 'database')
  const sealing = createSealing(base64.decode(key))
  const db = await openDatabase(options.databaseUrl, onError)
  try {
    const app = await createParty({
      name: 'bank',
      origins,
      sandbox,
      problems: bankProblems,
      openapi: { title: 'Kazashi bank', description: 'A site: accounts opened with the phone' },
      ...(logger !== undefined && { logger }),
    })
    app.addHook('onClose', () => db.destroy())
    await app.register(cookies)
    const provider = openProvider(settings, fetch)
    const { issuer, redirectUri } = settings
    const optional = ['name', 'address', 'birthdate'] as const
    const client = openClient({ provider, redirectUri, optional })
    const trust = publishedTrust(origins.authority, fetch, sandbox)
    const visitors = openVisitors(client, trust.now)
    loginRoutes(app, { origin, client, visitors, issuer })
    const signings = openSignings({ signing: openSigning(settings, provider, fetch), trust })
    const applications = new Applications(db, sealing)
    const accounts = openings({ applications, signings, trust })
    for (const product of productNames)
      signingRoutes(app, {
        origin,
        of: product,
        client: openClient({ provider, redirectUri: `${origin}/signed/${product}` }),
        visitors,
        begin: ({ sub }) => accounts.begin({ sub, product }),
        finish: async ({ sub }, signer) => {
          await accounts.finish({ sub, product }, signer)
        },
      })
    bankRoutes(app, { visitors, openings: accounts })
    if (sandbox) clerkRoutes(app, { cases: new Cases(db, sealing), now: trust.now })
    const { pages, signal } = options
    const folder = pages ?? (await buildPage(pageFolder, { signal, operating: !sandbox }))
    await servePages(app, { folder, config: { origins, sandbox } })
    return app
  } catch (error) {
    await db.destroy()
    throw error
  }
}
