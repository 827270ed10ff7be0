/** A card is taken back: its certificates are revoked, and what hangs on them on a phone ends with them (5-A4). */
import type { CredentialReason } from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import { z } from 'zod'
import { stepInUnit } from '../credentials/step.ts'
import { writeAudit } from '../database/audit.ts'
import { type CardRecord, cardById, markCardEnded } from '../database/cards.ts'
import { certificatesOfCard } from '../database/certificates.ts'
import { heldCredentials } from '../database/credentials.ts'
import { lockPerson } from '../database/people.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { changeStatus } from '../issuing/status-change.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'

export const CardEndReason = z.enum(['returned', 'superseded', 'key-compromise'])
export type CardEndReason = z.infer<typeof CardEndReason>

const revocationReason: Readonly<Record<CardEndReason, RevocationReason>> = {
  returned: 'cessationOfOperation',
  superseded: 'superseded',
  'key-compromise': 'keyCompromise',
}

const credentialReason: Readonly<Record<CardEndReason, CredentialReason>> = {
  returned: 'card-returned',
  superseded: 'card-reissued',
  'key-compromise': 'card-ended',
}

/** What hangs on the person's card ends with it; nobody but the table decides what that means. */
async function endCredentials(
  unit: Unit,
  records: Records,
  card: CardRecord,
  why: CardEndReason,
): Promise<void> {
  for (const credential of await heldCredentials(unit.trx, { person: card.person })) {
    await stepInUnit(unit, records, credential, {
      event: 'card-ended',
      reason: credentialReason[why],
      revocation: revocationReason[why],
      actor: 'counter',
    })
  }
}

/** In the transaction of whoever decides it; the person is locked already. */
export async function endInUnit(
  unit: Unit,
  records: Records,
  card: CardRecord,
  why: CardEndReason,
): Promise<void> {
  const reason = revocationReason[why]
  const { person, id } = card
  await markCardEnded(unit, card)
  for (const one of await certificatesOfCard(unit.trx, records.sealing, { person, card: id })) {
    await changeStatus(unit, records.statuses, one, { status: 'revoked', reason })
  }
  await endCredentials(unit, records, card, why)
  await writeAudit(unit, {
    chain: card.municipality,
    actor: 'counter',
    action: 'card ended',
    person,
    details: { card: id, reason: why },
  })
}

/** @throws {AuthorityError} NOT_FOUND, CARD_ENDED */
export async function endCard(records: Records, id: string, why: CardEndReason): Promise<void> {
  await transact(records, async (unit) => {
    const found = await cardById(unit.trx, id)
    if (!found) throw new AuthorityError('NOT_FOUND')
    await lockPerson(unit.trx, found.person)
    const card = await cardById(unit.trx, id)
    if (card?.state !== 'in-use') throw new AuthorityError('CARD_ENDED')
    await endInUnit(unit, records, card, why)
  })
}
