/** GeneralName (RFC 5280 §4.2.1.6) and DistributionPointName (§4.2.1.13): the forms used here are typed, the others kept as they stand. */
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { type Name, readName } from './name.ts'

export type GeneralName =
  /** `value` is the DER of the content of the explicit [0]. */
  | { readonly kind: 'otherName'; readonly oid: string; readonly value: Uint8Array }
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly kind: 'directoryName'; readonly name: Uint8Array }
  /** An address, in name constraints with its mask. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  /** x400Address, ediPartyName, registeredID. */
  | { readonly kind: 'unread'; readonly whole: Uint8Array }

const textNumbers = { email: 1, dns: 2, uri: 6 } as const

export function encodeGeneralName(name: GeneralName): Uint8Array {
  switch (name.kind) {
    case 'otherName':
      return der.implicit(0, der.sequence(der.oid(name.oid), der.explicit(0, name.value)))
    case 'directoryName':
      return der.explicit(4, name.name)
    case 'ip':
      return der.implicit(7, der.octetString(name.octets))
    case 'unread':
      return name.whole
    default:
      return der.implicit(textNumbers[name.kind], der.ia5String(name.value))
  }
}

export function readGeneralName(element: der.Element): GeneralName {
  switch (element.tag) {
    case der.context(0, true): {
      const reader = new der.Reader(element)
      const oid = der.readOid(reader.next(der.tags.oid))
      const { content } = reader.next(der.context(0, true))
      reader.end()
      return { kind: 'otherName', oid, value: der.readDer(content).whole }
    }
    case der.context(1):
      return { kind: 'email', value: der.readIa5(element.content) }
    case der.context(2):
      return { kind: 'dns', value: der.readIa5(element.content) }
    case der.context(6):
      return { kind: 'uri', value: der.readIa5(element.content) }
    case der.context(4, true): {
      const name = der.readDer(element.content, der.tags.sequence)
      readName(name)
      return { kind: 'directoryName', name: name.whole }
    }
    case der.context(7):
      return { kind: 'ip', octets: element.content }
    case der.context(3, true):
    case der.context(5, true):
    case der.context(8):
      return { kind: 'unread', whole: element.whole }
    default:
      throw new PkiError('DER_INVALID', 'no GeneralName')
  }
}

export const encodeGeneralNames = (names: readonly GeneralName[]): Uint8Array =>
  der.sequenceOf(names.map(encodeGeneralName))
/** SEQUENCE SIZE (1..MAX), or the same under an implicit tag. */
export const readGeneralNames = (element: der.Element): GeneralName[] =>
  der.elements(element, 1).map(readGeneralName)

/** A distribution point's name, by full name or relative to the issuer. */
export interface DistributionPointName {
  readonly fullName: readonly GeneralName[]
  /** nameRelativeToCRLIssuer, kept as it stands. */
  readonly relativeName: Uint8Array | undefined
}

/** To stand in the explicit [0] that both extensions have. */
export const encodeDistributionPointName = (name: DistributionPointName): Uint8Array =>
  name.relativeName ?? der.implicit(0, encodeGeneralNames(name.fullName))

export function readDistributionPointName(content: Uint8Array): DistributionPointName {
  const element = der.readDer(content)
  if (element.tag === der.context(0, true))
    return { fullName: readGeneralNames(element), relativeName: undefined }
  if (element.tag === der.context(1, true)) return { fullName: [], relativeName: element.whole }
  throw new PkiError('DER_INVALID', 'no DistributionPointName')
}

export const urisOf = (names: readonly GeneralName[]): string[] =>
  names.flatMap((name) => (name.kind === 'uri' ? [name.value] : []))
export const directoryNamesOf = (names: readonly GeneralName[]): Name[] =>
  names.flatMap((name) => (name.kind === 'directoryName' ? [readName(der.readDer(name.name))] : []))
