/** The municipal counter hands out a card, and takes one back: with a card end the phone certificates that hang on it (5-A4). */

import { substitute } from '@kazashi/card'
import {
  cardExpiry,
  certificateNotAfter,
  stepApplication,
  stepCredential,
  ValidityError,
} from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import { z } from 'zod'
import { checkRequest } from '../applications/verification.ts'
import { toBase64 } from '../applications/view.ts'
import { applicationById, writeApplicationState } from '../database/applications.ts'
import { writeAudit } from '../database/audit.ts'
import {
  type CardRecord,
  cardById,
  cardInUse,
  insertCard,
  markCardEnded,
} from '../database/cards.ts'
import {
  certificatesOfCard,
  certificatesOfCredential,
  reserveKey,
} from '../database/certificates.ts'
import { heldCredentials, writeCredentialState } from '../database/credentials.ts'
import { once } from '../database/once.ts'
import { lockPerson, municipalityOf, registerPerson } from '../database/people.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { kinds } from '../issuing/certificate-authorities.ts'
import { certify } from '../issuing/certify.ts'
import { changeStatus } from '../issuing/status-change.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import type { RegisteredResident } from '../registry/resident.ts'

export const CardEndReason = z.enum(['returned', 'superseded', 'key-compromise'])
export type CardEndReason = z.infer<typeof CardEndReason>

const revocationReason: Readonly<Record<CardEndReason, RevocationReason>> = {
  returned: 'cessationOfOperation',
  superseded: 'superseded',
  'key-compromise': 'keyCompromise',
}

/** What hangs on the person's card ends with it; nobody but the table decides what that means. */
async function endCredentials(
  unit: Unit,
  records: Records,
  card: CardRecord,
  reason: RevocationReason,
): Promise<void> {
  const { person } = card
  const held = await heldCredentials(unit.trx, { person })
  for (const credential of held) {
    const cell = stepCredential(credential.state, 'card-ended')
    if (!cell) continue
    const [state, ...effects] = cell
    await writeCredentialState(unit, credential, state)
    const application = await applicationById(unit.trx, credential.application)
    const [lapsed] = (application && stepApplication(application.state, 'card-ended')) ?? []
    if (application && lapsed) await writeApplicationState(unit, application, lapsed)
    if (!effects.includes('revoke')) continue
    for (const one of await certificatesOfCredential(unit.trx, records.sealing, credential)) {
      await changeStatus(unit, records.statuses, one, { status: 'revoked', reason })
    }
  }
}

async function end(
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
  await endCredentials(unit, records, card, reason)
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
    await end(unit, records, card, why)
  })
}

export interface CardOrder {
  readonly resident: RegisteredResident
  /** PKCS #10, DER, of the card's two keys */
  readonly signing: Uint8Array
  readonly authentication: Uint8Array
}

export interface HandedOutCard {
  readonly cardId: string
  /** The card's last day, YYYY-MM-DD. */
  readonly cardExpiry: string
  readonly certificates: Readonly<
    Record<'signing' | 'authentication' | 'signingCa' | 'authenticationCa', string>
  >
}

/** The card as it was handed out, from the records. @throws {AuthorityError} NOT_FOUND */
export async function showCard(records: Records, cardId: string): Promise<HandedOutCard> {
  const { authorities, sealing } = records
  return transact(records, async ({ trx }) => {
    const card = await cardById(trx, cardId)
    if (!card) throw new AuthorityError('NOT_FOUND')
    const all = await certificatesOfCard(trx, sealing, { person: card.person, card: cardId })
    const of = (kind: (typeof kinds)[number]) => {
      const found = all.find((one) => one.kind === kind)
      if (!found) throw new AuthorityError('NOT_FOUND')
      return toBase64(found.certificate)
    }
    return {
      cardId,
      cardExpiry: card.expiry,
      certificates: {
        signing: of('signing'),
        authentication: of('authentication'),
        signingCa: toBase64(authorities.signing.certificate),
        authenticationCa: toBase64(authorities.authentication.certificate),
      },
    }
  })
}

async function hand(
  unit: Unit,
  records: Records,
  resident: RegisteredResident,
  keys: Readonly<Record<(typeof kinds)[number], Uint8Array>>,
): Promise<string> {
  const { trx, now } = unit
  const person = await registerPerson(unit, records.sealing, resident)
  const before = await cardInUse(trx, person)
  if (before) await end(unit, records, before, 'superseded')
  const expiry = cardExpiry(now, resident.birthDate)
  const municipality = await municipalityOf(trx, resident.municipality.code)
  const card = await insertCard(unit, { person, municipality: municipality.code, expiry })
  const name = substitute(resident.name)
  const address = substitute(resident.address)
  for (const kind of kinds) {
    await reserveKey(unit, keys[kind])
    await certify(unit, records, {
      person,
      card: card.id,
      credential: null,
      municipality,
      kind,
      carrier: 'card',
      publicKey: keys[kind],
      notAfter: certificateNotAfter(now, resident.birthDate, expiry),
      attributes: {
        name: name.text,
        nameFlags: name.flags,
        address: address.text,
        addressFlags: address.flags,
        birthDate: resident.birthDate,
        sex: resident.sex,
      },
    })
  }
  await writeAudit(unit, {
    chain: municipality.code,
    actor: 'counter',
    action: 'card handed out',
    person,
    details: { card: card.id, expiry },
  })
  return card.id
}

const Handed = z.strictObject({ cardId: z.uuid() })

/**
 * A new card; one that the person had before ends, with what hangs on it.
 * @throws {AuthorityError} REQUEST_KEY_INVALID, KEY_TOO_WEAK, KEY_USED, RESIDENT_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function handOutCard(
  records: Records,
  order: CardOrder,
  idempotencyKey: string | undefined,
): Promise<HandedOutCard> {
  const keys = {
    signing: await checkRequest(order.signing),
    authentication: await checkRequest(order.authentication),
  }
  const request = new TextEncoder().encode(
    JSON.stringify([order.resident, toBase64(order.signing), toBase64(order.authentication)]),
  )
  try {
    const { cardId } = await transact(records, async (unit) => {
      const work = async () => ({ cardId: await hand(unit, records, order.resident, keys) })
      if (idempotencyKey === undefined) return work()
      return once(unit, { caller: 'counter', key: idempotencyKey, request }, Handed, work)
    })
    return showCard(records, cardId)
  } catch (error) {
    if (error instanceof ValidityError)
      throw new AuthorityError('RESIDENT_INVALID', { cause: error })
    throw error
  }
}
