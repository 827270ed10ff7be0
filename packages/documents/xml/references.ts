/**
 * What a Reference covers (XML Signature 1.1 §4.4.3): its octets, and where they come from. Nobody has to look an element up again by its
 * ID, which is how a signature is wrapped around something else.
 */
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import {
  type CanonicalForm,
  canonical,
  find,
  isWithin,
  type OpenXml,
  placeOf,
  positionOf,
  withXml,
} from './document.ts'
import { isNamed } from './reading.ts'
import { type SignatureParts, signatureElements } from './signature-element.ts'
import type { Reference } from './signed-info.ts'

/** `octets` are those that the digest is of: the canonical form of what is named, or external octets as they came. */
export type Covered =
  | { readonly kind: 'whole-document'; readonly octets: Uint8Array }
  | (CoveredElement & {
      /** An element of the document; in an Object of the signature; another part of the signature, such as its signed properties. */
      readonly kind: 'element' | 'object' | 'signature-part'
    })
  | { readonly kind: 'external'; readonly uri: string; readonly octets: Uint8Array }

interface CoveredElement {
  readonly id: string
  /** `/Envelope[1]/Data[2]`: local names, counted among siblings of that name. */
  readonly place: string
  readonly name: string
  readonly namespace: string
  readonly octets: Uint8Array
}

/** Octets of external references. */
export type Resolve = (uri: string) => Uint8Array | undefined

const standard: CanonicalForm = { mode: '1.0', withComments: false, prefixes: [] }

