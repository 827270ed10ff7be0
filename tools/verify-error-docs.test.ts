import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isStale } from './verify-error-docs.ts'

const root = resolve(import.meta.dirname, '..')

test('packages: docs/integrate/verify-errors.md says what the tables of packages/verify say', () => {
  expect(isStale(root), 'run: node tools/verify-error-docs.ts').toBe(false)
})
