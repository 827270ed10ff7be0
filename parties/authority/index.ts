/** The authority: applications, registry, issuing, status and notices on PostgreSQL. `createAuthority` is the whole of it. */
import { randomBytes } from 'node:crypto'
import { type Clock, type IssuingHours, issuingHours, systemClock } from '@kazashi/lifecycle'
import { fileKeyStore } from '@kazashi/pki/file-key-store'
import type { Origins, Party } from '@kazashi/serve'
import type { FastifyBaseLogger } from 'fastify'
import { issueWhenDue } from './applications/issue.ts'
import { endOverdue } from './credentials/end-overdue.ts'
import { waitingApplications } from './database/applications.ts'
import { createPool, openDatabase } from './database/connection.ts'
import { migrate } from './database/migrate.ts'
import { forgetExpired } from './database/once.ts'
import { WorkQueue } from './database/queue.ts'
import { createSealing } from './database/sealing.ts'
import { Signals } from './database/signals.ts'
import { openCertificateAuthorities } from './issuing/certificate-authorities.ts'
import { openDocumentSigners } from './issuing/document-signers.ts'
import { prepare } from './issuing/generations.ts'
import { createSerials } from './issuing/serials.ts'
import { Statuses } from './issuing/statuses.ts'
import { NoticeBoard } from './notices/board.ts'
import { deliverNotices } from './notices/deliver.ts'
import { type Pushing, startPushing } from './notices/push/pusher.ts'
import { type PushOptions, readPushSettings } from './notices/push/settings.ts'
import { checkOperatorKey, readOperatorKeys } from './operator/keys.ts'
import { readRoleTokens } from './operator/role-tokens.ts'
import type { Records } from './records.ts'
import { authorityRoutes } from './routes.ts'
import { SandboxClock } from './sandbox/clock.ts'

export type { Role, RoleTokens } from './callers.ts'
export { reachDatabase } from './database/connection.ts'
export { readRoleTokens } from './operator/role-tokens.ts'

export interface AuthorityOptions {
  /** postgres://…; the schemas registry, record and queue in it are the authority's. */
  readonly databaseUrl: string
  /** Absolute: operator key and CA keys. Belongs to the database. */
  readonly dataFolder: string
  readonly origins: Origins
  readonly logger?: FastifyBaseLogger
  /** Default 8:00 to 19:30 Japan time. */
  readonly hours?: IssuingHours
  /** The "some minutes" between an application and its issuing. Default 3: this is a sandbox. */
  readonly issueDelaySeconds?: number
  /** Of the CA keys' files; KAZASHI_KEY_PASSPHRASE where it is set, else made and kept in the data folder. */
  readonly passphrase?: string
  /** Push services and when a push is tried again. */
  readonly push?: PushOptions
  /** The clock that the sandbox's offset is added to; default the machine's time. */
  readonly clock?: Clock
  /** Issues, delivers and sweeps; default true. Otherwise this process only answers, and others do the work. */
  readonly work?: boolean
}

/** Milliseconds between checks for work that another process moved or a lost job left behind. */
const clockInterval = 1_000
const statusInterval = 5_000
const sweepInterval = 60_000
/** Nonces and proofs are forgotten this long after they are of no use. */
const forgetAfter = 24 * 60 * 60_000

