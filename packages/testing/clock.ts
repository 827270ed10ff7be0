/** The sandbox's clock, by which certificates are issued, end and are judged. Tokens of the gate live by the machine's. */
import { dayMilliseconds, japanDate, startOfJapanDay } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Ask } from './ask.ts'

const told = z.object({ now: z.iso.datetime({ offset: true }) })

/** All throw {TestingError} KAZASHI_REFUSED CLOCK_OUT_OF_RANGE: thirty years ahead, one back. */
export interface Clock {
  now(): Promise<Date>
  set(now: Date): Promise<void>
  /** On by so many days and hours; back by negative ones. */
  move(by: { readonly days?: number; readonly hours?: number }): Promise<void>
}

const hour = 3_600_000

/** The next ten o'clock in Japan: certificates are issued for hours to come (3-D). */
export function nextMorning(now: Date): Date {
  const ten = startOfJapanDay(japanDate(now)).getTime() + 10 * hour
  return new Date(ten > now.getTime() ? ten : ten + dayMilliseconds)
}

/** @param authority its origin */
export function clockOf(authority: string, ask: Ask): Clock {
  const url = `${authority}/sandbox/clock`
  const now = async () => new Date((await ask('GET', url, told)).now)
  const set = async (moment: Date) => {
    await ask('PUT', url, told, { now: moment.toISOString() })
  }
  return {
    now,
    set,
    move: async ({ days = 0, hours = 0 }) => {
      await set(new Date((await now()).getTime() + days * dayMilliseconds + hours * hour))
    },
  }
}
