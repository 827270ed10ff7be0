/**
 * Verifies the XML signatures of a document (XML Signature 1.1 §3.2): digests, values, and what each covers. Cryptography alone: no path,
 * no time, no status of the certificate.
 */
import { equalBytes } from '@kazashi/octets'
import type { Certificate } from '@kazashi/pki'
import { DocumentError } from '../errors.ts'
import { canonical, type OpenXml, withXml } from './document.ts'
import { hashes } from './hashes.ts'
import { type KeyInfo, readKeyInfo } from './key-info.ts'
import type { SignatureMethod } from './names.ts'
import { namesCertificate, readProperties, type SignedProperties } from './properties.ts'
import { childrenOf, isNamed, octetsOf } from './reading.ts'
import { type Covered, coveredBy, type Resolve } from './references.ts'
import { type SignatureParts, signaturesOf } from './signature-element.ts'
import { isSignedBy } from './signature-value.ts'
import { readForm, readSignedInfo, type XmlPolicy } from './signed-info.ts'
import { Work } from './work.ts'

export interface XmlVerifyOptions extends XmlPolicy {
  /** Octets of a reference to elsewhere; nothing is fetched. */
  readonly resolve?: Resolve | undefined
  /** SubjectPublicKeyInfo, DER: the key that has to have signed. */
  readonly key?: Uint8Array | undefined
  /** Refuses a signature that does not cover the document's root element. */
  readonly mustCover?: 'whole-document' | undefined
}

export interface XmlSignature {
  /** undefined: a key that no enclosed certificate is of. It proves who signed to nobody who does not know the key. */
  readonly certificate: Certificate | undefined
  /** All that are enclosed, also the signing one. */
  readonly certificates: readonly Certificate[]
  /** SubjectPublicKeyInfo, DER, of the key that signed. */
  readonly publicKey: Uint8Array
  /** URI of the SignatureMethod. */
  readonly algorithm: string
  /** One for each Reference, in order. Whatever is not here is not signed. */
  readonly covers: readonly Covered[]
  /** As the signer says; undefined where no signed property says it. */
  readonly signingTime: Date | undefined
}

interface ReadSignature {
  readonly signedInfo: Uint8Array
  readonly method: SignatureMethod
  readonly algorithm: string
  readonly value: Uint8Array
  readonly covers: readonly Covered[]
  readonly properties: SignedProperties
  readonly keyInfo: KeyInfo
}

/** SignedInfo in canonical form. @throws {DocumentError} XML_SIGNATURE_MALFORMED, XML_TEXT_SPLIT, XML_ALGORITHM_UNSUPPORTED */
export function signedOctets(opened: OpenXml, { signedInfo }: SignatureParts): Uint8Array {
  const [method] = childrenOf(signedInfo)
  if (!isNamed(method, 'CanonicalizationMethod'))
    throw new DocumentError('XML_SIGNATURE_MALFORMED', 'no CanonicalizationMethod')
  // A comment in a DigestValue has fooled others.
  if (signedInfo.find('descendant::comment() | descendant::processing-instruction()').length > 0)
    throw new DocumentError('XML_TEXT_SPLIT', 'a comment in SignedInfo')
  return canonical(opened, readForm(method), signedInfo)
}

function readSignature(
  opened: OpenXml,
  parts: SignatureParts,
  options: XmlVerifyOptions,
): ReadSignature {
  const signedInfo = signedOctets(opened, parts)
  const { method, algorithm, references } = readSignedInfo(signedInfo, options, opened.work)
  const value = octetsOf(parts.value)
  const covers = references.map((reference) => {
    const covered = coveredBy(opened, parts, reference, options.resolve)
    if (!equalBytes(hashes[reference.hash](covered.octets), reference.digest))
      throw new DocumentError('XML_DIGEST_MISMATCH', `the reference to "${reference.uri}"`)
    return covered
  })
  if (covers.every(({ kind }) => kind === 'signature-part'))
    throw new DocumentError('XML_NOT_COVERED', 'the signature covers nothing but itself')
  const root = `/${opened.document.root.name}[1]`
  const isWhole = (one: Covered) =>
    one.kind === 'whole-document' || (one.kind === 'element' && one.place === root)
  if (options.mustCover === 'whole-document' && !covers.some(isWhole))
    throw new DocumentError('XML_NOT_COVERED', 'a signature covers a part of the document only')
  const properties = readProperties(parts, covers, options)
  const keyInfo = readKeyInfo(opened, parts.keyInfo)
  return { signedInfo, method, algorithm, value, covers, properties, keyInfo }
}

/** @throws {DocumentError} XML_KEY_MISSING, XML_KEY_MISMATCH, XML_CERTIFICATE_MISMATCH */
function candidatesOf({ keyInfo, properties }: ReadSignature, key: Uint8Array | undefined) {
  const given = key === undefined ? keyInfo.keys : [key, ...keyInfo.keys]
  const [first, ...others] = given
  if (first && others.some((one) => !equalBytes(one, first)))
    throw new DocumentError('XML_KEY_MISMATCH', 'two keys')
  const { certificates } = keyInfo
  const ofKey = certificates.filter(({ spki }) => first === undefined || equalBytes(spki, first))
  if (certificates.length > 0 && ofKey.length === 0)
    throw new DocumentError('XML_KEY_MISMATCH', 'the certificate is of another key')
  const named = ofKey.filter((one) => namesCertificate(properties, one))
  if (ofKey.length > 0 && named.length === 0)
    throw new DocumentError('XML_CERTIFICATE_MISMATCH', 'the signed properties name another')
  if (named.length > 0) return named.map((certificate) => ({ certificate, spki: certificate.spki }))
  if (first === undefined) throw new DocumentError('XML_KEY_MISSING')
  return [{ certificate: undefined, spki: first }]
}

async function verify(read: ReadSignature, options: XmlVerifyOptions): Promise<XmlSignature> {
  const { signedInfo, method, algorithm, value, covers, properties, keyInfo } = read
  for (const { certificate, spki } of candidatesOf(read, options.key)) {
    if (!(await isSignedBy(spki, method, signedInfo, value, options))) continue
    const { certificates } = keyInfo
    const { signingTime } = properties
    return { certificate, certificates, publicKey: spki, algorithm, covers, signingTime }
  }
  throw new DocumentError('XML_SIGNATURE_INVALID')
}

/**
 * Every Signature of the document, in its order; where one is refused, all are. What is signed is `covers`, with its octets: nothing is to be
 * looked up in the document again. A Manifest is covered as an element, and what it names is not looked at.
 * @throws {DocumentError} XML_…
 */
export async function verifyXmlSignature(
  xml: Uint8Array,
  options: XmlVerifyOptions = {},
): Promise<readonly XmlSignature[]> {
  const read = withXml(xml, new Work(), (opened) =>
    signaturesOf(opened).map((parts) => readSignature(opened, parts, options)),
  )
  const verified: XmlSignature[] = []
  for (const one of read) verified.push(await verify(one, options))
  return verified
}
