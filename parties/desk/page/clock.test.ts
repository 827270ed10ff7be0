import { expect, test } from 'vitest'
import { clockTexts, isBeforeOpening, isNight, jumpTo, moved, shortMoment } from './clock.ts'
import { leadTexts } from './lead-texts.ts'
import { texts } from './texts.ts'

const japan = (text: string) => new Date(`${text}+09:00`)
const person = { birthDate: '1951-04-03', lastDay: '2031-04-03' }

test('5-A1 on a narrow desk day and time are shown in Japan time, in both languages', () => {
  const late = new Date('2026-11-23T15:31:00Z')
  expect(shortMoment(late, 'ja')).toBe('11月24日 0:31')
  expect(shortMoment(late, 'en')).toBe('24 Nov, 0:31')
})

test('5-A1 翌朝8:00 goes to the next opening of issuing in Japan', () => {
  const morning = (now: string) => jumpTo('morning', japan(now), person)
  expect(morning('2026-11-23T20:15:00')).toEqual(japan('2026-11-24T08:00:00'))
  expect(morning('2026-11-24T03:00:00')).toEqual(japan('2026-11-24T08:00:00'))
  expect(morning('2026-11-24T08:00:00')).toEqual(japan('2026-11-25T08:00:00'))
})

test('5-A1 after midnight the next opening is this morning’s; from 8:00 on it is that of the next morning', () => {
  const before = (time: string) => isBeforeOpening(japan(`2026-11-24T${time}`))
  expect(['00:00:00', '01:00:00', '07:59:59'].map(before)).toEqual([true, true, true])
  expect(['08:00:00', '12:00:00', '23:59:59'].map(before)).toEqual([false, false, false])
  expect(texts.ja.morning.today).toBe('朝8:00へ')
  expect(texts.ja.morning.tomorrow).toBe('翌朝8:00へ')
  for (const language of ['ja', 'en'] as const) {
    const { morning } = texts[language]
    const { hint } = leadTexts[language].steps.night
    const words = { name: '', phone: '', owner: '', other: '' }
    for (const label of [morning.today, morning.tomorrow])
      expect(hint({ ...words, morning: label })).toContain(label)
  }
})

test('5-A1 19:29 is today’s, back where it is past', () => {
  const closing = (now: string) => jumpTo('closing', japan(now), person)
  expect(closing('2026-11-23T10:00:00')).toEqual(japan('2026-11-23T19:29:00'))
  expect(closing('2026-11-23T23:30:00')).toEqual(japan('2026-11-23T19:29:00'))
})

test('5-A4 the next birthday and the last day of the certificates are reached in one press', () => {
  const birthday = (now: string, birthDate = person.birthDate) =>
    jumpTo('birthday', japan(now), { ...person, birthDate })
  expect(birthday('2026-11-23T10:00:00')).toEqual(japan('2027-04-03T09:00:00'))
  expect(birthday('2027-04-03T08:59:00')).toEqual(japan('2027-04-03T09:00:00'))
  expect(birthday('2027-04-03T09:00:00')).toEqual(japan('2028-04-03T09:00:00'))
  expect(birthday('2026-03-01T10:00:00', '2004-02-29')).toEqual(japan('2027-02-28T09:00:00'))
  const now = japan('2032-01-01T10:00:00')
  expect(jumpTo('expiry', now, person)).toEqual(japan('2031-04-03T09:00:00'))
})

test('5-A1 year, day and hour go forward and back, each by itself', () => {
  const now = japan('2028-02-29T00:30:00')
  expect(moved(now, 'year', 1)).toEqual(japan('2029-02-28T00:30:00'))
  expect(moved(now, 'year', -1)).toEqual(japan('2027-02-28T00:30:00'))
  expect(moved(now, 'year', 4)).toEqual(japan('2032-02-29T00:30:00'))
  expect(moved(now, 'day', -1)).toEqual(japan('2028-02-28T00:30:00'))
  expect(moved(now, 'hour', -1)).toEqual(japan('2028-02-28T23:30:00'))
  expect(moved(now, 'hour', 1)).toEqual(japan('2028-02-29T01:30:00'))
})

test('5-A1 the clock shows Japan time with its year in both languages', () => {
  const now = new Date('2026-11-23T05:02:00Z')
  expect(clockTexts(now, 'ja')).toEqual({ year: '2026年', day: '11月23日(月)', hour: '14:02' })
  expect(clockTexts(now, 'en')).toMatchObject({ year: '2026', hour: '14:02' })
})

test('5-A1 issuing is closed from 19:30 to 8:00', () => {
  const closed = (time: string) => isNight(japan(`2026-11-23T${time}`))
  expect(['07:59:59', '08:00:00', '19:29:59', '19:30:00'].map(closed)).toEqual([
    true,
    false,
    false,
    true,
  ])
})
