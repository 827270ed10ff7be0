/** The municipal counter hands out a card: the resident is registered, both keys are certified, a card before it ends. */

import { substitute } from '@kazashi/card'
import { cardExpiry, certificateNotAfter, ValidityError } from '@kazashi/lifecycle'
import { z } from 'zod'
import { checkRequest } from '../applications/verification.ts'
import { toBase64 } from '../applications/view.ts'
import { writeAudit } from '../database/audit.ts'
import { cardById, cardInUse, insertCard } from '../database/cards.ts'
import { certificatesOfCard, reserveKey } from '../database/certificates.ts'
import { once } from '../database/once.ts'
import { municipalityOf, registerPerson } from '../database/people.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { kinds } from '../issuing/certificate-authorities.ts'
import { certify } from '../issuing/certify.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import type { RegisteredResident } from '../registry/resident.ts'
import { endInUnit } from './end-card.ts'

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
  if (before) await endInUnit(unit, records, before, 'superseded')
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
