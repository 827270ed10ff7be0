/** The package for a relying party: verify a login and a signed document. Runs in Node and in pages; clock and fetch are given. */
export type { DocumentToSign } from './documents.ts'
export {
  type DocumentRefusal,
  VerifyError,
  type VerifyErrorCode,
  type VerifyNext,
  verifyErrors,
} from './errors.ts'
export {
  createLoginStatement,
  type LoginStatement,
  parseLoginStatement,
} from './login-statement.ts'
export type { StatusPolicy } from './status.ts'
export { parseTrust, type TrustAnchor } from './trust.ts'
export {
  createVerifier,
  type ExpectedLogin,
  type VerifiedCertificate,
  type VerifiedDocument,
  type VerifiedLogin,
  type Verifier,
  type VerifierOptions,
} from './verifier.ts'
