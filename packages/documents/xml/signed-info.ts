/**
 * SignedInfo (XML Signature 1.1 §4.4), read from its canonical octets: what is read is what was signed, whatever the document around it
 * makes of comments and namespaces.
 */
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { type CanonicalForm, withXml } from './document.ts'
import { limits } from './limits.ts'
import {
  canonicalizations,
  digests,
  dsig,
  envelopedSignature,
  exclusive,
  refusedAlgorithm,
  refusedTransforms,
  type SignatureMethod,
  signatures,
  type XmlHash,
  xpathTransform,
} from './names.ts'
import {
  attributeOf,
  childrenOf,
  isNamed,
  octetsOf,
  optionalAttribute,
  plainText,
} from './reading.ts'
import type { Work } from './work.ts'

export interface Reference {
  readonly uri: string
  readonly type: string | undefined
  /** This signature is left out; or every Signature element is. */
  readonly leavesOut: 'nothing' | 'this' | 'all'
  readonly form: CanonicalForm | undefined
  readonly hash: XmlHash
  readonly digest: Uint8Array
}
export interface SignedInfo {
  readonly method: SignatureMethod
  /** The URI of the method. */
  readonly algorithm: string
  readonly references: readonly Reference[]
}

/** What is refused by policy unless it is asked for. */
export interface XmlPolicy {
  /** SHA-1 as digest and in signatures. */
  readonly allowSha1?: boolean | undefined
  /** RSA of 1024 bits and more. */
  readonly allowShortRsa?: boolean | undefined
}

/** @throws {DocumentError} XML_ALGORITHM_REFUSED, XML_ALGORITHM_UNSUPPORTED */
function known<T>(table: Readonly<Record<string, T>>, uri: string): T {
  const value = Object.hasOwn(table, uri) ? table[uri] : undefined
  if (value !== undefined) return value
  if (refusedAlgorithm.test(uri))
    throw new DocumentError('XML_ALGORITHM_REFUSED', `refused by policy: ${uri}`)
  throw new DocumentError('XML_ALGORITHM_UNSUPPORTED', uri)
}

function allowed<T extends { hash: XmlHash }>(method: T, uri: string, policy: XmlPolicy): T {
  if (method.hash === 'SHA-1' && policy.allowSha1 !== true)
    throw new DocumentError('XML_ALGORITHM_REFUSED', `refused by policy: ${uri}`)
  return method
}

/** Also of the CanonicalizationMethod. @throws {DocumentError} XML_ALGORITHM_UNSUPPORTED, XML_SIGNATURE_MALFORMED */
export function readForm(method: XmlElement): CanonicalForm {
  const form = known(canonicalizations, attributeOf(method, 'Algorithm'))
  const [list, ...more] = childrenOf(method)
  if (list === undefined) return { ...form, prefixes: [] }
  const isList = isNamed(list, 'InclusiveNamespaces', exclusive) && form.mode === 'exclusive'
  if (!isList || more.length > 0)
    throw new DocumentError('XML_SIGNATURE_MALFORMED', 'parameters of a canonicalisation')
  const prefixes = attributeOf(list, 'PrefixList').split(/\s+/).filter(Boolean)
  return { ...form, prefixes: prefixes.map((one) => (one === '#default' ? '' : one)) }
}

/** `not(ancestor-or-self::dsig:Signature)`, the one expression that is understood. */
function isEnvelopedIdiom(transform: XmlElement): boolean {
  const [xpath, ...more] = childrenOf(transform)
  if (!isNamed(xpath, 'XPath') || more.length > 0) return false
  const prefix = /^\s*not\s*\(\s*ancestor-or-self::([\w.-]+):Signature\s*\)\s*$/.exec(
    plainText(xpath),
  )
  return prefix?.[1] !== undefined && xpath.namespaceForPrefix(prefix[1]) === dsig
}

function readTransforms(transforms: XmlElement): Pick<Reference, 'leavesOut' | 'form'> {
  const list = childrenOf(transforms)
  if (list.length > limits.transforms) throw new DocumentError('XML_TOO_MANY_TRANSFORMS')
  let leavesOut: Reference['leavesOut'] = 'nothing'
  let form: CanonicalForm | undefined
  for (const one of list) {
    if (!isNamed(one, 'Transform'))
      throw new DocumentError('XML_SIGNATURE_MALFORMED', `${one.name} among transforms`)
    const algorithm = attributeOf(one, 'Algorithm')
    if (form !== undefined)
      throw new DocumentError(
        'XML_TRANSFORM_REFUSED',
        'refused by policy: one after canonicalisation',
      )
    if (algorithm === envelopedSignature) leavesOut = leavesOut === 'all' ? 'all' : 'this'
    else if (algorithm === xpathTransform && isEnvelopedIdiom(one)) leavesOut = 'all'
    else if (refusedTransforms.has(algorithm))
      throw new DocumentError('XML_TRANSFORM_REFUSED', `refused by policy: ${algorithm}`)
    else form = readForm(one)
  }
  return { leavesOut, form }
}

/** One of them. @throws {DocumentError} as `readSignedInfo` */
export function readReference(element: XmlElement, policy: XmlPolicy): Reference {
  if (!isNamed(element, 'Reference'))
    throw new DocumentError('XML_SIGNATURE_MALFORMED', `${element.name} among references`)
  const children = childrenOf(element)
  const transforms = isNamed(children[0], 'Transforms') ? children.shift() : undefined
  const [method, value, ...more] = children
  if (!isNamed(method, 'DigestMethod') || !isNamed(value, 'DigestValue') || more.length > 0)
    throw new DocumentError('XML_SIGNATURE_MALFORMED', 'a Reference without a digest')
  const uri = optionalAttribute(element, 'URI')
  if (uri === undefined) throw new DocumentError('XML_REFERENCE_UNRESOLVED', 'no URI')
  const algorithm = attributeOf(method, 'Algorithm')
  const { hash } = allowed({ hash: known(digests, algorithm) }, algorithm, policy)
  return {
    uri,
    type: optionalAttribute(element, 'Type'),
    ...(transforms ? readTransforms(transforms) : { leavesOut: 'nothing', form: undefined }),
    hash,
    digest: octetsOf(value),
  }
}

/** @throws {DocumentError} XML_SIGNATURE_MALFORMED, XML_ALGORITHM_…, XML_TRANSFORM_REFUSED, XML_TOO_MANY_…, XML_REFERENCE_UNRESOLVED */
export const readSignedInfo = (octets: Uint8Array, policy: XmlPolicy, work: Work): SignedInfo =>
  withXml(octets, work, ({ document: { root } }) => {
    if (!isNamed(root, 'SignedInfo')) throw new DocumentError('XML_SIGNATURE_MALFORMED')
    const [, method, ...references] = childrenOf(root)
    if (!isNamed(method, 'SignatureMethod'))
      throw new DocumentError('XML_SIGNATURE_MALFORMED', 'no SignatureMethod')
    if (references.length === 0) throw new DocumentError('XML_SIGNATURE_MALFORMED', 'no Reference')
    if (references.length > limits.references) throw new DocumentError('XML_TOO_MANY_REFERENCES')
    const algorithm = attributeOf(method, 'Algorithm')
    if (childrenOf(method).length > 0)
      throw new DocumentError('XML_ALGORITHM_UNSUPPORTED', 'parameters of a signature')
    return {
      method: allowed(known(signatures, algorithm), algorithm, policy),
      algorithm,
      references: references.map((one) => readReference(one, policy)),
    }
  })
