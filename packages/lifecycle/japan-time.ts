/** Japan Standard Time: UTC+9 the whole year, no summer time since 1951 (標準時ニ関スル件, 勅令第167号). */

const offsetMilliseconds = 9 * 60 * 60 * 1000
export const dayMilliseconds = 24 * 60 * 60 * 1000

/** A calendar date; month 1…12, day 1…31. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The date on a calendar in Japan at this moment. */
export function japanDate(moment: Date): CalendarDate {
  const shifted = new Date(moment.getTime() + offsetMilliseconds)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
  }
}

/** The moment at which a date begins in Japan (0:00). */
export function startOfJapanDay(date: CalendarDate): Date {
  return new Date(Date.UTC(date.year, date.month - 1, date.day) - offsetMilliseconds)
}

/** The last whole second of a date in Japan (23:59:59). */
export function endOfJapanDay(date: CalendarDate): Date {
  return new Date(startOfJapanDay(date).getTime() + dayMilliseconds - 1000)
}

/**
 * @param text YYYY-MM-DD
 * @returns undefined where the text is no date that exists
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const date = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
  const back = new Date(Date.UTC(date.year, date.month - 1, date.day))
  const exists =
    date.year >= 1000 && back.getUTCMonth() + 1 === date.month && back.getUTCDate() === date.day
  return exists ? date : undefined
}

/** YYYY-MM-DD */
export function formatCalendarDate({ year, month, day }: CalendarDate): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Negative: a is earlier; 0: the same date; positive: a is later. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}