/** `#x`, `#xpointer(id('x'))` and `#xpointer(/)`; only the last two keep comments (§4.4.3.3). */
function readFragment(uri: string): { id: string | undefined; keepsComments: boolean } | undefined {
  if (uri === '') return { id: undefined, keepsComments: false }
  if (!uri.startsWith('#')) return undefined
  if (uri === '#xpointer(/)') return { id: undefined, keepsComments: true }
  const pointed = /^#xpointer\(id\((['"])([^'"()]+)\1\)\)$/.exec(uri)?.[2]
  if (pointed !== undefined) return { id: pointed, keepsComments: true }
  if (!/^#[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(uri))
    throw new DocumentError('XML_REFERENCE_UNRESOLVED', `no ID in ${uri}`)
  return { id: uri.slice(1), keepsComments: false }
}

/**
 * The one element of the document that has the ID.
 * @throws {DocumentError} XML_REFERENCE_UNRESOLVED, XML_ID_AMBIGUOUS: nobody knows which is meant
 */
export function elementOf(opened: OpenXml, id: string): XmlElement {
  const [element, ...others] = opened.ids().get(id) ?? []
  if (element === undefined) throw new DocumentError('XML_REFERENCE_UNRESOLVED', 'no such ID')
  if (others.length > 0) throw new DocumentError('XML_ID_AMBIGUOUS', `${others.length + 1} of them`)
  return element
}

/** @throws {DocumentError} XML_TEXT_SPLIT */
function refuseSplitText(opened: OpenXml, element: XmlElement, dropsComments: boolean): void {
  const split = opened
    .splitTexts()
    .find((one) => (dropsComments || !one.byComment) && isWithin(one.element, element))
  if (split) throw new DocumentError('XML_TEXT_SPLIT', `line ${split.element.line}`)
}

function isInSignature(element: XmlElement): boolean {
  for (let one: XmlElement | null = element; one !== null; one = one.parent)
    if (isNamed(one, 'Signature')) return true
  return false
}

/** The canonical form on a copy, in which the signatures that are left out are gone. */
function canonicalWithout(
  opened: OpenXml,
  form: CanonicalForm,
  left: number | 'all',
  position: number | undefined,
): Uint8Array {
  return opened.withCopy((document) => {
    // Both are taken before anything goes, as positions are counted.
    const element = position === undefined ? undefined : find(document, `(//*)[${position + 1}]`)[0]
    const all = find(document, signatureElements)
    const removed = left === 'all' ? all : all.slice(left, left + 1)
    // One inside another goes with it.
    const isInner = (one: XmlElement) =>
      removed.some((other) => other !== one && isWithin(one, other))
    for (const one of removed.filter((each) => !isInner(each))) one.remove()
    return canonical({ ...opened, document }, form, element)
  })
}

function coveredDocument(
  opened: OpenXml,
  signature: SignatureParts,
  reference: Pick<Reference, 'leavesOut'>,
  form: CanonicalForm,
): Covered {
  const { root } = opened.document
  if (reference.leavesOut !== 'nothing' && isInSignature(root))
    throw new DocumentError('XML_REFERENCE_MISPLACED', 'the whole document is a signature')
  refuseSplitText(opened, root, !form.withComments)
  const octets =
    reference.leavesOut === 'nothing'
      ? canonical(opened, form)
      : canonicalWithout(
          opened,
          form,
          reference.leavesOut === 'all' ? 'all' : signature.index,
          undefined,
        )
  return { kind: 'whole-document', octets }
}

function coveredElement(
  opened: OpenXml,
  signature: SignatureParts,
  reference: Pick<Reference, 'leavesOut'>,
  form: CanonicalForm,
  id: string,
): Covered {
  const element = elementOf(opened, id)
  const { leavesOut } = reference
  const isAround = isWithin(signature.element, element) && !isNamed(element, 'Signature')
  if (leavesOut !== 'nothing' && (!isAround || (leavesOut === 'all' && isInSignature(element))))
    throw new DocumentError('XML_REFERENCE_MISPLACED', 'the signature is not in what it covers')
  refuseSplitText(opened, element, !form.withComments)
  const octets =
    leavesOut === 'nothing'
      ? canonical(opened, form, element)
      : canonicalWithout(
          opened,
          form,
          leavesOut === 'all' ? 'all' : signature.index,
          positionOf(element),
        )
  const kind = !isWithin(element, signature.element)
    ? 'element'
    : isProperties(element) || !signature.objects.some((one) => isWithin(element, one))
      ? 'signature-part'
      : 'object'
  const { name, namespaceUri: namespace } = element
  return { kind, id, place: placeOf(element), name, namespace, octets }
}

/** What XAdES says of the signature itself. */
const isProperties = ({ name, namespaceUri }: XmlElement): boolean =>
  namespaceUri.startsWith('http://uri.etsi.org/01903/') && /Properties$/.test(name)

/** @throws {DocumentError} XML_REFERENCE_…, XML_EXTERNAL_UNRESOLVED, XML_ID_AMBIGUOUS, XML_TEXT_SPLIT, XML_TRANSFORM_REFUSED, XML_WORK_LIMIT */
export function coveredBy(
  opened: OpenXml,
  signature: SignatureParts,
  reference: Pick<Reference, 'uri' | 'leavesOut' | 'form'>,
  resolve: Resolve | undefined,
): Covered {
  const { uri, leavesOut, form } = reference
  const fragment = readFragment(uri)
  if (fragment === undefined) {
    if (leavesOut !== 'nothing')
      throw new DocumentError('XML_REFERENCE_MISPLACED', 'the signature is not in what it covers')
    const octets = resolve?.(uri)
    if (octets === undefined) throw new DocumentError('XML_EXTERNAL_UNRESOLVED')
    const read = (outer: OpenXml) => {
      refuseSplitText(outer, outer.document.root, form?.withComments !== true)
      return canonical(outer, form ?? standard)
    }
    return { kind: 'external', uri, octets: form ? withXml(octets, opened.work, read) : octets }
  }
  const { id, keepsComments } = fragment
  const { withComments, ...rest } = form ?? standard
  const effective = { ...rest, withComments: withComments && keepsComments }
  return id === undefined
    ? coveredDocument(opened, signature, reference, effective)
    : coveredElement(opened, signature, reference, effective, id)
}
