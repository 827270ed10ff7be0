/** Days as people write them down: YYYY-MM-DD in Japan, which is nine hours ahead of UTC all year. */

const day = 86_400_000
const ahead = 9 * 3_600_000

export const dayIn = (at: Date): string => new Date(at.getTime() + ahead).toISOString().slice(0, 10)

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** Whole years between two days. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The time when it is so many o'clock in Japan on that day. */
export const atHour = (date: string, hour: number): Date =>
  new Date(Date.parse(date) - ahead + hour * 3_600_000)

/** There is such a day in the calendar. */
export const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().slice(0, 10) === text
  )
}
