/**
 * How the folders of a part import each other: `node tools/folder-loops.ts PART [FOLDER]`, for example `parties/authority`;
 * without PART, how the folders at the root of the project do.
 * The folders and files that stand beside each other in a folder may not import each other in a loop. Tests are left out:
 * they may look at everything, and nothing may import them.
 */
import { resolve } from 'node:path'
import { type ImportGraph, importGraph } from './import-graph.ts'
import { loops } from './loops.ts'

/** A test, or a file that the tests of a package are built of. */
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\/tests\/|^packages\/.*\/(test-[a-z-]+|testing)\.ts$/.test(file)

/** Each name in `folder` (a folder ends with `/`) → the neighbours it imports, and how many times. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The name in `folder` that `file` belongs to; undefined: none. */
function nameIn(folder: string, file: string): string | undefined {
  const inside = folder === '' ? '' : `${folder}/`
  if (!file.startsWith(inside)) return undefined
  const [name = '', ...below] = file.slice(inside.length).split('/')
  return below.length > 0 ? `${name}/` : name
}

/** @param folder a path from the root of the project; '' is the root itself */
export function neighbours(graph: ImportGraph, folder: string): Neighbours {
  const found = new Map<string, Map<string, number>>()
  for (const [file, targets] of graph) {
    const from = nameIn(folder, file)
    if (from === undefined || isTest(file)) continue
    const edges = found.get(from) ?? new Map<string, number>()
    found.set(from, edges)
    for (const target of targets) {
      const to = nameIn(folder, target)
      if (to !== undefined && to !== from) edges.set(to, (edges.get(to) ?? 0) + 1)
    }
  }
  return found
}

/** Every folder below `part`, itself included, that has more than tests in it. */
export function foldersOf(graph: ImportGraph, part: string): string[] {
  const found = new Set<string>()
  for (const file of graph.keys()) {
    if (isTest(file) || !file.startsWith(`${part}/`)) continue
    for (let at = file.lastIndexOf('/'); at >= part.length; at = file.lastIndexOf('/', at - 1)) {
      found.add(file.slice(0, at))
    }
  }
  return [...found].toSorted()
}

/** @returns the neighbours in `folder` that import each other in a loop */
export const loopsIn = (graph: ImportGraph, folder: string): string[][] =>
  loops(new Map([...neighbours(graph, folder)].map(([from, to]) => [from, new Set(to.keys())])))

function print(graph: ImportGraph, folder: string): void {
  console.log(`${folder}/`)
  for (const [from, edges] of neighbours(graph, folder)) {
    const to = [...edges].toSorted(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}`)
    if (to.length > 0) console.log(`  ${from} → ${to.join(' · ')}`)
  }
  for (const loop of loopsIn(graph, folder)) console.log(`  loop: ${loop.join(' ')}`)
}

if (import.meta.main) {
  const [part = '', ...only] = process.argv.slice(2)
  const graph = importGraph(resolve(import.meta.dirname, '..'))
  const folders = part === '' ? [''] : foldersOf(graph, part.replace(/\/$/, ''))
  if (folders.length === 0) {
    console.error(`no file of ours is in ${part}: give a part, such as parties/authority`)
    process.exit(2)
  }
  for (const folder of only.length > 0 ? only : folders) print(graph, folder)
}
