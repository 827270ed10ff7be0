/** Applications and what comes of them as the API shows them. */

import {
  applicationPurposes,
  applicationStates,
  type CertificateKind,
  certificateKinds,
} from '@kazashi/lifecycle'
import { z } from 'zod'
import type { ApplicationRecord } from '../database/applications.ts'
import { expectation } from '../issuing/issue.ts'
import type { Records } from '../records.ts'

export const Kind = z.enum(certificateKinds)
const DateTime = z.iso.datetime({ offset: true })
export const Base64 = z.base64()

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

/** ISO/IEC 18013-5 §8.3.2.1.2.2. */
export const AttributesView = z
  .strictObject({ mdoc: Base64.describe('IssuerSigned, CBOR') })
  .meta({ id: 'Attributes' })
export type AttributesView = z.infer<typeof AttributesView>

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

/** 32 bytes a kind: what the phone sealed a second copy of its keys under (2-D). */
export const UnblockingKeys = z
  .strictObject({ signing: Base64.length(44), authentication: Base64.length(44) })
  .partial()
  .meta({ id: 'UnblockingKeys' })
export type UnblockingKeys = z.infer<typeof UnblockingKeys>

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

export const decodeUnblockingKeys = (
  keys: UnblockingKeys,
): { readonly kind: CertificateKind; readonly key: Uint8Array }[] =>
  Kind.options.flatMap((kind) => {
    const key = keys[kind]
    return key === undefined ? [] : [{ kind, key: fromBase64(key) }]
  })

export const applicationView = (
  records: Pick<Records, 'hours' | 'issueDelaySeconds'>,
  application: ApplicationRecord,
  now: Date,
): ApplicationView => ({
  id: application.id,
  receiptNumber: application.receipt_number,
  purpose: application.purpose,
  state: application.state,
  kinds: application.kinds,
  appliedAt: application.received_at.toISOString(),
  expectedAt: expectation(records, application, now).toISOString(),
})
