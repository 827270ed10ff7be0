/**
 * The app by procedure (docs/architecture.md): the folders that `places.ts` opens are procedures, and nothing else imports
 * them; so no procedure is made of another one, and what two of them share has a folder of its own.
 */
import { isTest } from './folder-loops.ts'
import type { ImportGraph } from './import-graph.ts'

const page = 'parties/app/page'

/** The folder of the page that a file is in; undefined: none, or a file beside the folders. */
function folderOf(file: string): string | undefined {
  if (!file.startsWith(`${page}/`)) return undefined
  const [folder = '', ...below] = file.slice(page.length + 1).split('/')
  return below.length > 0 ? folder : undefined
}

/** @returns a sentence for each import of a procedure from outside */
export function mixedProcedures(graph: ImportGraph): string[] {
  const table = `${page}/places.ts`
  const procedures = new Set([...(graph.get(table) ?? [])].map(folderOf))
  return [...graph].flatMap(([file, targets]) => {
    if (file === table || isTest(file)) return []
    return [...targets].flatMap((target) => {
      const procedure = folderOf(target)
      if (procedure === undefined || !procedures.has(procedure)) return []
      if (folderOf(file) === procedure) return []
      return [`${file} imports ${target}: what procedures share has a folder of its own`]
    })
  })
}
