/** The parts of a Signature element (XML Signature 1.1 §4.2), by its grammar alone: nothing can hide between them. */
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { find, type OpenXml } from './document.ts'
import { limits } from './limits.ts'
import { dsig } from './names.ts'
import { childrenOf, isNamed } from './reading.ts'

export interface SignatureParts {
  readonly element: XmlElement
  /** Among all of the document. */
  readonly index: number
  readonly signedInfo: XmlElement
  readonly value: XmlElement
  readonly keyInfo: XmlElement | undefined
  readonly objects: readonly XmlElement[]
}

export const signatureElements = `//*[local-name() = "Signature" and namespace-uri() = "${dsig}"]`

function partsOf(element: XmlElement, index: number): SignatureParts {
  const [signedInfo, value, ...rest] = childrenOf(element)
  const keyInfo = isNamed(rest[0], 'KeyInfo') ? rest.shift() : undefined
  if (!isNamed(signedInfo, 'SignedInfo') || !isNamed(value, 'SignatureValue'))
    throw new DocumentError('XML_SIGNATURE_MALFORMED', 'no SignedInfo with its SignatureValue')
  const other = rest.find((one) => !isNamed(one, 'Object'))
  if (other) throw new DocumentError('XML_SIGNATURE_MALFORMED', `${other.name} in a Signature`)
  return { element, index, signedInfo, value, keyInfo, objects: rest }
}

/** All of a document. @throws {DocumentError} XML_SIGNATURE_MISSING, XML_TOO_MANY_SIGNATURES, XML_SIGNATURE_MALFORMED */
export function signaturesOf({ document }: OpenXml): SignatureParts[] {
  const elements = find(document, signatureElements)
  if (elements.length === 0) throw new DocumentError('XML_SIGNATURE_MISSING')
  if (elements.length > limits.signatures) throw new DocumentError('XML_TOO_MANY_SIGNATURES')
  return elements.map(partsOf)
}
