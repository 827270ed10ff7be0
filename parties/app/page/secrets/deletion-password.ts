/** The common part of both deletions of an iPhone (3-E ⑥, 3-F ③④): the password entered, and refusals of the card. */
import { signingPasswordFaults } from '@kazashi/lifecycle'
import type { EntryFault } from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'

/** Refusals that holding the card again answers. */
export const holdCardAgain: ReadonlySet<string> = new Set([
  'CARD_UNREADABLE',
  'NOT_A_MY_NUMBER_CARD',
  'NETWORK',
  'READER_UNAVAILABLE',
  'READER_MISSING',
  'REQUEST_NONCE_EXPIRED',
])
export const isLastPassword = (refusal: Refusal | undefined): boolean =>
  refusal !== undefined && (refusal.triesLeft === 1 || /LAST_TRY$/.test(refusal.code))

/** @returns why the entry is not taken; undefined: it is */
export function passwordFault(
  entry: { readonly value: string; readonly lastTryConfirmed: boolean },
  refusal: Refusal | undefined,
): EntryFault | undefined {
  if (entry.value === '') return 'empty'
  if (signingPasswordFaults(entry.value).length > 0) return 'form'
  return isLastPassword(refusal) && !entry.lastTryConfirmed ? 'last-try-unconfirmed' : undefined
}
