/** A card file in use: one program at a time, and every counter on disk before the answer that tells of it. */
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type CardContents,
  type CardFileKey,
  openCardFile,
  sealCard,
  VirtualCard,
} from '@kazashi/card'
import { CardCommandError, systemCode } from './card-command-error.ts'
import { sealingKey } from './sealing-key.ts'

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/**
 * Writes a file so that it has either its old or its new content, also when the power goes.
 * @param exclusive refuse when the file exists @throws {CardCommandError} CARD_FILE_EXISTS
 */
async function writeWhole(path: string, text: string, exclusive = false): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    if (exclusive && (await exists(path))) throw new CardCommandError('CARD_FILE_EXISTS', path)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(dirname(path))
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close()
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** The name is as durable as the content. Windows has no such call, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export interface CardInFile {
  readonly card: VirtualCard
  readonly persist: (contents: CardContents) => Promise<void>
}

/**
 * Opens a card file, runs `use` on the card, and lets the file go.
 * @throws {CardCommandError} CARD_FILE_MISSING, CARD_FILE_IN_USE @throws {CardError} CONTENTS_…
 */
export async function withCardFile<T>(
  path: string,
  use: (file: CardInFile) => Promise<T>,
): Promise<T> {
  const key = await sealingKey()
  const release = await lock(path)
  try {
    const contents = await openCardFile(await readText(path), key)
    return await use({
      card: new VirtualCard(contents, random),
      persist: async (changed) => writeWhole(path, await sealCard(changed, key)),
    })
  } finally {
    await release()
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CardCommandError('CARD_FILE_MISSING', path)
    throw error
  }
}

/**
 * `FILE.lock` with the process number in it: two programs with one card could turn its counters back. The lock of
 * a process that no longer runs is taken over.
 */
async function lock(path: string): Promise<() => Promise<void>> {
  const name = `${path}.lock`
  for (;;) {
    try {
      const file = await open(name, 'wx', 0o600)
      await file.writeFile(String(process.pid))
      await file.close()
      return () => rm(name, { force: true })
    } catch (error) {
      if (systemCode(error) === 'ENOENT') throw new CardCommandError('CARD_FILE_MISSING', path)
      if (systemCode(error) !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(name, 'utf8').catch(() => ''))
    if (holder === 0 || isRunning(holder)) throw new CardCommandError('CARD_FILE_IN_USE', path)
    await rm(name, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/** A new card file. @throws {CardCommandError} CARD_FILE_EXISTS unless `overwrite` */
export async function createCardFile(
  path: string,
  contents: CardContents,
  options: { readonly overwrite: boolean; readonly key?: CardFileKey },
): Promise<void> {
  const text = await sealCard(contents, options.key ?? (await sealingKey()))
  await writeWhole(path, text, !options.overwrite)
}
