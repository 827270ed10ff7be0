/** One start of the server program on a data folder, for this machine only (PostgreSQL 18 §18.3, §19). */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { RunAs } from './user.ts'

/** Bytes of log kept in one file; one older file is kept beside it. */
const logLimit = 10 * 1024 * 1024

export interface Place {
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly folder: string
  readonly data: string
}

/** §19.5: an answer to COMMIT means that it is on disk. */
const durable = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on']
/** §14.5: nothing has to outlive the server. */
const passing = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']

const logFile = (folder: string) => join(folder, 'log')

/** The last lines of the server's log, for an error message. */
export function logTail(folder: string): string {
  try {
    return readFileSync(logFile(folder), 'utf8').trimEnd().split('\n').slice(-3).join(' / ')
  } catch {
    return 'no log'
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Where this process lives on another day by libfaketime (`npm run any-day`), its database does too. */
const otherDay = (): NodeJS.ProcessEnv =>
  process.env['FAKETIME'] === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(process.env).filter(([name]) => /^(LD_PRELOAD$|FAKETIME)/.test(name)),
      )

/** In a session of its own: Ctrl-C in the terminal reaches the parent, which then stops it in order. */
export function launch(
  place: Place,
  port: number,
  ephemeral: boolean,
): { pid: number; hasExited: () => boolean } {
  const { binaries, runAs, folder, data } = place
  const path = logFile(folder)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimit)
    renameSync(path, `${path}.1`)
  const log = openSync(path, 'a', 0o600)
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    ...(ephemeral ? passing : durable),
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'cluster_name=kazashi',
  ]
  const [command = '', ...rest] = [
    ...runAs.prefix,
    binaries.postgres,
    '-D',
    data,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const { PATH, SystemRoot } = process.env
  const child = spawn(command, rest, {
    ...runAs.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH, LC_ALL: 'C', ...(SystemRoot !== undefined && { SystemRoot }), ...otherDay() },
  })
  closeSync(log)
  let exited = child.pid === undefined
  child.once('exit', () => {
    exited = true
  })
  child.once('error', () => {
    exited = true
  })
  child.unref()
  return { pid: child.pid ?? 0, hasExited: () => exited }
}

/** Fast shutdown (§18.5): open transactions are rolled back, committed ones are written. */
export function askToStop(place: Place, pid: number): void {
  if (process.platform === 'win32') {
    spawnSync(place.binaries.pgCtl, ['stop', '-D', place.data, '-m', 'fast', '--no-wait'])
  } else {
    process.kill(pid, 'SIGINT')
  }
}
