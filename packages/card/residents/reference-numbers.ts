/**
 * 照合番号: numbers printed on a card, as secrets that open its visual and data applets. A is the My Number; B is the
 * birth date in the Japanese era (YYMMDD), the Western year of expiry and the security code: fourteen digits.
 */
import { eraAt, parseCalendarDate } from '@kazashi/lifecycle'
import { CardError } from '../errors.ts'

export interface EraDate {
  /** e.g. 昭和 */
  readonly era: string
  /** 1 in the era's first year */
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * @param date YYYY-MM-DD
 * @throws {CardError} PERSONALISATION_INPUT for no date, or one before 1868-01-25
 */
export function eraDate(date: string): EraDate {
  const era = eraAt(date)
  if (!isCalendarDate(date) || era === undefined) {
    throw new CardError('PERSONALISATION_INPUT', { detail: 'no date of a Japanese era' })
  }
  const year = Number(date.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1
  return { era: era.name, year, month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** YYYY-MM-DD and a day of the calendar. */
export const isCalendarDate = (text: string): boolean => parseCalendarDate(text) !== undefined

/**
 * The six digits that open the age record of the visual applet (EF 0011).
 * @param birthDate YYYY-MM-DD
 * @throws {CardError} PERSONALISATION_INPUT for no date of an era
 */
export function birthDateKey(birthDate: string): string {
  const { year, month, day } = eraDate(birthDate)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('')
}

/** The values on a card's front that make 照合番号B. */
export interface PrintedFace {
  /** YYYY-MM-DD */
  readonly birthDate: string
  /** YYYY-MM-DD */
  readonly cardExpiry: string
  /** Four digits. */
  readonly securityCode: string
}

/**
 * 照合番号B, fourteen digits.
 * @throws {CardError} PERSONALISATION_INPUT for a date or a code that is none
 */
export function numberB({ birthDate, cardExpiry, securityCode }: PrintedFace): string {
  if (!isCalendarDate(cardExpiry) || !/^\d{4}$/.test(securityCode)) {
    throw new CardError('PERSONALISATION_INPUT', { detail: 'card expiry or security code' })
  }
  return birthDateKey(birthDate) + cardExpiry.slice(0, 4) + securityCode
}
