/** The sandbox's clock in Japan time: its display, and the times that its buttons set, forward and back. */
import type { Language } from '@kazashi/ui'

const zone = 'Asia/Tokyo'
const hour = 3_600_000
const day = 24 * hour
/** Japan is nine hours ahead of UTC all year. */
const ahead = 9 * hour

/** The parts of a time that have buttons of their own. */
export const clockParts = ['year', 'day', 'hour'] as const
export type ClockPart = (typeof clockParts)[number]

export const jumps = ['closing', 'morning', 'birthday', 'expiry'] as const
export type Jump = (typeof jumps)[number]

/** @returns each part as it is shown, e.g. 2026年, 11月23日(月), 14:02 */
export function clockTexts(now: Date, language: Language): Readonly<Record<ClockPart, string>> {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB'
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(now)
  return {
    year: format({ year: 'numeric' }),
    day: format({
      month: language === 'ja' ? 'long' : 'short',
      day: 'numeric',
      weekday: 'short',
    }),
    hour: format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
  }
}

/** @returns day and time where there is little room, e.g. 11月23日 14:02 */
export function shortMoment(now: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now)
}

/** A day of a year that may have no 29 February: then the day before. */
function dayIn(year: number, month: number, date: number, time: number): Date {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last)) + time - ahead)
}

/** The calendar in Japan, and the milliseconds since midnight there. */
function inJapan(now: Date) {
  const there = new Date(now.getTime() + ahead)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth(),
    date: there.getUTCDate(),
    time: there.getTime() % day,
  }
}

/** One step of a part, keeping the others. @param steps back where negative */
export function moved(now: Date, part: ClockPart, steps: number): Date {
  const { year, month, date, time } = inJapan(now)
  if (part === 'year') return dayIn(year + steps, month, date, time)
  return new Date(now.getTime() + steps * (part === 'day' ? day : hour))
}

/** Today at this time in Japan, whether past or to come. */
function today(now: Date, hours: number, minutes = 0): Date {
  const { year, month, date } = inJapan(now)
  return dayIn(year, month, date, hours * hour + minutes * 60_000)
}

/** The next birthday, at nine in the morning. @param birthDate YYYY-MM-DD */
function nextBirthday(now: Date, birthDate: string): Date {
  const [, month = 1, date = 1] = birthDate.split('-').map(Number)
  const { year } = inJapan(now)
  const inYear = (which: number) => dayIn(which, month - 1, date, 9 * hour)
  return inYear(year) > now ? inYear(year) : inYear(year + 1)
}

/** Whether it is after midnight and before the opening: people then say 「朝8:00」, not 「翌朝」. */
export const isBeforeOpening = (now: Date): boolean => inJapan(now).time < 8 * hour

/**
 * The times worth going to: a minute before issuing closes today, the next opening, a birthday, and the morning of the last day.
 * @param birthDate and `lastDay` (of the card's certificates) of the person on the desk, YYYY-MM-DD
 */
export function jumpTo(
  jump: Jump,
  now: Date,
  { birthDate, lastDay }: { readonly birthDate: string; readonly lastDay: string },
): Date {
  switch (jump) {
    case 'closing':
      return today(now, 19, 29)
    case 'morning': {
      const eight = today(now, 8)
      return eight > now ? eight : new Date(eight.getTime() + day)
    }
    case 'birthday':
      return nextBirthday(now, birthDate)
    case 'expiry':
      return new Date(`${lastDay}T09:00:00+09:00`)
  }
}

/** @param lastDay of certificates in Japan, YYYY-MM-DD @returns nine in the morning, so many days later */
export const daysAfter = (lastDay: string, days: number): Date =>
  new Date(new Date(`${lastDay}T09:00:00+09:00`).getTime() + days * day)

/** @returns this evening after the counter has closed, or now where it is closed already */
export const afterHours = (now: Date): Date => (isNight(now) ? now : today(now, 21))

/** @param lastDay of certificates in Japan, e.g. 2030-12-22; undefined: there are none @returns whether it is over */
export const hasExpired = (lastDay: string | undefined, now: Date | undefined): boolean =>
  lastDay !== undefined &&
  now !== undefined &&
  new Date(now.getTime() + ahead).toISOString().slice(0, 10) > lastDay

/** Whether issuing is closed at that time: 8:00 to 19:30 (5-A1). */
export function isNight(now: Date): boolean {
  const { time } = inJapan(now)
  return time < 8 * hour || time >= 19.5 * hour
}
