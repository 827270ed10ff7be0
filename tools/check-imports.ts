/** The import rule of the architecture (docs/architecture.md): the folders of ours that each folder may import, and no others. */
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { isTest } from './folder-loops.ts'
import type { ImportGraph } from './import-graph.ts'
import { specifiersOf } from './imports-of.ts'

/** The words of the field, and bytes as text: nearly everything is made of them. */
const base = ['packages/lifecycle', 'packages/octets']

/** Folder → the folders of ours, or one subpath of a package, that it may import beside `packages/errors`, which is for all. A party reaches another only through `parties/authority/api`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'packages/errors': [],
  'packages/lifecycle': [],
  'packages/cases': [],
  'packages/octets': [],
  'packages/card': [...base, 'packages/pki/der'],
  'packages/pki': base,
  'packages/mdoc': [...base, 'packages/pki'],
  'packages/phone': [...base, 'packages/card', 'packages/pki', 'packages/mdoc'],
  'packages/verify': [...base, 'packages/pki', 'packages/mdoc'],
  'packages/documents': [...base, 'packages/pki', 'packages/verify'],
  'packages/face': [],
  'packages/serve': [],
  'packages/ui': [],
  'packages/database': [],
  // A Kazashi is started as a process, and asked over HTTP.
  'packages/testing': ['packages/lifecycle', 'packages/serve'],
  'packages/login': [...base, 'packages/serve', 'packages/ui', 'packages/verify'],
  'packages/site': [
    ...base,
    'packages/pki',
    'packages/verify',
    'packages/documents',
    'packages/database',
    'packages/login',
    'packages/serve',
    'packages/ui',
  ],
}
const anyPackage = /^packages\//
const typedClient = /^parties\/authority\/api(\/|$)/

export interface Breach {
  readonly file: string
  readonly imports: string
}

/** The part a path belongs to: `packages/card`, `parties/app`, `cli`, … */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'packages' || first === 'parties' ? `${first}/${second}` : first
}

/** May `file` import `target`? Both are paths from the root of the project, with `/`. */
export function mayImport(file: string, target: string): boolean {
  const from = partOf(file)
  const to = partOf(target)
  if (from === to || to === 'packages/errors') return true
  const known = allowed[from]
  if (known !== undefined) {
    const isKnown = known.includes(to) || known.includes(target)
    return isKnown || (isTest(file) && to === 'tools')
  }
  if (from.startsWith('parties/')) {
    return anyPackage.test(to) || typedClient.test(target) || (isTest(file) && to === 'tools')
  }
  return true // cli, bench, tools ← everything
}

/** Where a specifier of ours points, as a path from `root`; undefined for everything not ours. */
function targetOf(root: string, file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    return relative(root, resolve(dirname(file), specifier))
      .split(sep)
      .join('/')
  }
  const name = /^(@kazashi\/[^/]+|kazashi)(\/.*)?$/.exec(specifier)
  if (!name?.[1]) return undefined
  const link = resolve(root, 'node_modules', name[1])
  if (!existsSync(link)) return `unknown/${name[1]}`
  const folder = relative(realpathSync(root), realpathSync(link)).split(sep).join('/')
  return `${folder}${name[2] ?? ''}`
}

/** Every import of ours that the rule forbids. @param root the project's folder */
export function breaches(root: string): Breach[] {
  const found: Breach[] = []
  for (const path of globSync('{packages,parties}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })) {
    if (path.endsWith('.d.ts')) continue
    const file = path.split(sep).join('/')
    for (const specifier of specifiersOf(path, readFileSync(resolve(root, path), 'utf8'))) {
      const target = targetOf(root, resolve(root, path), specifier)
      if (target !== undefined && !mayImport(file, target)) found.push({ file, imports: specifier })
    }
  }
  return found
}

/** Nothing that anybody is given is made of tools and benchmarks: what they measure or damage, tests' builders make. */
const mayBuild = (file: string, target: string): boolean =>
  /^(?:tools|bench)\//.test(file) && /\/test-[a-z-]+\.ts$/.test(target)

/** Files that are no test and import one: tests may look at everything, and nothing is made of them. */
export const importsOfTests = (graph: ImportGraph): Breach[] =>
  [...graph].flatMap(([file, targets]) =>
    isTest(file)
      ? []
      : [...targets]
          .filter((target) => isTest(target) && !mayBuild(file, target))
          .map((imports) => ({ file, imports })),
  )
