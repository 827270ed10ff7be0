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
  longestMdoc,
} from './cbor.ts'
export type { PublicJwk, Sign1 } from './cose.ts'
export { MdocError, type MdocErrorCode, type MdocNext, mdocErrors } from './errors.ts'
export {
  type DigestAlgorithm,
  type IssuerSignedItem,
  type Mdoc,
  type MobileSecurityObject,
  parseDeviceResponse,
  parseMdoc,
} from './mdoc.ts'
export {
  elementsOf,
  type MdocHolder,
  type MyNumberCardElements,
  myNumberCardDocType,
  myNumberCardElements,
  namespaces,
} from './my-number-card.ts'
export { type Elements, type VerifiedMdoc, verifyMdoc } from './verify.ts'
