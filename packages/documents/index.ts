/** Signed documents of any kind, verified with a certificate's path and status: `@kazashi/verify` knows whom to trust, and asks. */
export { type StamperOptions, stamperOf } from './stamper.ts'
export {
  type AcceptedSignature,
  type Coverage,
  type DocumentOptions,
  formatOf,
  type RefusedSignature,
  type VerifiedSignatures,
  verifyDocument,
} from './verify-document.ts'
