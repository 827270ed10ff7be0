/**
 * Certificates and CRLs (RFC 5280), OCSP (RFC 6960), CMS SignedData (RFC 5652), PKCS #10 (RFC 2986), serial numbers,
 * status table, keys. Runs in Node and in pages; keys in files: `@kazashi/pki/file-key-store`.
 */
export { sha1, sha256, sha384 } from './algorithms.ts'
export { type CertificateAttributes, readAttributes } from './attributes.ts'
export { createBareSignedData, signatureValueOf, verifyBareSignedData } from './bare-signed-data.ts'
export { firstOfPadded } from './ber.ts'
export {
  type Certificate,
  type CertificateInput,
  encodeCertificate,
  parseCertificate,
} from './certificate.ts'
export {
  type CertificationRequest,
  createCertificationRequest,
  verifyCertificationRequest,
} from './certification-request.ts'
export { type CmsMessage, type CmsSignerInfo, readCms } from './cms-read.ts'
export { type CmsSigner, type VerifiedCms, verifyCms } from './cms-verify.ts'
export {
  type Crl,
  type CrlDistributionPoint,
  type CrlEntry,
  createCrl,
  parseCrl,
  verifyCrl,
} from './crl.ts'
export { PkiError, type PkiErrorCode, type PkiNext, pkiErrors } from './errors.ts'
export type { Extension, KeyUsage } from './extensions.ts'
export {
  type IssueRequest,
  issueCertificate,
  type MdocLocations,
  type PhoneLocations,
} from './issue.ts'
export { type KeyStore, memoryKeyStore } from './key-store.ts'
export {
  type CheckedCertificate,
  checkCertificate,
  type LintContext,
  lint,
  signChecked,
} from './lint.ts'
export {
  type AttributeType,
  attributeOf,
  type DistinguishedName,
  type Name,
  sameName,
} from './name.ts'
export {
  type CertId,
  type CertIdHash,
  certIdMatches,
  createCertId,
  createOcspRequest,
  decodeOcspGetPath,
  type OcspRequest,
  ocspGetUrl,
  parseOcspRequest,
} from './ocsp-request.ts'
export {
  answerOcspRequest,
  createOcspResponse,
  type OcspCertStatus,
  type OcspError,
  type OcspSingle,
  ocspError,
} from './ocsp-response.ts'
export {
  type OcspResponse,
  type OcspStatus,
  parseOcspResponse,
  verifyOcspAnswer,
  verifyOcspResponse,
} from './ocsp-verify.ts'
export { type Path, type PathPurpose, validatePath } from './path.ts'
export { type CertificateStatus, type OcspAnswer, pathStatus } from './path-status.ts'
export { fromPem, toPem } from './pem.ts'
export { profiles } from './profiles/index.ts'
export {
  authenticationCommonName,
  crlDistributionPointName,
  type MunicipalityName,
  sandboxOrganization,
  signingCommonName,
} from './profiles/names.ts'
export type {
  DistributionPointForm,
  ExtensionRule,
  Profile,
  ProfileName,
} from './profiles/profile.ts'
export type { RevocationReason } from './revocation.ts'
export { cardSerial, cardSerialCapacity, phoneSerial, type SerialCodec } from './serial.ts'
export {
  decodeEcdsa,
  encodeEcdsa,
  generateKeyPair,
  softwareSigner,
  verifySignature,
} from './signature.ts'
export type { ForeignAlgorithm, Legacy } from './signature-algorithms.ts'
export {
  createSignedData,
  type SignedData,
  verifySignedData,
} from './signed-data.ts'
export type { SignatureAlgorithm, Signer } from './signer.ts'
export { type CertificateState, StatusTable } from './status-table.ts'
export {
  createTimeStampRequest,
  imprintOf,
  type MessageImprint,
  parseTimeStampQuery,
  readTimeStampResponse,
  type TimeStamp,
  type TimeStampQuery,
  verifyTimeStamp,
} from './time-stamp.ts'
export {
  addSignatureTimeStamp,
  answerTimeStampQuery,
  type TimeStampAuthority,
} from './time-stamp-authority.ts'
