import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { headOf, parseCourse } from '../../../tools/course.ts'
import { testTitles } from '../../../tools/test-titles.ts'
import { scenarios } from './index.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
const course = parseCourse(read('docs/course.md'))

test.each(scenarios.map(({ name, promises }) => [name, promises] as const))(
  'rows: the scenario %s declares the promises that its test names',
  (_, promises) => {
    const path = 'cli/tests/scenarios.test.ts'
    const named = testTitles(path, read(path)).map((title) => headOf(title, course).promises)
    expect(promises).not.toEqual([])
    expect(named).toContainEqual(promises)
  },
)
