/** How long a sandbox takes for what takes time in the world: a card's answer, and the "some minutes" until certificates are issued. */

/** at-once: for programs and tests · real: as a card answers, the minutes shortened · slow: to look at each step */
export const paces = ['at-once', 'real', 'slow'] as const
export type Pace = (typeof paces)[number]

/** any-hour: without any waiting, by night too, for programs that cannot wait for the morning */
export const issuingPaces = [...paces, 'any-hour'] as const
export type IssuingPace = (typeof issuingPaces)[number]

/** Seconds in place of the "some minutes" between an application and its issuing; at once: as the authority is set. */
export const issuingSeconds: Readonly<Record<Exclude<IssuingPace, 'at-once'>, number>> = {
  'any-hour': 0,
  real: 20,
  slow: 60,
}
