/** The mdocs of phone credentials: status beside that of the certificates, the document itself sealed and, once ended, forgotten. */

import type { Sealing } from '@kazashi/database'
import type { CertificateStatus, CredentialReason } from '@kazashi/lifecycle'
import type { CertificateRecord } from './certificates.ts'
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

export interface AttributeDocument {
  readonly person: string
  readonly id: string
  readonly credential: string
  readonly status: CertificateStatus
  readonly notAfter: Date
  /** IssuerSigned, CBOR; undefined when it has ended. */
  readonly mdoc: Uint8Array | undefined
}

interface Holder {
  readonly person: string
  /** Of the credential. */
  readonly id: string
}

const place = (id: string) => `record.attribute_document ${id}`

const toDocument = (sealing: Sealing, row: Tables['record.attribute_document']) => ({
  person: row.person,
  id: row.id,
  credential: row.credential,
  status: row.status,
  notAfter: row.not_after,
  mdoc: row.sealed === null ? undefined : sealing.open(place(row.id), row.sealed),
})

export interface NewAttributeDocument {
  readonly person: string
  readonly id: string
  readonly credential: string
  /** Number of the document signer. */
  readonly signer: number
  readonly notBefore: Date
  readonly notAfter: Date
  /** The phone's certificate that it may not outlive. */
  readonly parent: CertificateRecord
  readonly mdoc: Uint8Array
}

/** Not valid yet: it is good from the registration on. */
export async function insertAttributeDocument(
  { trx, now }: Unit,
  sealing: Sealing,
  added: NewAttributeDocument,
): Promise<void> {
  const { person, id, credential, signer, parent } = added
  await trx
    .insertInto('record.attribute_document')
    .values({
      person,
      id,
      credential,
      signer,
      status: 'signed',
      status_since: now,
      reason: null,
      not_before: added.notBefore,
      not_after: added.notAfter,
      parent_series: parent.series,
      parent_index: parent.index,
      parent_not_after: parent.notAfter,
      sealed: sealing.seal(place(id), added.mdoc),
    })
    .execute()
}

/** The last one of a credential; undefined: it never had one, as on an Android phone. */
export async function attributeDocumentOf(
  db: Database | Trx,
  sealing: Sealing,
  { person, id }: Holder,
): Promise<AttributeDocument | undefined> {
  const row = await db
    .selectFrom('record.attribute_document')
    .selectAll()
    .where('person', '=', person)
    .where('credential', '=', id)
    .orderBy('status_since', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toDocument(sealing, row)
}

export type AttributeStatus =
  | { readonly status: 'good'; readonly reason: null }
  | { readonly status: 'hold' | 'revoked'; readonly reason: CredentialReason }

/** An ended document stays ended, and its contents are erased. @returns false: there was nothing to change */
export async function writeAttributeStatus(
  { trx, now }: Unit,
  { person, id }: Holder,
  { status, reason }: AttributeStatus,
): Promise<boolean> {
  const changed = await trx
    .updateTable('record.attribute_document')
    .set({
      status,
      reason,
      status_since: now,
      ...(status === 'revoked' && { sealed: null }),
    })
    .where('person', '=', person)
    .where('credential', '=', id)
    .where('status', 'not in', [status, 'revoked'])
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
