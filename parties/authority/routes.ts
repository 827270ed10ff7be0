/** All routes of the authority, apart from the records they work on: a test and the description of the API build them too. */
import { createParty, hostsOf, type Origins, type Party } from '@kazashi/serve'
import type { FastifyBaseLogger } from 'fastify'
import { applicationRoutes } from './applications/routes.ts'
import { attributeRoutes } from './attributes/routes.ts'
import { checkCallers } from './callers.ts'
import { counterRoutes } from './counter/routes.ts'
import { credentialRoutes } from './credentials/routes.ts'
import { description } from './description.ts'
import { docsPage } from './docs-page.ts'
import { hotlineRoutes } from './hotline/routes.ts'
import { pushRoutes } from './notices/push/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { operatorRoutes } from './operator/routes.ts'
import { proveDevices } from './phones/device.ts'
import { phoneRoutes } from './phones/routes.ts'
import { AuthorityError, authorityProblems } from './problems.ts'
import type { Records } from './records.ts'
import { repositoryRoutes } from './repository/routes.ts'
import { type MayHearTokens, sandboxRoutes, tokenRoute } from './sandbox/routes.ts'
import { verifierRoutes } from './verifier/routes.ts'

export interface RouteOptions {
  readonly origins: Origins
  readonly logger?: FastifyBaseLogger
  /** Default true: with the routes that only a sandbox has. */
  readonly sandbox?: boolean
  /** The token that moves the clock. Default: anybody moves it. */
  readonly instructor?: string
  /** With the route that tells the roles' tokens. Default: of a sandbox whose name is this machine's. */
  readonly tellTokens?: boolean
  /** Default: every program. */
  readonly mayHearTokens?: MayHearTokens
  /** Asked at each request. */
  readonly records: () => Records
}

export const tellsTokens = ({
  origins,
  sandbox = true,
  tellTokens = new URL(origins.authority).hostname.endsWith('.localhost'),
}: Pick<RouteOptions, 'origins' | 'sandbox' | 'tellTokens'>): boolean => sandbox && tellTokens

export async function authorityRoutes(options: RouteOptions): Promise<Party> {
  const { origins, logger, records, sandbox = true } = options
  const app = await createParty({
    name: 'authority',
    origins,
    ...(logger && { logger }),
    sandbox,
    problems: authorityProblems,
    openapi: description,
  })
  // Under the repository's name there are only the pointers of certificates.
  const repository = hostsOf('repository', origins)
  app.addHook('onRequest', async (request) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const pointer = path === '/' || path.startsWith('/pki/')
    if (repository.includes(request.headers.host ?? '') && !pointer)
      throw new AuthorityError('NOT_FOUND')
  })
  await docsPage(app)
  checkCallers(app, () => records().tokens)
  proveDevices(app, records)
  applicationRoutes(app, records)
  credentialRoutes(app, records)
  attributeRoutes(app, records)
  phoneRoutes(app)
  noticeRoutes(app, records)
  pushRoutes(app, records)
  counterRoutes(app, records)
  hotlineRoutes(app, records)
  operatorRoutes(app, records)
  verifierRoutes(app, records)
  if (sandbox) sandboxRoutes(app, records, options.instructor)
  if (tellsTokens(options)) tokenRoute(app, records, options.mayHearTokens)
  repositoryRoutes(app, records)
  return app
}
