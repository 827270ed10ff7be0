/** 2-E: the phone takes its certificates; the credential is active and relying parties are told. Repeating it changes nothing. */
import { stepApplication, stepCredential } from '@kazashi/lifecycle'
import {
  type ApplicationRecord,
  applicationById,
  lockApplication,
  phoneByThumbprint,
  writeApplicationState,
} from '../database/applications.ts'
import { writeAudit } from '../database/audit.ts'
import { certificatesOfCredential } from '../database/certificates.ts'
import {
  type CredentialRecord,
  credentialById,
  credentialOfApplication,
  writeCredentialState,
} from '../database/credentials.ts'
import { lockPerson } from '../database/people.ts'
import { transact, type Unit } from '../database/transaction.ts'
import { changeStatus } from '../issuing/status-change.ts'
import { AuthorityError } from '../problems.ts'
import type { Records } from '../records.ts'
import type { Device } from './proof.ts'
import {
  type ApplicationView,
  applicationView,
  type CredentialView,
  type RegistrationView,
  toBase64,
} from './view.ts'

/** @throws {AuthorityError} NOT_FOUND for one that is not this phone's, as if there were none */
async function ownApplication(
  records: Records,
  device: Device,
  id: string,
): Promise<ApplicationRecord> {
  const phone = await phoneByThumbprint(records.db, device.thumbprint)
  const application = await applicationById(records.db, id)
  if (!application || application.phone !== phone) throw new AuthorityError('NOT_FOUND')
  return application
}

export async function showApplication(
  records: Records,
  device: Device,
  id: string,
): Promise<ApplicationView> {
  const application = await ownApplication(records, device, id)
  return applicationView(records, application, records.clock.now())
}

async function registrationView(
  { trx }: Unit,
  records: Records,
  credential: CredentialRecord,
): Promise<RegistrationView> {
  const certificates = await certificatesOfCredential(trx, records.sealing, credential)
  return {
    credentialId: credential.id,
    certificates: certificates.map(({ kind, certificate }) => ({
      kind,
      certificate: toBase64(certificate),
      issuer: toBase64(records.authorities[kind].certificate),
    })),
  }
}

async function activate(
  unit: Unit,
  records: Records,
  application: ApplicationRecord,
  credential: CredentialRecord,
): Promise<void> {
  const [registered] = stepApplication(application.state, 'register') ?? []
  if (!registered) {
    throw new AuthorityError(
      application.state === 'applied' ? 'NOT_ISSUED_YET' : 'APPLICATION_OVER',
    )
  }
  const cell = stepCredential(credential.state, 'register')
  if (!cell) throw new AuthorityError('APPLICATION_OVER')
  const [active, ...effects] = cell
  await writeApplicationState(unit, application, registered)
  await writeCredentialState(unit, credential, active)
  const { person } = credential
  const certificates = await certificatesOfCredential(unit.trx, records.sealing, credential)
  if (effects.includes('publish')) {
    for (const one of certificates) {
      await changeStatus(unit, records.statuses, one, { status: 'good', reason: null })
    }
  }
  await writeAudit(unit, {
    chain: certificates[0]?.municipality ?? 'authority',
    actor: `phone ${credential.phone}`,
    action: 'credential registered',
    person,
    details: { application: application.id, credential: credential.id },
  })
}

/** @throws {AuthorityError} NOT_FOUND, NOT_ISSUED_YET, APPLICATION_OVER */
export async function registerApplication(
  records: Records,
  device: Device,
  id: string,
): Promise<RegistrationView> {
  const { person } = await ownApplication(records, device, id)
  return transact(records, async (unit) => {
    await lockPerson(unit.trx, person)
    const application = await lockApplication(unit.trx, id)
    if (!application) throw new AuthorityError('NOT_FOUND')
    const credential = await credentialOfApplication(unit.trx, application)
    if (application.state !== 'registered') {
      await activate(unit, records, application, credential)
    }
    return registrationView(unit, records, credential)
  })
}

/** @throws {AuthorityError} NOT_FOUND for one that is not this phone's */
export async function showCredential(
  records: Records,
  device: Device,
  id: string,
): Promise<CredentialView> {
  const { db, sealing, serials } = records
  const phone = await phoneByThumbprint(db, device.thumbprint)
  const credential = await credentialById(db, id)
  if (!credential || credential.phone !== phone) throw new AuthorityError('NOT_FOUND')
  const { state } = credential
  const certificates = await certificatesOfCredential(db, sealing, credential)
  const application = await applicationById(db, credential.application)
  return {
    id,
    state,
    kinds: application?.kinds ?? [],
    certificates: certificates.map(({ kind, status, series, index, notAfter }) => ({
      kind,
      status,
      serialNumber: serials.encode(series, index),
      notAfter: notAfter.toISOString(),
    })),
  }
}
