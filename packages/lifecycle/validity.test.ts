import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ageAt,
  birthdayAfter,
  cardExpiry,
  certificateNotAfter,
  formatCalendarDate,
  japanDate,
  parseCalendarDate,
  phoneNotAfter,
  renewableFrom,
  ValidityError,
  validityAt,
} from './index.ts'

const jst = (text: string) => new Date(`${text}+09:00`)

test.each([
  ['birthday still to come this year', '2026-11-23T12:00:00', '1985-12-24', '2030-12-24'],
  ['birthday already gone this year', '2026-11-23T12:00:00', '1985-03-01', '2031-03-01'],
  ['issued on the birthday: it does not count', '2026-11-23T12:00:00', '1985-11-23', '2031-11-23'],
  ['day before the birthday', '2026-11-22T23:59:59', '1985-11-23', '2030-11-23'],
  ['born on 29 February: 28 February', '2026-11-23T12:00:00', '1984-02-29', '2031-02-28'],
  ['the same in a leap year', '2023-11-23T12:00:00', '1984-02-29', '2028-02-28'],
  ['issued on 28 February to them', '2024-02-28T12:00:00', '1984-02-29', '2029-02-28'],
  ['a newborn', '2026-11-23T12:00:00', '2026-11-23', '2031-11-23'],
])('5-A4 a certificate lasts to the fifth birthday: %s', (_, issued, birth, last) => {
  expect(certificateNotAfter(jst(issued), birth)).toEqual(jst(`${last}T23:59:59`))
})

test('5-A4 the day of issue is the day in Japan, not in UTC', () => {
  expect(certificateNotAfter(new Date('2026-11-22T15:00:00Z'), '1985-11-23')).toEqual(
    jst('2031-11-23T23:59:59'),
  )
})

test('5-A4 a certificate ends with its card where that ends first', () => {
  const expiry = cardExpiry(jst('2020-06-01T12:00:00'), '1985-12-24')
  expect(expiry).toBe('2029-12-24')
  expect(certificateNotAfter(jst('2026-11-23T12:00:00'), '1985-12-24', expiry)).toEqual(
    jst('2029-12-24T23:59:59'),
  )
})

test('5-A4 a certificate ends on its fifth birthday where its card lasts longer', () => {
  const issued = jst('2026-11-23T12:00:00')
  const last = jst('2030-12-24T23:59:59')
  for (const expiry of ['2035-12-24', '2030-12-25', '2030-12-24', undefined])
    expect(certificateNotAfter(issued, '1985-12-24', expiry)).toEqual(last)
  expect(certificateNotAfter(issued, '1985-12-24', '2030-12-23')).toEqual(
    jst('2030-12-23T23:59:59'),
  )
})

test.each([
  ['an adult', '2026-11-23T12:00:00', '1985-12-24', '2035-12-24'],
  ['eighteen today', '2026-11-23T12:00:00', '2008-11-23', '2036-11-23'],
  ['eighteen tomorrow', '2026-11-23T12:00:00', '2008-11-24', '2030-11-24'],
  ['a child', '2026-11-23T12:00:00', '2020-01-05', '2031-01-05'],
])('5-A4 the card of %s', (_, issued, birth, expiry) => {
  expect(cardExpiry(jst(issued), birth)).toBe(expiry)
})

test.each(['2026-11-24', '1985-02-30', '1985-13-01', '85-01-01', ''])(
  '5-A4 %j is no birth date on 23 November 2026',
  (birth) => {
    expect(() => cardExpiry(jst('2026-11-23T12:00:00'), birth)).toThrow(ValidityError)
  },
)

const moment = fc.date({
  min: new Date('2015-10-20T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const birth = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2015-10-01T00:00:00Z'),
  noInvalidDate: true,
})

test('5-A4 the fifth birthday is four to five years after issue, always after the day of issue', () => {
  fc.assert(
    fc.property(moment, birth, (issued, born) => {
      const birthDate = formatCalendarDate(japanDate(born))
      const years =
        (certificateNotAfter(issued, birthDate).getTime() - issued.getTime()) / 31_556_952e3
      expect(years).toBeGreaterThan(3.99)
      expect(years).toBeLessThan(5.01)
      expect(ageAt(issued, birthDate)).toBeGreaterThanOrEqual(0)
      expect(birthdayAfter(issued, birthDate, 1)).not.toEqual(japanDate(issued))
    }),
  )
})

test('5-A4 a calendar date goes to text and back', () => {
  fc.assert(
    fc.property(moment, (at) => {
      const date = japanDate(at)
      expect(parseCalendarDate(formatCalendarDate(date))).toEqual(date)
    }),
  )
})

test('5-A4 a phone certificate ends in the same second as the card certificate', () => {
  const card = jst('2031-11-23T23:59:59')
  expect(phoneNotAfter(card)).toEqual(card)
})

test.each([
  ['2023-07-07', '2023-04-08'],
  ['2023-05-28', '2023-03-01'],
  ['2023-05-30', '2023-03-01'],
  ['2024-05-30', '2024-03-01'],
  ['2024-05-28', '2024-02-29'],
  ['2031-02-28', '2030-11-29'],
  ['2031-03-31', '2031-01-01'],
])('5-A4 a certificate until %s is renewed at the counter from %s', (last, first) => {
  expect(formatCalendarDate(renewableFrom(jst(`${last}T23:59:59`)))).toBe(first)
})

test('5-A4 a certificate is good, then ending, then expired, and never goes back', () => {
  const notAfter = jst('2031-11-23T23:59:59')
  expect(validityAt(notAfter, jst('2031-08-23T23:59:59'))).toBe('good')
  expect(validityAt(notAfter, jst('2031-08-24T00:00:00'))).toBe('ending')
  expect(validityAt(notAfter, notAfter)).toBe('ending')
  expect(validityAt(notAfter, jst('2031-11-24T00:00:00'))).toBe('expired')
  const order = ['good', 'ending', 'expired']
  fc.assert(
    fc.property(moment, moment, moment, (last, one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      const at = (now: Date) => order.indexOf(validityAt(last, now))
      expect(at(first)).toBeLessThanOrEqual(at(second))
    }),
  )
})
