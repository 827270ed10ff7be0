/** Which test provokes an error code: the first whose body, or table of cases, names it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { filledTitle, rowsOf } from './test-rows.ts'
import { isTree, testTitle } from './test-titles.ts'

export interface CodeTest {
  /** From the root of the project. */
  readonly file: string
  /** undefined: the code stands beside the tests, in a table that they walk */
  readonly title: string | undefined
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value)

/** Codes named in a test file, each with the title of the first test that names it, as its row fills it. */
export function namedCodes(path: string, source: string): Map<string, string | undefined> {
  const inTests = new Map<string, string>()
  const beside = new Set<string>()
  const walk = (value: unknown, title: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, title)
      return
    }
    if (!isTree(value)) return
    const { value: literal } = value
    if (value.type === 'Literal' && isCode(literal)) {
      if (title === undefined) beside.add(literal)
      else if (!inTests.has(literal)) inTests.set(literal, title)
    }
    const own = testTitle(value)
    const rows = own === undefined ? [] : rowsOf(value)
    if (own !== undefined) {
      for (const row of rows) walk(row, filledTitle(own, row))
    }
    // A code in the body is provoked by every row.
    const inside = own === undefined ? title : filledTitle(own, rows[0])
    for (const child of Object.values(value)) walk(child, inside)
  }
  walk(parseSync(path, source).program, undefined)
  const rest = [...beside].filter((code) => !inTests.has(code))
  return new Map<string, string | undefined>([
    ...inTests,
    ...rest.map((code) => [code, undefined] as const),
  ])
}

function testFiles(root: string, folder: string): string[] {
  const files = globSync(`${folder}/**/*.test.ts`, {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }).map((path) => path.replaceAll('\\', '/'))
  const rank = (file: string) => (file.includes('/tests/') ? 0 : 1)
  return files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/**
 * Code → the test that provokes it. Of several, ways through the running system come before unit tests.
 * @param folders of the party, from the root; the first that has one counts
 */
export function codeTests(root: string, folders: readonly string[]): Map<string, CodeTest> {
  const files = folders.flatMap((folder) => testFiles(root, folder))
  const found = new Map<string, CodeTest>()
  for (const file of files) {
    for (const [code, title] of namedCodes(file, readFileSync(join(root, file), 'utf8'))) {
      const known = found.get(code)
      if (!known || (known.title === undefined && title !== undefined)) {
        found.set(code, { file, title })
      }
    }
  }
  return found
}
