import { expect, test } from 'vitest'
import { draws } from './draws.ts'

test('mutants: a slow property is tried as often as it wants, and 200 times for each mutant', () => {
  expect(draws(3000, undefined)).toBe(3000)
  expect(draws(3000, '/tmp/first')).toBe(200)
  expect(draws(100, '/tmp/first')).toBe(100)
})
