/** What a relying party asks to have signed: titles, SHA-256 hashes, and the documents themselves where the phone is to show them. */
import { createHash } from 'node:crypto'
import {
  documentLimits,
  documentTypes,
  isPlainText,
  isSignedInfo,
  signedInfoType,
} from '@kazashi/lifecycle'
import { base64, equalBytes } from '@kazashi/octets'
import { z } from 'zod'
import { SignProblem } from './problems.ts'

const hashOctets = 32
const document = z
  .strictObject({
    title: z
      .string()
      .min(1)
      .max(documentLimits.title)
      .refine(
        (title) =>
          title.isWellFormed() &&
          !/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(title) &&
          title.trim() !== '',
      )
      .describe('shown to the person, and signed with the login'),
    hash: z
      .base64()
      .refine((text) => base64.parse(text)?.length === hashOctets)
      .describe('SHA-256 of the document, base64'),
    content: z
      .base64()
      .refine(base64.is)
      .optional()
      .describe(
        'the document, base64; without, the phone shows its title alone; of an XML signature the canonical SignedInfo',
      ),
    type: z.enum(documentTypes).optional().describe('of the content; default: application/pdf'),
  })
  .refine(({ content, type }) => content !== undefined || type === undefined, {
    path: ['type'],
  })

export const signOrder = z.strictObject({
  documents: z.array(document).min(1).max(documentLimits.most),
})

/** As it is kept, and shown on the phone. */
export const keptDocument = z.strictObject({
  title: z.string(),
  hash: z.string(),
  content: z.string().exactOptional(),
  type: z.enum(documentTypes).exactOptional(),
})
export type SignDocument = z.infer<typeof keptDocument>

/** Octets: base64 takes a third more; titles and hashes beside. */
export const longestOrder: number = Math.ceil((documentLimits.shown * 4) / 3) + 64 * 1024

/** For the verifier of the phone's answer. */
export const toSign = ({ title, hash, type, content = '' }: SignDocument) => ({
  title,
  hash,
  ...(type === signedInfoType && { signedInfo: base64.decode(content) }),
})

function isReadable(type: SignDocument['type'], bytes: Uint8Array): boolean {
  if (type === signedInfoType) return isSignedInfo(bytes)
  if (type === 'application/pdf') return Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-'
  try {
    return isPlainText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return false
  }
}

/** @throws {SignProblem} SIGN_DOCUMENTS_TOO_LARGE, SIGN_DOCUMENT_MISMATCH {document}, SIGN_DOCUMENT_UNREADABLE {document} */
export function checkDocuments({ documents }: z.infer<typeof signOrder>): SignDocument[] {
  let shown = 0
  return documents.map(({ title, hash, content, type = 'application/pdf' }, at) => {
    if (content === undefined) return { title, hash }
    const bytes = base64.decode(content)
    shown += bytes.length
    if (shown > documentLimits.shown) throw new SignProblem('SIGN_DOCUMENTS_TOO_LARGE')
    const members = { document: at }
    if (!equalBytes(createHash('sha256').update(bytes).digest(), base64.decode(hash)))
      throw new SignProblem('SIGN_DOCUMENT_MISMATCH', { members })
    if (!isReadable(type, bytes)) throw new SignProblem('SIGN_DOCUMENT_UNREADABLE', { members })
    return { title, hash, content, type }
  })
}
