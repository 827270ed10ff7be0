/**
 * The clinic or pharmacy: the phone as the health insurance card (1-B④, 5-A5). A face terminal with a reader for phones beside it, the
 * reception's desk, and an open mock of the eligibility service behind them. Of a sandbox only.
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
import { buildPage } from '@kazashi/ui/vite'
import type { TrustAnchor } from '@kazashi/verify'
import type { Register } from './eligibility/register.ts'
import { eligibilityRoutes } from './eligibility/routes.ts'
import { eligibilityService } from './eligibility/service.ts'
import { connect, migrateClinic } from './facility/connection.ts'
import { forget } from './facility/retention.ts'
import { clinicProblems } from './problems.ts'
import { receptionRoutes } from './reception/routes.ts'
import { terminalRoutes } from './terminal/routes.ts'
import { Troubles } from './terminal/troubles.ts'
import { Visits } from './terminal/visits.ts'
import { trustFrom } from './trust.ts'

export { authorityRegister } from './eligibility/authority-register.ts'
export type { RegisteredHolder } from './eligibility/register.ts'
export type { VisitCode } from './terminal/problems.ts'

export interface ClinicOptions {
  readonly origins: Origins
  /** postgres://…; the schema clinic in it is the clinic's. */
  readonly databaseUrl: string
  /** Absolute: the key by which the records are sealed. */
  readonly dataFolder: string
  readonly register: Register
  readonly logger?: PartyOptions['logger']
  readonly sandbox?: boolean
  /** CA certificates from configuration; asked of the authority unless given. */
  readonly trust?: readonly TrustAnchor[]
  /** Default `localFetch`: the authority, and the OCSP responders that certificates name. */
  readonly fetch?: typeof globalThis.fetch
  /** The machine's time, by which people are idle. */
  readonly now?: () => Date
  /** The built page; built if its sources changed unless given. */
  readonly pages?: string
  /** Ends the build of the page. */
  readonly signal?: AbortSignal
}

/** Folder of the page's sources; its `dist` is served. */
const pageFolder: string = fileURLToPath(new URL('./page', import.meta.url))
const keyOctets = 32
/** Milliseconds between two looks for what is not kept any longer. */
const sweepInterval = 10 * 60_000
const relyingParty = '見本クリニック（練習用）'

async function openSealing(dataFolder: string) {
  const text = await secretFile(join(dataFolder, 'clinic.key'), () =>
    randomBytes(keyOctets).toString('base64'),
  )
  return createSealing(base64.decode(text))
}

/** @throws any error of the database or of the page's build */
export async function createClinic(options: ClinicOptions): Promise<Party> {
  const { origins, logger, sandbox = true, fetch = localFetch, now = () => new Date() } = options
  let closing = false
  const onError = (error: Error) => closing || logger?.error({ err: error }, 'database')
  const { pool, db } = connect(options.databaseUrl, onError)
  try {
    await migrateClinic(pool)
    const sealing = await openSealing(options.dataFolder)
    const trust = trustFrom(origins.authority, fetch, options.trust)
    const asker = { audience: origins.clinic, relyingParty }
    const { register } = options
    const eligibility = eligibilityService({ trust, register, sealing, asker, sandbox })
    const folder = options.pages ?? (await buildPage(pageFolder, { signal: options.signal }))
    const app = await createParty({
      name: 'clinic',
      origins,
      sandbox,
      problems: clinicProblems,
      openapi: {
        title: 'Kazashi clinic',
        description:
          'A terminal and a reception of a clinic or pharmacy, and the eligibility service',
        tags: {
          terminal: 'The face terminal and the reader beside it',
          reception: 'The reception’s desk',
          eligibility: 'The eligibility service, described by itself at /eligibility/openapi.json',
        },
      },
      ...(logger !== undefined && { logger }),
    })
    await app.register(cookies)
    const visits = new Visits(now)
    const troubles = new Troubles()
    const needs = { db, sealing, trust, eligibility, asker, machineNow: now, visits, troubles }
    terminalRoutes(app, needs)
    receptionRoutes(app, needs)
    eligibilityRoutes(app, eligibility)
    const sweep = async () => forget(db, await trust.now(), now())
    const sweeping = setInterval(() => void sweep().catch(onError), sweepInterval)
    app.addHook('preClose', async () => {
      closing = true
      clearInterval(sweeping)
    })
    app.addHook('onClose', async () => db.destroy())
    await servePages(app, { folder, config: { origins, sandbox } })
    return app
  } catch (error) {
    await db.destroy()
    throw error
  }
}
