import { compareDates, formatCalendarDate } from '@kazashi/lifecycle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthdayOf, dayOf, daysLater, limitOf, type Stage, shareOf, stageOn } from './shares.ts'

const stage = (day: string, birthDate: string) => stageOn(dayOf(day), birthDate)

test.each([
  // 6歳に達する日以後の最初の3月31日: whoever is born on 1 April is six on 31 March.
  ['2020-04-02', '2027-03-31', 'before-school'],
  ['2020-04-02', '2027-04-01', 'general'],
  ['2020-04-01', '2026-03-31', 'before-school'],
  ['2020-04-01', '2026-04-01', 'general'],
  ['2020-12-24', '2027-03-31', 'before-school'],
  ['2021-01-01', '2027-04-01', 'general'],
  // 70歳に達する日の属する月の翌月から
  ['1956-11-02', '2026-11-30', 'general'],
  ['1956-11-02', '2026-12-01', 'seventy'],
  ['1956-11-01', '2026-10-31', 'general'],
  ['1956-11-01', '2026-11-01', 'seventy'],
  ['1956-12-15', '2027-01-01', 'seventy'],
  // 75歳の誕生日から
  ['1951-11-28', '2026-11-27', 'seventy'],
  ['1951-11-28', '2026-11-28', 'late-elderly'],
  ['1952-02-29', '2027-02-28', 'seventy'],
  ['1952-02-29', '2027-03-01', 'late-elderly'],
])('健康保険法 第74条 born on %s, on %s: %s', (birthDate, day, wanted) => {
  expect(stage(day, birthDate)).toBe(wanted)
})

const order: readonly Stage[] = ['before-school', 'general', 'seventy', 'late-elderly']
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('健康保険法 第74条 a stage never comes back, and the last begins on the birthday itself', () => {
  fc.assert(
    fc.property(day, fc.nat(45_000), fc.nat(400), (birthDate, days, more) => {
      const at = daysLater(dayOf(birthDate), days)
      const later = daysLater(at, more)
      expect(order.indexOf(stageOn(later, birthDate))).toBeGreaterThanOrEqual(
        order.indexOf(stageOn(at, birthDate)),
      )
      const isLast = compareDates(at, birthdayOf(birthDate, 75)) >= 0
      expect(stageOn(at, birthDate) === 'late-elderly').toBe(isLast)
    }),
  )
})

test('健康保険法 第74条 高齢者医療確保法 第67条 shares by stage and income', () => {
  expect(order.map((one) => shareOf(one, 'low'))).toEqual([2, 3, 2, 1])
  expect(order.map((one) => shareOf(one, 'middle'))).toEqual([2, 3, 2, 2])
  expect(order.map((one) => shareOf(one, 'high'))).toEqual([2, 3, 3, 3])
  expect(order.map((one) => limitOf(one, 'middle'))).toEqual(['区分ウ', '区分ウ', '一般', '一般Ⅱ'])
})

test('年齢計算ニ関スル法律 the birthday of 29 February is 1 March where there is none', () => {
  expect(formatCalendarDate(birthdayOf('2004-02-29', 20))).toBe('2024-02-29')
  expect(formatCalendarDate(birthdayOf('2004-02-29', 21))).toBe('2025-03-01')
  expect(() => birthdayOf('2004-02-30', 1)).toThrow(RangeError)
})
