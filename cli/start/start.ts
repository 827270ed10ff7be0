/** Everything in one process, in order: port, database, parties; and in the opposite order when it ends. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { reachDatabase } from '@kazashi/authority'
import { startEmbedded } from '@kazashi/authority/embedded'
import { createLogger, originsFor } from '@kazashi/serve'
import { reportError } from '../report-error.ts'
import { listen, type Parties } from './listener.ts'
import { creators, partiesOf } from './parties.ts'
import { type Purpose, purposeOf } from './purpose.ts'
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

async function database(options: StartOptions, folder: string, closes: Close[], end: Close) {
  if (options.databaseUrl !== undefined) return external(options.databaseUrl)
  const embedded = await startEmbedded({
    folder: join(folder, 'database'),
    onLost: async (error) => {
      reportError(error)
      await end()
      process.exit(1)
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

/**
 * Resolves once everything answers; runs until a signal.
 * @throws {StartError} and {EmbeddedError}, after ending what had been started
 */
export async function start(options: StartOptions): Promise<void> {
  const purpose = purposeOf(options)
  const folder = resolve(options.data)
  const closes: Close[] = []
  const end = ender(closes)
  const endAndExit = async (signal: string) => {
    say(`${signal}: ending`)
    await end()
    process.exit(process.exitCode ?? 0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endAndExit)
  process.once('disconnect', () => endAndExit('parent gone'))
  process.channel?.unref()
  try {
    mkdirSync(folder, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
    const listener = await listen(options.port)
    closes.push(listener.close)
    const origins = originsFor(options.publicUrl ?? listener.port)
    const databaseUrl = await timed('database', () => database(options, folder, closes, end))
    const parties: Parties = {}
    listener.serve(origins, parties, partiesOf(purpose))
    const place = { purpose, origins, databaseUrl, folder, logger: createLogger('warn') }
    for (const [name, create] of creators(place)) {
      const party = await timed(name, create)
      closes.push(() => party.close())
      parties[name] = party
    }
    say(`
Kazashi (かざし) is running. Open

  ${purpose === 'operating' ? origins.app : origins.desk}

${whatItIs[purpose]}
Data: ${folder}. End it with Ctrl-C.`)
  } catch (error) {
    await end()
    throw error
  }
}
