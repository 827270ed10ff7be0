import { cardSerialCapacity } from '@kazashi/pki'
import { expect, test } from 'vitest'
import { firstIndex, generationOf, mostGenerations, seriesNames } from './numbering.ts'

test.each(seriesNames)('RFC 5280 §4.1.2.2 %s: a number belongs to one generation', (series) => {
  for (let generation = 1; generation <= mostGenerations; generation += 1) {
    const first = firstIndex(series, generation)
    const last = firstIndex(series, generation + 1) - 1
    expect(Number.isSafeInteger(last)).toBe(true)
    expect([generationOf(series, first), generationOf(series, last)]).toEqual([
      generation,
      generation,
    ])
  }
})

test('RFC 5280 §4.1.2.2 four octets of a card’s serial number hold the numbers of all generations', () => {
  const beyond = firstIndex('card-signing', mostGenerations + 1)
  expect(beyond).toBeLessThanOrEqual(cardSerialCapacity)
  expect(firstIndex('card-signing', 1)).toBe(0)
  // As many as were issued in the four years of a published root, and half as many again.
  expect(firstIndex('card-signing', 2)).toBeGreaterThan(150_000_000)
})
