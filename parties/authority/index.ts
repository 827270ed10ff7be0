/** The authority: applications, registry, issuing, status and notices on PostgreSQL. `createAuthority` is the whole of it. */
import { randomBytes } from 'node:crypto'
import { createSealing } from '@kazashi/database'
import { type Clock, type IssuingHours, issuingHours, systemClock } from '@kazashi/lifecycle'
import { sandboxOrganization } from '@kazashi/pki'
import { fileKeyStore } from '@kazashi/pki/file-key-store'
import type { Origins, Party } from '@kazashi/serve'
import type { FastifyBaseLogger } from 'fastify'
import { issueWhenDue } from './applications/issue.ts'
import { endOverdue } from './credentials/end-overdue.ts'
import { waitingApplications } from './database/applications.ts'
import { createPool, migrateAuthority, openDatabase } from './database/connection.ts'
import { forgetExpired } from './database/once.ts'
import { WorkQueue } from './database/queue.ts'
import { Signals } from './database/signals.ts'
import { openCertificateAuthorities } from './issuing/certificate-authorities.ts'
import { openDocumentSigners } from './issuing/document-signers.ts'
import { prepare } from './issuing/generations.ts'
import { createSerials } from './issuing/serials.ts'
import { Statuses } from './issuing/statuses.ts'
import { TimeStamping } from './issuing/time-stamping.ts'
import { NoticeBoard } from './notices/board.ts'
import { deliverNotices } from './notices/deliver.ts'
import { type Pushing, startPushing } from './notices/push/pusher.ts'
import { type PushOptions, readPushSettings } from './notices/push/settings.ts'
import { checkOperatorKey, readOperatorKeys } from './operator/keys.ts'
import { checkAnchors, checkTokens, notePublished } from './operator/operating.ts'
import { readRoleTokens } from './operator/role-tokens.ts'
import type { Records } from './records.ts'
import { authorityRoutes, tellsTokens } from './routes.ts'
import { SandboxClock } from './sandbox/clock.ts'
import type { MayHearTokens } from './sandbox/routes.ts'

export type { Role, RoleTokens } from './callers.ts'
export { readRoleTokens } from './operator/role-tokens.ts'

