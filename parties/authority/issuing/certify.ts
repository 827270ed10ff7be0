/** Makes the four kinds of certificates: profile and key from outside, number, validity and place from the records. */

import type { Sealing } from '@kazashi/database'
import type { Carrier, CertificateKind } from '@kazashi/lifecycle'
import {
  authenticationCommonName,
  type CertificateAttributes,
  issueCertificate,
  signingCommonName,
} from '@kazashi/pki'
import { noteSignature, type Origins } from '@kazashi/serve'
import { type CertificateRecord, insertCertificate } from '../database/certificates.ts'
import { takeIndex } from '../database/numbering.ts'
import type { Municipality } from '../database/people.ts'
import type { SeriesName } from '../database/tables.ts'
import type { Unit } from '../database/transaction.ts'
import type { CertificateAuthorities, CertificateAuthority } from './certificate-authorities.ts'
import { locationsOf } from './locations.ts'
import type { Serials } from './serials.ts'
import type { Statuses } from './statuses.ts'

export interface CertifyNeeds {
  readonly sealing: Sealing
  readonly authorities: CertificateAuthorities
  readonly serials: Serials
  readonly statuses: Statuses
  /** Origin of the addresses in certificates. */
  readonly origins: Pick<Origins, 'repository'>
  readonly random: (length: number) => Uint8Array
}

export interface Certification {
  readonly person: string
  readonly card: string
  readonly credential: string | null
  readonly municipality: Municipality
  readonly kind: CertificateKind
  readonly carrier: Carrier
  /** SubjectPublicKeyInfo, DER; reserved for this certificate already */
  readonly publicKey: Uint8Array
  readonly notAfter: Date
  /** Of a signing certificate. */
  readonly attributes: CertificateAttributes
  /** Of a phone's: the card's certificate of the same kind. */
  readonly parent?: CertificateRecord
}

/** X.509 counts whole seconds (RFC 5280 §4.1.2.5). */
function wholeSecond(date: Date): Date {
  const whole = new Date(date)
  whole.setUTCMilliseconds(0)
  return whole
}

async function make(
  { origins, random }: CertifyNeeds,
  authority: CertificateAuthority,
  asked: Certification,
  numbered: { readonly serialNumber: string; readonly notBefore: Date },
): Promise<Uint8Array> {
  const { kind, carrier, municipality, publicKey, attributes } = asked
  const { certificate, signer } = authority
  const locations = locationsOf(origins.repository, authority, municipality.code)
  const common = {
    publicKey,
    serialNumber: numbered.serialNumber,
    validity: { notBefore: numbered.notBefore, notAfter: asked.notAfter },
    issuer: { certificate, signer },
    municipality,
  }
  if (kind === 'signing') {
    const commonName = signingCommonName(numbered.notBefore, random)
    return carrier === 'card'
      ? issueCertificate({ ...common, profile: 'cardSigning', commonName, attributes })
      : issueCertificate({ ...common, profile: 'phoneSigning', commonName, attributes, locations })
  }
  const commonName = authenticationCommonName(municipality.code, random)
  return issueCertificate({
    ...common,
    profile: carrier === 'card' ? 'cardAuthentication' : 'phoneAuthentication',
    commonName,
    locations,
  })
}

/**
 * Issues one certificate and records it: a card's is good at once, a phone's only when it is registered (2-E). The generation
 * that issues now outlasts it (generations.ts).
 * @throws {AuthorityError} CLOCK_OUT_OF_RANGE
 */
export async function certify(
  unit: Unit,
  records: CertifyNeeds,
  asked: Certification,
): Promise<CertificateRecord> {
  const { person, card, credential, kind, carrier, notAfter, parent } = asked
  const authority = await records.authorities.issuing(unit, kind)
  const { generation } = authority
  const series: SeriesName = `${carrier}-${kind}`
  const index = await takeIndex(unit.trx, series, generation)
  const notBefore = wholeSecond(unit.now)
  const serialNumber = records.serials.encode(series, index)
  const status = carrier === 'card' ? 'good' : 'signed'
  const record = await insertCertificate(unit, records.sealing, {
    person,
    card,
    credential,
    kind,
    carrier,
    index,
    generation,
    municipality: asked.municipality.code,
    status,
    notBefore,
    notAfter,
    certificate: await make(records, authority, asked, { serialNumber, notBefore }),
    ...(parent && { parent }),
  })
  const { change } = record
  unit.afterCommit(() => noteSignature('certificate', record.certificate))
  unit.afterCommit(() => records.statuses.set({ series, index, status, change }))
  if (status === 'good') unit.beforeAnswer(records.statuses.heardByAll)
  return record
}
