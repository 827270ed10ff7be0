import { cardExpiry, certificateNotAfter } from '@kazashi/lifecycle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostGenerations } from '../database/numbering.ts'
import { firstBegin, generationAt, validityOf } from './generations.ts'

const at = (text: string) => new Date(text)
const first = at('2024-02-29T15:00:00Z')

test('RFC 5280 §4.1.2.5 generations begin four years after each other and last ten, from 0:00 to 23:59:59 in Japan', () => {
  expect(validityOf(first, 1)).toEqual({
    notBefore: first,
    notAfter: at('2034-02-28T14:59:59Z'),
  })
  expect(validityOf(first, 2).notBefore).toEqual(at('2028-02-29T15:00:00Z'))
  expect(validityOf(first, 8).notAfter).toEqual(at('2062-02-28T14:59:59Z'))
})

test('RFC 5280 §4.1.2.5 the newest generation that has begun issues; before the first and after the last there is none', () => {
  expect(generationAt(first, at('2024-02-29T14:59:59Z'))).toBeUndefined()
  expect(generationAt(first, first)).toBe(1)
  expect(generationAt(first, at('2028-02-29T14:59:59Z'))).toBe(1)
  expect(generationAt(first, at('2028-02-29T15:00:00Z'))).toBe(2)
  expect(generationAt(first, at('2056-02-29T14:59:59Z'))).toBe(mostGenerations)
  expect(generationAt(first, at('2056-02-29T15:00:00Z'))).toBeUndefined()
})

const moment = fc.date({
  min: at('2026-01-01T00:00:00Z'),
  max: at('2069-12-31T23:59:59Z'),
  noInvalidDate: true,
})
const thirtyYears = 30 * 365 * 86_400_000

test('RFC 5280 §4.1.2.5 from a year before the first start to thirty years after it, every certificate ends before its issuer', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: at('2026-01-01T00:00:00Z'),
        max: at('2039-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      fc.integer({ min: -330 * 86_400_000, max: thirtyYears }),
      moment,
      (start, ahead, born) => {
        const now = new Date(start.getTime() + ahead)
        const birthDate = new Date(born.getTime() - thirtyYears * 1.5).toISOString().slice(0, 10)
        fc.pre(birthDate < now.toISOString().slice(0, 10))
        const generation = generationAt(firstBegin(start), now) ?? 0
        const { notBefore, notAfter } = validityOf(firstBegin(start), generation)
        expect(notBefore <= now).toBe(true)
        expect(certificateNotAfter(now, birthDate, cardExpiry(now, birthDate)) < notAfter).toBe(
          true,
        )
      },
    ),
    { numRuns: 2000 },
  )
})
