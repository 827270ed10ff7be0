/**
 * How long a card and its certificates are valid (5-A4): until a birthday after the day of issue, 23:59:59 Japan time.
 * The day of issue itself does not count, even where it is a birthday ("発行の日後の"). Which day is a birthday: birthdays.ts.
 */
import { ageAt, birthdayAfter } from './birthdays.ts'
import {
  type CalendarDate,
  compareDates,
  endOfJapanDay,
  formatCalendarDate,
  japanDate,
  parseCalendarDate,
  startOfJapanDay,
} from './japan-time.ts'

/** Birthdays a certificate of a card lasts (公的個人認証: the fifth after issue). */
export const certificateBirthdays = 5
/** Birthdays a card lasts: for adults, and for people under `adultAge` at issue. */
export const cardBirthdays = { adult: 10, minor: 5 } as const
/** Age from which a card lasts ten birthdays (since 1 April 2022; 20 before that). */
export const adultAge = 18

/** The card's last day, YYYY-MM-DD. @throws {ValidityError} BIRTH_DATE_INVALID */
export function cardExpiry(issued: Date, birthDate: string): string {
  const { adult, minor } = cardBirthdays
  const count = ageAt(issued, birthDate) >= adultAge ? adult : minor
  return formatCalendarDate(birthdayAfter(issued, birthDate, count))
}

/**
 * notAfter of a card's certificate: the fifth birthday at 23:59:59, and never after the card's own last day.
 * @param expiry the card's last day, YYYY-MM-DD
 * @throws {ValidityError} BIRTH_DATE_INVALID
 */
export function certificateNotAfter(issued: Date, birthDate: string, expiry?: string): Date {
  const own = birthdayAfter(issued, birthDate, certificateBirthdays)
  const card = expiry === undefined ? undefined : parseCalendarDate(expiry)
  return endOfJapanDay(card && compareDates(card, own) < 0 ? card : own)
}

/** notAfter of a phone's certificate: that of the card's certificate of the same kind (5-A4), never later. */
export const phoneNotAfter = (cardCertificateNotAfter: Date): Date =>
  new Date(cardCertificateNotAfter.getTime())

/** Months before the last day of a card's certificate from which the counter renews it. */
export const renewalMonths = 3

/** The day from which less than `renewalMonths` are left (民法 §143): the day after the same day of that month, or after its last. */
export function renewableFrom(notAfter: Date): CalendarDate {
  const { year, month, day } = japanDate(notAfter)
  const lastOfMonth = new Date(Date.UTC(year, month - renewalMonths, 0)).getUTCDate()
  const first = { year, month: month - renewalMonths, day: Math.min(day, lastOfMonth) + 1 }
  return japanDate(startOfJapanDay(first))
}

/** ending: ends soon, and the card's can be renewed · expired: later than notAfter (RFC 5280 §4.1.2.5) */
export type Validity = 'good' | 'ending' | 'expired'

/** How far a certificate is from its end (5-A4). */
export function validityAt(notAfter: Date, now: Date): Validity {
  if (now > notAfter) return 'expired'
  return now >= startOfJapanDay(renewableFrom(notAfter)) ? 'ending' : 'good'
}
