/**
 * The one way a card changes: the tables of the lifecycle decide, their effects are carried out in the same transaction:
 * certificates of the card, those on a phone that depend on them (5-A4), audit entry.
 */
import { substitute } from '@kazashi/card'
import {
  type CardCertificateEvent,
  type CardEffect,
  type CardEvent,
  type CertificateKind,
  type CredentialReason,
  cardCertificateEvents,
  certificateKinds,
  certificateNotAfter,
  signingEndedEvent,
  stepCard,
  stepCardCertificate,
} from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { applicationById } from '../database/applications.ts'
import { type AuditEntry, writeAudit } from '../database/audit.ts'
import { type CardRecord, writeCardState } from '../database/cards.ts'
import {
  type CertificateRecord,
  certificatesOfCard,
  certificatesOfCredential,
  reserveKey,
} from '../database/certificates.ts'
import { type CredentialRecord, heldCredentials } from '../database/credentials.ts'
import { municipalityOf, residentOf } from '../database/people.ts'
import type { Unit } from '../database/transaction.ts'
import { type CertifyNeeds, certify } from '../issuing/certify.ts'
import { changeStatus, type StatusChange } from '../issuing/status-change.ts'
import { AuthorityError } from '../problems.ts'

export type CardStepNeeds = CertifyNeeds & StepNeeds

/** SubjectPublicKeyInfo (DER) of the keys a card made for reissued certificates. */
export type CardKeys = Partial<Readonly<Record<CertificateKind, Uint8Array>>>

export interface CardStep {
  readonly event: CardEvent
  /** For the audit log: 'counter', 'hotline'. */
  readonly actor: string
  readonly action: string
  /** Of the certificates it revokes, RFC 5280 §5.3.1. */
  readonly revocation: RevocationReason
  /** The reason why the phone's certificates end. */
  readonly reason: CredentialReason
  readonly keys?: CardKeys
  readonly details?: AuditEntry['details']
}

/** A new certificate on a card, good at once, with the attributes registered now. */
export async function certifyCard(
  unit: Unit,
  records: CardStepNeeds,
  card: CardRecord,
  { kind, publicKey }: { readonly kind: CertificateKind; readonly publicKey: Uint8Array },
): Promise<void> {
  const { person, id, municipality, expiry } = card
  const resident = await residentOf(unit.trx, records.sealing, person)
  const [name, address] = [substitute(resident.name), substitute(resident.address)]
  await reserveKey(unit, publicKey)
  await certify(unit, records, {
    person,
    card: id,
    credential: null,
    municipality: await municipalityOf(unit.trx, municipality),
    kind,
    carrier: 'card',
    publicKey,
    notAfter: certificateNotAfter(unit.now, resident.birthDate, expiry),
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

const statusAfter = (status: string, revocation: RevocationReason): StatusChange => {
  if (status === 'revoked') return { status: 'revoked', reason: revocation }
  return status === 'hold'
    ? { status: 'hold', reason: 'certificateHold' }
    : { status: 'good', reason: null }
}

/** @returns whether another certificate takes its place */
async function stepCertificate(
  unit: Unit,
  records: CardStepNeeds,
  certificate: CertificateRecord,
  { event, revocation }: { event: CardCertificateEvent; revocation: RevocationReason },
): Promise<boolean> {
  const { kind, status } = certificate
  const cell = status === 'signed' ? undefined : stepCardCertificate(kind, status, event)
  if (!cell) return false
  const [to, ...effects] = cell
  if (effects.includes('publish')) {
    await changeStatus(unit, records.statuses, certificate, statusAfter(to, revocation))
  }
  return effects.includes('issue')
}

const eventFor = (
  effects: readonly CardEffect[],
  kind: CertificateKind,
): CardCertificateEvent | undefined =>
  cardCertificateEvents.find((event) => effects.includes(`${kind}: ${event}`))

async function stepCertificates(
  unit: Unit,
  records: CardStepNeeds,
  card: CardRecord,
  { effects, keys = {}, revocation }: CardStep & { readonly effects: readonly CardEffect[] },
): Promise<void> {
  const { person, id } = card
  const all = await certificatesOfCard(unit.trx, records.sealing, { person, card: id })
  for (const kind of certificateKinds) {
    const event = eventFor(effects, kind)
    if (!event) continue
    const certificate = all.find((one) => one.kind === kind)
    const replaced =
      certificate && (await stepCertificate(unit, records, certificate, { event, revocation }))
    const publicKey = keys[kind]
    if (replaced && !publicKey) throw new AuthorityError('CARD_KEY_MISSING', { detail: kind })
    // A kind that the card never had, or no longer has, may come with one that is replaced.
    if (event === 'replace' && publicKey)
      await certifyCard(unit, records, card, { kind, publicKey })
  }
}

/** Kinds that a credential has or will have. */
async function kindsOf(unit: Unit, records: StepNeeds, credential: CredentialRecord) {
  const certificates = await certificatesOfCredential(unit.trx, records.sealing, credential)
  if (certificates.length > 0) {
    return certificates.filter(({ status }) => status !== 'revoked').map(({ kind }) => kind)
  }
  return (await applicationById(unit.trx, credential.application))?.kinds ?? []
}

async function stepPhones(
  unit: Unit,
  records: CardStepNeeds,
  card: CardRecord,
  { effects, actor, reason, revocation }: CardStep & { readonly effects: readonly CardEffect[] },
): Promise<void> {
  const ended = effects.includes('phone: card-ended')
  if (!ended && !effects.includes('phone: signing-ended')) return
  for (const credential of await heldCredentials(unit.trx, { person: card.person })) {
    const event = ended
      ? 'card-ended'
      : signingEndedEvent(credential.state, await kindsOf(unit, records, credential))
    if (!event) continue
    await stepInUnit(unit, records, credential, {
      event,
      actor,
      reason,
      revocation,
      notice: 'card-ended',
      ...(event === 'revoke-one' && { kinds: ['signing'] }),
    })
  }
}

const refusals = {
  ended: 'CARD_ENDED',
  suspended: 'CARD_SUSPENDED',
  'in-use': 'CARD_NOT_SUSPENDED',
} as const

/**
 * Carries out the event by the table. The person is locked by the caller, the card read after that.
 * @throws {AuthorityError} CARD_ENDED, CARD_SUSPENDED, CARD_NOT_SUSPENDED for a missing cell; CARD_KEY_MISSING, KEY_USED
 */
export async function stepCardInUnit(
  unit: Unit,
  records: CardStepNeeds,
  card: CardRecord,
  step: CardStep,
): Promise<void> {
  const cell = stepCard(card.state, step.event)
  if (!cell) throw new AuthorityError(refusals[card.state])
  const [state, ...effects] = cell
  if (state !== card.state) await writeCardState(unit, card, state)
  await stepCertificates(unit, records, card, { ...step, effects })
  await stepPhones(unit, records, card, { ...step, effects })
  await writeAudit(unit, {
    chain: card.municipality,
    actor: step.actor,
    action: step.action,
    person: card.person,
    details: { card: card.id, state, ...step.details },
  })
}
