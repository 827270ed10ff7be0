/** Strays that must not be in the tree: hosts of package registries in the lock file, builds missing in it, paths of somebody's machine. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export interface Stray {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Written so that this file does not match itself. */
const strangers = [
  /(?<![\w.@-])\/(?:work|farm|Users)\/\w/,
  /registry[.]npmjs|npmmirror[.]com|deb[.]debian/,
]

/** Lines of `text` that name a machine's path or a registry. */
export function strayLines(file: string, text: string): Stray[] {
  return text
    .split('\n')
    .map((line, index) => ({ file, line: index + 1, text: line.trim().slice(0, 120) }))
    .filter(({ text: line }) => strangers.some((pattern) => pattern.test(line)))
}

/** Lock file entries that name the host they came from (`omit-lockfile-registry-resolved` in .npmrc keeps them out). */
export function lockedHosts(text: string): string[] {
  return [...text.matchAll(/"resolved": "(https?:[^"]+)"/g)].map(([, url = '']) => url)
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) }),
  ),
})

/**
 * Builds for other platforms that the lock file leaves out. npm install on a registry that lacks one drops it, and from then
 * on npm ci refuses the lock file everywhere.
 */
export function unlockedOptionals(text: string): string[] {
  const { packages } = Lock.parse(JSON.parse(text))
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => `${path} needs an entry for ${name}`),
  )
}

/** @param root the project's folder; files that git tracks */
export function strays(root: string): Stray[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const found = [...lockedHosts(lock), ...unlockedOptionals(lock)].map((text) => ({
    file: 'package-lock.json',
    line: 0,
    text,
  }))
  for (const file of (stdout ?? '').split('\0').filter((name) => name !== '')) {
    const path = join(root, file)
    if (file === 'package-lock.json' || !existsSync(path) || statSync(path).isDirectory()) continue
    const text = readFileSync(path, 'utf8')
    if (!text.includes('\0')) found.push(...strayLines(file, text))
  }
  return found
}
