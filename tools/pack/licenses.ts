/** The licences of everything that an installer gets with a tarball, from the lock file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Names = z.record(z.string(), z.string()).default({})
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies: Names,
      optionalDependencies: Names,
    }),
  ),
})

interface Licensed {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Packages whose package.json states none, by name and version, with the licence in their LICENSE. */
const stated: Readonly<Record<string, string>> = { 'png-js 2.0.0': 'MIT' }

/** What stands for a package below `path` in the lock file: the nearest, as Node looks for it. */
function entryOf(packages: Readonly<Record<string, unknown>>, path: string, name: string) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))
  ) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (Object.hasOwn(packages, candidate)) return candidate
    if (folder === '') return undefined
  }
}

/** @param names direct dependencies, of others @throws {Error} one states no licence */
export function licensesOf(root: string, names: readonly string[]): Licensed[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const found = new Map<string, Licensed>()
  const visit = (path: string, name: string): void => {
    const at = entryOf(packages, path, name)
    const entry = at === undefined ? undefined : packages[at]
    if (at === undefined || entry === undefined || found.has(at)) return
    const { version = '', license = stated[`${name} ${version}`] } = entry
    if (license === undefined) throw new Error(`${name} ${version} states no licence`)
    found.set(at, { name, version, license })
    for (const one of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      visit(at, one)
  }
  for (const name of names) visit('', name)
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** @param more further lines, e.g. where compiled-in code has its licences */
export function licensesPage(licensed: readonly Licensed[], more = ''): string {
  const rows = licensed.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  const table =
    rows.length === 0
      ? 'Nothing of others is installed with it.'
      : ['| package | version | licence |', '| --- | --- | --- |', ...rows].join('\n')
  return `# Licences of the packages that are installed with this one

This package itself is under the Apache License 2.0 (LICENSE). The versions are those it was tested with.

${table}
${more}`
}
