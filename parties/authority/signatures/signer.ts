/** The signer by our own record: the certificate byte for byte, and whether it may be used now. */

import type { Sealing } from '@kazashi/database'
import type { Carrier, CertificateKind, CertificateStatus } from '@kazashi/lifecycle'
import type { Certificate } from '@kazashi/pki'
import { type CertificateRecord, certificateAt } from '../database/certificates.ts'
import type { Database, Trx } from '../database/connection.ts'
import { lockPerson } from '../database/people.ts'
import type { Unit } from '../database/transaction.ts'
import type { Serials } from '../issuing/serials.ts'
import { AuthorityError, type AuthorityProblemCode } from '../problems.ts'

type Refusals = Readonly<
  Record<Exclude<CertificateStatus, 'good'> | 'expired', AuthorityProblemCode>
>

/** signed: not valid yet, so it is treated as not issued by us */
export const refusalsOf: Readonly<Record<Carrier, Refusals>> = {
  card: {
    signed: 'CARD_CERTIFICATE_UNTRUSTED',
    hold: 'CARD_CERTIFICATE_SUSPENDED',
    revoked: 'CARD_CERTIFICATE_REVOKED',
    expired: 'CARD_CERTIFICATE_EXPIRED',
  },
  phone: {
    signed: 'PHONE_CERTIFICATE_UNTRUSTED',
    hold: 'PHONE_CERTIFICATE_SUSPENDED',
    revoked: 'PHONE_CERTIFICATE_REVOKED',
    expired: 'PHONE_CERTIFICATE_EXPIRED',
  },
}

export interface SignerNeeds {
  readonly sealing: Sealing
  readonly serials: Serials
}

/** @param serialNumber lower-case hex @returns undefined: no number of ours */
export const carrierOf = (
  { serials }: Pick<SignerNeeds, 'serials'>,
  kind: CertificateKind,
  serialNumber: string,
): Carrier | undefined => {
  const series = serials.decode(kind, serialNumber)?.series
  return series && (series.startsWith('card-') ? 'card' : 'phone')
}

/** @throws {AuthorityError} …_CERTIFICATE_SUSPENDED, …_REVOKED, …_EXPIRED, …_UNTRUSTED of its carrier */
export function checkUsable(
  { carrier, status, notAfter }: Pick<CertificateRecord, 'carrier' | 'status' | 'notAfter'>,
  now: Date,
): void {
  const refusals = refusalsOf[carrier]
  if (status !== 'good') throw new AuthorityError(refusals[status])
  if (notAfter < now) throw new AuthorityError(refusals.expired)
}

/** @throws {AuthorityError} CARD_CERTIFICATE_UNTRUSTED, PHONE_CERTIFICATE_UNTRUSTED: not in our record */
export async function recordedSigner(
  db: Database | Trx,
  records: SignerNeeds,
  { certificate, kind }: { readonly certificate: Certificate; readonly kind: CertificateKind },
): Promise<CertificateRecord> {
  const at = records.serials.decode(kind, certificate.serialNumber)
  const found = at && (await certificateAt(db, records.sealing, at))
  if (found && Buffer.compare(found.certificate, certificate.der) === 0) return found
  const carrier = carrierOf(records, kind, certificate.serialNumber) ?? 'card'
  throw new AuthorityError(refusalsOf[carrier].signed)
}

/** As `recordedSigner`, read again once its person is locked, so that nobody else can change it in this transaction. */
export async function lockedSigner(
  unit: Unit,
  records: SignerNeeds,
  signed: { readonly certificate: Certificate; readonly kind: CertificateKind },
): Promise<CertificateRecord> {
  const { person } = await recordedSigner(unit.trx, records, signed)
  await lockPerson(unit.trx, person)
  return recordedSigner(unit.trx, records, signed)
}
