/**
 * The mobile phone shop: a contract is signed at its own counter, by the card or the phone that lies on the tablet's reader (1-B②). There is no
 * gate: the shop takes the signature itself, with @kazashi/documents and @kazashi/verify.
 */
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
import { publishedTrust } from '@kazashi/site'
import { buildPage } from '@kazashi/ui/vite'
import { Counter } from './counter.ts'
import { Contracts } from './database/contracts.ts'
import { mobileProblems } from './problems.ts'
import { mobileRoutes } from './routes.ts'
import { Visits } from './visits.ts'

export type { MobileCode } from './problems.ts'

export interface MobileOptions {
  readonly origins: Origins
  /** postgres://…; the schema mobile in it is the shop's. */
  readonly databaseUrl: string
  /** Absolute: the key by which what is personal is sealed. */
  readonly dataFolder: string
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** Default `localFetch`: the authority, and the OCSP responders that certificates name. */
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
export async function createMobile(options: MobileOptions): Promise<Party> {
  const { origins, logger, sandbox = true, fetch = localFetch, pages, signal } = options
  const key = await secretFile(join(options.dataFolder, 'mobile.key'), newKey)
  const onError = (error: Error) => logger?.error({ err: error }, 'database')
  const sealing = createSealing(base64.decode(key))
  const contracts = await Contracts.open(options.databaseUrl, sealing, onError)
  try {
    const app = await createParty({
      name: 'mobile',
      origins,
      sandbox,
      problems: mobileProblems,
      openapi: { title: 'Kazashi mobile', description: 'A shop: a contract signed at the counter' },
      ...(logger !== undefined && { logger }),
    })
    app.addHook('onClose', () => contracts.close())
    await app.register(cookies)
    const trust = publishedTrust(origins.authority, fetch, sandbox)
    const counter = new Counter({ trust, contracts })
    const visits = new Visits(() => performance.now())
    await app.register(async (scope) => mobileRoutes(scope, { counter, visits, contracts, trust }))
    const folder = pages ?? (await buildPage(pageFolder, { signal, operating: !sandbox }))
    await servePages(app, { folder, config: { origins, sandbox } })
    return app
  } catch (error) {
    await contracts.close()
    throw error
  }
}
