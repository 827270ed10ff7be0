/** Documents that a phone signed beside a login: a detached signature (RFC 5652 §5) for each, all by one certificate; of XML a bare one. */
import { base64, equalBytes } from '@kazashi/octets'
import { type SignedData, verifyBareSignedData, verifySignedData } from '@kazashi/pki'
import { VerifyError } from './errors.ts'
import type { LoginStatement } from './login-statement.ts'

/** What the statement of a login says of one. */
export type DocumentToSign = NonNullable<LoginStatement['documents']>[number] & {
  /** It is the canonical `SignedInfo` of an XML signature: these octets are signed as they stand. */
  readonly signedInfo?: Uint8Array
}

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
): Promise<Pick<SignedData, 'certificate' | 'certificates'>> {
  if (signatures.length !== documents.length)
    throw new VerifyError(
      'STATEMENT_MISMATCH',
      `${signatures.length} signatures for ${documents.length} documents`,
    )
  let first: Pick<SignedData, 'certificate' | 'certificates'> | undefined
  for (const [at, { hash, signedInfo }] of documents.entries()) {
    const bytes = signatures[at] ?? new Uint8Array()
    const signed = signedInfo
      ? await verifyBareSignedData(bytes, signedInfo)
      : await verifySignedData(bytes, { digest: base64.decode(hash) })
    first ??= signed
    if (!equalBytes(signed.certificate.der, first.certificate.der))
      throw new VerifyError('STATEMENT_MISMATCH', 'documents signed by several certificates')
  }
  if (first === undefined) throw new VerifyError('STATEMENT_MISMATCH', 'no document')
  return first
}
