import { expect, test } from 'vitest'
import { pick, randomOf } from './random.ts'

const first = (count: number, ...of: (string | number)[]) => {
  const random = randomOf(...of)
  return Array.from({ length: count }, () => random.next())
}

test('the same seed and number have the same chance, others another', () => {
  expect(first(5, 7, 'android', 3)).toEqual(first(5, 7, 'android', 3))
  expect(first(5, 7, 'android', 3)).not.toEqual(first(5, 7, 'android', 4))
  expect(first(5, 7, 'android', 3)).not.toEqual(first(5, 7, 'iphone', 3))
})

test('chance is spread over the whole range, and weights are kept', () => {
  const random = randomOf('spread')
  const choices = [
    { weight: 3, what: 'often' },
    { weight: 1, what: 'seldom' },
    { weight: 0, what: 'never' },
  ]
  const picked = Array.from({ length: 4000 }, () => pick(random, choices))
  const often = picked.filter((one) => one === 'often').length
  expect(often).toBeGreaterThan(2800)
  expect(often).toBeLessThan(3200)
  expect(picked).not.toContain('never')
  expect(pick(random, [])).toBeUndefined()
})
