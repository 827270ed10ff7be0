/**
 * XML signatures (XML Signature 1.1) for a signer elsewhere, with signed properties of XAdES; and verifying them: what each covers, and by
 * whom. In Node and in pages.
 */
export {
  DocumentError,
  type DocumentErrorCode,
  type DocumentNext,
  documentErrors,
} from '../errors.ts'
export type { ParentChoice } from './placing.ts'
export type { Covered, Resolve } from './references.ts'
export {
  type PreparedXmlSignature,
  prepareXmlSignature,
  signXml,
  type XmlSignOptions,
} from './sign.ts'
export type { XmlPolicy } from './signed-info.ts'
export { verifyXmlSignature, type XmlSignature, type XmlVerifyOptions } from './verify.ts'
