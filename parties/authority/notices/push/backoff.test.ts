import { expect, test } from 'vitest'
import { nextAttempt, usualBackoff } from './backoff.ts'

const now = new Date('2027-04-01T09:00:00Z')
const seconds = (attempts: number, chance: number, asked?: number) => {
  const at = nextAttempt(now, { attempts, chance, ...(asked !== undefined && { asked }) })
  return at && (at.getTime() - now.getTime()) / 1000
}

test('5-A1 each wait before another push is up to twice as long as the one before', () => {
  expect([1, 2, 3, 4].map((attempts) => seconds(attempts, 0))).toEqual([2.5, 5, 10, 20])
  expect([1, 2, 3].map((attempts) => seconds(attempts, 0.5))).toEqual([3.75, 7.5, 15])
})

test('5-A1 no wait is longer than an hour, and after twelve attempts a push is given up', () => {
  expect(seconds(11, 0.999)).toBeLessThanOrEqual(usualBackoff.mostSeconds)
  expect(seconds(11, 0.999)).toBeGreaterThan(usualBackoff.mostSeconds / 2)
  expect(seconds(12, 0)).toBeUndefined()
})

test('RFC 9110 §10.2.3 the wait a push service asks for is kept, up to an hour', () => {
  expect(seconds(1, 0, 120)).toBe(120)
  expect(seconds(5, 0, 1)).toBe(40)
  expect(seconds(1, 0, 1_000_000)).toBe(3600)
})