export interface AuthorityOptions {
  /** postgres://…; the schemas registry, record and queue in it are the authority's. */
  readonly databaseUrl: string
  /** Absolute: operator key and CA keys. Belongs to the database. */
  readonly dataFolder: string
  readonly origins: Origins
  readonly logger?: FastifyBaseLogger
  /** Default true. Otherwise for real residents: no movable clock, no practice face, no push to this machine, no CA of a sandbox. */
  readonly sandbox?: boolean
  /** A sandbox tells any program the tokens of its roles: only one that nobody but this machine reaches. Default: by its name. */
  readonly tellTokens?: boolean
  /** Whether the caller with these cookies may hear them. Default: every program may. */
  readonly mayHearTokens?: MayHearTokens
  /** Of a class: only who has this token moves the clock. Default: anybody does. */
  readonly instructor?: string
  /** In the names of the CAs; KAZASHI_ORGANIZATION. Default a sandbox's. */
  readonly organization?: string
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

/** What lies in the data folder, made there at the first start. */
async function readSettings({ dataFolder, origins, sandbox = true, ...options }: AuthorityOptions) {
  const organization =
    options.organization ?? process.env['KAZASHI_ORGANIZATION'] ?? sandboxOrganization
  const tokens = await readRoleTokens(dataFolder)
  if (!sandbox) await checkTokens(dataFolder, tokens)
  else if (tellsTokens({ origins, sandbox, ...options })) await notePublished(dataFolder, tokens)
  const passphrase = options.passphrase ?? process.env['KAZASHI_KEY_PASSPHRASE']
  return {
    keys: await readOperatorKeys(dataFolder, passphrase),
    tokens,
    push: await readPushSettings({ dataFolder, origins, sandbox }, options.push),
    organization,
    sandbox,
  }
}

/** Connections of this process, and what it hears from the others by them; nothing has been asked of the database yet. */
function connect(
  { databaseUrl, clock, sandbox = true }: AuthorityOptions,
  onError: (error: Error) => void,
) {
  const pool = createPool(databaseUrl, onError)
  const db = openDatabase(pool)
  const sandboxClock = new SandboxClock(db, clock ?? systemClock)
  const queue = new WorkQueue(databaseUrl, sandboxClock, onError)
  const signals = new Signals(databaseUrl, onError)
  const statuses = new Statuses(signals.heardByAll)
  const board = new NoticeBoard()
  signals.on('status', (text) => statuses.hear(text))
  if (sandbox) signals.on('clock', (seconds) => sandboxClock.adopt(Number(seconds)))
  signals.on('notice', (phone) => board.wake(phone))
  return { pool, db, sandboxClock, queue, signals, statuses, board, onError }
}

type Settings = Awaited<ReturnType<typeof readSettings>>
type Connections = ReturnType<typeof connect>

/** The CAs and the document signers with their keys, of every generation. */
async function openIssuers(
  { db, sandboxClock, signals, onError }: Connections,
  { keys, organization }: Settings,
  origins: Origins,
) {
  const opening = {
    keys: fileKeyStore(keys.keyFolder, keys.passphrase),
    organization,
    now: sandboxClock.base.now(),
    heardByAll: signals.heardByAll,
    onError,
  }
  const authorities = await openCertificateAuthorities(db, opening)
  const documentSigners = await openDocumentSigners(db, origins.repository, opening)
  const generations = [authorities.generations, documentSigners.iacas]
  const readAgain = async () => {
    await Promise.all(generations.map((one) => one.readAgain(db)))
  }
  const prepareNext = () => prepare({ db, clock: sandboxClock }, generations)
  signals.on('generation', () => void readAgain())
  // One that was made while these were opened was not heard of.
  await readAgain()
  await prepareNext()
  const timeStamping = new TimeStamping({ db, keys: opening.keys, organization, authorities })
  return { authorities, documentSigners, timeStamping, readAgain, prepareNext }
}

/** The database as this version has it, and all that the procedures work with. */
async function openRecords(
  connections: Connections,
  settings: Settings,
  { origins, issueDelaySeconds = 3, hours = issuingHours }: AuthorityOptions,
) {
  const { pool, db, sandboxClock, queue, signals, statuses, board } = connections
  await migrateAuthority(pool)
  await signals.start()
  await statuses.load(db)
  if (settings.sandbox) await sandboxClock.refresh()
  else await checkAnchors(db, settings.organization)
  const sealing = createSealing(settings.keys.operatorKey)
  await checkOperatorKey(db, sealing)
  const issuers = await openIssuers(connections, settings, origins)
  const records: Records = {
    db,
    clock: sandboxClock,
    sandboxClock,
    machineClock: sandboxClock.base,
    sealing,
    authorities: issuers.authorities,
    documentSigners: issuers.documentSigners,
    timeStamping: issuers.timeStamping,
    serials: createSerials(sealing),
    statuses,
    queue,
    board,
    push: settings.push,
    tokens: settings.tokens,
    origins,
    sandbox: settings.sandbox,
    hours,
    issueDelaySeconds,
    random: (length) => new Uint8Array(randomBytes(length)),
  }
  return { records, issuers }
}

type Opened = Awaited<ReturnType<typeof openRecords>>

/** Work that somebody's request has put into the queue. */
const workQueue = ({ queue, db }: Connections, { records }: Opened, pushing: Pushing) =>
  queue.work(db, {
    issue: (id) => issueWhenDue(records, id),
    deliver: async () => {
      pushing.look()
      await deliverNotices(records)
    },
  })

/** What time alone brings about. */
async function sweep({ db, sandboxClock }: Connections, { records, issuers }: Opened) {
  await issuers.prepareNext()
  const now = sandboxClock.now()
  // By the earlier of both clocks: the sandbox's clock may come back to a time it has passed.
  const earlier = Math.min(now.getTime(), sandboxClock.base.now().getTime())
  await forgetExpired(db, new Date(earlier - forgetAfter))
  const overdue = (await waitingApplications(db)).filter(({ dueAt }) => dueAt <= now)
  for (const { id } of overdue) await issueWhenDue(records, id)
  await endOverdue(records)
}

/** Follows the other processes and the time. @param work sweeps as well @returns what ends it */
function keepUp(connections: Connections, opened: Opened, work: boolean): () => void {
  const { db, sandboxClock, signals, statuses, onError } = connections
  const quietly = (step: () => Promise<unknown>) => () => void step().catch(onError)
  const sweepSoon = quietly(() => sweep(connections, opened))
  const catchUp = quietly(async () => {
    await opened.issuers.readAgain()
    await statuses.catchUp(db)
  })
  const { sandbox } = opened.records
  if (work && sandbox) {
    // Work that the sandbox's clock skipped is due now.
    signals.on('clock', (seconds) => {
      sandboxClock.adopt(Number(seconds))
      sweepSoon()
    })
  }
  signals.onGap(catchUp)
  const followClock = quietly(() => sandboxClock.refresh())
  const timers = [
    ...(sandbox ? [setInterval(followClock, clockInterval)] : []),
    setInterval(catchUp, statusInterval),
    ...(work ? [setInterval(sweepSoon, sweepInterval)] : []),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

/** Ready to listen or to be injected; `close()` ends its workers, streams and pools. */
export async function createAuthority(options: AuthorityOptions): Promise<Party> {
  const { origins, logger, work = true } = options
  const settings = await readSettings(options)
  let closing = false
  // A connection that the database ends while it is being closed is no error.
  const onError = (error: Error) => closing || logger?.error({ err: error }, 'database')
  const connections = connect(options, onError)
  const { db, queue, signals, board } = connections
  let pushing: Pushing | undefined
  const end = async () => {
    await signals.close()
    await queue.close()
    await pushing?.close()
    await db.destroy()
  }
  let opened: Opened
  try {
    opened = await openRecords(connections, settings, options)
    await queue.start()
    if (work) {
      pushing = startPushing(opened.records, onError)
      await workQueue(connections, opened, pushing)
    }
  } catch (error) {
    await end()
    throw error
  }
  const stopKeepingUp = keepUp(connections, opened, work)
  const { records } = opened
  const app = await authorityRoutes({
    origins,
    records: () => records,
    sandbox: records.sandbox,
    ...(options.tellTokens !== undefined && { tellTokens: options.tellTokens }),
    ...(options.mayHearTokens && { mayHearTokens: options.mayHearTokens }),
    ...(options.instructor !== undefined && { instructor: options.instructor }),
    ...(logger && { logger }),
  })
  app.addHook('preClose', async () => {
    closing = true
    stopKeepingUp()
    board.close()
  })
  app.addHook('onClose', end)
  return app
}
