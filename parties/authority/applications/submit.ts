/** 2-C, 2-D: takes an application. Verified outside, decided and stored in one transaction, answered after its commit. */
import { randomInt, randomUUID } from 'node:crypto'
import {
  type ApplicationPurpose,
  type CertificateKind,
  expectedAt,
  holdingRefusal,
  superseded,
} from '@kazashi/lifecycle'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { insertApplication } from '../database/applications.ts'
import { writeAudit } from '../database/audit.ts'
import { type CertificateRecord, certificatesOfCard, reserveKey } from '../database/certificates.ts'
import { violatedUnique } from '../database/connection.ts'
import {
  type CredentialRecord,
  heldCredentials,
  insertCredential,
} from '../database/credentials.ts'
import { answeredBefore, once, useNonce } from '../database/once.ts'
import { lockPerson } from '../database/people.ts'
import { phoneById, phoneOf } from '../database/phones.ts'
import type { WorkQueue } from '../database/queue.ts'
import { rehearse, transact, type Unit } from '../database/transaction.ts'
import { insertUnblockingKey } from '../database/unblocking-keys.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import type { RequestNeeds } from '../signatures/request.ts'
import { checkUsable, recordedSigner } from '../signatures/signer.ts'
import { type CardAttributeNeeds, checkAttributes, holderKeyOf } from './attributes.ts'
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
    // One that was issued anew stands beside the one it replaced.
    const certificate = ofKind.find(({ status }) => status !== 'revoked') ?? ofKind[0]
    if (!certificate) throw new AuthorityError('CARD_CERTIFICATE_MISSING')
    checkUsable(certificate, unit.now)
  }
}

/** A switch leaves the old one as it is until 2-E; resuming replaces it now, so that its certificates end for good (5-B3). */
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

async function store(
  unit: Unit,
  records: SubmissionNeeds,
  application: VerifiedApplication,
  { device, cms, unblockingKeys }: Omit<Submission, 'idempotencyKey'>,
): Promise<ApplicationView> {
  const { trx, now } = unit
  const { statement, requests } = application
  const certificate = { certificate: application.signer, kind: 'signing' } as const
  const { carrier, person } = await recordedSigner(unit, records, certificate)
  if (carrier !== 'card') throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  await lockPerson(trx, person)
  // Again, now that nobody else can change it.
  const signer = await recordedSigner(unit, records, certificate)
  await checkCard(unit, records, statement.kinds, signer)
  await useNonce(unit, statement.nonce)
  const { thumbprint } = device
  const phone = await phoneOf(unit, { id: randomUUID(), thumbprint, phone: statement.phone })
  const { purpose } = statement
  const held = await heldCredentials(trx, { person, phone })
  const refusal = holdingRefusal({ person, phone, purpose }, held)
  if (refusal) throw new AuthorityError(refusal)
  const before = superseded({ person, phone, purpose }, held)
  if (before) await takeOver(unit, records, before, { purpose, device })
  for (const { publicKey } of requests) await reserveKey(unit, publicKey)
  if (statement.attributes) {
    await checkAttributes(unit, records, person, statement.attributes)
    await reserveKey(unit, holderKeyOf(statement.attributes, device))
  }
  const keyOf = (kind: CertificateKind) =>
    requests.find((one) => one.kind === kind)?.publicKey ?? null
  const id = randomUUID()
  const added = await insertApplication(unit, {
    person,
    id,
    receipt_number: receiptNumber(),
    card: signer.card,
    phone,
    purpose,
    state: 'applied',
    kinds: statement.kinds,
    signing_key: keyOf('signing'),
    authentication_key: keyOf('authentication'),
    consent_version: statement.consent.version,
    sealed: records.sealing.seal(`record.application ${id}`, cms),
    received_at: now,
    due_at: expectedAt(now, records.issueDelaySeconds, records.hours),
    issued_at: null,
    registered_at: null,
  })
  const credential = await insertCredential(unit, {
    person,
    id: randomUUID(),
    application: id,
    phone,
    purpose,
    supersedes: before?.id ?? null,
  })
  for (const { kind, key } of unblockingKeys.filter(({ kind }) => statement.kinds.includes(kind))) {
    await insertUnblockingKey(unit, records.sealing, credential, { kind, key })
  }
  await writeAudit(unit, {
    chain: signer.municipality,
    actor: `device ${thumbprint}`,
    action: 'application received',
    person,
    details: { application: id, purpose, kinds: statement.kinds },
  })
  await records.queue.issueLater(trx, id, added.due_at)
  return applicationView(records, added, now)
}

/** Two at once for one phone: the database lets one through, the other learns why as if it had come later. */
function asRefusal(error: unknown): unknown {
  const constraint = violatedUnique(error)
  const ofPerson = ['credential_of_person', 'credential_on_its_way']
  if (constraint && ofPerson.includes(constraint)) return new AuthorityError('PERSON_HAS_A_PHONE')
  if (constraint === 'credential_of_phone') return new AuthorityError('PHONE_HAS_A_PERSON')
  return error
}

export interface Submission {
  /** CMS SignedData, DER */
  readonly cms: Uint8Array
  readonly device: Device
  /** Of the kinds applied for, as many as the phone made. */
  readonly unblockingKeys: readonly { readonly kind: CertificateKind; readonly key: Uint8Array }[]
  readonly idempotencyKey: string
}

/** @throws {AuthorityError} any code of the sections 'signature', 'statement' and 'who holds what' */
export async function submitApplication(
  records: SubmissionNeeds,
  { idempotencyKey, ...submission }: Submission,
): Promise<ApplicationView> {
  const { cms, device } = submission
  const caller = `device ${device.thumbprint}`
  const keyed = { caller, key: idempotencyKey, request: cms }
  const before = await answeredBefore(records.db, keyed, ApplicationView)
  if (before) return before
  const verified = await verifyApplication(records, cms, device)
  try {
    return await transact(records, (unit) =>
      once(unit, keyed, ApplicationView, () => store(unit, records, verified, submission)),
    )
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * Decides as `submitApplication` would and takes nothing: no row is written, nonce and keys stay unused. What a phone asks
 * after the card has signed, so that nobody chooses passwords for an application that will be refused.
 * @throws {AuthorityError} as `submitApplication`
 */
export async function checkApplication(
  records: SubmissionNeeds,
  { cms, device }: Pick<Submission, 'cms' | 'device'>,
): Promise<void> {
  const verified = await verifyApplication(records, cms, device)
  try {
    await rehearse(records, (unit) =>
      store(unit, records, verified, { cms, device, unblockingKeys: [] }),
    )
  } catch (error) {
    throw asRefusal(error)
  }
}
