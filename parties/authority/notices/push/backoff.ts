/** Retry times of a push: twice the wait each time, partly random so that many do not come back at once. */

export interface Backoff {
  /** Seconds before the second attempt; doubled before each one after. */
  readonly firstSeconds: number
  /** Seconds between two attempts at most, also when the push service asks for more. */
  readonly mostSeconds: number
  /** After this many the push is given up. */
  readonly attempts: number
}

/** The last of twelve attempts comes about two and a half hours after the first. */
export const usualBackoff: Backoff = { firstSeconds: 5, mostSeconds: 60 * 60, attempts: 12 }

/**
 * @param attempts made so far, 1 or more @param chance 0 or more, below 1
 * @param asked seconds the push service asked for (Retry-After, RFC 9110 §10.2.3)
 * @returns undefined: given up
 */
export function nextAttempt(
  now: Date,
  { attempts, chance, asked = 0 }: { attempts: number; chance: number; asked?: number },
  { firstSeconds, mostSeconds, attempts: most }: Backoff = usualBackoff,
): Date | undefined {
  if (attempts >= most) return undefined
  const full = Math.min(mostSeconds, firstSeconds * 2 ** (attempts - 1))
  const wait = full * (0.5 + chance / 2)
  return new Date(now.getTime() + Math.max(wait, Math.min(asked, mostSeconds)) * 1000)
}
