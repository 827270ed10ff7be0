/** 3-D, 5-A1: certificates are issued from 8:00 to 19:30 Japan time, every day; applications are taken at any hour. */
import type { ApplicationState } from './application.ts'
import { dayMilliseconds, japanDate, startOfJapanDay } from './japan-time.ts'

/** Minutes after midnight in Japan; `opens` belongs to the hours, `closes` no longer does. */
export interface IssuingHours {
  readonly opens: number
  readonly closes: number
}

/** 8:00 to 19:30: an application at 19:29:59 is inside, one at 19:30:00 is not. */
export const issuingHours: IssuingHours = { opens: 8 * 60, closes: 19 * 60 + 30 }

/** For a sandbox or a test that shall not depend on the time of day. */
export const aroundTheClock: IssuingHours = { opens: 0, closes: 24 * 60 }

const minute = 60_000

function hoursOfDay(now: Date, hours: IssuingHours) {
  const midnight = startOfJapanDay(japanDate(now)).getTime()
  return { opens: midnight + hours.opens * minute, closes: midnight + hours.closes * minute }
}

export function isOpen(now: Date, hours: IssuingHours = issuingHours): boolean {
  const { opens, closes } = hoursOfDay(now, hours)
  return now.getTime() >= opens && now.getTime() < closes
}

/** When issuing next begins: today's or tomorrow's opening; `now` itself while it is open. */
export function nextOpening(now: Date, hours: IssuingHours = issuingHours): Date {
  if (isOpen(now, hours)) return now
  const { opens } = hoursOfDay(now, hours)
  return new Date(now.getTime() < opens ? opens : opens + dayMilliseconds)
}

/**
 * When an application made now will be issued: some minutes later inside the hours, otherwise that long after the next
 * opening. "Some minutes" shrink before closing, so that an application inside the hours is served on the same day.
 * @param delaySeconds the "some minutes", 0 or more
 */
export function expectedAt(
  now: Date,
  delaySeconds: number,
  hours: IssuingHours = issuingHours,
): Date {
  const start = nextOpening(now, hours)
  const due = start.getTime() + delaySeconds * 1000
  const lastSecond = hoursOfDay(start, hours).closes - 1000
  const staysOpen = hours.closes - hours.opens >= 24 * 60
  return new Date(staysOpen ? due : Math.max(start.getTime(), Math.min(due, lastSecond)))
}

/**
 * When an application is to be expected: as announced, or, where that moment passed while nothing is issued, as if it
 * came now.
 * @param delaySeconds as of `expectedAt`
 */
export function expectation(
  { state, dueAt }: { readonly state: ApplicationState; readonly dueAt: Date },
  now: Date,
  { delaySeconds, hours }: { readonly delaySeconds: number; readonly hours: IssuingHours },
): Date {
  const missed = state === 'applied' && dueAt < now && isOpen(dueAt, hours) && !isOpen(now, hours)
  return missed ? expectedAt(now, delaySeconds, hours) : dueAt
}
