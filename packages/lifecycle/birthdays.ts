/**
 * Ages and birthdays in Japan. A year of life is complete when the day before the birthday ends (年齢計算ニ関スル法律, 民法 §143).
 * The one rule for 29 February: that year is complete when 28 February ends, and the birthday that a card lasts to is
 * 28 February, both in every year (as 道路交通法 §92-2 says of licences).
 */
import { errorClass } from '@kazashi/errors'
import {
  type CalendarDate,
  compareDates,
  japanDate,
  parseCalendarDate,
  startOfJapanDay,
} from './japan-time.ts'

/** Refusals of the rules here: a birth date that is none, or one after the day it is looked at. */
export const validityErrors = {
  BIRTH_DATE_INVALID: { clause: '5-A4', next: 'check-input' },
} as const
export class ValidityError extends errorClass('ValidityError', validityErrors) {}

function birthDateOf(text: string, day: CalendarDate): CalendarDate {
  const birth = parseCalendarDate(text)
  if (!birth || compareDates(birth, day) > 0) throw new ValidityError('BIRTH_DATE_INVALID')
  return birth
}

const bornOnLeapDay = ({ month, day }: CalendarDate): boolean => month === 2 && day === 29

/** The day of a year on which something ends that lasts to the birthday. */
const birthdayIn = (year: number, birth: CalendarDate): CalendarDate => ({
  ...birth,
  year,
  day: bornOnLeapDay(birth) ? 28 : birth.day,
})

/** The moment of a year at which someone is a year older: 0:00 of the birthday, for 29 February when 28 February ends. */
function olderIn(year: number, birth: CalendarDate): Date {
  const { month, day } = birthdayIn(year, birth)
  return startOfJapanDay({ year, month, day: bornOnLeapDay(birth) ? day + 1 : day })
}

/**
 * The nth birthday after a day, that day not counting.
 * @param birthDate YYYY-MM-DD @param count 1 or more
 * @throws {ValidityError} BIRTH_DATE_INVALID
 */
export function birthdayAfter(at: Date, birthDate: string, count: number): CalendarDate {
  const day = japanDate(at)
  const birth = birthDateOf(birthDate, day)
  const first = compareDates(birthdayIn(day.year, birth), day) > 0 ? day.year : day.year + 1
  return birthdayIn(first + count - 1, birth)
}

/**
 * Age in whole years.
 * @param birthDate YYYY-MM-DD @throws {ValidityError} BIRTH_DATE_INVALID
 */
export function ageAt(at: Date, birthDate: string): number {
  const day = japanDate(at)
  const birth = birthDateOf(birthDate, day)
  return day.year - birth.year - (at < olderIn(day.year, birth) ? 1 : 0)
}

/**
 * The moment after `at` from which `ageAt` is one more.
 * @param birthDate YYYY-MM-DD @throws {ValidityError} BIRTH_DATE_INVALID
 */
export function olderFrom(at: Date, birthDate: string): Date {
  const day = japanDate(at)
  const birth = birthDateOf(birthDate, day)
  const thisYear = olderIn(day.year, birth)
  return thisYear > at ? thisYear : olderIn(day.year + 1, birth)
}
