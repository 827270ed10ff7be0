/** A secret in a file that nobody else can read, made where there is none; several processes may start at the same moment. */
import { randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rm } from 'node:fs/promises'

const isThere = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * The file's text. A new one is written whole under another name and then linked, so that nobody reads half of it and one
 * of many writers wins.
 * @param content of the file where it is missing
 */
export async function secretFile(path: string, content: () => string): Promise<string> {
  try {
    await chmod(path, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const own = `${path}.${randomBytes(6).toString('hex')}`
    const handle = await open(own, 'wx', 0o600)
    try {
      await handle.writeFile(content())
      await handle.sync()
    } finally {
      await handle.close()
    }
    try {
      await link(own, path)
    } catch (taken) {
      if (!isThere(taken)) throw taken
    } finally {
      await rm(own)
    }
  }
  return (await readFile(path, 'utf8')).trim()
}
