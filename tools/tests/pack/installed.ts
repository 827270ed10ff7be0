/** A folder of somebody else's, with the tarballs of the libraries installed by npm and a site's code beside them. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atAPrompt } from '../../at-a-prompt.ts'
import type { Tarball } from '../../pack/tarballs.ts'

/** `sh` takes it as one word. */
export const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`

export const pathsOf = (tarballs: readonly Tarball[]): string =>
  tarballs.map(({ path }) => quoted(path)).join(' ')

/** @throws {Error} with what npm says */
export async function install(folder: string, what: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  const { code, said } = await atAPrompt(folder, `npm install --no-audit --no-fund ${what}`)
  if (code !== 0) throw new Error(`npm install ${what}:\n${said}`)
}

/** @param given for the site's code @returns the command that runs it, without the runtime */
export function addSite(folder: string, given: object): string {
  for (const name of ['site.js', 'program.js', 'page.js'])
    copyFileSync(join(import.meta.dirname, name), join(folder, name))
  writeFileSync(join(folder, 'given.json'), JSON.stringify(given))
  return 'program.js given.json'
}
