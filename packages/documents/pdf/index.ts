/** PDF signatures (ISO 32000-2 §12.8, ETSI EN 319 142-1) for a signer elsewhere, and verifying them. In Node and in pages. */
export { DocumentError, type DocumentErrorCode, documentErrors } from '../errors.ts'
export type { PdfSeal, SealFont } from './seal.ts'
export { type PdfSignOptions, type PreparedPdf, preparePdfSignature, signPdf } from './sign.ts'
export { type PdfSignature, type PdfVerdict, verifyPdf } from './verify.ts'
export type { PdfChanges, PdfDifference } from './world.ts'
