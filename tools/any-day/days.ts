/** The days on which everything must run: those where calendars go wrong, those around a birthday, and some by chance. */
import { seeded } from '@kazashi/card'
import { formatCalendarDate, japanDate } from '@kazashi/lifecycle'

export interface Day {
  /** YYYY-MM-DD */
  readonly date: string
  /** Days from this one to a birthday of the resident whose card is used; undefined: any resident. */
  readonly toBirthday?: number
}

/** Leap days, ends of months, of the business year and of the year. */
export const fixedDays: readonly string[] = [
  '2028-02-28',
  '2028-02-29',
  '2028-03-31',
  '2028-04-01',
  '2028-12-31',
  '2029-01-01',
]
const years = [Date.UTC(2027, 0, 1), Date.UTC(2040, 11, 31)] as const
/** More than a year from any 29 February: those drawn have birthdays on all days (birthday-seed.ts). */
const birthdays = [Date.UTC(2029, 2, 1), Date.UTC(2031, 11, 31)] as const
const day = 86_400_000

/** @param count of days by chance @returns dates from 2027 to 2040, the same for the same seed */
export function randomDays(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => drawnDay(seed, `day ${at}`, years))
}

function drawnDay(seed: number, topic: string, [from, to]: readonly [number, number]): string {
  const moment = from + seeded(seed, topic).integer(0, (to - from) / day) * day
  return formatCalendarDate(japanDate(new Date(moment)))
}

/** All of them: the fixed ones, the day before and after a birthday, and `count` by chance. */
export function allDays(seed: number, count: number): Day[] {
  const random = randomDays(seed, count)
  const around = drawnDay(seed, 'birthday', birthdays)
  return [
    ...fixedDays.map((date) => ({ date })),
    { date: around, toBirthday: 1 },
    { date: around, toBirthday: -1 },
    ...random.map((date) => ({ date })),
  ]
}

/** @throws {RangeError} for a text that is no date */
export function readDay(text: string): Day {
  const [date = '', birthday] = text.split(/(?=[+-]1$)/)
  const moment = new Date(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(moment.getTime()))
    throw new RangeError(
      `no day: ${text}; write 2028-02-29, or 2028-02-29+1 with a birthday the day after`,
    )
  if (moment.toISOString().slice(0, 10) !== date) throw new RangeError(`no such day: ${date}`)
  return birthday === undefined ? { date } : { date, toBirthday: Number(birthday) }
}

export const dayName = ({ date, toBirthday }: Day): string => {
  if (toBirthday === undefined) return date
  return `${date}${toBirthday > 0 ? '+' : ''}${toBirthday}`
}
