/**
 * The share of the costs that a patient pays at the window, by age: 健康保険法 第74条・第110条, 国民健康保険法 第42条, 高齢者医療確保法 第50条・第67条.
 * Whoever is born on a day reaches an age at the end of the day before (年齢計算ニ関スル法律).
 */
import {
  ageAt,
  type CalendarDate,
  compareDates,
  dayMilliseconds,
  formatCalendarDate,
  japanDate,
  parseCalendarDate,
  startOfJapanDay,
} from '@kazashi/lifecycle'

/** before-school: to the 31 March after the sixth year of age · seventy: 70 to 74 · late-elderly: 75 and older */
export type Stage = 'before-school' | 'general' | 'seventy' | 'late-elderly'

/** How much a person or household earns: high is 現役並み (or ア, イ of the younger), middle 一定以上 of those of 75 and older. */
export type Income = 'high' | 'middle' | 'low'

/** In tenths of the costs. */
export type Share = 1 | 2 | 3

/** @throws {RangeError} no YYYY-MM-DD, or no day of the calendar */
export function dayOf(text: string): CalendarDate {
  const day = parseCalendarDate(text)
  if (day === undefined) throw new RangeError(`${text} is no day`)
  return day
}

/** @param days may be negative */
export const daysLater = (day: CalendarDate, days: number): CalendarDate =>
  japanDate(new Date(startOfJapanDay(day).getTime() + days * dayMilliseconds))

/** The first day on which somebody is that old: the birthday, for 29 February the 1 March of other years. */
export function birthdayOf(birthDate: string, age: number): CalendarDate {
  const born = dayOf(birthDate)
  const there = { ...born, year: born.year + age }
  return parseCalendarDate(formatCalendarDate(there)) ?? { ...there, month: 3, day: 1 }
}

/** The last day at the share of a child before school. */
function lastDayBeforeSchool(birthDate: string): CalendarDate {
  const reached = daysLater(birthdayOf(birthDate, 6), -1)
  const march = { year: reached.year, month: 3, day: 31 }
  return compareDates(reached, march) <= 0 ? march : { ...march, year: reached.year + 1 }
}

/** The first day at the share of those of 70: the first of the month after the one in which that age is reached. */
function firstDayOfSeventy(birthDate: string): CalendarDate {
  const { year, month } = daysLater(birthdayOf(birthDate, 70), -1)
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
}

/** @param day in Japan @throws {ValidityError} BIRTH_DATE_INVALID: born after it */
export function stageOn(day: CalendarDate, birthDate: string): Stage {
  if (ageAt(startOfJapanDay(day), birthDate) >= 75) return 'late-elderly'
  if (compareDates(day, firstDayOfSeventy(birthDate)) >= 0) return 'seventy'
  return compareDates(day, lastDayBeforeSchool(birthDate)) <= 0 ? 'before-school' : 'general'
}

const shares: Readonly<Record<Stage, Readonly<Record<Income, Share>>>> = {
  'before-school': { high: 2, middle: 2, low: 2 },
  general: { high: 3, middle: 3, low: 3 },
  seventy: { high: 3, middle: 2, low: 2 },
  'late-elderly': { high: 3, middle: 2, low: 1 },
}

export const shareOf = (stage: Stage, income: Income): Share => shares[stage][income]

/** 限度額の適用区分 (高額療養費): the class that caps what a month costs. Amounts change by law: only the class is told. */
const limits: Readonly<Record<'young' | 'old', Readonly<Record<Income, string>>>> = {
  young: { high: '区分イ', middle: '区分ウ', low: '区分エ' },
  old: { high: '現役並みⅠ', middle: '一般Ⅱ', low: '一般Ⅰ' },
}

export function limitOf(stage: Stage, income: Income): string {
  if (stage === 'late-elderly') return limits.old[income]
  if (stage === 'seventy') return income === 'high' ? limits.old.high : '一般'
  return limits.young[income]
}
