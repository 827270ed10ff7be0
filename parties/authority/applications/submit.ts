/** 2-C, 2-D: takes an application. Verified outside, decided and stored in one transaction, answered after its commit. */
import { randomInt, randomUUID } from 'node:crypto'
import {
  type ApplicationPurpose,
  aroundTheClock,
  type CertificateKind,
  expectedAt,
  holdingRefusal,
  type IssuingHours,
  type IssuingPace,
  issuingSeconds,
  superseded,
} from '@kazashi/lifecycle'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { insertApplication } from '../database/applications.ts'
import { writeAudit } from '../database/audit.ts'
import { type CertificateRecord, certificatesOfCard, reserveKey } from '../database/certificates.ts'
import {
  type CredentialRecord,
  heldCredentials,
  insertCredential,
} from '../database/credentials.ts'
import { answerOnce } from '../database/idempotent.ts'
import { useNonce } from '../database/once.ts'
import { phoneById, phoneOf } from '../database/phones.ts'
import type { WorkQueue } from '../database/queue.ts'
import { rehearse, type Unit } from '../database/transaction.ts'
import { insertUnblockingKey } from '../database/unblocking-keys.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import type { RequestNeeds } from '../signatures/request.ts'
import { checkUsable, lockedSigner } from '../signatures/signer.ts'
import { type CardAttributeNeeds, checkAttributes, holderKeyOf } from './card-attributes.ts'
import { type VerifiedApplication, verifyApplication } from './verification.ts'
import { ApplicationView, applicationView, type ScheduleNeeds } from './view.ts'

export type SubmissionNeeds = RequestNeeds &
  StepNeeds &
  ScheduleNeeds &
  CardAttributeNeeds & { readonly queue: Pick<WorkQueue, 'issueLater'> }

/** Read out on the telephone: no letter or digit that sounds or looks like another. */
const receiptAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const receiptLength = 6

const receiptNumber = (): string =>
  `K-${Array.from({ length: receiptLength }, () => receiptAlphabet[randomInt(receiptAlphabet.length)]).join('')}`

async function checkCard(
  unit: Unit,
  records: Pick<RequestNeeds, 'sealing'>,
  kinds: readonly CertificateKind[],
  signer: CertificateRecord,
): Promise<void> {
  checkUsable(signer, unit.now)
  const all = await certificatesOfCard(unit.trx, records.sealing, signer)
  for (const kind of kinds) {
    const ofKind = all.filter((one) => one.kind === kind)
    // A reissued one is on record beside the one it replaced.
    const certificate = ofKind.find(({ status }) => status !== 'revoked') ?? ofKind[0]
    if (!certificate) throw new AuthorityError('CARD_CERTIFICATE_MISSING')
    checkUsable(certificate, unit.now)
  }
}

/** A switch leaves the old one unchanged until 2-E; resuming replaces it now, so that its certificates end for good (5-B3). */
async function takeOver(
  unit: Unit,
  records: StepNeeds,
  before: CredentialRecord,
  { purpose, device }: { readonly purpose: ApplicationPurpose; readonly device: Device },
): Promise<void> {
  if (purpose === 'switch') {
    const { platform } = await phoneById(unit.trx, before.phone)
    if (platform !== 'android') throw new AuthorityError('SWITCH_ONLY_ANDROID')
    return
  }
  const actor = `device ${device.thumbprint}`
  const step = { event: 'resume', reason: 'resumed', actor } as const
  if (!(await stepInUnit(unit, records, before, step)))
    throw new AuthorityError('NOTHING_TO_RESUME')
}

interface Decided {
  /** The card's signing certificate; its person is locked till the end of the transaction. */
  readonly signer: CertificateRecord
  readonly phone: string
  /** The credential that the new one replaces. */
  readonly before: CredentialRecord | undefined
}

/** Whether this person may apply from this phone now, by the records. */
async function decide(
  unit: Unit,
  records: SubmissionNeeds,
  { statement, signer: certificate }: VerifiedApplication,
  device: Device,
): Promise<Decided> {
  const signer = await lockedSigner(unit, records, { certificate, kind: 'signing' })
  if (signer.carrier !== 'card') throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  await checkCard(unit, records, statement.kinds, signer)
  await useNonce(unit, statement.nonce)
  const { person } = signer
  const { purpose } = statement
  const { thumbprint } = device
  const phone = await phoneOf(unit, { id: randomUUID(), thumbprint, phone: statement.phone })
  const held = await heldCredentials(unit.trx, { person, phone })
  const refusal = holdingRefusal({ person, phone, purpose }, held)
  if (refusal) throw new AuthorityError(refusal)
  const before = superseded({ person, phone, purpose }, held)
  if (before) await takeOver(unit, records, before, { purpose, device })
  return { signer, phone, before }
}

