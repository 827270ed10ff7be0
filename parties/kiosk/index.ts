/**
 * The kiosk of a convenience store (1-B③): the card or the phone that is held to it proves who is there, and the person's municipality has a certificate
 * printed. At `/check` anybody checks such a paper.
 */
import { join } from 'node:path'
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
import { buildPage } from '@kazashi/ui/vite'
import type { TrustAnchor } from '@kazashi/verify'
import { openJournal } from './journal/journal.ts'
import { Machine } from './machine.ts'
import { openSeals } from './paper/seals.ts'
import { kioskProblems } from './problems.ts'
import type { Register } from './register.ts'
import { kioskRoutes } from './routes.ts'
import { trustFrom } from './trust.ts'
import { Visits } from './visits.ts'

export type { KioskCode } from './problems.ts'
export { municipalRegister } from './register.ts'

export interface KioskOptions {
  readonly origins: Origins
  readonly register: Register
  /** Absolute: keys of the seals, the journal. */
  readonly dataFolder: string
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** CA certificates from configuration; asked of the authority unless given. */
  readonly trust?: readonly TrustAnchor[]
  /** Default `localFetch`: the authority, and the OCSP responders that certificates name. */
  readonly fetch?: typeof globalThis.fetch
  /** The built page; built if its sources changed unless given. */
  readonly pages?: string
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
}

const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))

/** As the statement names it that card or phone signs. */
const relyingParty = 'コンビニ交付のキオスク（練習用）'

/** @throws any error of the page's build, of the journal and the keys; {LoginProblem} TRUST_UNAVAILABLE */
export async function createKiosk(options: KioskOptions): Promise<Party> {
  const { origins, register, dataFolder, logger, sandbox = true, fetch = localFetch } = options
  const trust = trustFrom(origins.authority, fetch, {
    sandbox,
    ...(options.trust && { fixed: options.trust }),
  })
  const app = await createParty({
    name: 'kiosk',
    origins,
    sandbox,
    problems: kioskProblems,
    openapi: { title: 'Kazashi kiosk', description: 'Certificates printed at a convenience store' },
    ...(logger !== undefined && { logger }),
  })
  await app.register(cookies)
  const now = await trust.now()
  const journal = await openJournal(join(dataFolder, 'journal.jsonl'), now)
  const seals = await openSeals(dataFolder, now)
  const audience = origins.kiosk
  const machine = new Machine({ trust, register, journal, seals, audience, relyingParty })
  const visits = new Visits(() => performance.now())
  app.addHook('onClose', async () => {
    const at = await trust.now().catch(() => now)
    for (const visit of visits.takeAll()) await machine.end(visit, at)
    await journal.close()
  })
  await app.register(async (scope) =>
    kioskRoutes(scope, { machine, visits, trust, seals, audience, relyingParty, sandbox }),
  )
  // The page that checks papers reads their code by the camera; no other page gets one.
  app.addHook('onSend', async ({ url }, reply) => {
    if (url === '/check') reply.header('permissions-policy', 'camera=(self)')
  })
  const folder =
    options.pages ?? (await buildPage(pageFolder, { signal: options.signal, operating: !sandbox }))
  await servePages(app, { folder, config: { origins, sandbox } })
  return app
}
