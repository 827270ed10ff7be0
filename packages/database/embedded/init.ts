/** A new data folder (initdb, PostgreSQL 18 §18.2): made under another name and renamed when whole, so a kill leaves no half of it. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from './errors.ts'
import type { Place } from './server.ts'
import type { RunAs } from './user.ts'

const majorVersion = '18'
const unfinished = 'init-'

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** The password of the server, made once: 256 bits, in a file readable only by its owner. Two makers at once get the same one. */
export function readPassword(folder: string): string {
  const path = join(folder, 'password')
  if (!existsSync(path)) {
    const whole = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(whole, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    try {
      linkSync(whole, path)
      syncFolder(folder)
    } catch (error) {
      if (!existsSync(path)) throw error
    } finally {
      rmSync(whole)
    }
  }
  return readFileSync(path, 'utf8').trim()
}

/** Remains of an initdb that was killed; one that still writes is left for the next time. Only for the process that holds the folder. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(unfinished))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // an orphaned initdb is still writing into it
    }
  }
}

interface Ended {
  /** On standard error. */
  readonly said: string
  readonly error?: unknown
}

/** Beside the event loop: whoever waits for it hears signals. */
async function run(command: string, args: string[], options: RunAs['options']): Promise<Ended> {
  const child = spawn(command, args, {
    ...options,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  try {
    const [code, signal] = await once(child, 'close')
    return code === 0 ? { said } : { said, error: new Error(`ended with ${code ?? signal}`) }
  } catch (error) {
    return { said: String(error), error }
  }
}

/**
 * UTF-8, and the built-in C.UTF-8 collation, which no update of the machine's locales can change under an index.
 * @throws {EmbeddedError} INIT_FAILED with the output of initdb
 */
async function init({ binaries, runAs, folder, data }: Place, ephemeral: boolean): Promise<void> {
  const work = mkdtempSync(join(folder, unfinished))
  const passwordFile = join(work, 'password')
  const made = join(work, 'data')
  try {
    writeFileSync(passwordFile, readPassword(folder), { mode: 0o600 })
    mkdirSync(made, { mode: 0o700 })
    if (runAs.owner) {
      for (const path of [passwordFile, made, work]) {
        chownSync(path, runAs.owner.uid, runAs.owner.gid)
      }
    }
    const [command = '', ...rest] = [
      ...runAs.prefix,
      binaries.initdb,
      `--pgdata=${made}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth-local=reject',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(ephemeral ? ['--no-sync'] : []),
    ]
    const { said, error } = await run(command, rest, runAs.options)
    const firstByAnother = existsSync(join(data, 'PG_VERSION')) // and may have removed our unfinished work
    if (firstByAnother) return
    if (error)
      throw new EmbeddedError('INIT_FAILED', { detail: said.trim() || String(error), cause: error })
    try {
      renameSync(made, data)
      syncFolder(folder)
    } catch (cause) {
      if (!existsSync(join(data, 'PG_VERSION'))) throw cause // otherwise another process was first, and its folder serves as well
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Makes `data` in `folder` unless it is there.
 * @throws {EmbeddedError} INIT_FAILED, VERSION_OTHER
 */
export async function ensureData(place: Place, ephemeral: boolean): Promise<void> {
  const { data } = place
  if (!existsSync(join(data, 'PG_VERSION'))) await init(place, ephemeral)
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new EmbeddedError('VERSION_OTHER', `${data} was made by PostgreSQL ${version}`)
  }
}

/**
 * The folder itself. Made by root, others may walk through it: the server's user must. Secret files in it have their own modes.
 * @throws {EmbeddedError} FOLDER_UNUSABLE
 */
export function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const password = join(folder, 'password')
    if (existsSync(password)) accessSync(password, constants.R_OK)
  } catch (cause) {
    throw new EmbeddedError('FOLDER_UNUSABLE', { detail: folder, cause })
  }
}
