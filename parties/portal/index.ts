/**
 * The portal (1-B①): after a login by the gate, as any client of OpenID Connect would do it, a person's applications, own information,
 * notices and records; at `/direct` it is the example of `@kazashi/login`, without the gate.
 */

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import cookies from '@fastify/cookie'
import { createSealing, secretFile } from '@kazashi/database'
import type { Trust } from '@kazashi/login'
import {
  createParty,
  localFetch,
  type Origins,
  type Party,
  type PartyOptions,
  servePages,
} from '@kazashi/serve'
import {
  type Client,
  type ClientSettings,
  loginRoutes,
  openClient,
  openProvider,
  openSigning,
  openVisitors,
  publishedTrust,
  type SiteKey,
  type Visitors,
} from '@kazashi/site'
import { buildPage } from '@kazashi/ui/vite'
import type { TrustAnchor } from '@kazashi/verify'
import { Applications } from './database/applications.ts'
import { AskedBefore } from './database/asked.ts'
import { Attachments } from './database/attachments.ts'
import { connect, forget, migratePortal } from './database/connection.ts'
import { Events } from './database/events.ts'
import { directRoutes } from './direct/routes.ts'
import { portalProblems } from './problems.ts'
import { applicationRoutes } from './routes/applications.ts'
import { homeRoutes } from './routes/home.ts'
import { ownInformationRoutes } from './routes/own-information.ts'
import { paperRoutes } from './routes/papers.ts'
import { gateRoutes } from './routes/signing.ts'
import { filledClaims } from './signing/fill.ts'

export type { PortalCode } from './problems.ts'

/** For applications, own information and who looked at it. */
interface RecordOptions {
  /** postgres://…; the schema portal in it is the portal's. */
  readonly databaseUrl: string
  /** Absolute: the portal's key. */
  readonly dataFolder: string
  /** Opens what the gate's signing API answers. */
  readonly encryptionKey: SiteKey
  /** The machine's time, by which drafts and orders live. */
  readonly now?: () => Date
}

export interface PortalOptions {
  readonly origins: Origins
  /** As the gate knows the portal. */
  readonly client: ClientSettings
  /** Without, the portal knows nobody beyond a login. */
  readonly records?: RecordOptions
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** CA certificates from configuration; asked of the authority unless given. */
  readonly trust?: readonly TrustAnchor[]
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
/** Milliseconds between two looks for what nobody can use any more. */
const sweepInterval = 600_000

/** The portal's name, as the phone shows it. */
export const portalName = (sandbox: boolean): string =>
  sandbox ? 'マイナポータル（練習用）' : 'マイナポータル'

async function openKeeping(options: RecordOptions, onError: (error: Error) => void) {
  const { pool, db } = connect(options.databaseUrl, onError)
  try {
    await migratePortal(pool)
    const key = await secretFile(join(options.dataFolder, 'key'), () =>
      randomBytes(keyOctets).toString('base64'),
    )
    const sealing = createSealing(new Uint8Array(Buffer.from(key, 'base64')))
    return { db, sealing, now: options.now ?? (() => new Date()) }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Each login is noted for the person to read; a login that cannot be noted is one all the same. */
const noting = (visitors: Visitors, note: (sub: string) => Promise<void>): Visitors => ({
  ...visitors,
  begin: async (before, person) => {
    const cookie = await visitors.begin(before, person)
    await note(person.sub)
    return cookie
  },
})

interface Parts {
  readonly app: Party
  readonly client: Client
  readonly provider: ReturnType<typeof openProvider>
  readonly trust: Trust
  readonly fetch: typeof globalThis.fetch
}

/** @returns who is logged in, noted */
async function openRecords(
  { client: settings, origins, logger }: PortalOptions,
  records: RecordOptions,
  { app, client, provider, trust, fetch }: Parts,
): Promise<Visitors> {
  let closing = false
  const onError = (error: Error) => closing || logger?.error({ err: error }, 'database')
  const keeping = await openKeeping(records, onError)
  const sweeping = setInterval(() => void forget(keeping).catch(onError), sweepInterval)
  app.addHook('preClose', async () => {
    closing = true
    clearInterval(sweeping)
  })
  app.addHook('onClose', async () => keeping.db.destroy())
  const origin = origins.portal
  const events = new Events(keeping)
  const note = async (sub: string) => {
    await events.add(sub, await trust.now(), { kind: 'login' }).catch(onError)
  }
  const visitors = noting(openVisitors(client, trust.now), note)
  const redirectUri = `${origin}/signed`
  const { encryptionKey } = records
  const needs = {
    app,
    origin,
    visitors,
    trust,
    events,
    applications: new Applications(keeping),
    attachments: new Attachments(keeping),
    asked: new AskedBefore(keeping),
    signing: openSigning({ ...settings, encryptionKey }, provider, fetch),
    client: openClient({ provider, redirectUri }),
    fillClient: openClient({ provider, redirectUri, optional: filledClaims }),
  }
  homeRoutes(needs)
  ownInformationRoutes(needs)
  applicationRoutes(needs)
  paperRoutes(needs)
  gateRoutes(needs)
  return visitors
}

/** @throws any error of the database or of the page's build */
export async function createPortal(options: PortalOptions): Promise<Party> {
  const { origins, logger, records, sandbox = true, fetch = localFetch } = options
  const trust = publishedTrust(origins.authority, fetch, sandbox, options.trust)
  const app = await createParty({
    name: 'portal',
    origins,
    sandbox,
    problems: portalProblems,
    openapi: {
      title: 'Kazashi portal',
      description: 'A relying party: applications and own information after a login with the phone',
    },
    ...(logger !== undefined && { logger }),
  })
  await app.register(cookies)
  const { issuer, redirectUri } = options.client
  const provider = openProvider(options.client, fetch)
  const client = openClient({ provider, redirectUri })
  const visitors = records
    ? await openRecords(options, records, { app, client, provider, trust, fetch })
    : openVisitors(client, trust.now)
  loginRoutes(app, { origin: origins.portal, client, visitors, issuer })
  directRoutes(app, { origins, trust, relyingParty: portalName(sandbox) })
  const folder =
    options.pages ?? (await buildPage(pageFolder, { signal: options.signal, operating: !sandbox }))
  await servePages(app, { folder, config: { origins, sandbox } })
  return app
}
