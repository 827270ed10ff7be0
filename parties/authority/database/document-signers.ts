/** Who signs attributes: the IACA and its document signers, by number. Their keys are in the key store. */
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'

export type DocumentSignerRecord = Tables['record.document_signer']

const authority = 'iaca'

/** @returns whether it is ours: another process may have been first */
export async function insertIaca(
  trx: Trx,
  certificate: Uint8Array,
  created_at: Date,
): Promise<boolean> {
  const row = await trx
    .insertInto('record.document_authority')
    .values({ name: authority, certificate, created_at })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** DER. @returns undefined before the first start has made it */
export async function iacaCertificate(db: Database | Trx): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('record.document_authority')
    .select('certificate')
    .where('name', '=', authority)
    .executeTakeFirst()
  return row?.certificate
}

/** Held till the end of the transaction: new signers are made one after the other. */
export async function lockIaca(trx: Trx): Promise<void> {
  await trx
    .selectFrom('record.document_authority')
    .select('name')
    .where('name', '=', authority)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The newest whose certificate began between the two moments. */
export async function signerBegunIn(
  db: Database | Trx,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<DocumentSignerRecord | undefined> {
  return db
    .selectFrom('record.document_signer')
    .selectAll()
    .where('not_before', '>', from)
    .where('not_before', '<=', to)
    .orderBy('not_before', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function nextSignerNumber(trx: Trx): Promise<number> {
  const { highest } = await trx
    .selectFrom('record.document_signer')
    .select(({ fn }) => fn.max('number').as('highest'))
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

export async function insertSigner(
  trx: Trx,
  added: Omit<DocumentSignerRecord, 'authority'>,
): Promise<DocumentSignerRecord> {
  return trx
    .insertInto('record.document_signer')
    .values({ ...added, authority })
    .returningAll()
    .executeTakeFirstOrThrow()
}
