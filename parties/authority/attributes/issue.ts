/**
 * Issues the attributes of an iPhone (1-A②, 3-D) as an ISO/IEC 18013-5 mdoc, in the transaction that makes its certificates.
 * Its contents are those of the register; the photo is the card's.
 */
import { randomUUID } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { olderFrom } from '@kazashi/lifecycle'
import { elementsOf, type PublicJwk } from '@kazashi/mdoc'
import { issueMdoc } from '@kazashi/mdoc/issue'
import { insertAttributeDocument } from '../database/attribute-documents.ts'
import { certificatesOfCredential } from '../database/certificates.ts'
import type { CredentialRecord } from '../database/credentials.ts'
import type { RegisteredResident } from '../database/resident.ts'
import type { Unit } from '../database/transaction.ts'
import type { DocumentSigners } from '../issuing/document-signers.ts'
import { AuthorityError } from '../problems.ts'

export interface AttributeIssueNeeds {
  readonly sealing: Sealing
  readonly documentSigners: DocumentSigners
  readonly random: (length: number) => Uint8Array
}

export interface NewAttributes {
  /** Its certificates are made already: the attributes may not outlive them. */
  readonly credential: CredentialRecord
  readonly resident: RegisteredResident
  /** P-256: only its holder can show the attributes. */
  readonly deviceKey: PublicJwk
  /** JP2, as the card has it. */
  readonly photo: Uint8Array
}

/** tdate has no fractions of a second. */
function wholeSecond(date: Date): Date {
  const whole = new Date(date)
  whole.setUTCMilliseconds(0)
  return whole
}

/**
 * Good till the first of the phone's certificates or of the document signer's ends; to be issued anew on the next birthday.
 * It is not valid before the registration (attributesFollow).
 * @throws {AuthorityError} CLOCK_OUT_OF_RANGE
 */
export async function issueAttributes(
  unit: Unit,
  { sealing, documentSigners, random }: AttributeIssueNeeds,
  { credential, resident, deviceKey, photo }: NewAttributes,
): Promise<void> {
  const { person } = credential
  const certificates = await certificatesOfCredential(unit.trx, sealing, credential)
  const [parent] = certificates.toSorted((a, b) => a.notAfter.getTime() - b.notAfter.getTime())
  if (!parent) throw new TypeError('attributes before the certificates')
  const documentSigner = await documentSigners.inUse(unit)
  const validFrom = wholeSecond(unit.now)
  const validUntil = new Date(
    Math.min(parent.notAfter.getTime(), documentSigner.notAfter.getTime()),
  )
  if (validFrom >= validUntil) throw new AuthorityError('CLOCK_OUT_OF_RANGE')
  const { name, address, birthDate, sex, myNumber, municipality } = resident
  const holder = { name, address, birthDate, sex, myNumber, portrait: photo }
  const expectedUpdate = olderFrom(unit.now, birthDate)
  const mdoc = await issueMdoc({
    elements: elementsOf({ ...holder, municipalityCode: municipality.code }, unit.now),
    deviceKey,
    signer: documentSigner.signer,
    documentSignerCertificate: documentSigner.certificate,
    validity: { validFrom, validUntil, ...(expectedUpdate < validUntil && { expectedUpdate }) },
    now: validFrom,
    random,
  })
  await insertAttributeDocument(unit, sealing, {
    person,
    id: randomUUID(),
    credential: credential.id,
    signer: documentSigner.number,
    notBefore: validFrom,
    notAfter: validUntil,
    parent,
    mdoc,
  })
}
