/** 2-C, 2-D: takes an application. Verified outside, decided and stored in one transaction, answered after its commit. */
import { randomInt, randomUUID } from 'node:crypto'
import { expectedAt, holdingRefusal } from '@kazashi/lifecycle'
import { insertApplication, phoneOf } from '../database/applications.ts'
import { writeAudit } from '../database/audit.ts'
import {
  type CertificateRecord,
  certificateAt,
  certificatesOfCard,
  reserveKey,
} from '../database/certificates.ts'
import { violatedUnique } from '../database/connection.ts'
import { heldCredentials, insertCredential } from '../database/credentials.ts'
import { answeredBefore, once, useNonce } from '../database/once.ts'
import { lockPerson } from '../database/people.ts'
import type { CertificateStatus, Kind } from '../database/tables.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { AuthorityError, type AuthorityProblemCode } from '../problems.ts'
import type { Records } from '../records.ts'
import type { Device } from './proof.ts'
import { type VerifiedApplication, verifyApplication } from './verification.ts'
import { ApplicationView, applicationView } from './view.ts'

/** Read out on the telephone: no letter or digit that sounds or looks like another. */
const receiptAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const receiptLength = 6

const receiptNumber = (): string =>
  `K-${Array.from({ length: receiptLength }, () => receiptAlphabet[randomInt(receiptAlphabet.length)]).join('')}`

const statusRefusal: Readonly<Record<CertificateStatus, AuthorityProblemCode | undefined>> = {
  good: undefined,
  hold: 'CARD_CERTIFICATE_SUSPENDED',
  revoked: 'CARD_CERTIFICATE_REVOKED',
  signed: 'CARD_CERTIFICATE_UNTRUSTED',
}

function checkUsable(certificate: CertificateRecord, now: Date): void {
  const refusal = statusRefusal[certificate.status]
  if (refusal) throw new AuthorityError(refusal)
  if (certificate.notAfter < now) throw new AuthorityError('CARD_CERTIFICATE_EXPIRED')
}

/** The card's signing certificate in our own record. @throws {AuthorityError} CARD_CERTIFICATE_UNTRUSTED: a phone's, or none */
async function recordedSigner(
  { trx }: Unit,
  { serials, sealing }: Records,
  { signer }: VerifiedApplication,
): Promise<CertificateRecord> {
  const at = serials.decode('signing', signer.serialNumber)
  const found = at?.series === 'card-signing' ? await certificateAt(trx, sealing, at) : undefined
  if (!found || Buffer.compare(found.certificate, signer.der) !== 0) {
    throw new AuthorityError('CARD_CERTIFICATE_UNTRUSTED')
  }
  return found
}

async function checkCard(
  unit: Unit,
  records: Records,
  kinds: readonly Kind[],
  signer: CertificateRecord,
): Promise<void> {
  checkUsable(signer, unit.now)
  const all = await certificatesOfCard(unit.trx, records.sealing, signer)
  for (const kind of kinds) {
    const certificate = all.find((one) => one.kind === kind)
    if (!certificate) throw new AuthorityError('CARD_CERTIFICATE_MISSING')
    checkUsable(certificate, unit.now)
  }
}

async function store(
  unit: Unit,
  records: Records,
  application: VerifiedApplication,
  { device, cms }: { readonly device: Device; readonly cms: Uint8Array },
): Promise<ApplicationView> {
  const { trx, now } = unit
  const { statement, requests } = application
  const found = await recordedSigner(unit, records, application)
  const { person } = found
  await lockPerson(trx, person)
  // Again, now that nobody else can change it.
  const signer = await recordedSigner(unit, records, application)
  await checkCard(unit, records, statement.kinds, signer)
  await useNonce(unit, statement.nonce)
  const { thumbprint } = device
  const phone = await phoneOf(unit, { id: randomUUID(), thumbprint, phone: statement.phone })
  const refusal = holdingRefusal({ person, phone }, await heldCredentials(trx, { person, phone }))
  if (refusal) throw new AuthorityError(refusal)
  for (const { publicKey } of requests) await reserveKey(unit, publicKey)
  const keyOf = (kind: Kind) => requests.find((one) => one.kind === kind)?.publicKey ?? null
  const id = randomUUID()
  const added = await insertApplication(unit, {
    person,
    id,
    receipt_number: receiptNumber(),
    card: signer.card,
    phone,
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
  const credential = { person, id: randomUUID(), application: id, phone, changed_at: now }
  await insertCredential(unit, { ...credential, state: 'applied' })
  await writeAudit(unit, {
    chain: signer.municipality,
    actor: `device ${thumbprint}`,
    action: 'application received',
    person,
    details: { application: id, kinds: statement.kinds },
  })
  await records.queue.issueLater(trx, id, added.due_at)
  return applicationView(records, added, now)
}

/** Two at once for one phone: the database lets one through, the other learns why as if it had come later. */
function asRefusal(error: unknown): unknown {
  const constraint = violatedUnique(error)
  if (constraint === 'credential_of_person') return new AuthorityError('PERSON_HAS_A_PHONE')
  if (constraint === 'credential_of_phone') return new AuthorityError('PHONE_HAS_A_PERSON')
  return error
}

export interface Submission {
  /** CMS SignedData, DER */
  readonly cms: Uint8Array
  readonly device: Device
  readonly idempotencyKey: string
}

/** @throws {AuthorityError} any code of the sections 'signature', 'statement' and 'who holds what' */
export async function submitApplication(
  records: Records,
  { cms, device, idempotencyKey }: Submission,
): Promise<ApplicationView> {
  const caller = `device ${device.thumbprint}`
  const keyed = { caller, key: idempotencyKey, request: cms }
  const before = await answeredBefore(records.db, keyed, ApplicationView)
  if (before) return before
  const verified = await verifyApplication(records, cms, device)
  try {
    return await transact(records, (unit) =>
      once(unit, keyed, ApplicationView, () => store(unit, records, verified, { device, cms })),
    )
  } catch (error) {
    throw asRefusal(error)
  }
}
