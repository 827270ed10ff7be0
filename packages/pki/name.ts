/** Distinguished names (RFC 5280 §4.1.2.4) and their text (RFC 4514). C is a PrintableString, the rest UTF8String, as JPKI has it. */
import { equalBytes, hex } from '@kazashi/octets'
import * as der from './der.ts'
import { PkiError } from './errors.ts'

const attributeOids = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  title: '2.5.4.12',
  GN: '2.5.4.42',
  dnQualifier: '2.5.4.46',
  DC: '0.9.2342.19200300.100.1.25',
  UID: '0.9.2342.19200300.100.1.1',
  emailAddress: '1.2.840.113549.1.9.1',
} as const
export type AttributeType = keyof typeof attributeOids
const attributeNames = new Map<string, string>(
  Object.entries(attributeOids).map(([name, oid]) => [oid, name]),
)

/** In the order of encoding, C first; one attribute an RDN. */
export type DistinguishedName = readonly (readonly [type: AttributeType, value: string])[]

interface NameAttribute {
  readonly oid: string
  /** Tag of the value's string type. */
  readonly tag: number
  /** Text, or '#' and hex of the whole value where it is no string (RFC 4514 §2.4). */
  readonly value: string
}

export interface Name {
  /** RFC 4514: the last RDN first. */
  readonly text: string
  readonly der: Uint8Array
  readonly rdns: readonly (readonly NameAttribute[])[]
  /** All attributes in the order of encoding; types unknown here as dotted OIDs. */
  readonly attributes: readonly (readonly [type: string, value: string])[]
}

export const encodeName = (name: DistinguishedName): Uint8Array =>
  der.sequence(
    ...name.map(([type, value]) =>
      der.setOf(
        der.sequence(
          der.oid(attributeOids[type]),
          type === 'C' || type === 'serialNumber'
            ? der.printableString(value)
            : type === 'DC' || type === 'emailAddress'
              ? der.ia5String(value)
              : der.utf8String(value),
        ),
      ),
    ),
  )

/** @throws {PkiError} NAME_MALFORMED, DER_INVALID */
export function readName(element: der.Element): Name {
  if (element.tag !== der.tags.sequence) throw new PkiError('NAME_MALFORMED', 'no RDNSequence')
  const rdns = der.elements(element).map((rdn) => {
    if (rdn.tag !== der.tags.set) throw new PkiError('NAME_MALFORMED', 'an RDN is no set')
    return der.elements(rdn, 1).map(readAttribute)
  })
  const label = (oid: string): string => attributeNames.get(oid) ?? oid
  return {
    text: rdns
      .map((rdn) => rdn.map(({ oid, value }) => `${label(oid)}=${escapeValue(value)}`).join('+'))
      .reverse()
      .join(','),
    der: element.whole,
    rdns,
    attributes: rdns.flat().map(({ oid, value }) => [label(oid), value] as const),
  }
}

export const parseName = (bytes: Uint8Array): Name => readName(der.readDer(bytes))

function readAttribute(element: der.Element): NameAttribute {
  if (element.tag !== der.tags.sequence) throw new PkiError('NAME_MALFORMED', 'no attribute')
  const reader = new der.Reader(element)
  const oid = der.readOid(reader.next(der.tags.oid))
  const content = reader.any()
  reader.end()
  const { tag } = content
  return {
    oid,
    tag,
    value: stringTags.has(tag) ? der.readText(content) : `#${hex.encode(content.whole)}`,
  }
}

const stringTags: ReadonlySet<number> = new Set([
  der.tags.utf8String,
  der.tags.printableString,
  der.tags.ia5String,
  der.tags.teletexString,
  der.tags.bmpString,
  der.tags.universalString,
  der.tags.visibleString,
])

/** RFC 4514 §2.4. */
const escapeValue = (value: string): string =>
  value
    .replace(/[\\",+;<>]/g, (character) => `\\${character}`)
    .replaceAll('\0', '\\00')
    .replace(/^[ #]/, (character) => `\\${character}`)
    .replace(/ $/, '\\ ')

/** Without regard to case and runs of spaces (RFC 5280 §7.1); string types may differ. */
export function sameName(a: Name, b: Name): boolean {
  if (equalBytes(a.der, b.der)) return true
  if (a.rdns.length !== b.rdns.length) return false
  return a.rdns.every((rdn, i) => rdnKey(rdn) === rdnKey(b.rdns[i] ?? []))
}
const rdnKey = (rdn: readonly NameAttribute[]): string =>
  JSON.stringify(rdn.map(({ oid, value }) => `${oid}=${folded(value)}`).sort())

/** Is it in the subtree of `base` (RFC 5280 §4.2.1.10): does it begin with all of its RDNs? Both as `rdnKeys`. */
export const isNameWithin = (name: readonly string[], base: readonly string[]): boolean =>
  base.length <= name.length && base.every((rdn, i) => rdn === name[i])

/** One text for RDNs that are the same, in order. */
export const rdnKeys = ({ rdns }: Name): string[] => rdns.map(rdnKey)

const folded = (value: string): string =>
  value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** First value of a type. */
export const attributeOf = (name: Name, type: AttributeType): string | undefined =>
  name.attributes.find(([one]) => one === type)?.[1]

/** Again to bytes, from the parsed attributes. */
export const reencodeName = (name: Name): Uint8Array =>
  der.sequence(
    ...name.rdns.map((rdn) =>
      der.setOf(
        ...rdn.map(({ oid, tag, value }) => der.sequence(der.oid(oid), encodeValue(tag, value))),
      ),
    ),
  )

function encodeValue(tag: number, value: string): Uint8Array {
  if (tag === der.tags.utf8String || tag === der.tags.printableString)
    return der.tlv(tag, new TextEncoder().encode(value))
  if (tag === der.tags.bmpString)
    return der.tlv(
      tag,
      Uint8Array.from(
        Array.from({ length: value.length }, (_, i) => value.charCodeAt(i)).flatMap((unit) => [
          unit >> 8,
          unit & 0xff,
        ]),
      ),
    )
  if (tag === der.tags.universalString)
    return der.tlv(
      tag,
      Uint8Array.from(
        Array.from(value, (character) => character.codePointAt(0) ?? 0).flatMap((point) => [
          0,
          point >> 16,
          (point >> 8) & 0xff,
          point & 0xff,
        ]),
      ),
    )
  if (value.startsWith('#') && !stringTags.has(tag))
    return Uint8Array.from(value.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return der.tlv(
    tag,
    Uint8Array.from(value, (character) => character.charCodeAt(0)),
  )
}
