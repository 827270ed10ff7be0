/** Times as people of Japan read them, whatever the device's own zone. */
import type { ApplicationView } from '@kazashi/phone'
import type { Language } from '@kazashi/ui'

const locales = { ja: 'ja-JP', en: 'en-GB' } as const
const zone = 'Asia/Tokyo'

const partsOf = (language: Language) =>
  ({
    timeZone: zone,
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }) as const

/** @param at ISO 8601 @returns e.g. 11月24日(火) 8:05 */
export const momentText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], partsOf(language)).format(new Date(at))

/** Of what is over, which may be years ago. @param at ISO 8601 @returns e.g. 2031年4月3日(木) 23:59 */
export const pastText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...partsOf(language), year: 'numeric' }).format(
    new Date(at),
  )

/** @returns e.g. 2031年4月3日 */
export const dayText = (at: string | Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: zone, dateStyle: 'long' }).format(
    new Date(at),
  )

/** Whether it is issued on the day on which it was asked for: at 1:00 the next 8:00 is no next day's. */
export const isSameDay = (
  application: Pick<ApplicationView, 'appliedAt' | 'expectedAt'>,
): boolean => dayText(application.appliedAt, 'ja') === dayText(application.expectedAt, 'ja')

const someMinutes = 30 * 60_000

/** Not "some minutes": issuing begins at 8:00, today or tomorrow. */
export const isAfterHours = (
  application: Pick<ApplicationView, 'appliedAt' | 'expectedAt'>,
): boolean => Date.parse(application.expectedAt) - Date.parse(application.appliedAt) > someMinutes
