import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isStale } from './case-docs.ts'

test('CONTRIBUTING docs/cases.md says what the catalogue says', () => {
  expect(isStale(resolve(import.meta.dirname, '..')), 'run: node tools/case-docs.ts').toBe(false)
})
