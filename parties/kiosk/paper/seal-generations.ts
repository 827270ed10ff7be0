/** Which generation of the seals' CA is for which years (docs/decisions/0019): by the calendar alone. Pure. */

/** 1 for the first. */
export type Generation = number

/** Years from the beginning of one to that of the next, and how long one lasts: whoever checks a paper of its last day has years for it. */
const every = 4
const lasts = 9
/** Years of the first before the first start: a sandbox's clock goes back, too. */
const before = 1

const yearStart = (year: number): Date => new Date(Date.UTC(year, 0, 1))

/** When the first begins. @param now of the first start */
export const beginningOf = (now: Date): Date => yearStart(now.getUTCFullYear() - before)

/** @param first when the first begins */
export function validityOf(
  first: Date,
  generation: Generation,
): { readonly notBefore: Date; readonly notAfter: Date } {
  const year = first.getUTCFullYear() + (generation - 1) * every
  return { notBefore: yearStart(year), notAfter: yearStart(year + lasts) }
}

/** The newest that has begun. @param first when the first begins */
export const generationAt = (first: Date, now: Date): Generation =>
  Math.max(1, Math.floor((now.getUTCFullYear() - first.getUTCFullYear()) / every) + 1)
