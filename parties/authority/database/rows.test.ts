import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const party = join(import.meta.dirname, '..')
const snakeCase = /\b[a-z]+(?:_[a-z]+)+\b/g

const namesIn = (file: string) => new Set(readFileSync(join(party, file), 'utf8').match(snakeCase))
const columns = namesIn('database/tables.ts')
const elsewhere = globSync('**/*.ts', {
  cwd: party,
  exclude: (name) => ['node_modules', 'database', 'tests', 'api'].includes(name),
}).filter((file) => !file.endsWith('.test.ts'))

test('PostgreSQL 18 §5.1 the names of columns stay in database/, where the queries are', () => {
  expect(columns.has('due_at') && elsewhere.includes('applications/submit.ts')).toBe(true)
  const found = elsewhere.flatMap((file) =>
    [...namesIn(file)].filter((name) => columns.has(name)).map((name) => `${file}: ${name}`),
  )
  expect(found).toEqual([])
})

test('PostgreSQL 18 §4 no file outside database/ builds a query', () => {
  const found = elsewhere.filter((file) =>
    /from '(kysely|pg)'|\bTables\b/.test(readFileSync(join(party, file), 'utf8')),
  )
  expect(found).toEqual([])
})
