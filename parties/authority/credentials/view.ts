/** A phone credential as the API shows it to its phone: state, kinds with status and reason, last day, history. */

import type { Sealing } from '@kazashi/database'
import {
  applicationPurposes,
  certificateStatuses,
  credentialReasons,
  credentialStates,
} from '@kazashi/lifecycle'
import { z } from 'zod'
import { applicationById } from '../database/applications.ts'
import { attributeDocumentOf } from '../database/attribute-documents.ts'
import { certificatesOfCredential } from '../database/certificates.ts'
import type { Database, Trx } from '../database/connection.ts'
import { type CredentialRecord, historyOf } from '../database/credentials.ts'
import type { Serials } from '../issuing/serials.ts'
import { DateTime, Kind } from '../wire.ts'

const State = z.enum(credentialStates)
const Reason = z.enum(credentialReasons)

export const CredentialView = z
  .strictObject({
    id: z.uuid(),
    applicationId: z.uuid(),
    purpose: z.enum(applicationPurposes),
    state: State,
    reason: Reason.optional().describe('why it is suspended, replaced or ended'),
    kinds: z.array(Kind).describe('that were applied for'),
    certificates: z.array(
      z.strictObject({
        kind: Kind,
        status: z.enum(certificateStatuses),
        reason: z.string().optional().describe('of hold or revoked, RFC 5280 §5.3.1'),
        since: DateTime,
        serialNumber: z.string().describe('lower-case hex'),
        notAfter: DateTime,
      }),
    ),
    attributes: z
      .enum(certificateStatuses)
      .optional()
      .describe('of an iPhone: status of its attributes'),
    until: DateTime.optional().describe('when the last kind in use expires'),
    history: z.array(
      z.strictObject({
        at: DateTime,
        event: z.string().describe("'apply', or an event of the lifecycle's table"),
        state: State,
        reason: Reason.optional(),
        kinds: z.array(Kind).optional().describe('of revoke-one: which'),
      }),
    ),
  })
  .meta({ id: 'PhoneCredential' })
export type CredentialView = z.infer<typeof CredentialView>

export interface ViewNeeds {
  readonly sealing: Sealing
  readonly serials: Serials
}

export async function credentialView(
  db: Database | Trx,
  { sealing, serials }: ViewNeeds,
  credential: CredentialRecord,
): Promise<CredentialView> {
  const { id, purpose, state, reason } = credential
  const certificates = await certificatesOfCredential(db, sealing, credential)
  const application = await applicationById(db, credential.application)
  const history = await historyOf(db, credential)
  const attributes = await attributeDocumentOf(db, sealing, credential)
  const inUse = certificates.filter(({ status }) => status !== 'revoked')
  const until = Math.max(...inUse.map(({ notAfter }) => notAfter.getTime()))
  return {
    id,
    applicationId: credential.application,
    purpose,
    state,
    ...(reason !== null && { reason }),
    kinds: application?.kinds ?? [],
    certificates: certificates.map((one) => ({
      kind: one.kind,
      status: one.status,
      ...(one.reason !== null && { reason: one.reason }),
      since: one.statusSince.toISOString(),
      serialNumber: serials.encode(one.series, one.index),
      notAfter: one.notAfter.toISOString(),
    })),
    ...(attributes && { attributes: attributes.status }),
    ...(inUse.length > 0 && { until: new Date(until).toISOString() }),
    history: history.map((one) => ({
      at: one.at.toISOString(),
      event: one.event,
      state: one.state,
      ...(one.reason !== null && { reason: one.reason }),
      ...(one.kinds !== null && { kinds: one.kinds }),
    })),
  }
}
