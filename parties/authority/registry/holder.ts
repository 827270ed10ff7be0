/**
 * The holder of a certificate, for the offices of the person's municipality, which hold the register: a kiosk that prints from it (1-B③),
 * the service that knows the insurance (1-B④). Each reading is written down: nobody reads the register unseen.
 */

import type { Sealing } from '@kazashi/database'
import { carriers, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { parseCertificate } from '@kazashi/pki'
import { z } from 'zod'
import { writeAudit } from '../database/audit.ts'
import { residentOf } from '../database/people.ts'
import { RegisteredResident } from '../database/resident.ts'
import { type Transactions, transact } from '../database/transaction.ts'
import { checkUsable, recordedSigner, type SignerNeeds } from '../signatures/signer.ts'

const isCertificate = (text: string): boolean => {
  try {
    return parseCertificate(base64.decode(text)).der.length > 0
  } catch {
    return false
  }
}

export const HolderQuestion = z
  .strictObject({
    kind: z.enum(certificateKinds),
    certificate: z
      .base64()
      .refine(base64.is)
      .min(4)
      .max(8_000)
      .refine(isCertificate)
      .describe('DER'),
  })
  .meta({ id: 'HolderQuestion' })
export type HolderQuestion = z.infer<typeof HolderQuestion>

export const RegisteredHolder = z
  .strictObject({
    person: z.uuid(),
    carrier: z.enum(carriers).describe('of the certificate'),
    resident: RegisteredResident,
  })
  .meta({ id: 'RegisteredHolder' })
export type RegisteredHolder = z.infer<typeof RegisteredHolder>

/**
 * @throws {AuthorityError} CARD_CERTIFICATE_UNTRUSTED, …_SUSPENDED, …_REVOKED, …_EXPIRED, and those of a phone: none of these offices
 *   serves the holder of a certificate that cannot be used any more
 */
export function registeredHolder(
  records: Transactions & SignerNeeds & { readonly sealing: Sealing },
  { kind, certificate }: HolderQuestion,
): Promise<RegisteredHolder> {
  const signed = { certificate: parseCertificate(base64.decode(certificate)), kind }
  return transact(records, async (unit) => {
    const { trx, now } = unit
    const record = await recordedSigner(trx, records, signed)
    checkUsable(record, now)
    const { person, carrier } = record
    const resident = await residentOf(trx, records.sealing, person)
    await writeAudit(unit, {
      chain: resident.municipality.code,
      actor: 'counter',
      action: 'holder read',
      person,
      details: { kind, carrier },
    })
    return { person, carrier, resident }
  })
}
