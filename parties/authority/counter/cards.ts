/** The municipal counter hands out a card: the resident is registered, the card's keys are certified, an earlier card ends. */
import {
  type CertificateKind,
  cardExpiry,
  certificateKinds,
  signingRefusal,
  ValidityError,
} from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { endInUnit } from '../cards/end-card.ts'
import { type CardKeys, type CardStepNeeds, certifyCard } from '../cards/step.ts'
import { writeAudit } from '../database/audit.ts'
import { cardById, cardOfPerson, insertCard } from '../database/cards.ts'
import { type CertificateRecord, certificatesOfCard } from '../database/certificates.ts'
import { idempotent } from '../database/idempotent.ts'
import { registerPerson } from '../database/people.ts'
import type { RegisteredResident } from '../database/resident.ts'
import type { Storage } from '../database/storage.ts'
import type { Unit } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'
import { checkRequest } from '../signatures/certification-request.ts'

export type HandOutNeeds = Storage & CardStepNeeds

/** PKCS #10, DER, of keys inside the card. */
export interface CardRequests {
  /** Left out for a resident without a signing certificate. */
  readonly signing?: Uint8Array | undefined
  readonly authentication?: Uint8Array | undefined
  /** The legal representative of a child under 15 asks for a signing certificate. */
  readonly signingForMinor?: boolean | undefined
}

export interface CardOrder extends CardRequests {
  readonly resident: RegisteredResident
  readonly authentication: Uint8Array
}

export interface HandedOutCard {
  readonly cardId: string
  readonly person: string
  /** The card's last day, YYYY-MM-DD. */
  readonly cardExpiry: string
  /** base64; of the card's own, those that are not revoked */
  readonly certificates: {
    readonly signing?: string
    readonly authentication?: string
    readonly signingCa: string
    readonly authenticationCa: string
  }
}

/** The CA of the card's certificate of this kind; where it has none, the newest one. @returns DER */
async function issuerOfCards(
  { authorities }: Pick<CardStepNeeds, 'authorities'>,
  kind: CertificateKind,
  certificates: readonly CertificateRecord[],
): Promise<Uint8Array> {
  const own = certificates.find((one) => one.kind === kind)
  const all = (await authorities.all()).filter((one) => one.kind === kind)
  const issuer = own ? all.find(({ generation }) => generation === own.generation) : all.at(-1)
  if (!issuer) throw new TypeError('a certificate without its issuer')
  return issuer.certificate.der
}

/** The card's present state, from the records. @throws {AuthorityError} NOT_FOUND */
export async function showCard(
  records: Storage & Pick<CardStepNeeds, 'authorities'>,
  cardId: string,
): Promise<HandedOutCard> {
  const { sealing, db } = records
  const card = await cardById(db, cardId)
  if (!card) throw new AuthorityError('NOT_FOUND')
  const { person } = card
  const all = await certificatesOfCard(db, sealing, { person, card: cardId })
  const current = all.filter(({ status }) => status !== 'revoked')
  const issuerOf = (kind: CertificateKind) => issuerOfCards(records, kind, all)
  return {
    cardId,
    person,
    cardExpiry: card.expiry,
    certificates: {
      ...Object.fromEntries(current.map((one) => [one.kind, base64.encode(one.certificate)])),
      signingCa: base64.encode(await issuerOf('signing')),
      authenticationCa: base64.encode(await issuerOf('authentication')),
    },
  }
}

/** The content that makes two requests under one key the same. */
export const requestsAsked = ({ signing, authentication, signingForMinor }: CardRequests) => [
  signing && base64.encode(signing),
  authentication && base64.encode(authentication),
  signingForMinor,
]

/** @throws {AuthorityError} REQUEST_KEY_INVALID, KEY_TOO_WEAK */
export async function keysOf({ signing, authentication }: CardRequests): Promise<CardKeys> {
  return {
    ...(signing && { signing: await checkRequest(signing) }),
    ...(authentication && { authentication: await checkRequest(authentication) }),
  }
}

/** @throws {AuthorityError} SIGNING_UNDER_AGE */
export function checkAge(
  { now }: Pick<Unit, 'now'>,
  { birthDate }: Pick<RegisteredResident, 'birthDate'>,
  { signing, signingForMinor = false }: CardRequests,
): void {
  const refusal = signing && signingRefusal(now, birthDate, signingForMinor)
  if (refusal) throw new AuthorityError(refusal)
}

/** The lifecycle's error about a birth date becomes a refusal here. */
export async function asResidentInvalid<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ValidityError) throw new AuthorityError('RESIDENT_INVALID', { cause })
    throw cause
  }
}

async function hand(
  unit: Unit,
  records: CardStepNeeds,
  { resident, ...requests }: CardOrder,
  keys: CardKeys,
): Promise<string> {
  const { trx, now } = unit
  checkAge(unit, resident, requests)
  const person = await registerPerson(unit, records.sealing, resident)
  const before = await cardOfPerson(trx, person)
  if (before) await endInUnit(unit, records, before, 'superseded')
  const expiry = cardExpiry(now, resident.birthDate)
  const municipality = resident.municipality.code
  const card = await insertCard(unit, { person, municipality, expiry })
  for (const kind of certificateKinds) {
    const publicKey = keys[kind]
    if (publicKey) await certifyCard(unit, records, card, { kind, publicKey })
  }
  await writeAudit(unit, {
    chain: municipality,
    actor: 'counter',
    action: 'card handed out',
    person,
    details: { card: card.id, expiry },
  })
  return card.id
}

const Handed = z.strictObject({ cardId: z.uuid() })

/**
 * A new card; the person's earlier card ends, with the phone certificates that depend on it.
 * @throws {AuthorityError} REQUEST_KEY_INVALID, KEY_TOO_WEAK, KEY_USED, RESIDENT_INVALID, SIGNING_UNDER_AGE,
 *   IDEMPOTENCY_KEY_REUSED
 */
export async function handOutCard(
  records: HandOutNeeds,
  order: CardOrder,
  key: string | undefined,
): Promise<HandedOutCard> {
  const keys = await keysOf(order)
  const asked = { caller: 'counter', key, request: [order.resident, ...requestsAsked(order)] }
  const { cardId } = await asResidentInvalid(() =>
    idempotent(records, asked, Handed, async (unit) => ({
      cardId: await hand(unit, records, order, keys),
    })),
  )
  return showCard(records, cardId)
}
