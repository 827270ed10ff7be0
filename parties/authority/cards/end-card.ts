/** A card is taken back: its certificates are revoked, and the phone's certificates that depend on them end (5-A4). */
import type { CredentialReason } from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import { z } from 'zod'
import { type CardRecord, cardById } from '../database/cards.ts'
import { idempotent } from '../database/idempotent.ts'
import { lockPerson } from '../database/people.ts'
import type { Transactions, Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import { type CardStepNeeds, stepCardInUnit } from './step.ts'

/** lost: reported at the counter, and another one is asked for (5-B1). */
export const CardEndReason = z.enum(['returned', 'superseded', 'key-compromise', 'lost'])
export type CardEndReason = z.infer<typeof CardEndReason>

const reasons: Readonly<
  Record<CardEndReason | 'died', readonly [RevocationReason, CredentialReason]>
> = {
  returned: ['cessationOfOperation', 'card-returned'],
  superseded: ['superseded', 'card-reissued'],
  'key-compromise': ['keyCompromise', 'card-ended'],
  lost: ['cessationOfOperation', 'card-ended'],
  died: ['cessationOfOperation', 'died'],
}

/** In the caller's transaction; the person is locked already. @throws {AuthorityError} CARD_ENDED */
export async function endInUnit(
  unit: Unit,
  records: CardStepNeeds,
  card: CardRecord,
  why: CardEndReason | 'died',
): Promise<void> {
  const [revocation, reason] = reasons[why]
  await stepCardInUnit(unit, records, card, {
    event: 'end',
    actor: 'counter',
    action: 'card ended',
    revocation,
    reason,
    details: { reason: why },
  })
}

/** Locks the person, then reads the card. @throws {AuthorityError} NOT_FOUND */
export async function lockedCard({ trx }: Unit, id: string): Promise<CardRecord> {
  const found = await cardById(trx, id)
  if (!found) throw new AuthorityError('NOT_FOUND')
  await lockPerson(trx, found.person)
  const card = await cardById(trx, id)
  if (!card) throw new AuthorityError('NOT_FOUND')
  return card
}

/** @throws {AuthorityError} NOT_FOUND, CARD_ENDED, IDEMPOTENCY_KEY_REUSED */
export async function endCard(
  records: Transactions & CardStepNeeds,
  { id, why }: { readonly id: string; readonly why: CardEndReason },
  key: string | undefined,
): Promise<void> {
  const asked = { caller: 'counter', key, request: ['end', id, why] }
  await idempotent(records, asked, z.literal(true), async (unit) => {
    await endInUnit(unit, records, await lockedCard(unit, id), why)
    return true as const
  })
}
