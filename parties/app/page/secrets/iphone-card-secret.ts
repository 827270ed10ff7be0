/** The two secrets of the card that an iPhone asks for (3-C ⑤⑥, 3-E, 3-F), and which of them a refusal is about. */
import type { Refusal } from '../faults/refusal.ts'

export type CardSecret = 'card-data-pin' | 'signing-password'

/** A refusal that names no secret is about the signing password: most procedures ask for no other. */
export const secretOf = ({ secret }: Refusal): CardSecret =>
  secret === 'card-data-pin' ? 'card-data-pin' : 'signing-password'

export const isLastCardTry = (refusal: Refusal | undefined): boolean =>
  refusal !== undefined && (refusal.triesLeft === 1 || refusal.code === 'CARD_LAST_TRY')
