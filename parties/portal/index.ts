/**
 * The portal: a relying party to try logging in with the phone (1-B①). It logs in by the gate, as any client of OpenID Connect would;
 * at `/direct` it is the example of `@kazashi/login`, without the gate.
 */
import { fileURLToPath } from 'node:url'
import cookies from '@fastify/cookie'
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
  openVisitors,
} from '@kazashi/site'
import { buildPage } from '@kazashi/ui/vite'
import type { TrustAnchor } from '@kazashi/verify'
import { directRoutes } from './direct/routes.ts'
import { portalProblems } from './problems.ts'
import { trustFrom } from './trust.ts'

export type { PortalCode } from './problems.ts'

export interface PortalOptions {
  readonly origins: Origins
  /** As the gate knows the portal. */
  readonly client: ClientSettings
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

/** The portal's name, as the phone shows it. */
export const portalName = (sandbox: boolean): string =>
  sandbox ? 'マイナポータル（練習用）' : 'マイナポータル'

/** @throws any error of the page's build */
export async function createPortal(options: PortalOptions): Promise<Party> {
  const { origins, logger, sandbox = true, fetch = localFetch } = options
  const trust = trustFrom(origins.authority, fetch, {
    sandbox,
    ...(options.trust && { fixed: options.trust }),
  })
  const app = await createParty({
    name: 'portal',
    origins,
    sandbox,
    problems: portalProblems,
    openapi: { title: 'Kazashi portal', description: 'A relying party: login with the phone' },
    ...(logger !== undefined && { logger }),
  })
  await app.register(cookies)
  const { issuer, redirectUri } = options.client
  const client = openClient({ provider: openProvider(options.client, fetch), redirectUri })
  const visitors = openVisitors(client, trust.now)
  loginRoutes(app, { origin: origins.portal, client, visitors, issuer })
  directRoutes(app, { origins, trust, relyingParty: portalName(sandbox) })
  const folder =
    options.pages ?? (await buildPage(pageFolder, { signal: options.signal, operating: !sandbox }))
  await servePages(app, { folder, config: { origins, sandbox } })
  return app
}
