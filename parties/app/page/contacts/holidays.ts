/** National holidays of Japan (国民の祝日に関する法律, 昭和23年法律第178号, Articles 2 and 3), from 2022 on. */
import type { CalendarDate } from '@kazashi/lifecycle'

/** 0: Sunday. */
export const weekday = ({ year, month, day }: CalendarDate): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay()

/** Article 2: days of the calendar, month and day. */
const fixed = ['1-1', '2-11', '2-23', '4-29', '5-3', '5-4', '5-5', '8-11', '11-3', '11-23']
/** Article 2: the n-th Monday of a month. */
const mondays: readonly (readonly [month: number, nth: number])[] = [
  [1, 2],
  [7, 3],
  [9, 3],
  [10, 2],
]

/** Day of the equinox, by the mean motion of the sun; agrees with the announced days of 1980 to 2099. */
function equinox(year: number, month: number): number {
  const at1980 = month === 3 ? 20.8431 : 23.2488
  return Math.floor(at1980 + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4))
}

function isNamed(date: CalendarDate): boolean {
  const { year, month, day } = date
  if (fixed.includes(`${month}-${day}`)) return true
  if (month === 3 || month === 9) {
    if (day === equinox(year, month)) return true
  }
  const nth = Math.ceil(day / 7)
  return weekday(date) === 1 && mondays.some(([m, n]) => m === month && n === nth)
}

function shifted({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const moved = new Date(Date.UTC(year, month - 1, day + days))
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  }
}

export function isHoliday(date: CalendarDate): boolean {
  if (isNamed(date)) return true
  // Article 3 (2): after a holiday on a Sunday, the first day that is none.
  for (let back = 1; isNamed(shifted(date, -back)); back++) {
    if (weekday(shifted(date, -back)) === 0) return true
  }
  // Article 3 (3): a day between two holidays.
  return weekday(date) !== 0 && isNamed(shifted(date, -1)) && isNamed(shifted(date, 1))
}
