/** 1-D, 5-B: telephone lines and their hours. */
import { japanDate } from '@kazashi/lifecycle'
import { isHoliday, weekday } from './holidays.ts'

/** Minutes after midnight in Japan; undefined: at any hour. */
interface Hours {
  readonly weekdays: readonly [opens: number, closes: number]
  readonly others: readonly [opens: number, closes: number]
}
const day: Hours = { weekdays: [570, 1200], others: [570, 1050] }

export const contacts = {
  /** 音声ガイダンス4番 */
  questions: { number: '0120-95-0178', hours: day },
  /** 音声ガイダンス2番 */
  loss: { number: '0120-95-0178', hours: undefined },
  /** 個人番号カードコールセンター（有料）, for a lost card. */
  paid: { number: '0570-783-578', hours: undefined },
  fax: { number: '0120-601-785', hours: undefined },
} as const satisfies Record<string, { number: string; hours: Hours | undefined }>

/** https: a page of the real service; opened by the person, never by the app. */
export const contactForm = 'https://www.kojinbango-card.go.jp/otoiawase/'

/** Is the line open at this moment? */
export function isOpenNow({ hours }: { readonly hours: Hours | undefined }, now: Date): boolean {
  if (hours === undefined) return true
  const today = japanDate(now)
  const closed = isHoliday(today) || [0, 6].includes(weekday(today))
  const [opens, closes] = closed ? hours.others : hours.weekdays
  const midnight = Date.UTC(today.year, today.month - 1, today.day) - 9 * 3_600_000
  const minutes = (now.getTime() - midnight) / 60_000
  return minutes >= opens && minutes < closes
}
