/**
 * The imports of a file: every form TypeScript has, type-only ones, `import()` of a literal and `typeof import()` included.
 * Read from the syntax tree, so that an import inside a string or a comment is none.
 */
import { parseSync, Visitor } from 'oxc-parser'

/** One specifier where it stands: `start` and `end` are those of the literal, its quotes included. */
export interface Request {
  readonly specifier: string
  readonly start: number
  readonly end: number
}

/** @param text of a file of TypeScript or JavaScript @returns every request, in the order of the file */
export function requestsOf(path: string, text: string): Request[] {
  const { module, program } = parseSync(path, text)
  const found = new Map<number, Request>()
  const add = (specifier: string, { start, end }: { start: number; end: number }) =>
    found.set(start, { specifier, start, end })
  for (const { moduleRequest } of module.staticImports) add(moduleRequest.value, moduleRequest)
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest) add(moduleRequest.value, moduleRequest)
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const source = text.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"]/.test(source)) add(source.slice(1, -1), moduleRequest)
  }
  // The parser's table does not name imports inside types; walking the tree costs more, so only where there can be one.
  if (/\bimport\s*\(/.test(text)) {
    new Visitor({ TSImportType: ({ source }) => add(source.value, source) }).visit(program)
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start)
}

/** @returns the specifiers as they are written, each once */
export const specifiersOf = (path: string, text: string): string[] => [
  ...new Set(requestsOf(path, text).map(({ specifier }) => specifier)),
]
