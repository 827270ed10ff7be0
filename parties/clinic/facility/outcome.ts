/** What becomes of a visit, by what the eligibility service answered: rules, without storage. */
import type { Answer } from '../eligibility/wire.ts'

/**
 * received: insured · insurer-changed: insured by another one than before · ended, not-insured: known, and not insured today ·
 * unanswered: nobody could say
 */
export const outcomes = [
  'received',
  'insurer-changed',
  'ended',
  'not-insured',
  'unanswered',
] as const
export type Outcome = (typeof outcomes)[number]

interface Insurer {
  readonly insurerNumber: string
  readonly insurerName: string
}

/** The insurer that was there before. @param last as this facility saw it at the last visit */
export function changedFrom(
  { before, membership }: Pick<Answer, 'before' | 'membership'>,
  last: Insurer | undefined,
): Insurer | undefined {
  if (before !== null) return before
  const isOther = last !== undefined && membership?.insurerNumber !== last.insurerNumber
  return membership !== null && isOther ? last : undefined
}

export function outcomeOf(
  answer: Pick<Answer, 'state' | 'before' | 'membership'> | undefined,
  last: Insurer | undefined,
): Outcome {
  if (answer === undefined) return 'unanswered'
  if (answer.state !== 'insured') return answer.state
  return changedFrom(answer, last) === undefined ? 'received' : 'insurer-changed'
}

/** @returns whether the certificate ends within three months of `now`: the person is told in time */
export function endsSoon(certificateUntil: Date, now: Date): boolean {
  const limit = new Date(now)
  limit.setUTCMonth(limit.getUTCMonth() + 3)
  return certificateUntil <= limit
}

/** Whether a person may be received by a phone alone. @param known this facility has seen the person before */
export const firstVisitRefused = (
  { firstVisitNeedsCard }: { readonly firstVisitNeedsCard: boolean },
  carrier: Answer['carrier'],
  known: boolean,
): boolean => firstVisitNeedsCard && carrier === 'phone' && !known
