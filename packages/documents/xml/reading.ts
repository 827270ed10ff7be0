/** Elements of one grammar read strictly: names with their namespace, in order, with nothing but white space between. */
import { base64 } from '@kazashi/octets'
import { XmlCData, XmlElement, type XmlNode, XmlText } from 'libxml2-wasm'
import { DocumentError, type DocumentErrorCode } from '../errors.ts'
import { dsig } from './names.ts'

export function isNamed(element: XmlElement, name: string, namespace?: string): boolean
export function isNamed(
  element: XmlElement | undefined,
  name: string,
  namespace?: string,
): element is XmlElement
export function isNamed(
  element: XmlElement | undefined,
  name: string,
  namespace: string = dsig,
): boolean {
  return element?.name === name && element.namespaceUri === namespace
}

/** By XPath: the library's nodes have a `next`, but for processing instructions, which have none, whatever its types say. */
const nodesIn = (element: XmlElement): XmlNode[] => element.find('node()')

/**
 * The element's children. Comments and processing instructions have no say.
 * @throws {DocumentError} `code`: there is text
 */
export function childrenOf(
  element: XmlElement,
  code: DocumentErrorCode = 'XML_SIGNATURE_MALFORMED',
): XmlElement[] {
  const children: XmlElement[] = []
  for (const child of nodesIn(element)) {
    if (child instanceof XmlElement) children.push(child)
    else if (
      (child instanceof XmlText || child instanceof XmlCData) &&
      /[^ \t\r\n]/.test(child.content)
    )
      throw new DocumentError(code, `text in ${element.name}`)
  }
  return children
}

/** @throws {DocumentError} `code`: anything but text, a comment too */
export function plainText(
  element: XmlElement,
  code: DocumentErrorCode = 'XML_SIGNATURE_MALFORMED',
): string {
  for (const child of nodesIn(element))
    if (!(child instanceof XmlText))
      throw new DocumentError(code, `more than text in ${element.name}`)
  return element.content
}

/** With white space (XML Schema base64Binary). @throws {DocumentError} `code` */
export function octetsOf(
  element: XmlElement,
  code: DocumentErrorCode = 'XML_SIGNATURE_MALFORMED',
): Uint8Array {
  const octets = base64.parse(plainText(element, code).replaceAll(/[ \t\r\n]/g, ''))
  if (octets === undefined || octets.length === 0)
    throw new DocumentError(code, `no base64 in ${element.name}`)
  return octets
}

/** Of no namespace. @throws {DocumentError} XML_SIGNATURE_MALFORMED: there is none */
export function attributeOf(element: XmlElement, name: string): string {
  const value = optionalAttribute(element, name)
  if (value === undefined)
    throw new DocumentError('XML_SIGNATURE_MALFORMED', `${element.name} without ${name}`)
  return value
}

export const optionalAttribute = (element: XmlElement, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name && one.namespaceUri === '')?.value
