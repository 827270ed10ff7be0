/** Procedures of the counter on a card its holder has brought: release (5-B2), renewal (5-A4), a move, a new name; and a death. */

import type { Sealing } from '@kazashi/database'
import { endOfJapanDay, parseCalendarDate } from '@kazashi/lifecycle'
import { z } from 'zod'
import { endInUnit, lockedCard } from '../cards/end-card.ts'
import { type CardKeys, type CardStep, type CardStepNeeds, stepCardInUnit } from '../cards/step.ts'
import { type CardRecord, cardOfPerson, writeCardMunicipality } from '../database/cards.ts'
import { idempotent } from '../database/idempotent.ts'
import { lockPerson, personById, registerPerson, residentOf } from '../database/people.ts'
import type { RegisteredResident } from '../database/resident.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import {
  asResidentInvalid,
  type CardRequests,
  checkAge,
  type HandedOutCard,
  type HandOutNeeds,
  keysOf,
  requestsAsked,
  showCard,
} from './cards.ts'

const Changed = z.strictObject({ cardId: z.uuid() })
const actor = 'counter'

/** Nothing is put on a card after its last day. */
function checkExpiry({ now }: Unit, { expiry }: CardRecord): void {
  const last = parseCalendarDate(expiry)
  if (last && endOfJapanDay(last) < now) throw new AuthorityError('CARD_EXPIRED')
}

const steps = {
  release: {
    event: 'release',
    action: 'card released',
    revocation: 'superseded',
    reason: 'card-ended',
  },
  renewal: {
    event: 'renew',
    action: 'card certificates renewed',
    revocation: 'superseded',
    reason: 'card-renewed',
  },
} as const satisfies Readonly<Record<string, Omit<CardStep, 'actor'>>>

export interface CardChange {
  readonly id: string
  readonly requests: CardRequests
  readonly key: string | undefined
}

/**
 * Lifts a suspension, or renews both certificates; reissued certificates are in the answer.
 * @throws {AuthorityError} NOT_FOUND, CARD_ENDED, CARD_SUSPENDED, CARD_NOT_SUSPENDED, CARD_EXPIRED, CARD_KEY_MISSING,
 *   SIGNING_UNDER_AGE, REQUEST_KEY_INVALID, KEY_TOO_WEAK, KEY_USED, IDEMPOTENCY_KEY_REUSED
 */
export async function changeCard(
  records: HandOutNeeds,
  what: keyof typeof steps,
  { id, requests, key }: CardChange,
): Promise<HandedOutCard> {
  const keys = await keysOf(requests)
  const asked = { caller: actor, key, request: [what, id, ...requestsAsked(requests)] }
  await idempotent(records, asked, Changed, async (unit) => {
    const card = await lockedCard(unit, id)
    checkAge(unit, await residentOf(unit.trx, records.sealing, card.person), requests)
    const step = { ...steps[what], actor, keys }
    if (card.state !== 'ended') checkExpiry(unit, card)
    await stepCardInUnit(unit, records, card, step)
    return { cardId: id }
  })
  return showCard(records, id)
}

/** The same person, by the data that a move or a new name does not change. @throws {AuthorityError} CHANGE_REFUSED */
async function checkSamePerson(
  { trx }: Unit,
  { sealing }: { readonly sealing: Sealing },
  person: string,
  resident: RegisteredResident,
): Promise<void> {
  const known = await residentOf(trx, sealing, person)
  const same = (['myNumber', 'birthDate', 'sex'] as const).every(
    (name) => known[name] === resident[name],
  )
  if (!same) throw new AuthorityError('CHANGE_REFUSED')
}

const registryChanges = {
  move: { event: 'move', action: 'moved', reason: 'moved' },
  name: { event: 'rename', action: 'name changed', reason: 'name-changed' },
} as const

async function changeEntry(
  unit: Unit,
  records: CardStepNeeds,
  { person, change, resident, requests, keys }: PersonChange & { readonly keys: CardKeys },
): Promise<string> {
  await checkSamePerson(unit, records, person, resident)
  checkAge(unit, resident, requests)
  const held = await cardOfPerson(unit.trx, person)
  if (!held) throw new AuthorityError('CARD_ENDED')
  checkExpiry(unit, held)
  await registerPerson(unit, records.sealing, resident)
  const { code } = resident.municipality
  const card = held.municipality === code ? held : await writeCardMunicipality(unit, held, code)
  const step = {
    ...registryChanges[change],
    actor,
    revocation: 'affiliationChanged',
    keys,
  } as const
  await stepCardInUnit(unit, records, card, step)
  return card.id
}

export interface PersonChange {
  readonly person: string
  readonly change: keyof typeof registryChanges
  /** As the person is registered from now on. */
  readonly resident: RegisteredResident
  readonly requests: CardRequests
}

/**
 * A move or a new name: the registry is updated, the card's signing certificate is reissued, the phone loses its own.
 * @throws {AuthorityError} NOT_FOUND, CHANGE_REFUSED, CARD_ENDED, CARD_SUSPENDED, CARD_EXPIRED, CARD_KEY_MISSING,
 *   SIGNING_UNDER_AGE, RESIDENT_INVALID, REQUEST_KEY_INVALID, KEY_TOO_WEAK, KEY_USED, IDEMPOTENCY_KEY_REUSED
 */
export async function changePerson(
  records: HandOutNeeds,
  asked: PersonChange,
  key: string | undefined,
): Promise<HandedOutCard> {
  const { person, change, resident, requests } = asked
  const keys = await keysOf(requests)
  const request = [change, person, resident, ...requestsAsked(requests)]
  const { cardId } = await asResidentInvalid(() =>
    idempotent(records, { caller: actor, key, request }, Changed, async (unit) => {
      await personById(unit.trx, person)
      await lockPerson(unit.trx, person)
      return { cardId: await changeEntry(unit, records, { ...asked, keys }) }
    }),
  )
  return showCard(records, cardId)
}

/** The card ends, and everything on a phone. @throws {AuthorityError} NOT_FOUND, CARD_ENDED, IDEMPOTENCY_KEY_REUSED */
export async function recordDeath(
  records: HandOutNeeds,
  person: string,
  key: string | undefined,
): Promise<void> {
  const asked = { caller: actor, key, request: ['death', person] }
  await idempotent(records, asked, z.literal(true), async (unit) => {
    await personById(unit.trx, person)
    await lockPerson(unit.trx, person)
    const card = await cardOfPerson(unit.trx, person)
    if (!card) throw new AuthorityError('CARD_ENDED')
    await endInUnit(unit, records, card, 'died')
    return true as const
  })
}
