import { expect, test } from 'vitest'
import { compareVersions } from './compare-versions.ts'

test('2-B versions are compared by their numbers, not as text', () => {
  expect(compareVersions('18.10', '18.5')).toBeGreaterThan(0)
  expect(compareVersions('6', '6.0')).toBe(0)
})