/** Each key is used for one thing, once. */
async function reserveKeys(
  unit: Unit,
  records: CardAttributeNeeds,
  { statement, keys }: VerifiedApplication,
  { person, device }: { readonly person: string; readonly device: Device },
): Promise<void> {
  for (const publicKey of Object.values(keys)) await reserveKey(unit, publicKey)
  if (!statement.attributes) return
  await checkAttributes(unit, records, person, statement.attributes)
  await reserveKey(unit, holderKeyOf(statement.attributes, device))
}

/** Seconds: as the authority is set, but a sandbox takes the time that a person at a desk wants to see, or a program none. */
const delayOf = ({ sandbox, issueDelaySeconds }: SubmissionNeeds, pace: IssuingPace): number =>
  sandbox && pace !== 'at-once' ? issuingSeconds[pace] : issueDelaySeconds

/** Programs of a sandbox do not wait for the morning. */
const hoursOf = ({ sandbox, hours }: SubmissionNeeds, pace: IssuingPace): IssuingHours =>
  sandbox && pace === 'any-hour' ? aroundTheClock : hours

async function store(
  unit: Unit,
  records: SubmissionNeeds,
  application: VerifiedApplication,
  { device, cms, unblockingKeys, pace }: Omit<Submission, 'idempotencyKey'>,
): Promise<ApplicationView> {
  const { trx, now } = unit
  const { sealing } = records
  const { kinds, purpose, consent } = application.statement
  const { signer, phone, before } = await decide(unit, records, application, device)
  const { person, card } = signer
  await reserveKeys(unit, records, application, { person, device })
  const added = await insertApplication(unit, sealing, {
    person,
    id: randomUUID(),
    receiptNumber: receiptNumber(),
    card,
    phone,
    purpose,
    kinds,
    keys: application.keys,
    consentVersion: consent.version,
    cms,
    dueAt: expectedAt(now, delayOf(records, pace), hoursOf(records, pace)),
  })
  const { id, dueAt } = added
  const supersedes = before?.id ?? null
  const made = { person, id: randomUUID(), application: id, phone, purpose, supersedes }
  const credential = await insertCredential(unit, made)
  for (const { kind, key } of unblockingKeys.filter(({ kind }) => kinds.includes(kind))) {
    await insertUnblockingKey(unit, sealing, credential, { kind, key })
  }
  await writeAudit(unit, {
    chain: signer.municipality,
    actor: `device ${device.thumbprint}`,
    action: 'application received',
    person,
    details: { application: id, purpose, kinds },
  })
  await records.queue.issueLater(trx, id, dueAt)
  return applicationView(records, added, now)
}

export interface Submission {
  /** CMS SignedData, DER */
  readonly cms: Uint8Array
  readonly device: Device
  /** Of the kinds applied for, as many as the phone made. */
  readonly unblockingKeys: readonly { readonly kind: CertificateKind; readonly key: Uint8Array }[]
  readonly idempotencyKey: string
  readonly pace: IssuingPace
}

/** @throws {AuthorityError} any code of problems/signatures.ts, statements.ts and holdings.ts */
export async function submitApplication(
  records: SubmissionNeeds,
  { idempotencyKey, ...submission }: Submission,
): Promise<ApplicationView> {
  const { cms, device } = submission
  const caller = `device ${device.thumbprint}`
  const keyed = { caller, key: idempotencyKey, request: cms }
  return answerOnce(
    records,
    { keyed, schema: ApplicationView },
    () => verifyApplication(records, cms, device),
    (unit, verified) => store(unit, records, verified, submission),
  )
}

/**
 * Decides as `submitApplication` would and stores nothing: no row is written, nonce and keys stay unused. A phone asks this
 * after the card has signed, so that nobody chooses passwords for an application that would be refused.
 * @throws {AuthorityError} as `submitApplication`
 */
export async function checkApplication(
  records: SubmissionNeeds,
  { cms, device }: Pick<Submission, 'cms' | 'device'>,
): Promise<void> {
  const verified = await verifyApplication(records, cms, device)
  await rehearse(records, (unit) =>
    store(unit, records, verified, { cms, device, unblockingKeys: [], pace: 'at-once' }),
  )
}
