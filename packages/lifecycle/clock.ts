/** Time as a parameter: code that needs "now" is given a clock, so that a rule, a test and the sandbox agree on it. */

export interface Clock {
  now(): Date
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** Always the same moment. */
export function fixedClock(at: Date): Clock {
  const time = at.getTime()
  return { now: () => new Date(time) }
}

/**
 * Another clock, moved: the sandbox's, which a user can put forward and back.
 * @param offsetSeconds asked at each reading; positive is the future
 */
export function shiftedClock(base: Clock, offsetSeconds: () => number): Clock {
  return { now: () => new Date(base.now().getTime() + offsetSeconds() * 1000) }
}
