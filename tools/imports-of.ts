/**
 * The imports of a file: every form TypeScript has, type-only ones, `import()` of a literal and `typeof import()` included.
 * Read from the syntax tree, so that an import inside a string or a comment is none.
 */
import { parseSync, Visitor } from 'oxc-parser'

/** @param text of a TypeScript file @returns the specifiers as they are written, each once, in the order of the file */
export function specifiersOf(path: string, text: string): string[] {
  const { module, program } = parseSync(path, text)
  const found = new Map<string, number>()
  const add = (specifier: string, at: number) => {
    if (!found.has(specifier)) found.set(specifier, at)
  }
  for (const { moduleRequest } of module.staticImports) {
    add(moduleRequest.value, moduleRequest.start)
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest) add(moduleRequest.value, moduleRequest.start)
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const source = text.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"]/.test(source)) add(source.slice(1, -1), moduleRequest.start)
  }
  // The parser's table does not name imports inside types; walking the tree costs more, so only where there can be one.
  if (/\bimport\s*\(/.test(text)) {
    new Visitor({
      TSImportType: ({ source }) => add(source.value, source.start),
    }).visit(program)
  }
  return [...found].toSorted(([, a], [, b]) => a - b).map(([specifier]) => specifier)
}
