/**
 * A session lasts as long as the certificate behind it: whether it holds is asked again while the session is used, so that a phone that
 * is suspended, revoked or expired is logged out.
 */
import type { SiteCode } from './problems.ts'

/** Of whom a session is: what its life needs to know. */
export interface Holder {
  readonly loggedInAt: Date
  /** When somebody who knows said last that the certificate holds. */
  readonly statusCheckedAt: Date
  /** The end of the certificate, where it is known. */
  readonly validUntil?: Date
}

/** Milliseconds: a page that is looked at asks more often, whoever knows is not. */
const askAgainAfter = 60_000
/** Milliseconds without an answer; after that nobody knows whether the certificate holds. */
const longestUnanswered = 10 * 60_000

/** Is the status too old? A clock that went back, and a certificate that has expired meanwhile, count as too old. */
export function isDue({ statusCheckedAt, validUntil }: Holder, now: Date): boolean {
  const age = now.getTime() - statusCheckedAt.getTime()
  return age >= askAgainAfter || age < 0 || (validUntil !== undefined && validUntil < now)
}

/** What asking again came to: a refusal of the certificate, or no answer. */
export interface Unanswered {
  readonly code: SiteCode
  /** The certificate itself was not at fault. */
  readonly mayRepeat: boolean
}

/** @returns the reason for ending the session; undefined: it goes on for now */
export function endingReason(
  { statusCheckedAt }: Holder,
  { code, mayRepeat }: Unanswered,
  now: Date,
): SiteCode | undefined {
  const age = Math.abs(now.getTime() - statusCheckedAt.getTime())
  return mayRepeat && age < longestUnanswered ? undefined : code
}