/** Ready to listen or to be injected; `close()` ends its workers, streams and pools. */
export async function createAuthority(options: AuthorityOptions): Promise<Party> {
  const { databaseUrl, origins, logger, issueDelaySeconds = 3, hours = issuingHours } = options
  const { work = true } = options
  const passphrase = options.passphrase ?? process.env['KAZASHI_KEY_PASSPHRASE']
  const keys = await readOperatorKeys(options.dataFolder, passphrase)
  const tokens = await readRoleTokens(options.dataFolder)
  const push = await readPushSettings(
    { dataFolder: options.dataFolder, origins, sandbox: true },
    options.push,
  )
  let closing = false
  // A connection that the database ends while it is being closed is no error.
  const onError = (error: Error) => closing || logger?.error({ err: error }, 'database')
  const pool = createPool(databaseUrl, onError)
  const db = openDatabase(pool)
  const sandboxClock = new SandboxClock(db, options.clock ?? systemClock)
  const queue = new WorkQueue(databaseUrl, sandboxClock, onError)
  const signals = new Signals(databaseUrl, onError)
  const statuses = new Statuses(signals.heardByAll)
  const board = new NoticeBoard()
  signals.on('status', (text) => statuses.hear(text))
  signals.on('clock', (seconds) => sandboxClock.adopt(Number(seconds)))
  signals.on('notice', (phone) => board.wake(phone))
  let pushing: Pushing | undefined
  let readGenerations = async (): Promise<void> => undefined
  let prepareGenerations = readGenerations
  const open = async (): Promise<Records> => {
    await migrate(pool)
    await signals.start()
    await statuses.load(db)
    await sandboxClock.refresh()
    const sealing = createSealing(keys.operatorKey)
    await checkOperatorKey(db, sealing)
    const keyStore = fileKeyStore(keys.keyFolder, keys.passphrase)
    const opening = {
      keys: keyStore,
      now: sandboxClock.base.now(),
      heardByAll: signals.heardByAll,
      onError,
    }
    const authorities = await openCertificateAuthorities(db, opening)
    const documentSigners = await openDocumentSigners(db, origins.repository, opening)
    const generations = [authorities.generations, documentSigners.iacas]
    readGenerations = async () => {
      await Promise.all(generations.map((one) => one.readAgain(db)))
    }
    prepareGenerations = () => prepare({ db, clock: sandboxClock }, generations)
    signals.on('generation', () => void readGenerations())
    // One that was made while these were opened was not heard of.
    await readGenerations()
    await prepareGenerations()
    const records: Records = {
      db,
      clock: sandboxClock,
      sandboxClock,
      machineClock: sandboxClock.base,
      sealing,
      authorities,
      documentSigners,
      serials: createSerials(sealing),
      statuses,
      queue,
      board,
      push,
      tokens,
      origins,
      sandbox: true,
      hours,
      issueDelaySeconds,
      random: (length) => new Uint8Array(randomBytes(length)),
    }
    await queue.start()
    if (work) {
      const sending = startPushing(records, onError)
      pushing = sending
      await queue.work(db, {
        issue: (id) => issueWhenDue(records, id),
        deliver: async () => {
          sending.look()
          await deliverNotices(records)
        },
      })
    }
    return records
  }
  let records: Records
  try {
    records = await open()
  } catch (error) {
    await signals.close()
    await queue.close()
    await pushing?.close()
    await db.destroy()
    throw error
  }
  const quietly = (work: () => Promise<unknown>) => () => void work().catch(onError)
  const sweep = async () => {
    await prepareGenerations()
    const now = sandboxClock.now()
    // By the earlier of both clocks: the sandbox's clock may come back to a time it has passed.
    const earlier = Math.min(now.getTime(), sandboxClock.base.now().getTime())
    await forgetExpired(db, new Date(earlier - forgetAfter))
    const overdue = (await waitingApplications(db)).filter(({ dueAt }) => dueAt <= now)
    for (const { id } of overdue) await issueWhenDue(records, id)
    await endOverdue(records)
  }
  const sweepSoon = quietly(sweep)
  if (work) {
    // Work that the sandbox's clock skipped is due now.
    signals.on('clock', (seconds) => {
      sandboxClock.adopt(Number(seconds))
      sweepSoon()
    })
  }
  const catchUp = quietly(async () => {
    await readGenerations()
    await statuses.catchUp(db)
  })
  signals.onGap(catchUp)
  const timers = [
    setInterval(
      quietly(() => sandboxClock.refresh()),
      clockInterval,
    ),
    setInterval(catchUp, statusInterval),
    ...(work ? [setInterval(sweepSoon, sweepInterval)] : []),
  ]
  const app = await authorityRoutes({ origins, records: () => records, ...(logger && { logger }) })
  app.addHook('preClose', async () => {
    closing = true
    for (const timer of timers) clearInterval(timer)
    records.board.close()
  })
  app.addHook('onClose', async () => {
    await signals.close()
    await queue.close()
    await pushing?.close()
    await db.destroy()
  })
  return app
}
