/**
 * Which codes a running party really answered while its ways were tested: the harness of its tests writes each refusal here,
 * and `npm test` compares at its end. A code that only stands in a test's text proves nothing.
 */
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { authorityProblems } from '../parties/authority/problems.ts'

const folder = resolve(import.meta.dirname, '../test-results/answered-codes')

/** Codes of the authority that its ways cannot provoke, each with why. */
export const neverAnswered: Readonly<Record<string, string>> = {}

/** For one process of tests; others have files of their own. */
export function recordAnswer(code: string): void {
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, `authority-${process.pid}.txt`), `${code}\n`)
}

/** Before a whole run: what was answered before does not count. */
export function forgetAnswers(): void {
  rmSync(folder, { recursive: true, force: true })
}

export function answeredCodes(): Set<string> {
  const files = globSync('authority-*.txt', { cwd: folder })
  return new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n')))
}

/** What is wrong with the list of exceptions or with the ways, a line each. */
export function unprovoked(
  answered: ReadonlySet<string>,
  codes: readonly string[] = Object.keys(authorityProblems),
  exceptions: Readonly<Record<string, string>> = neverAnswered,
): string[] {
  const missing = codes.filter((code) => !answered.has(code) && !Object.hasOwn(exceptions, code))
  const wrong = Object.keys(exceptions).filter(
    (code) => answered.has(code) || !codes.includes(code),
  )
  return [
    ...missing.map((code) => `${code} was answered by no way through the authority`),
    ...wrong.map((code) => `${code} is no exception: it was answered, or is no code any more`),
  ]
}

if (import.meta.main) {
  const lines = unprovoked(answeredCodes())
  for (const line of lines) console.error(line)
  if (lines.length > 0) process.exit(1)
}
