/**
 * The codes that a running party really answered while its ways were tested, and the routes: the harness of its tests writes
 * each refusal here, and `npm test` checks at its end that each code was answered, and none by a route that is not described
 * with it. A code that only stands in a test's text proves nothing.
 */
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ApiProblems } from '../packages/serve/openapi.ts'
import { apiProblems } from '../parties/authority/faces.ts'
import { authorityProblems } from '../parties/authority/problems.ts'

const folder = resolve(import.meta.dirname, '../test-results/answered-codes')

/** Codes of the authority that its ways cannot provoke, each with its reason. */
const neverAnswered: Readonly<Record<string, string>> = {}

/** For one process of tests; others have files of their own. @param route as Fastify writes it, `/notices/:id`; '' is none */
export function recordAnswer(code: string, route: string): void {
  mkdirSync(folder, { recursive: true })
  appendFileSync(join(folder, `authority-${process.pid}.txt`), `${code} ${route}\n`)
}

/** Before a whole run: what was answered before does not count. */
export function forgetAnswers(): void {
  rmSync(folder, { recursive: true, force: true })
}

export interface Answered {
  readonly code: string
  readonly route: string
}

function answers(): Answered[] {
  const files = globSync('authority-*.txt', { cwd: folder })
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  return [...new Set(lines)].flatMap((line) => {
    const [code = '', route = ''] = line.split(' ')
    return code === '' ? [] : [{ code, route }]
  })
}

/** Codes that a route answered though the description of the API does not name them for it, a line each. */
export function undescribed(
  given: readonly Answered[],
  { schemas, schemaOf }: ApiProblems = apiProblems,
): string[] {
  return given
    .filter(({ code, route }) => !Object.hasOwn(schemas[schemaOf(route)] ?? {}, code))
    .map(({ code, route }) => `${route} answered ${code}, which ${schemaOf(route)} does not name`)
}

/** Faults of the list of exceptions or of the ways, a line each. */
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
  const given = answers()
  const lines = [...unprovoked(new Set(given.map(({ code }) => code))), ...undescribed(given)]
  for (const line of lines) console.error(line)
  if (lines.length > 0) process.exit(1)
}
