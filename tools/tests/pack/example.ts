/** An example of the project as an engineer copies it out: a folder of `parties/` with nothing of the project around it, and the packed packages. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, globSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished } from 'vitest'
import type { Tarball } from '../../pack/tarballs.ts'

/** Folders of `parties/` that start by themselves. */
export const examplesIn = (root: string): string[] =>
  globSync('parties/*/start.ts', { cwd: root })
    .map((path) => basename(dirname(path)))
    .toSorted()

/** Without what the project has for itself: its tests, and what it has built. */
export function copyOut(root: string, name: string, folder: string): void {
  const left = /(^|\/)(tests|node_modules|dist)$|\.test\.tsx?$/
  cpSync(join(root, 'parties', name), folder, {
    recursive: true,
    filter: (from) => !left.test(from.slice(root.length)),
  })
}

/** What npm would bring: the tarballs opened, and for packages of others those of this project. @param folder of the examples */
export async function standIn(
  root: string,
  folder: string,
  tarballs: readonly Tarball[],
): Promise<void> {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@kazashi'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!/^\.|^@kazashi$/.test(name))
      symlinkSync(join(root, 'node_modules', name), join(modules, name))
  for (const { name, path } of tarballs.filter((one) => one.name.startsWith('@kazashi/'))) {
    const place = join(modules, name)
    mkdirSync(place)
    await promisify(execFile)('tar', ['-xzf', path, '-C', place, '--strip-components', '1'])
  }
}

/** `node start.ts` until it says that it runs; ended with the test. @returns the site's origin, and how it ends */
export async function startExample(folder: string, args: readonly string[]) {
  const child = spawn(process.execPath, ['start.ts', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const end = async (): Promise<unknown> => {
    child.kill('SIGTERM')
    const [code] = await ended
    return code
  }
  onTestFinished(async () => {
    await end()
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await Promise.race([expect.poll(() => said, { timeout: 120_000 }).toContain('Ctrl-C'), ended])
  expect(said).toContain('is running')
  return { origin: /http:\S+/.exec(said)?.[0] ?? said, end }
}
