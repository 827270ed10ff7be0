/**
 * The secret that seals card files: KAZASHI_CARD_PASSPHRASE where it is set, else a key of this machine that is made once,
 * for its user alone (mode 0600), in the user's configuration folder (XDG_CONFIG_HOME).
 */
import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CardFileKey } from '@kazashi/card'
import { hex } from '@kazashi/octets'
import { makeFolder } from '../make-folder.ts'
import { CardCommandError, systemCode } from './card-command-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

const keyForm = /^[0-9a-f]{64}\n$/
const forOthers = 0o077

/** Path of the machine's key. */
export function keyFile(environment: Environment): string {
  const { XDG_CONFIG_HOME, HOME } = environment
  const folder = XDG_CONFIG_HOME || join(HOME || homedir(), '.config')
  return join(folder, 'kazashi', 'card-file-key')
}

/**
 * The key for card files of this user.
 * @throws {CardCommandError} CARD_KEY_EXPOSED when others may read it, CARD_KEY_MALFORMED
 */
export async function sealingKey(environment: Environment = process.env): Promise<CardFileKey> {
  const { KAZASHI_CARD_PASSPHRASE: passphrase } = environment
  if (passphrase !== undefined && passphrase !== '') return { passphrase }
  const path = keyFile(environment)
  const text = (await read(path)) ?? (await make(path))
  if (!keyForm.test(text)) throw new CardCommandError('CARD_KEY_MALFORMED', path)
  return { key: hex.decode(text.trim()) }
}

async function read(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & forOthers) !== 0) {
      throw new CardCommandError('CARD_KEY_EXPOSED', path)
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Written whole before it has its name; a second process takes the key of the first. */
async function make(path: string): Promise<string> {
  makeFolder(dirname(path), 0o700)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await file.sync()
    await link(draft, path)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
  return readFile(path, 'utf8')
}
