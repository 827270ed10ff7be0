import { expect, test } from 'vitest'
import { clockText, nextMorning, oneHourLater } from './clock.ts'

test('5-A1 翌朝8:00へ goes to the next opening of issuing in Japan, never back', () => {
  const evening = new Date('2026-11-23T20:15:00+09:00')
  expect(nextMorning(evening)).toEqual(new Date('2026-11-24T08:00:00+09:00'))
  const night = new Date('2026-11-24T03:00:00+09:00')
  expect(nextMorning(night)).toEqual(new Date('2026-11-24T08:00:00+09:00'))
  const exactly = new Date('2026-11-24T08:00:00+09:00')
  expect(nextMorning(exactly)).toEqual(new Date('2026-11-25T08:00:00+09:00'))
})

test('5-A1 the clock shows Japan time in both languages', () => {
  const now = new Date('2026-11-23T05:02:00Z')
  expect(clockText(now, 'ja')).toBe('11月23日(月) 14:02')
  expect(clockText(now, 'en')).toContain('14:02')
  expect(oneHourLater(now).toISOString()).toBe('2026-11-23T06:02:00.000Z')
})
