/** No circles: files that import each other (types too), and folders of one part that do (folder-loops.ts), are breaches. */
import { foldersOf, loopsIn, neighbours } from './folder-loops.ts'
import type { ImportGraph } from './import-graph.ts'
import { loops, wayRound } from './loops.ts'

const mixed = (found: string[][]) => found.filter((loop) => loop.some((name) => name.endsWith('/')))

/** @returns a sentence for each circle */
export function circles(graph: ImportGraph): string[] {
  const files = loops(graph).map(
    ([file = '']) => `files import each other: ${wayRound(graph, file).join(' → ')}`,
  )
  const tops = ['packages', 'parties', 'cli', 'bench', 'tools']
  const folders = ['', ...tops.flatMap((top) => foldersOf(graph, top))].flatMap((folder) =>
    // One of files alone is told above.
    mixed(loopsIn(graph, folder)).map((loop) => {
      const edges = loop.flatMap((from) =>
        [...(neighbours(graph, folder).get(from) ?? [])]
          .filter(([to]) => loop.includes(to))
          .map(([to, count]) => `${from} → ${to} ${count}`),
      )
      return `in ${folder}/ these import each other: ${edges.join(' · ')}`
    }),
  )
  return [...files, ...folders]
}
