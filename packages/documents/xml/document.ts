/**
 * An XML document as it comes from outside, opened by libxml2 (XML 1.0, Namespaces 1.0): UTF-8, no DOCTYPE, and so no entities; nothing
 * is loaded. What libxml2 holds is given back when the work on it is done.
 */
import { concat } from '@kazashi/octets'
import {
  ParseOption,
  XmlC14NMode,
  XmlDocument,
  XmlElement,
  XmlError,
  XmlParseError,
} from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { limits } from './limits.ts'
import type { Canonicalization } from './names.ts'
import { type SplitText, splitTexts } from './split-text.ts'
import type { Work } from './work.ts'

export interface OpenXml {
  readonly bytes: Uint8Array
  readonly document: XmlDocument
  readonly work: Work
  /** Of one canonicalisation. */
  readonly cost: number
  /** Elements by `Id`, `ID`, `id` of any namespace (`xml:id`, `wsu:Id`): one entry for each such attribute. Read once. */
  ids(): ReadonlyMap<string, readonly XmlElement[]>
  /** Read once. */
  splitTexts(): readonly SplitText[]
  /** Runs with a copy, which may be changed. @throws {DocumentError} XML_WORK_LIMIT */
  withCopy<T>(use: (copy: XmlDocument) => T): T
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function idsOf(document: XmlDocument): ReadonlyMap<string, readonly XmlElement[]> {
  const ids = new Map<string, XmlElement[]>()
  for (const element of find(document, '//*[@*[translate(local-name(), "ID", "id") = "id"]]'))
    for (const { name, value } of element.attrs) {
      if (!/^id$/i.test(name)) continue
      const others = ids.get(value)
      if (others) others.push(element)
      else ids.set(value, [element])
    }
  return ids
}

const option =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_SKIP_IDS |
  ParseOption.XML_PARSE_NOWARNING

/** Declaration, comments, processing instructions and white space, then a DOCTYPE; each part ends where it first can. */
function hasDoctype(text: string): boolean {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    if (close === undefined) return /^<!doctype/i.test(text.slice(at, at + 9))
    const end = text.indexOf(close, at + close.length)
    if (end < 0) return false
    at = end + close.length
  }
}

/** Tags, and the square of the prefixes: libxml2 compares all that are in scope, for each element. */
function costOf(text: string): number {
  let tags = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags++
  const prefixes = new Set<string>()
  for (const [, prefix = ''] of text.matchAll(/xmlns(:[^\s=]*)?\s*=/g)) prefixes.add(prefix)
  return text.length + tags * prefixes.size ** 2
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { option })
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const [{ message = '', line = 0 } = {}] = error.details
    if (/depth/i.test(message)) throw new DocumentError('XML_TOO_DEEP', `line ${line}`)
    throw new DocumentError('XML_MALFORMED', `${message.trim()}, line ${line}`)
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > limits.octets) throw new DocumentError('XML_TOO_LARGE')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DocumentError('XML_ENCODING_REFUSED', 'only UTF-8 is read')
  }
}

/**
 * Opens a document for as long as `use` runs.
 * @throws {DocumentError} XML_MALFORMED, XML_ENCODING_REFUSED, XML_DOCTYPE_REFUSED, XML_TOO_LARGE, XML_TOO_DEEP, XML_WORK_LIMIT
 */
export function withXml<T>(bytes: Uint8Array, work: Work, use: (opened: OpenXml) => T): T {
  const text = textOf(bytes)
  if (hasDoctype(text)) throw new DocumentError('XML_DOCTYPE_REFUSED')
  const cost = costOf(text)
  work.spend(text.length)
  const document = parse(bytes)
  try {
    const { encoding, version, dtd } = document
    if (dtd !== null) throw new DocumentError('XML_DOCTYPE_REFUSED')
    if (version !== '1.0') throw new DocumentError('XML_MALFORMED', `XML ${version}`)
    if (encoding !== null && !/^utf-8$/i.test(encoding))
      throw new DocumentError('XML_ENCODING_REFUSED', encoding)
    if (document.find(`//*[@*[${limits.attributes + 1}]]`).length > 0)
      throw new DocumentError('XML_WORK_LIMIT', `more than ${limits.attributes} attributes`)
    return use({
      bytes,
      document,
      work,
      cost,
      ids: once(() => idsOf(document)),
      splitTexts: once(() => splitTexts(document, text)),
      withCopy(change) {
        work.spend(text.length)
        const copy = parse(bytes)
        try {
          return change(copy)
        } finally {
          copy.dispose()
        }
      },
    })
  } finally {
    document.dispose()
  }
}

const modes = {
  '1.0': XmlC14NMode.XML_C14N_1_0,
  '1.1': XmlC14NMode.XML_C14N_1_1,
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
} as const

export interface CanonicalForm extends Canonicalization {
  /** InclusiveNamespaces of the exclusive form. */
  readonly prefixes: readonly string[]
}

/**
 * @param element with all below it; the whole document without
 * @throws {DocumentError} XML_CANONICALIZATION_FAILED, XML_WORK_LIMIT
 */
export function canonical(
  { document, work, cost }: Pick<OpenXml, 'document' | 'work' | 'cost'>,
  form: CanonicalForm,
  element?: XmlElement,
): Uint8Array {
  work.spend(cost)
  const parts: Uint8Array[] = []
  const handler = {
    write(part: Uint8Array): number {
      parts.push(part.slice())
      return part.length
    },
    close: () => true,
  }
  try {
    document.canonicalize(handler, {
      mode: modes[form.mode],
      withComments: form.withComments,
      ...(form.mode === 'exclusive' && { inclusiveNamespacePrefixes: [...form.prefixes] }),
      ...(element && { nodeSet: new Set([element]) }),
    })
  } catch (error) {
    if (error instanceof XmlError)
      throw new DocumentError('XML_CANONICALIZATION_FAILED', { cause: error })
    throw error
  }
  return concat(parts)
}

/** Elements that an XPath of ours selects. */
export const find = (from: XmlDocument | XmlElement, xpath: string): XmlElement[] =>
  from.find(xpath).filter((node) => node instanceof XmlElement)

/** 0 is the root, in the order of the document. */
export const positionOf = (element: XmlElement): number =>
  Number(element.eval('count(ancestor::*) + count(preceding::*)'))

/** `/Envelope[1]/Data[2]`: local names, counted among siblings of one local name. */
export function placeOf(element: XmlElement): string {
  const steps: string[] = []
  for (let one: XmlElement | null = element; one !== null; one = one.parent) {
    const before = one.eval(`count(preceding-sibling::*[local-name() = "${one.name}"])`)
    steps.unshift(`/${one.name}[${Number(before) + 1}]`)
  }
  return steps.join('')
}

export function isWithin(element: XmlElement, outer: XmlElement): boolean {
  for (let one: XmlElement | null = element; one !== null; one = one.parent)
    if (one.isSameNode(outer)) return true
  return false
}
