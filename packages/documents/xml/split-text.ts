/**
 * Text that a reader of nodes would see in parts: canonical XML drops a comment, and makes text of CDATA, so either can be put into text
 * that was signed without one.
 */
import { XmlCData, XmlComment, type XmlDocument, XmlElement, XmlText } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { limits } from './limits.ts'

export interface SplitText {
  readonly element: XmlElement
  /** Split by a comment alone, which some canonical forms keep. */
  readonly byComment: boolean
}

function splitOf(element: XmlElement): SplitText[] {
  let comments = 0
  let texts = 0
  let sections = 0
  for (const child of element.find('node()')) {
    if (child instanceof XmlComment) comments++
    else if (child instanceof XmlCData && /\S/.test(child.content)) sections++
    else if (child instanceof XmlText && /\S/.test(child.content)) texts++
  }
  if (sections > 0 && sections + texts > 1) return [{ element, byComment: false }]
  return comments > 0 && sections + texts > 0 ? [{ element, byComment: true }] : []
}

/** Elements with such text. @param source of the document @throws {DocumentError} XML_WORK_LIMIT */
export function splitTexts(document: XmlDocument, source: string): SplitText[] {
  const conditions = [
    ...(source.includes('<!--') ? ['comment() and text()[normalize-space()]'] : []),
    ...(source.includes('<![CDATA[') ? ['count(text()) > 1'] : []),
  ]
  if (conditions.length === 0) return []
  const found = document.find(`//*[${conditions.map((one) => `(${one})`).join(' or ')}]`)
  if (found.length > limits.mixed)
    throw new DocumentError('XML_WORK_LIMIT', 'text with comments or sections in it')
  return found.filter((node) => node instanceof XmlElement).flatMap(splitOf)
}
