/** A day on which kiosks print: in the last days of December and the first of January they do not. */
import { dayMilliseconds, formatCalendarDate, japanDate } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import { openingAt } from '../../parties/kiosk/rules/hours.ts'
import type { Sandbox } from './sandbox.ts'

const tenOf = (day: string): Date => new Date(`${day}T10:00:00+09:00`)

/** @returns the first day whose ten o'clock is to come, and at which kiosks print: YYYY-MM-DD in Japan */
export function kioskDayAfter(now: Date): string {
  for (let at = now.getTime(); ; at += dayMilliseconds) {
    const day = formatCalendarDate(japanDate(new Date(at)))
    if (tenOf(day) > now && openingAt(tenOf(day)).open) return day
  }
}

/** Moves the sandbox's clock there; never back. */
export async function untilKiosksPrint(sandbox: Sandbox): Promise<void> {
  const answer = await localFetch(`${sandbox.origin('authority')}/sandbox/clock`)
  const { now } = z.object({ now: z.coerce.date() }).parse(await answer.json())
  await sandbox.moveClock('10:00', kioskDayAfter(now))
}
