/**
 * The canonical `SignedInfo` of an XML signature (XML Signature 1.1 §4.4, Canonical XML 1.0), to be signed as its octets stand: its grammar alone,
 * without room for words. So nobody is made to sign a sentence, or another structure, under its name.
 */

/** The media type is ours. */
export const signedInfoType = 'application/signed-info+xml'

/** Octets; hundreds of references have room. */
const longest = 65_536
const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

interface Element {
  /** With its prefix, as the end has it. */
  readonly tag: string
  readonly name: string
  readonly namespace: string | undefined
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

type Namespaces = ReadonlyMap<string, string>

const start = /<((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)((?: [\w.:-]+="[^"<]*")*)>/y
const end = /<\/([\w.:-]+)>/y
const text = /[^<>]+/y
const attribute = / ([\w.:-]+)="([^"<]*)"/g
/** What canonical XML leaves of references to characters. */
const plainValue = /^(?:[^&\p{C}]|&(?:amp|lt|gt|quot|#x9|#xA|#xD);)*$/u

/** Declarations of namespaces by prefix, and attributes by name; undefined: not in canonical order. */
function attributesOf(written: string, outer: Namespaces) {
  const namespaces = new Map(outer)
  const attributes = new Map<string, string>()
  let before = ''
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:')
    const key = isDeclaration ? `0${name}` : `1${name}`
    // Each once, declarations first; an attribute of another namespace has no place in a SignedInfo.
    if (key <= before || !plainValue.test(value)) return undefined
    if (!isDeclaration && name.includes(':')) return undefined
    before = key
    if (isDeclaration) namespaces.set(name.slice(6), value)
    else attributes.set(name, value)
  }
  return { namespaces, attributes }
}

/** @returns undefined: not one element in canonical form */
function parse(source: string): Element | undefined {
  const open: { readonly element: Element; readonly namespaces: Namespaces }[] = []
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < source.length) {
    const inner = open.at(-1)
    const opened = next(start)
    if (opened) {
      const [, tag = '', written = ''] = opened
      const seen = attributesOf(written, inner?.namespaces ?? new Map())
      if (seen === undefined) return undefined
      const [prefix, name] = tag.includes(':') ? tag.split(':') : ['', tag]
      const namespace = seen.namespaces.get(prefix ?? '')
      const { attributes, namespaces } = seen
      const element = { tag, name: name ?? '', namespace, attributes, children: [], text: '' }
      inner?.element.children.push(element)
      open.push({ element, namespaces })
      continue
    }
    const closed = next(end)
    if (closed) {
      if (inner?.element.tag !== closed[1]) return undefined
      open.pop()
      if (open.length === 0) return at === source.length ? inner?.element : undefined
      continue
    }
    const words = next(text)
    if (words === null || inner === undefined) return undefined
    inner.element.text += words[0]
  }
  return undefined
}

const isBlank = ({ text: words }: Element): boolean => /^[ \n\t]*$/.test(words)
const isOf = (element: Element | undefined, name: string): element is Element =>
  element?.name === name && element.namespace === dsig
const isMethod = (element: Element | undefined, name: string): element is Element =>
  isOf(element, name) && isBlank(element) && `${[...element.attributes.keys()]}` === 'Algorithm'
/** Parameters in attributes alone, such as InclusiveNamespaces. */
const hasBareChildren = ({ children }: Element): boolean =>
  children.every((one) => one.children.length === 0 && one.text === '')

function isReference(element: Element): boolean {
  if (!isOf(element, 'Reference') || !isBlank(element)) return false
  if (![...element.attributes.keys()].every((one) => ['Id', 'Type', 'URI'].includes(one)))
    return false
  const rest = [...element.children]
  if (isOf(rest[0], 'Transforms')) {
    const transforms = rest.shift()
    const isRight = transforms?.children.every(
      (one) => isMethod(one, 'Transform') && hasBareChildren(one),
    )
    if (isRight !== true || !transforms || !isBlank(transforms)) return false
  }
  const [method, value, ...more] = rest
  return (
    more.length === 0 &&
    isMethod(method, 'DigestMethod') &&
    method.children.length === 0 &&
    isOf(value, 'DigestValue') &&
    value.children.length === 0 &&
    value.attributes.size === 0 &&
    /^[A-Za-z\d+/\n ]{20,200}={0,2}$/.test(value.text)
  )
}

/**
 * Of a signature by RSA with SHA-256. Nothing else that a signing key signs looks like it: a statement's signed attributes are DER, and what a
 * statement says is JSON.
 * @param octets UTF-8
 */
export function isSignedInfo(octets: Uint8Array): boolean {
  if (octets.length > longest) return false
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return false
  }
  const root = parse(source)
  if (!isOf(root, 'SignedInfo') || !isBlank(root)) return false
  if (![...root.attributes.keys()].every((one) => one === 'Id')) return false
  const [canonicalization, method, ...references] = root.children
  return (
    isMethod(canonicalization, 'CanonicalizationMethod') &&
    hasBareChildren(canonicalization) &&
    isMethod(method, 'SignatureMethod') &&
    method.children.length === 0 &&
    method.attributes.get('Algorithm') === rsaSha256 &&
    references.length > 0 &&
    references.every(isReference)
  )
}
