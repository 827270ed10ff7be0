/** Where a signature will stand: the document around it as text, so that it is written once and stays as it was written. */
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { find, withXml } from './document.ts'
import { elementOf } from './references.ts'
import type { Work } from './work.ts'

/** One element of the document: by its ID, or by its local name and namespace where there is one of that name. */
export type ParentChoice =
  | { readonly id: string }
  | { readonly name: string; readonly namespace?: string | undefined }

export interface Placed {
  /** Of the signature; nothing in the document begins so. */
  readonly id: string
  /** Markup of the root element, for an Object. */
  readonly root: string
  /** The document with the signature's markup in its place. */
  complete(signature: string): string
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** `name` and a number that makes it new in this text. */
function freeName(name: string, text: string): string {
  let number = 1
  while (text.includes(`${name}-${number}`)) number++
  return `${name}-${number}`
}

function chosen(root: XmlElement, choice: Exclude<ParentChoice, { id: string }>): XmlElement {
  const { name, namespace } = choice
  const [one, ...others] = find(root, 'descendant-or-self::*').filter(
    (each) => each.name === name && (namespace === undefined || each.namespaceUri === namespace),
  )
  if (one === undefined || others.length > 0)
    throw new DocumentError(
      'XML_INPUT_INVALID',
      `${others.length === 0 ? 'no' : 'more than one'} parent`,
    )
  return one
}

/** @throws {DocumentError} XML_MALFORMED and others of a document, XML_INPUT_INVALID, XML_REFERENCE_UNRESOLVED, XML_ID_AMBIGUOUS */
export const placeIn = (xml: Uint8Array, parent: ParentChoice | undefined, work: Work): Placed =>
  withXml(xml, work, (opened) => {
    const text = new TextDecoder().decode(xml)
    const { root } = opened.document
    const markup = root.toString({ format: false })
    const around =
      parent === undefined
        ? root
        : 'id' in parent
          ? elementOf(opened, parent.id)
          : chosen(root, parent)
    const marker = freeName('signature-stands-here', text)
    around.addElement(marker)
    const [before = '', after = ''] = opened.document
      .toString({ format: false })
      .split(`<${marker}/>`)
    return {
      id: freeName('signature', text),
      root: markup,
      complete: (signature) => `${before}${signature}${after}`,
    }
  })

/** The signature is the document. @param content what will stand in its Object */
export const placeAlone = (content: Placed | undefined): Placed => ({
  id: content?.id ?? 'signature-1',
  root: content?.root ?? '',
  complete: (signature) => `${declaration}${signature}\n`,
})
