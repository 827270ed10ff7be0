/**
 * The wallet credential (ISO/IEC 18013-5, ISO/IEC 23220): the data of a My Number Card in a wallet, reading it, verifying its issuer.
 * Runs in Node and in pages. Issuing is apart: `@kazashi/mdoc/issue`.
 */
export {
  type CborMap,
  type CborValue,
  DateTime,
  EncodedCbor,
  FullDate,
} from './cbor.ts'
export { longestMdoc } from './cbor-reader.ts'
export type { Sign1 } from './cose.ts'
export { deviceElements, verifyDevice } from './device.ts'
export type { DigestAlgorithm } from './digest-algorithm.ts'
export { MdocError, type MdocErrorCode, type MdocNext, mdocErrors } from './errors.ts'
export type { PublicJwk } from './jwk.ts'
export {
  type IssuerSignedItem,
  type Mdoc,
  type MobileSecurityObject,
  type PresentedDocument,
  parseDeviceResponse,
  parseMdoc,
} from './mdoc.ts'
export {
  agesTold,
  elementsOf,
  type MdocHolder,
  type MyNumberCardElements,
  myNumberCardDocType,
  myNumberCardElements,
  namespaces,
} from './my-number-card.ts'
export { type ElementChoice, presentMdoc } from './present.ts'
export {
  annexCTranscript,
  digitalCredentialsTranscript,
  openId4VpTranscript,
  proximityTranscript,
  type SessionTranscript,
} from './transcript.ts'
export { type Elements, elementsIn, type VerifiedMdoc, verifyMdoc } from './verify.ts'
