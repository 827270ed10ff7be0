import { seeded } from '@kazashi/card'
import { expect, test } from 'vitest'
import { drawResident } from '../../cli/scenario/draw-resident.ts'
import { birthdaySeed } from './birthday-seed.ts'
import { allDays, dayName, fixedDays, randomDays, readDay } from './days.ts'

test('any-day: the calendar’s edges, both sides of a birthday, and as many by chance as asked for', () => {
  const days = allDays(7, 10)
  expect(days.slice(0, 6).map(({ date }) => date)).toEqual(fixedDays)
  expect(days.map(({ toBirthday }) => toBirthday).filter(Boolean)).toEqual([1, -1])
  expect(days).toHaveLength(6 + 2 + 10)
})

test('any-day: the same seed draws the same days, from 2027 to 2040', () => {
  expect(randomDays(3, 50)).toEqual(randomDays(3, 50))
  expect(randomDays(3, 50)).not.toEqual(randomDays(4, 50))
  for (const date of randomDays(5, 200)) {
    expect(date >= '2027-01-01' && date <= '2040-12-31').toBe(true)
  }
})

test('any-day: days are read as they are written, and a text that is no day is refused', () => {
  for (const text of ['2028-02-29', '2030-06-15+1', '2030-06-15-1']) {
    expect(dayName(readDay(text))).toBe(text)
  }
  for (const text of ['2027-02-29', '2028-2-29', 'tomorrow', '2028-02-29+2', '']) {
    expect(() => readDay(text)).toThrow(RangeError)
  }
})

test.each([1, -1])(
  'any-day: a seed whose resident has a birthday in %i days, on whichever day',
  (days) => {
    for (const date of ['2029-03-01', '2029-12-31', '2031-07-14']) {
      const today = new Date(`${date}T10:00:00+09:00`)
      const seed = birthdaySeed('card-expired', today, days, 1)
      const birthday = new Date(today.getTime() + days * 86_400_000).toISOString().slice(5, 10)
      for (const youngest of [15, 18]) {
        expect(drawResident(seeded(seed, 'card-expired'), today, youngest).birthDate.slice(5)).toBe(
          birthday,
        )
      }
    }
  },
)
