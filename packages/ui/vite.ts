/** The built page of a party: as it came with its package, as it was built before, or built now. Nothing here needs the builder itself. */

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packages = fileURLToPath(new URL('..', import.meta.url))

/** The sources of a page as one digest: its own folder and every package a page can contain. */
function sourceDigest(folder: string): string {
  const digest = createHash('sha256')
  const lock = resolve(packages, '../package-lock.json')
  const files = [folder, packages, resolve(packages, '../parties/authority/api')].flatMap((base) =>
    globSync('**/*.{ts,tsx,js,css,html,svg,png,json,webmanifest}', {
      cwd: base,
      exclude: (name) => name === 'node_modules' || name === 'dist',
    })
      .filter((name) => !/\.test\.tsx?$/.test(name))
      .sort()
      .map((name) => join(base, name)),
  )
  // Outside, where these packages are installed, there is no such file above them.
  for (const file of [...files, lock].filter(existsSync)) {
    digest.update(file)
    digest.update(readFileSync(file))
  }
  return digest.digest('hex')
}

/** Node with these arguments, to its end: after `signal` that is at once, and no process is left. */
async function run(args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  const running = promisify(execFile)(process.execPath, [...args], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const end = () => running.child.kill()
  signal?.addEventListener('abort', end)
  try {
    await running
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

export interface BuildOptions {
  /** Ends a build that is under way, with everything it has made. */
  readonly signal?: AbortSignal | undefined
  /** For a server that operates; default: a sandbox's. */
  readonly operating?: boolean
}

/** Builds older than this (milliseconds) go when a newer one is made; a younger one may still be served by somebody. */
const keptFor = 24 * 3_600_000

/**
 * Where a page stands that came built with its package, without sources: `npm run pack` puts it there.
 * @param folder the party's `page` folder
 */
export const packedPage = (folder: string, operating: boolean): string =>
  join(folder, 'built', operating ? 'operating' : 'sandbox')

/**
 * Builds a party's page unless it came built, or was built from the same sources before. Each build has a folder of its own under `dist`,
 * so that one that is being served stays whole.
 * @returns the folder with the built page
 * @throws {Error} with the output of the build; the reason of `signal`
 */
export async function buildPage(folder: string, options: BuildOptions = {}): Promise<string> {
  const { signal, operating = false } = options
  const packed = packedPage(folder, operating)
  if (existsSync(packed)) return packed
  const dist = join(folder, 'dist')
  const built = join(dist, `${sourceDigest(folder).slice(0, 16)}${operating ? '-operating' : ''}`)
  if (existsSync(built)) return built
  mkdirSync(dist, { recursive: true })
  for (const name of readdirSync(dist)) {
    const old = join(dist, name)
    if (Date.now() - statSync(old).mtimeMs > keptFor) rmSync(old, { recursive: true, force: true })
  }
  const draft = mkdtempSync(join(dist, 'draft-'))
  // A process of its own: libraries choose their production form by NODE_ENV, whatever runs here.
  try {
    const buildProgram = fileURLToPath(import.meta.resolve('@kazashi/ui/build-page'))
    await run([buildProgram, folder, draft, ...(operating ? ['operating'] : [])], signal)
    renameSync(draft, built)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    signal?.throwIfAborted()
    if (!existsSync(built)) throw error // otherwise somebody else was faster
  }
  return built
}
