/** Applications and their results as the API shows them. */
import type { IssuingHours } from '@kazashi/lifecycle'
import { applicationPurposes, applicationStates, expectation } from '@kazashi/lifecycle'
import { z } from 'zod'
import { AttributesView } from '../attributes/view.ts'
import type { ApplicationRecord } from '../database/applications.ts'
import { Base64, DateTime, Kind } from '../wire.ts'

export const ApplicationView = z
  .strictObject({
    id: z.uuid(),
    receiptNumber: z
      .string()
      .describe("what a resident reads out on the telephone, e.g. 'K-7Q2M9'"),
    purpose: z.enum(applicationPurposes),
    state: z.enum(applicationStates),
    kinds: z.array(Kind),
    appliedAt: DateTime,
    expectedAt: DateTime.describe('minutes from now, or 8:00 Japan time of the next issuing day'),
  })
  .meta({ id: 'Application' })
export type ApplicationView = z.infer<typeof ApplicationView>

export const RegistrationView = z
  .strictObject({
    credentialId: z.uuid(),
    certificates: z.array(
      z.strictObject({
        kind: Kind,
        certificate: Base64.describe('DER'),
        issuer: Base64.describe('DER of the issuing CA'),
      }),
    ),
    attributes: AttributesView.optional().describe('of an iPhone, for its wallet (3-D)'),
  })
  .meta({ id: 'Registration' })
export type RegistrationView = z.infer<typeof RegistrationView>

export interface ScheduleNeeds {
  readonly hours: IssuingHours
  /** Seconds between an application and its issuing, the "some minutes" of the course. */
  readonly issueDelaySeconds: number
}

export const applicationView = (
  records: ScheduleNeeds,
  application: ApplicationRecord,
  now: Date,
): ApplicationView => ({
  id: application.id,
  receiptNumber: application.receiptNumber,
  purpose: application.purpose,
  state: application.state,
  kinds: application.kinds,
  appliedAt: application.receivedAt.toISOString(),
  expectedAt: expectation({ state: application.state, dueAt: application.dueAt }, now, {
    delaySeconds: records.issueDelaySeconds,
    hours: records.hours,
  }).toISOString(),
})
