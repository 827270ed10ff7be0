/** Documents that a phone signed beside a login: a detached signature (RFC 5652 §5) for each, all by one certificate. */
import { base64, equalBytes } from '@kazashi/octets'
import { type SignedData, verifySignedData } from '@kazashi/pki'
import { VerifyError } from './errors.ts'
import type { LoginStatement } from './login-statement.ts'

/** What the statement of a login says of one. */
export type DocumentToSign = NonNullable<LoginStatement['documents']>[number]

/** One text for two lists that are the same. */
export const documentsText = (documents: readonly DocumentToSign[] = []): string =>
  JSON.stringify(documents.map(({ title, hash }) => [title, hash]))

/**
 * Signatures only: no path, no status.
 * @param signatures CMS SignedData, DER, in the order of the documents
 * @throws {PkiError} as `verifySignedData`; {VerifyError} STATEMENT_MISMATCH: not one for each, or by several certificates
 */
export async function openSignatures(
  signatures: readonly Uint8Array[] = [],
  documents: readonly DocumentToSign[],
): Promise<SignedData> {
  if (signatures.length !== documents.length)
    throw new VerifyError(
      'STATEMENT_MISMATCH',
      `${signatures.length} signatures for ${documents.length} documents`,
    )
  let first: SignedData | undefined
  for (const [at, { hash }] of documents.entries()) {
    const digest = base64.decode(hash)
    const signed = await verifySignedData(signatures[at] ?? new Uint8Array(), { digest })
    first ??= signed
    if (!equalBytes(signed.certificate.der, first.certificate.der))
      throw new VerifyError('STATEMENT_MISMATCH', 'documents signed by several certificates')
  }
  if (first === undefined) throw new VerifyError('STATEMENT_MISMATCH', 'no document')
  return first
}
