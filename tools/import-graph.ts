/**
 * Every file of ours and the files of ours it imports. The files that Node and a browser get under one name (`#crypto`) are
 * both imported. A specifier that leads to no file of the graph (a style sheet, a document) is left out.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { z } from 'zod'
import { specifiersOf } from './imports-of.ts'

/** Paths from the root of the project, with `/`. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>

/** Target of a condition or a subpath; conditions nest. */
type Target = string | { readonly [condition: string]: Target }
const Target: z.ZodType<Target> = z.lazy(() => z.union([z.string(), z.record(z.string(), Target)]))
const Manifest = z.object({
  name: z.string(),
  exports: z.record(z.string(), Target).default({}),
  imports: z.record(z.string(), Target).default({}),
})
interface Part extends z.infer<typeof Manifest> {
  readonly folder: string
}

const filesIn = (target: Target): string[] =>
  typeof target === 'string' ? [target] : Object.values(target).flatMap(filesIn)

const isOurs = (name: string) => name !== 'node_modules' && name !== 'dist'

/** The workspaces with their names and targets. */
function partsOf(root: string): Part[] {
  return globSync(['{packages,parties}/*/package.json', '{cli,bench,tools}/package.json'], {
    cwd: root,
  }).map((path) => ({
    folder: posix.dirname(path.split(sep).join('/')),
    ...Manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))),
  }))
}

/** @param root the project's folder */
export function importGraph(root: string): ImportGraph {
  const parts = partsOf(root)
  const files = globSync('{packages,parties,cli,bench,tools}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => !isOurs(name),
  }).map((path) => path.split(sep).join('/'))

  const targets = (file: string, specifier: string): string[] => {
    if (specifier.startsWith('.')) return [posix.join(posix.dirname(file), specifier)]
    const own = parts.find(({ folder }) => file.startsWith(`${folder}/`))
    if (specifier.startsWith('#')) {
      const target = own?.imports[specifier]
      return target === undefined || own === undefined
        ? []
        : filesIn(target).map((path) => posix.join(own.folder, path))
    }
    const part = parts.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`))
    const target = part?.exports[`.${specifier.slice(part.name.length)}`]
    return target === undefined || part === undefined
      ? []
      : filesIn(target).map((path) => posix.join(part.folder, path))
  }

  return new Map(
    files.toSorted().map((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const found = specifiersOf(file, text).flatMap((specifier) => targets(file, specifier))
      return [file, new Set(found.filter((path) => existsSync(join(root, path))))]
    }),
  )
}
