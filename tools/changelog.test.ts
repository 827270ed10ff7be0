import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const Manifest = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})
const read = (path: string) => Manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8')))
const workspaces = globSync('{.,{packages,parties}/*,cli,bench,tools}/package.json', { cwd: root })
const { version } = read('package.json')

test('changelog: all packages have one version, and depend on each other by it', () => {
  expect(workspaces.length).toBeGreaterThan(20)
  for (const path of workspaces) {
    const { dependencies, devDependencies, ...manifest } = read(path)
    expect([path, manifest.version]).toEqual([path, version])
    for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (/^(@kazashi\/|kazashi$)/.test(name))
        expect([path, name, wanted]).toEqual([path, name, version])
    }
  }
})

test('changelog: what a program says of its version is that of the packages', () => {
  const said: readonly (readonly [path: string, pattern: RegExp])[] = [
    ['cli/kazashi.ts', /\.version\('(.+)'\)/],
    ['packages/phone/phone.ts', /packageVersion = '(.+)'/],
  ]
  for (const [path, pattern] of said)
    expect([path, pattern.exec(readFileSync(join(root, path), 'utf8'))?.[1]]).toEqual([
      path,
      version,
    ])
})

test('changelog: the version has its entry with a date and something in it, the newest first', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const [, unreleased = '', ...entries] = text.split(/^## /m)
  expect(unreleased).toMatch(/^\[Unreleased\]\n/)
  const [newest = ''] = entries
  const headed = new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}\\n`)
  expect(newest).toMatch(headed)
  for (const entry of entries)
    expect(entry).toMatch(
      /^\[\d+\.\d+\.\d+\] - .*\n\n### (Added|Changed|Deprecated|Removed|Fixed|Security)\n\n- /,
    )
})
