/**
 * A session lasts as long as its certificate (RFC 6960): the status is asked for again while the session is used, so that a phone that
 * is suspended, revoked or expired is logged out.
 */
import type { VerifiedLogin } from '@kazashi/verify'
import type { PortalCode } from './problems.ts'

export type Holder = Pick<VerifiedLogin, 'certificate' | 'statusCheckedAt' | 'statusResponder'> & {
  readonly loggedInAt: Date
}

/** Milliseconds: a page that is looked at asks more often, the responder is not. */
const askAgainAfter = 60_000
/** Milliseconds without an answer of the responder; after that nobody knows whether the certificate holds. */
const longestUnanswered = 10 * 60_000

/** Is the status too old? A clock that went back, and a certificate that has expired meanwhile, count as too old. */
export function isDue({ statusCheckedAt, certificate }: Holder, now: Date): boolean {
  const age = now.getTime() - statusCheckedAt.getTime()
  return age >= askAgainAfter || age < 0 || certificate.validity.notAfter < now
}

/** What asking again came to: a refusal of the certificate, or no answer. */
export interface Unanswered {
  readonly code: PortalCode
  /** The certificate itself was not at fault. */
  readonly mayRepeat: boolean
}

/** @returns the reason for ending the session; undefined: it goes on for now */
export function endingReason(
  { statusCheckedAt }: Holder,
  { code, mayRepeat }: Unanswered,
  now: Date,
): PortalCode | undefined {
  const age = Math.abs(now.getTime() - statusCheckedAt.getTime())
  return mayRepeat && age < longestUnanswered ? undefined : code
}
