/** When a kiosk prints (1-B③): 6:30 to 23:00 in Japan, and not from 29 December to 3 January. */
import {
  type CalendarDate,
  dayMilliseconds,
  type IssuingHours,
  isOpen,
  japanDate,
  startOfJapanDay,
} from '@kazashi/lifecycle'

/** Minutes after midnight in Japan. */
const printingHours: IssuingHours = { opens: 6 * 60 + 30, closes: 23 * 60 }

type Closed = 'night' | 'new-year'

export type Opening =
  | { readonly open: true }
  | { readonly open: false; readonly why: Closed; readonly opensAt: Date }

const isNewYear = ({ month, day }: CalendarDate): boolean =>
  (month === 12 && day >= 29) || (month === 1 && day <= 3)

export function openingAt(now: Date): Opening {
  const newYear = isNewYear(japanDate(now))
  if (!newYear && isOpen(now, printingHours)) return { open: true }
  let midnight = startOfJapanDay(japanDate(now)).getTime()
  const opens = () => midnight + printingHours.opens * 60_000
  while (isNewYear(japanDate(new Date(midnight))) || opens() <= now.getTime())
    midnight += dayMilliseconds
  return { open: false, why: newYear ? 'new-year' : 'night', opensAt: new Date(opens()) }
}
