/** The signers of attributes: the IACAs by generation, and their document signers by number. Their keys are in the key store. */
import type { Database, Trx } from './connection.ts'
import type { Tables } from './tables.ts'
import type { Unit } from './transaction.ts'

export interface DocumentSignerRecord {
  readonly number: number
  /** Of its IACA. */
  readonly generation: number
  /** DER */
  readonly certificate: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
}
export type IacaRecord = Pick<Tables['record.document_authority'], 'generation' | 'certificate'>

const authority = 'iaca'
const columns = [
  'number',
  'generation',
  'certificate',
  'not_before as notBefore',
  'not_after as notAfter',
] as const

export async function insertIaca(
  trx: Trx,
  { generation, certificate }: IacaRecord,
  created_at: Date,
): Promise<void> {
  await trx
    .insertInto('record.document_authority')
    .values({ name: authority, generation, certificate, created_at })
    .execute()
}

/** Oldest generation first; none before the first start has made it. */
export const iacasOnRecord = (db: Database | Trx): Promise<IacaRecord[]> =>
  db
    .selectFrom('record.document_authority')
    .select(['generation', 'certificate'])
    .orderBy('generation')
    .execute()

/** Locked till the end of the transaction: new signers are made one after the other. */
export async function lockIaca(trx: Trx, generation: number): Promise<void> {
  await trx
    .selectFrom('record.document_authority')
    .select('name')
    .where('name', '=', authority)
    .where('generation', '=', generation)
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
    .select(columns)
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
  { trx, now }: Unit,
  { notBefore, notAfter, ...added }: DocumentSignerRecord,
): Promise<DocumentSignerRecord> {
  return trx
    .insertInto('record.document_signer')
    .values({
      ...added,
      authority,
      not_before: notBefore,
      not_after: notAfter,
      created_at: now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}
