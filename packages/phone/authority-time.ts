/**
 * The authority's time, as far as this phone was told it. What is signed carries it, because the authority and relying
 * parties judge that by their own clocks. What the phone judges by itself, it judges by its own clock.
 */
import { PhoneError } from './errors.ts'

/** Milliseconds. A phone that is a whole day off shows wrong dates, and judges wrongly what has expired: the person must mend it. */
const mostCorrected = 24 * 60 * 60_000

export interface AuthorityTime {
  /** Milliseconds that this phone is ahead of the authority; negative: behind. 0 until the authority told its time. */
  readonly aheadBy: number
  /** The authority told its time just now. An Invalid Date is left out. */
  readonly learn: (told: Date) => void
  /** @throws {PhoneError} CLOCK_WRONG {aheadBy}: too far off to sign anything in the authority's time */
  now(): Date
  /** A moment of this phone's clock by the authority's. @throws {PhoneError} CLOCK_WRONG */
  fromOwn(moment: Date): Date
  /** A moment of the authority's clock by this phone's. */
  toOwn(moment: Date): Date
}

/** @param own this phone's clock */
export function authorityTime(own: () => Date): AuthorityTime {
  let aheadBy = 0
  const fromOwn = (moment: Date) => {
    if (Math.abs(aheadBy) > mostCorrected) throw new PhoneError('CLOCK_WRONG', { aheadBy })
    return new Date(moment.getTime() - aheadBy)
  }
  return {
    get aheadBy() {
      return aheadBy
    },
    learn(told) {
      const difference = own().getTime() - told.getTime()
      if (Number.isFinite(difference)) aheadBy = difference
    },
    now: () => fromOwn(own()),
    fromOwn,
    toOwn: (moment) => new Date(moment.getTime() + aheadBy),
  }
}
