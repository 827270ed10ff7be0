/** Certificate extensions (RFC 5280 §4.2, RFC 6960 §4.2.2.2.1): one codec each, encode beside parse. */
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import {
  type DistributionPointName,
  encodeDistributionPointName,
  encodeGeneralName,
  encodeGeneralNames,
  type GeneralName,
  readDistributionPointName,
  readGeneralName,
  readGeneralNames,
} from './general-name.ts'

export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** Content of extnValue, DER. */
  readonly value: Uint8Array
}

const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof keyUsages)[number]

export interface DistributionPoint {
  readonly name: DistributionPointName | undefined
  /** Positions of ReasonFlags; undefined: all reasons. */
  readonly reasons: readonly number[] | undefined
  readonly crlIssuer: readonly GeneralName[] | undefined
}

export interface PolicyInformation {
  readonly oid: string
  readonly qualifiers: readonly { readonly oid: string; readonly value: Uint8Array }[]
}

export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | undefined
  readonly issuer: readonly GeneralName[] | undefined
  /** Magnitude. */
  readonly serialNumber: Uint8Array | undefined
}

export interface Codec<T> {
  readonly encode: (value: T) => Uint8Array
  /** @throws {PkiError} DER_INVALID */
  readonly parse: (bytes: Uint8Array) => T
}
const list = (bytes: Uint8Array): der.Element[] =>
  der.elements(der.readDer(bytes, der.tags.sequence), 1)

export const keyUsage: Codec<readonly KeyUsage[]> = {
  encode: (usages) => der.namedBits(usages.map((usage) => keyUsages.indexOf(usage))),
  parse: (bytes) => {
    const positions = der.readNamedBits(der.readDer(bytes))
    if (positions.length === 0) throw new PkiError('DER_INVALID', 'a key usage for nothing')
    return positions.map((position) => {
      const usage = keyUsages[position]
      if (usage === undefined) throw new PkiError('DER_INVALID', 'unknown key usage bit')
      return usage
    })
  },
}

export const extendedKeyUsage: Codec<readonly string[]> = {
  encode: (purposes) => der.sequenceOf(purposes.map(der.oid)),
  parse: (bytes) => list(bytes).map((element) => der.readOid(element)),
}

export const generalNames: Codec<readonly GeneralName[]> = {
  encode: encodeGeneralNames,
  parse: (bytes) => {
    const names = readGeneralNames(der.readDer(bytes, der.tags.sequence))
    if (names.some((one) => one.kind === 'ip' && ![4, 16].includes(one.octets.length)))
      throw new PkiError('DER_INVALID', 'no IP address')
    return names
  },
}

export const basicConstraints: Codec<{ ca: boolean; pathLength: number | undefined }> = {
  encode: ({ ca, pathLength }) =>
    der.sequence(
      ...(ca ? [der.boolean(true)] : []),
      ...(pathLength === undefined ? [] : [der.integer(pathLength)]),
    ),
  parse: (bytes) => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const flag = reader.optional(der.tags.boolean)
    const ca = flag !== undefined && der.readBoolean(flag)
    if (flag !== undefined && !ca) throw new PkiError('DER_INVALID', 'DEFAULT FALSE written out')
    const length = reader.optional(der.tags.integer)
    reader.end()
    return { ca, pathLength: length && der.readNumber(length) }
  },
}

export const subjectKeyIdentifier: Codec<Uint8Array> = {
  encode: der.octetString,
  parse: (bytes) => der.readOctets(der.readDer(bytes)),
}

export const authorityKeyIdentifier: Codec<AuthorityKeyIdentifier> = {
  encode: ({ keyIdentifier, issuer, serialNumber }) =>
    der.sequence(
      ...(keyIdentifier ? [der.implicit(0, der.octetString(keyIdentifier))] : []),
      ...(issuer ? [der.implicit(1, encodeGeneralNames(issuer))] : []),
      ...(serialNumber ? [der.implicit(2, der.integer(serialNumber))] : []),
    ),
  parse: (bytes) => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const keyIdentifier = reader.optional(der.context(0))
    const issuer = reader.optional(der.context(1, true))
    const serial = reader.optional(der.context(2))
    reader.end()
    return {
      keyIdentifier: keyIdentifier?.content,
      issuer: issuer && readGeneralNames(issuer),
      serialNumber: serial && der.readMagnitude(serial, der.context(2)),
    }
  },
}

