/** Signed documents of any kind, verified with a certificate's path and status: `@kazashi/verify` knows whom to trust, and asks. */

export { type Coverage, type DocumentOptions, formatOf } from './findings.ts'
export { type StamperOptions, stamperOf } from './stamper.ts'
export {
  type AcceptedSignature,
  type RefusedSignature,
  type VerifiedSignatures,
  verifyDocument,
} from './verify-document.ts'
