/** 2-E: the phone takes its certificates; the credential is active for relying parties. Repeating it changes nothing. */
import { credentialIsOver, stepApplication } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import { attributesMember } from '../attributes/view.ts'
import { type StepNeeds, stepInUnit } from '../credentials/step.ts'
import { lockApplication } from '../database/applications.ts'
import { attributeDocumentOf } from '../database/attribute-documents.ts'
import { certificatesOfCredential } from '../database/certificates.ts'
import {
  type CredentialRecord,
  credentialById,
  credentialOfApplication,
} from '../database/credentials.ts'
import { answerOnce } from '../database/idempotent.ts'
import { lockPerson } from '../database/people.ts'
import type { Transactions, Unit } from '../database/transaction.ts'
import type { CertificateAuthorities } from '../issuing/certificate-authorities.ts'
import { ownApplication } from '../phones/own.ts'
import type { Device } from '../phones/proof.ts'
import { AuthorityError } from '../problems.ts'
import {
  type ApplicationView,
  applicationView,
  type RegistrationView,
  type ScheduleNeeds,
} from './view.ts'

export interface RegistrationNeeds extends Transactions, StepNeeds {
  readonly authorities: CertificateAuthorities
}

export async function showApplication(
  records: Transactions & ScheduleNeeds,
  device: Device,
  id: string,
): Promise<ApplicationView> {
  const application = await ownApplication(records.db, device, id)
  return applicationView(records, application, records.clock.now())
}

async function registrationView(
  records: RegistrationNeeds,
  credential: Pick<CredentialRecord, 'person' | 'id'>,
): Promise<RegistrationView> {
  const { db, sealing } = records
  const certificates = await certificatesOfCredential(db, sealing, credential)
  return {
    credentialId: credential.id,
    certificates: await Promise.all(
      certificates.map(async ({ kind, generation, certificate }) => ({
        kind,
        certificate: base64.encode(certificate),
        issuer: base64.encode((await records.authorities.of(kind, generation)).certificate.der),
      })),
    ),
    ...attributesMember(await attributeDocumentOf(db, sealing, credential)),
  }
}

/** 4-B: the old one ends in the transaction that makes the new one active, not before. */
async function endSuperseded(
  unit: Unit,
  records: StepNeeds,
  credential: CredentialRecord,
  actor: string,
): Promise<void> {
  if (credential.purpose !== 'switch' || credential.supersedes === null) return
  const old = await credentialById(unit.trx, credential.supersedes)
  if (!old || credentialIsOver(old.state)) return
  const step = { event: 'switch', reason: 'switched', actor } as const
  const ended = await stepInUnit(unit, records, old, step)
  if (!ended) throw new AuthorityError('CREDENTIAL_SUSPENDED')
}

/** The part of the answer kept under its idempotency key: the certificates are personal, and are read again each time. */
const Registered = z.strictObject({ credential: z.uuid() })

async function register(
  unit: Unit,
  records: StepNeeds,
  id: string,
  device: Device,
): Promise<z.infer<typeof Registered>> {
  const application = await lockApplication(unit.trx, id)
  if (!application) throw new AuthorityError('NOT_FOUND')
  const credential = await credentialOfApplication(unit.trx, application)
  if (application.state === 'registered') return { credential: credential.id }
  if (!stepApplication(application.state, 'register')) {
    throw new AuthorityError(
      application.state === 'applied' ? 'NOT_ISSUED_YET' : 'APPLICATION_OVER',
    )
  }
  const actor = `device ${device.thumbprint}`
  await endSuperseded(unit, records, credential, actor)
  const active = await stepInUnit(unit, records, credential, { event: 'register', actor })
  if (!active) throw new AuthorityError('APPLICATION_OVER')
  return { credential: credential.id }
}

/**
 * Registering again, under the same key or another, changes nothing and gives the same certificates.
 * @throws {AuthorityError} NOT_FOUND, NOT_ISSUED_YET, APPLICATION_OVER, CREDENTIAL_SUSPENDED (the one to switch from),
 * IDEMPOTENCY_KEY_REUSED
 */
export async function registerApplication(
  records: RegistrationNeeds,
  device: Device,
  { id, idempotencyKey }: { readonly id: string; readonly idempotencyKey: string },
): Promise<RegistrationView> {
  const { person } = await ownApplication(records.db, device, id)
  const request = new TextEncoder().encode(`register ${id}`)
  const keyed = { caller: `device ${device.thumbprint}`, key: idempotencyKey, request }
  const { credential } = await answerOnce(
    records,
    { keyed, schema: Registered },
    async () => undefined,
    async (unit) => {
      await lockPerson(unit.trx, person)
      return register(unit, records, id, device)
    },
  )
  return registrationView(records, { person, id: credential })
}
