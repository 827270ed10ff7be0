/** `npm run rows [-- --json]`: every promise of docs/course.md with the tests that name it, and those that no way drives. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { type CourseRow, courseFaults, headOf, type Promised, parseCourse } from './course.ts'
import { testTitles } from './test-titles.ts'

interface PromiseTest {
  /** From the root of the project. */
  readonly file: string
  readonly title: string
  /** way: through the running system, as a user goes; unit: a test of single rules or screens, which does not count */
  readonly kind: 'way' | 'unit'
}
interface TestedPromise extends Promised {
  readonly tests: PromiseTest[]
}
interface TestedRow extends CourseRow {
  readonly promises: readonly TestedPromise[]
}
interface RowsReport {
  readonly rows: readonly TestedRow[]
  /** Of the document, or of titles with names that are not in it; a line each. */
  readonly faults: readonly string[]
}

export const isDriven = ({ tests }: TestedPromise): boolean =>
  tests.some(({ kind }) => kind === 'way')

function testsIn(root: string): PromiseTest[] {
  const files = globSync('{packages,parties,cli,bench,tools}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }).map((path) => path.replaceAll('\\', '/'))
  return files.sort().flatMap((file) => {
    const kind = file.includes('/tests/') ? ('way' as const) : ('unit' as const)
    const titles = testTitles(file, readFileSync(join(root, file), 'utf8'))
    return titles.map((title) => ({ file, title, kind }))
  })
}

/** @param root the project's folder */
export function collectRows(root: string): RowsReport {
  const text = readFileSync(join(root, 'docs/course.md'), 'utf8')
  const course = parseCourse(text)
  const rows = course.map(({ promises, ...row }) => ({
    ...row,
    promises: promises.map((one) => ({ ...one, tests: [] as PromiseTest[] })),
  }))
  const byName = new Map(rows.flatMap(({ promises }) => promises.map((one) => [one.name, one])))
  const faults = courseFaults(text)
  for (const test of testsIn(root)) {
    const head = headOf(test.title, course)
    for (const name of head.promises) byName.get(name)?.tests.push(test)
    faults.push(...head.faults.map((fault) => `${test.file}: ${fault}: ${test.title}`))
  }
  return { rows, faults }
}

/** Lines for a terminal: ● is driven, ○ is not. */
export function* linesOf({ rows, faults }: RowsReport): Generator<string> {
  for (const { row, what, promises } of rows) {
    yield `${row}  ${what}`
    for (const promise of promises) {
      yield `  ${isDriven(promise) ? '●' : '○'} ${promise.name}  ${promise.what}`
      for (const { file, title, kind } of promise.tests) {
        yield `      ${kind.padEnd(4)}  ${headOf(title, rows).sentence}  (${file})`
      }
    }
  }
  const all = rows.flatMap(({ promises }) => promises)
  const without = all.filter((promise) => !isDriven(promise))
  const whole = rows.filter(({ promises }) => promises.every(isDriven)).length
  yield ''
  yield `${all.length - without.length} of ${all.length} promises are driven by a way through the system; ${whole} of ${rows.length} rows whole.`
  yield without.length === 0 ? 'Without: none' : 'Without:'
  for (const { name, what } of without) yield `  ${name}  ${what}`
  for (const fault of faults) yield `FAULT ${fault}`
}

const usage = `usage: npm run rows -- [--json]

Each promise of docs/course.md with the tests that name it. Ends with 1 for a fault of the document or of a title.`

if (import.meta.main) {
  const { values } = readArguments(usage, { json: { type: 'boolean', default: false } })
  const report = collectRows(resolve(import.meta.dirname, '..'))
  if (values.json) console.log(JSON.stringify({ rows: report.rows }, null, 2))
  else for (const line of linesOf(report)) console.log(line)
  if (report.faults.length > 0) process.exitCode = 1
}
