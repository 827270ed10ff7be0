/**
 * PostgreSQL 18 from npm on a data folder, started and stopped with Kazashi. A server that a killed parent left running is adopted, or
 * ends by itself (watcher.ts); a folder that another live Kazashi uses is refused. The reasons: docs/decisions/0001-database.md.
 */
import { createHmac } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import { EmbeddedError } from './errors.ts'
import { type Hold, hold } from './hold.ts'
import { ensureData, ensureFolder, readPassword, removeUnfinished } from './init.ts'
import { hasEnded, runningPostmaster } from './postmaster.ts'
import { askToStop, freePort, launch, logTail, type Place } from './server.ts'
import { chooseUser } from './user.ts'
import { type Watch, watchOver } from './watcher.ts'

/** Milliseconds: crash recovery of a big folder on a slow disk; a fast shutdown with its checkpoint. */
const startLimit = 120_000
const stopLimit = 60_000
/** Starts that may lose a race for a port or for the folder before it is an error. */
const attempts = 5
/** Milliseconds, times the number of the attempt. */
const retryPause = 300
/** Milliseconds between two looks whether a server has ended. */
const pollPause = 20

const role = 'kazashi'

export interface EmbeddedOptions {
  /** Made if missing. Holds `data`, `log` and `password`. */
  readonly folder: string
  /** On 127.0.0.1; a free one unless given. */
  readonly port?: number
  /** Whole seconds in which the next start may adopt the server of a Kazashi that was killed; 10 unless given. */
  readonly adoptable?: number
  /**
   * Absolute: nothing has to last. Writes are not waited for, and where this process is killed the server is ended at once and this
   * folder, which holds everything, removed.
   */
  readonly ephemeral?: string
  /** Gives up the start with its reason, after ending the server that was begun. */
  readonly signal?: AbortSignal
  /** Called at most once, when the server has gone without `stop`. */
  readonly onLost?: (error: EmbeddedError) => void
}

export interface Embedded {
  /** postgresql://… of a database that belongs to a role without further rights, password included. */
  readonly url: string
  /** Was it already running, left by a parent that was killed? */
  readonly adopted: boolean
  /** Ends the server; committed data is on disk. @throws {EmbeddedError} STOP_FAILED */
  stop(): Promise<void>
}

interface Running {
  readonly pid: number
  readonly port: number
  readonly adopted: boolean
  readonly client: Client
  readonly watch: Watch
}

/** Waits for the end of a server that nobody holds. */
async function endUnheld(place: Place, child: ReturnType<typeof launch> | undefined) {
  if (!child || child.hasExited()) return
  askToStop(place, child.pid)
  const signal = AbortSignal.timeout(stopLimit)
  while (!child.hasExited()) await delay(pollPause, undefined, { signal })
}

async function takeHold(
  place: Place,
  password: string,
  { port, adoptable = 10, ephemeral, signal: givenUp }: EmbeddedOptions,
): Promise<Running> {
  const patience = AbortSignal.timeout(startLimit)
  const signal = givenUp ? AbortSignal.any([patience, givenUp]) : patience
  const wait = ephemeral === undefined ? adoptable : 0
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    givenUp?.throwIfAborted()
    const orphan = runningPostmaster(place.data)
    const target = orphan?.port ?? port ?? (await freePort())
    const child = orphan ? undefined : launch(place, target, ephemeral !== undefined)
    const pid = orphan?.pid ?? child?.pid ?? 0
    const begun = child && watchOver(place, child.pid, wait, ephemeral)
    const gone = () => child?.hasExited() ?? hasEnded(place.data, pid)
    const answer = await hold({ port: target, password, hasEnded: gone, signal })
    if (typeof answer === 'string') {
      if (givenUp?.aborted) await endUnheld(place, child)
      begun?.release()
      givenUp?.throwIfAborted()
    }
    if (answer === 'held-by-another') throw new EmbeddedError('FOLDER_IN_USE', place.folder)
    if (answer === 'refused') {
      throw new EmbeddedError('START_FAILED', `port ${target} is another server's`)
    }
    if (answer === 'server-ended') {
      await delay(retryPause * (attempt + 1)) // a killed server's processes take a moment to end
      continue
    }
    const watch = begun ?? watchOver(place, pid, wait, ephemeral)
    watch.claim()
    const { client } = answer
    const running = { pid, port: target, adopted: orphan !== undefined, client, watch }
    if (port === undefined || port === target) return running
    await end(place, running)
  }
  throw new EmbeddedError('START_FAILED', `${place.folder}: ${logTail(place.folder)}`)
}

async function end(place: Place, { pid, client, watch }: Running): Promise<void> {
  const signal = AbortSignal.timeout(stopLimit)
  client.removeAllListeners('end')
  try {
    askToStop(place, pid)
    while (!hasEnded(place.data, pid)) await delay(pollPause, undefined, { signal })
  } catch (cause) {
    if (!hasEnded(place.data, pid)) {
      throw new EmbeddedError('STOP_FAILED', { detail: `${place.folder}, process ${pid}`, cause })
    }
  } finally {
    await client.end().catch(() => {})
    watch.release()
  }
}

/** A role that owns one database and can do nothing to the server; its password follows from the server's. */
async function ensureDatabase(client: Client, password: string): Promise<string> {
  const rolePassword = createHmac('sha256', password).update(role).digest('hex')
  const { rows: roles } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (roles.length === 0) {
    await client.query(`create role ${role} login password '${rolePassword}'`)
  }
  const { rows: found } = await client.query('select 1 from pg_database where datname = $1', [role])
  if (found.length === 0) await client.query(`create database ${role} owner ${role}`)
  return rolePassword
}

/**
 * Durable unless ephemeral: an answer to COMMIT means it is on disk. Listens on 127.0.0.1 only, SCRAM passwords.
 * @throws {EmbeddedError} FOLDER_IN_USE, FOLDER_UNUSABLE, BINARIES_MISSING, NO_OTHER_USER, INIT_FAILED, VERSION_OTHER,
 *   START_FAILED
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  ensureFolder(resolve(options.folder))
  const folder = realpathSync(options.folder)
  const binaries = findBinaries()
  const data = join(folder, 'data')
  const place: Place = { binaries, runAs: chooseUser(binaries, folder, data), folder, data }
  await ensureData(place, options.ephemeral !== undefined)
  const password = readPassword(folder)

  let running = await takeHold(place, password, options)
  removeUnfinished(folder)
  if (options.signal?.aborted) {
    await end(place, running)
    options.signal.throwIfAborted()
  }
  const rolePassword = await ensureDatabase(running.client, password)

  let stopping: Promise<void> | undefined
  const lost = (detail: string) => options.onLost?.(new EmbeddedError('SERVER_LOST', detail))
  // After a crash of one of its processes the server comes back by itself: take the lock again.
  const holdOn = () => {
    running.client.once('end', async () => {
      if (stopping) return
      const { port, pid } = running
      const signal = AbortSignal.timeout(startLimit)
      const ended = () => stopping !== undefined || hasEnded(data, pid)
      const again: Hold | string = await hold({ port, password, hasEnded: ended, signal })
      if (typeof again === 'string') {
        if (!stopping) lost(`${folder}: ${again}: ${logTail(folder)}`)
        return
      }
      running = { ...running, client: again.client }
      holdOn()
    })
  }
  holdOn()
  return {
    url: `postgresql://${role}:${rolePassword}@127.0.0.1:${running.port}/${role}`,
    adopted: running.adopted,
    stop: () => {
      stopping ??= end(place, running)
      return stopping
    },
  }
}