export const certificatePolicies: Codec<readonly PolicyInformation[]> = {
  encode: (policies) =>
    der.sequence(
      ...policies.map(({ oid, qualifiers }) =>
        der.sequence(
          der.oid(oid),
          ...(qualifiers.length === 0
            ? []
            : [
                der.sequence(...qualifiers.map((one) => der.sequence(der.oid(one.oid), one.value))),
              ]),
        ),
      ),
    ),
  parse: (bytes) =>
    list(bytes).map((element) => {
      const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
      const oid = der.readOid(reader.next(der.tags.oid))
      const qualifiers = reader.optional(der.tags.sequence)
      reader.end()
      return {
        oid,
        qualifiers: qualifiers
          ? der.elements(qualifiers, 1).map((one) => {
              const inner = new der.Reader(der.readDer(one.whole, der.tags.sequence))
              const qualifier = der.readOid(inner.next(der.tags.oid))
              const { whole } = inner.any()
              inner.end()
              return { oid: qualifier, value: whole }
            })
          : [],
      }
    }),
}

export const crlDistributionPoints: Codec<readonly DistributionPoint[]> = {
  encode: (points) =>
    der.sequence(
      ...points.map(({ name, reasons, crlIssuer }) =>
        der.sequence(
          ...(name ? [der.explicit(0, encodeDistributionPointName(name))] : []),
          ...(reasons ? [der.implicit(1, der.namedBits(reasons))] : []),
          ...(crlIssuer ? [der.implicit(2, encodeGeneralNames(crlIssuer))] : []),
        ),
      ),
    ),
  parse: (bytes) =>
    list(bytes).map((element) => {
      const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
      const name = reader.optional(der.context(0, true))
      const reasons = reader.optional(der.context(1))
      const crlIssuer = reader.optional(der.context(2, true))
      reader.end()
      return {
        name: name && readDistributionPointName(name.content),
        reasons: reasons && der.readNamedBits(reasons, der.context(1)),
        crlIssuer: crlIssuer && readGeneralNames(crlIssuer),
      }
    }),
}

export const authorityInfoAccess: Codec<
  readonly { readonly method: string; readonly location: GeneralName }[]
> = {
  encode: (descriptions) =>
    der.sequence(
      ...descriptions.map(({ method, location }) =>
        der.sequence(der.oid(method), encodeGeneralName(location)),
      ),
    ),
  parse: (bytes) =>
    list(bytes).map((element) => {
      const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
      const method = der.readOid(reader.next(der.tags.oid))
      const location = readGeneralName(reader.any())
      reader.end()
      return { method, location }
    }),
}

export const ocspNoCheck: Codec<null> = {
  encode: der.nothing,
  parse: (bytes) => {
    der.readNull(der.readDer(bytes))
    return null
  },
}

export const encodeExtension = ({ oid, critical, value }: Extension): Uint8Array =>
  der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))

/** Extensions, each at most once (RFC 5280 §4.2). @param element SEQUENCE SIZE (1..MAX) OF Extension */
export function readExtensions(element: der.Element): Extension[] {
  const extensions = der.elements(element, 1).map((one): Extension => {
    const reader = new der.Reader(der.readDer(one.whole, der.tags.sequence))
    const oid = der.readOid(reader.next(der.tags.oid))
    const flag = reader.optional(der.tags.boolean)
    const critical = flag !== undefined && der.readBoolean(flag)
    if (flag !== undefined && !critical)
      throw new PkiError('DER_INVALID', 'DEFAULT FALSE written out')
    const value = der.readOctets(reader.next(der.tags.octetString))
    reader.end()
    return { oid, critical, value }
  })
  if (new Set(extensions.map(({ oid }) => oid)).size !== extensions.length)
    throw new PkiError('DER_INVALID', 'an extension comes twice')
  return extensions
}
