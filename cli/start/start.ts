/** Everything in one process, in order: port, database, parties; and in the opposite order when it ends. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { reachDatabase } from '@kazashi/database'
import { startEmbedded } from '@kazashi/database/embedded'
import { createLogger, originsFor } from '@kazashi/serve'
import { exitCodes } from '../exit-codes.ts'
import { reportError } from '../report-error.ts'
import { aboutClass } from './class/about.ts'
import { openClass } from './class/open.ts'
import { dataFolder, ephemeralFolder } from './data-folder.ts'
import { listen, type Parties } from './listener.ts'
import { creators, partiesOf } from './parties.ts'
import { isForThisMachine, type Purpose, purposeOf } from './purpose.ts'
import { runningOf } from './running.ts'
import { StartError } from './start-error.ts'
import type { StartOptions } from './start-options.ts'

type Close = () => Promise<void>

const say = (text: string) => console.error(text)

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  say(`  ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}

/** Ends all that was started, the last first; one failure does not keep the rest running. */
function ender(closes: Close[]): Close {
  let ending: Promise<void> | undefined
  const run = async () => {
    for (const close of closes.splice(0).reverse()) await close().catch(reportError)
  }
  return () => {
    ending ??= run()
    return ending
  }
}

async function external(url: string): Promise<string> {
  try {
    await reachDatabase(url)
    return url
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'no answer'
    throw new StartError('DATABASE_UNREACHABLE', { detail, cause })
  }
}

interface Course {
  readonly closes: Close[]
  readonly end: Close
  /** A person or the system has asked it to end while it is starting. */
  readonly signal: AbortSignal
}

async function database(options: StartOptions, folder: string, { closes, end, signal }: Course) {
  if (options.databaseUrl !== undefined) return external(options.databaseUrl)
  const embedded = await startEmbedded({
    folder: join(folder, 'database'),
    ...(options.ephemeral && { ephemeral: folder }),
    signal,
    onLost: async (error) => {
      reportError(error)
      await end()
      process.exit(exitCodes.failed)
    },
  })
  closes.push(embedded.stop)
  if (embedded.adopted) say('  found the database of a Kazashi that was killed, still running')
  return embedded.url
}

const madeUp = `A sandbox: every person, card and certificate here is made up, and none is valid anywhere else.
これはサンドボックスです。登場する人・カード・電子証明書はすべて架空のもので、実際には使えません。`

const whatItIs: Readonly<Record<Purpose, string>> = {
  sandbox: madeUp,
  class: madeUp,
  operating: 'Operating: what is issued here is for real residents.',
}

/** A sandbox behind a proxy gives every visitor of the proxy all people with their secrets. */
function warnOfProxy(logger: ReturnType<typeof createLogger>, header: string): void {
  const { code, next } = new StartError('PROXY_UNEXPECTED')
  logger.warn(
    { code, header, next },
    'requests come through a proxy, and this sandbox is for this machine alone',
  )
}

/** An instructor sees it when somebody tries passwords. */
const warnOfPassword = (logger: ReturnType<typeof createLogger>): void =>
  logger.warn({ code: 'CLASS_PASSWORD_WRONG' }, 'a wrong password was given for the class')

/** Where everything is kept; what is not to last goes when all else has ended. */
function openFolder({ data, ephemeral }: StartOptions, closes: Close[]): string {
  if (!ephemeral) return dataFolder(data)
  const folder = ephemeralFolder()
  closes.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** One after the other. What was begun is in `closes` before the next look at `signal`. */
async function startAll(options: StartOptions, course: Course): Promise<void> {
  const { closes, signal } = course
  const purpose = purposeOf(options)
  const names = partiesOf(purpose, options.only)
  const folder = openFolder(options, closes)
  const listener = await listen(options.port, purpose !== 'operating')
  closes.push(listener.close)
  const origins = originsFor(options.publicUrl ?? listener.port)
  const parties: Parties = {}
  const logger = createLogger('warn', options.json ? process.stderr : undefined)
  const lesson =
    purpose === 'class' ? await openClass(folder, origins, () => warnOfPassword(logger)) : undefined
  listener.serve(origins, parties, {
    names,
    guard: lesson?.guard,
    onProxy: isForThisMachine(options) ? (header) => warnOfProxy(logger, header) : undefined,
  })
  const databaseUrl = await timed('database', () => database(options, folder, course))
  const place = {
    purpose,
    hurry: options.ephemeral === true,
    names,
    ...(lesson && { lesson }),
    origins,
    databaseUrl,
    anyClient: options.anyClient === true,
    folder,
    logger,
    signal,
  }
  for (const [name, create] of creators(place)) {
    signal.throwIfAborted()
    const party = await timed(name, create)
    closes.push(() => party.close())
    parties[name] = party
  }
  signal.throwIfAborted()
  const running = runningOf(origins, names, { pid: process.pid, dataFolder: folder })
  say(`
Kazashi (かざし) is running. Open

  ${running.front}

${whatItIs[purpose]}
${lesson ? aboutClass(lesson.secrets, origins.desk, folder) : ''}Data: ${folder}. End it with Ctrl-C.`)
  if (options.json) process.stdout.write(`${JSON.stringify(running)}\n`)
}

/** Milliseconds: Ctrl-C reaches our helpers as well as us, and the failure of one may be noticed before the signal. */
const signalArrives = 50

/**
 * Resolves once everything answers; runs until a signal. One that comes before ends what was begun, quietly.
 * @throws {StartError} and {EmbeddedError}, after ending what had been started
 */
export async function start(options: StartOptions): Promise<void> {
  const closes: Close[] = []
  const end = ender(closes)
  const asked = new AbortController()
  let started = false
  const onSignal = async (name: string) => {
    if (asked.signal.aborted) return
    say(`${name}: ending`)
    asked.abort()
    if (!started) return // the start ends what it has begun
    await end()
    process.exit(process.exitCode ?? exitCodes.done)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  process.once('disconnect', () => onSignal('parent gone'))
  process.channel?.unref()
  try {
    await startAll(options, { closes, end, signal: asked.signal })
    started = true
  } catch (error) {
    await delay(signalArrives)
    await end()
    if (asked.signal.aborted) process.exit(exitCodes.interrupted)
    throw error
  }
}
