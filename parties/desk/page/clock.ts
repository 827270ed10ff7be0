/** The sandbox's clock in Japan time: its display, and the times its two buttons set. */
import type { Language } from '@kazashi/ui'

const zone = 'Asia/Tokyo'
const hour = 3_600_000
const day = 24 * hour
/** Japan is nine hours ahead of UTC all year. */
const ahead = 9 * hour

/** @returns e.g. 11月23日(月) 14:02 */
export const clockText = (now: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now)

export const oneHourLater = (now: Date): Date => new Date(now.getTime() + hour)

/** The next 8:00 in Japan: issuing opens then. */
export function nextMorning(now: Date): Date {
  const midnight = Math.floor((now.getTime() + ahead) / day) * day - ahead
  const eight = midnight + 8 * hour
  return new Date(eight > now.getTime() ? eight : eight + day)
}
