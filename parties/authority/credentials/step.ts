/**
 * The one way a phone credential changes: the tables of the lifecycle decide, their effects are carried out in the same
 * transaction: application, certificates, attributes, notice, history and audit entry.
 */

import type { Sealing } from '@kazashi/database'
import {
  applicationEvents,
  type CertificateKind,
  type CredentialEvent,
  type CredentialReason,
  type CredentialState,
  certificateKinds,
  credentialIsOver,
  type NoticeKind,
  stepApplication,
  stepCredential,
} from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import { attributesFollow } from '../attributes/follow.ts'
import {
  type ApplicationRecord,
  applicationById,
  writeApplicationState,
} from '../database/applications.ts'
import { type AuditEntry, writeAudit } from '../database/audit.ts'
import { cardById } from '../database/cards.ts'
import { type CertificateRecord, certificatesOfCredential } from '../database/certificates.ts'
import { type CredentialRecord, writeCredentialState } from '../database/credentials.ts'
import type { Unit } from '../database/transaction.ts'
import { forgetUnblockingKeys } from '../database/unblocking-keys.ts'
import { changeStatus, type StatusChange } from '../issuing/status-change.ts'
import type { Statuses } from '../issuing/statuses.ts'
import { type NotifyNeeds, notify } from '../notices/notify.ts'

export interface StepNeeds extends NotifyNeeds {
  readonly sealing: Sealing
  readonly statuses: Statuses
}

export interface CredentialStep {
  readonly event: CredentialEvent
  /** For the audit log: 'device THUMBPRINT', 'counter', 'hotline', 'worker'. */
  readonly actor: string
  /** When it happened, where that was before it was noticed; else now. */
  readonly at?: Date
  /** Needed where the credential becomes suspended, replaced or ended. */
  readonly reason?: CredentialReason
  /** Revocation reason, RFC 5280 §5.3.1; else the event's own. */
  readonly revocation?: RevocationReason
  /** Of revoke-one: which. */
  readonly kinds?: readonly CertificateKind[]
  /** Instead of the event's own. */
  readonly notice?: NoticeKind
  readonly details?: AuditEntry['details']
}

const revocations: Readonly<Partial<Record<CredentialEvent, RevocationReason>>> = {
  switch: 'superseded',
  resume: 'superseded',
}

const notices: Readonly<Partial<Record<CredentialEvent, NoticeKind>>> = {
  issue: 'ready-to-register',
  lapse: 'lapsed',
  suspend: 'suspended',
  resume: 'resumed',
  'revoke-one': 'revoked',
  'revoke-all': 'revoked',
  delete: 'deleted-by-card',
  'card-ended': 'card-ended',
  switch: 'replaced-by-switch',
}

/** Kinds that are not revoked: in use, or on hold. */
export const liveKinds = (certificates: readonly CertificateRecord[]): CertificateKind[] =>
  certificates
    .filter(({ status }) => status === 'good' || status === 'hold')
    .map(({ kind }) => kind)

async function stepItsApplication(
  unit: Unit,
  { application }: CredentialRecord,
  event: CredentialEvent,
): Promise<ApplicationRecord> {
  const found = await applicationById(unit.trx, application)
  if (!found) throw new TypeError('a credential without its application')
  const known = applicationEvents.find((one) => one === event)
  const state = known && stepApplication(found.state, known)
  if (state) await writeApplicationState(unit, found, state)
  return found
}

/** An active one has none; one that stays suspended keeps the first. */
function reasonAfter(
  before: CredentialRecord,
  state: CredentialState,
  { reason }: CredentialStep,
): CredentialReason | null {
  if (state === before.state) return before.reason
  return state === 'suspended' || credentialIsOver(state) ? (reason ?? null) : null
}

function statusAfter(
  effects: readonly string[],
  { event, revocation }: CredentialStep,
): StatusChange | undefined {
  if (effects.includes('revoke')) {
    const reason = revocation ?? revocations[event] ?? 'cessationOfOperation'
    return { status: 'revoked', reason }
  }
  if (effects.includes('hold')) return { status: 'hold', reason: 'certificateHold' }
  return effects.includes('publish') ? { status: 'good', reason: null } : undefined
}

/**
 * Carries out the event by the table. The person is locked by the caller, the credential read after that; `sign` (the certificates
 * of 'issue') is the caller's too.
 * @returns the credential after the step; undefined: the table has no such cell, and nothing was changed
 */
export async function stepInUnit(
  unit: Unit,
  records: StepNeeds,
  credential: CredentialRecord,
  step: CredentialStep,
): Promise<CredentialRecord | undefined> {
  const { event, kinds, actor, at } = step
  const { person, id, phone } = credential
  const cell = stepCredential(credential.state, event)
  if (!cell) return undefined
  const [state, ...effects] = cell
  const application = await stepItsApplication(unit, credential, event)
  const reason = reasonAfter(credential, state, step)
  const happening = { event, state, reason, ...(kinds && { kinds }), ...(at && { at }) }
  const written = await writeCredentialState(unit, credential, happening)
  const all = await certificatesOfCredential(unit.trx, records.sealing, credential)
  const concerned = all.filter(({ kind }) => kinds?.includes(kind) ?? true)
  const to = statusAfter(effects, step)
  if (to) for (const one of concerned) await changeStatus(unit, records.statuses, one, to)
  const revoked = to?.status === 'revoked' ? kinds : undefined
  await attributesFollow(unit, credential, {
    state,
    reason: reason ?? step.reason ?? null,
    ...(revoked && { revoked }),
  })
  if (credentialIsOver(state)) {
    await forgetUnblockingKeys(unit, credential, certificateKinds)
  } else if (kinds && to?.status === 'revoked') await forgetUnblockingKeys(unit, credential, kinds)
  const notice = step.notice ?? notices[event]
  if (effects.includes('notify') && notice) {
    const told = { person, phone, kind: notice, application: application.id, credential: id }
    await notify(unit, records, told)
  }
  const card = await cardById(unit.trx, application.card)
  await writeAudit(unit, {
    chain: card?.municipality ?? 'authority',
    actor,
    action: `credential: ${event}`,
    person,
    details: {
      credential: id,
      application: application.id,
      state,
      ...(step.reason && { reason: step.reason }),
      ...(kinds && { kinds }),
      ...step.details,
    },
  })
  return written
}
