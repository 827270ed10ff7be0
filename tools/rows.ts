/** `npm run rows [--json]`: every row of docs/course.md with the tests that begin with its name, and the rows without. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { testTitles } from './test-titles.ts'

export interface RowTest {
  readonly file: string
  readonly title: string
}
export interface Row {
  readonly row: string
  readonly what: string
  /** Ways through the running system, as a user goes them. A row without any is not done. */
  readonly ways: RowTest[]
  /** Tests of single rules or screens. */
  readonly unit: RowTest[]
}

const heading = /^### (\d-[A-Z]\S*) +(.+)$/gm

/** Rows are the third-level headings of the course: `### 2-C Apply`. */
export function parseCourse(text: string): Row[] {
  return [...text.matchAll(heading)].map(([, row = '', what = '']) => ({
    row,
    what,
    ways: [],
    unit: [],
  }))
}

/** A word as row names: '2-C' → itself, '2-C…2-E' → the three rows from the first to the last. */
function rowsOf(word: string, names: readonly string[]): string[] {
  const [from = '', to = from] = word.split('…')
  return names.slice(names.indexOf(from), names.indexOf(to) + 1)
}

/**
 * Row names at the head of a title: '2-C 2-D ⑦ the way …' → ['2-C', '2-D']. Step numbers (①, ⑦) are passed over.
 * @param names in the order of the course
 */
export function heads(title: string, names: readonly string[]): string[] {
  const found: string[] = []
  for (const word of title.split(/[\s,、:]+/)) {
    const isRow = word.split('…').every((name) => names.includes(name))
    if (isRow) found.push(...rowsOf(word, names))
    else if (!/^[①-⑳]+$/.test(word)) break
  }
  return found
}

/** @param root the project's folder */
export function collectRows(root: string): Row[] {
  const rows = parseCourse(readFileSync(join(root, 'docs/course.md'), 'utf8'))
  const byName = new Map(rows.map((row) => [row.row, row]))
  const names = [...byName.keys()]
  const files = globSync('{packages,parties,cli,bench,tools}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }).map((path) => path.replaceAll('\\', '/'))
  for (const file of files.sort()) {
    for (const title of testTitles(file, readFileSync(join(root, file), 'utf8'))) {
      for (const name of heads(title, names)) {
        const row = byName.get(name)
        ;(file.includes('/tests/') ? row?.ways : row?.unit)?.push({ file, title })
      }
    }
  }
  return rows
}

function print(rows: readonly Row[]): void {
  for (const { row, what, ways, unit } of rows) {
    console.log(`${row}  ${what}`)
    for (const { file, title } of ways) console.log(`    way   ${title}  (${file})`)
    for (const { file, title } of unit) console.log(`    unit  ${title}  (${file})`)
    if (ways.length + unit.length === 0) console.log('    no test')
  }
  const without = rows.filter(({ ways }) => ways.length === 0)
  console.log(
    `\n${rows.length - without.length} of ${rows.length} rows are driven by a way through the system.`,
  )
  console.log(`Without: ${without.map(({ row }) => row).join(' ') || 'none'}`)
}

if (import.meta.main) {
  const rows = collectRows(resolve(import.meta.dirname, '..'))
  if (process.argv.includes('--json')) console.log(JSON.stringify({ rows }, null, 2))
  else print(rows)
}
