import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeOf } from '../../tools/code-of.ts'
import {
  ageAt,
  birthdayAfter,
  endOfJapanDay,
  formatCalendarDate,
  japanDate,
  olderFrom,
  parseCalendarDate,
  startOfJapanDay,
  ValidityError,
} from './index.ts'

const jst = (text: string) => new Date(`${text}+09:00`)
const justBefore = (moment: Date) => new Date(moment.getTime() - 1)

test.each([
  ['2006-11-23', '2026-11-22T23:59:59', 19],
  ['2006-11-23', '2026-11-23T00:00:00', 20],
  ['2004-02-29', '2027-02-28T23:59:59', 22],
  ['2004-02-29', '2027-03-01T00:00:00', 23],
  ['2004-02-29', '2028-02-28T23:59:59', 23],
  ['2004-02-29', '2028-02-29T00:00:00', 24],
  ['2004-03-01', '2027-02-28T23:59:59', 22],
  ['2004-03-01', '2028-02-29T23:59:59', 23],
  ['2004-02-28', '2027-02-28T00:00:00', 23],
  ['2026-11-23', '2026-11-23T10:00:00', 0],
])('年齢計算ニ関スル法律 born %s, at %s in Japan: %d', (birthDate, moment, years) => {
  expect(ageAt(jst(moment), birthDate)).toBe(years)
})

test.each([
  ['1971-09-01', '2026-11-23T10:00:00', '2027-09-01T00:00:00'],
  ['1971-11-23', '2026-11-22T23:59:59', '2026-11-23T00:00:00'],
  ['1971-11-23', '2026-11-23T00:00:00', '2027-11-23T00:00:00'],
  ['2004-02-29', '2026-11-23T10:00:00', '2027-03-01T00:00:00'],
  ['2004-02-29', '2027-02-28T23:59:59', '2027-03-01T00:00:00'],
  ['2004-02-29', '2027-11-23T10:00:00', '2028-02-29T00:00:00'],
])('年齢計算ニ関スル法律 born %s, at %s: older from %s', (birthDate, moment, next) => {
  expect(olderFrom(jst(moment), birthDate)).toEqual(jst(next))
})

test.each(['2026-11-24', '1985-02-30', '2025-02-29', '85-01-01', ''])(
  '年齢計算ニ関スル法律 %j is no birth date on 23 November 2026',
  (birth) => {
    const at = jst('2026-11-23T12:00:00')
    expect(() => ageAt(at, birth)).toThrow(ValidityError)
    expect(() => olderFrom(at, birth)).toThrow(ValidityError)
    expect(() => birthdayAfter(at, birth, 1)).toThrow(ValidityError)
  },
)

test('民法 §143 born on 29 February, a year is complete in the second after the birthday that a card lasts to, in every year', () => {
  for (let year = 2025; year < 2036; year += 1) {
    const birthday = birthdayAfter(jst(`${year}-01-01T12:00:00`), '2004-02-29', 1)
    expect(formatCalendarDate(birthday)).toBe(`${year}-02-28`)
    const last = endOfJapanDay(birthday)
    expect(olderFrom(last, '2004-02-29')).toEqual(new Date(last.getTime() + 1000))
    expect(ageAt(last, '2004-02-29')).toBe(year - 2005)
    expect(ageAt(new Date(last.getTime() + 1000), '2004-02-29')).toBe(year - 2004)
  }
})

test('年齢計算ニ関スル法律 a refusal names its clause and the next step', () => {
  const refused = outcomeOf(() => ageAt(jst('2026-11-23T12:00:00'), '85-01-01'))
  expect(refused).toMatchObject({
    name: 'ValidityError',
    code: 'BIRTH_DATE_INVALID',
    clause: '5-A4',
    next: 'check-input',
  })
})

test('ISO 8601 a calendar date has a year of four digits, from 1000 on', () => {
  expect(parseCalendarDate('1000-01-01')).toEqual({ year: 1000, month: 1, day: 1 })
  expect(parseCalendarDate('0999-12-31')).toBeUndefined()
  expect(formatCalendarDate({ year: 987, month: 6, day: 5 })).toBe('0987-06-05')
})

const moment = fc.date({
  min: new Date('2015-10-20T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const birth = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2015-10-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((born) => formatCalendarDate(japanDate(born)))

test('年齢計算ニ関スル法律 for all others a year is complete when the birthday begins', () => {
  fc.assert(
    fc.property(
      moment,
      birth.filter((born) => !born.endsWith('-02-29')),
      (at, born) => {
        const birthday = birthdayAfter(at, born, 1)
        expect(olderFrom(at, born)).toEqual(startOfJapanDay(birthday))
        expect(formatCalendarDate(birthday).slice(5)).toBe(born.slice(5))
      },
    ),
  )
})

test('年齢計算ニ関スル法律 the age grows by one where olderFrom says, and nowhere else', () => {
  fc.assert(
    fc.property(moment, fc.oneof(birth, fc.constant('1984-02-29')), (at, born) => {
      const next = olderFrom(at, born)
      expect(next > at).toBe(true)
      expect(ageAt(justBefore(next), born)).toBe(ageAt(at, born))
      expect(ageAt(next, born)).toBe(ageAt(at, born) + 1)
    }),
  )
})
