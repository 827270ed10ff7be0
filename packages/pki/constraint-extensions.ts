/** Extensions by which a CA limits what is below it (RFC 5280 §4.2.1.5, §4.2.1.10, §4.2.1.11, §4.2.1.14): one codec each. */
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import type { Codec } from './extensions.ts'
import { encodeGeneralName, type GeneralName, readGeneralName } from './general-name.ts'

export interface PolicyMapping {
  /** OIDs: the issuer's domain policy, and that of the subject which counts as it. */
  readonly issuer: string
  readonly subject: string
}

export const policyMappings: Codec<readonly PolicyMapping[]> = {
  encode: (mappings) =>
    der.sequenceOf(
      mappings.map(({ issuer, subject }) => der.sequence(der.oid(issuer), der.oid(subject))),
    ),
  parse: (bytes) =>
    der.elements(der.readDer(bytes, der.tags.sequence), 1).map((element) => {
      const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
      const issuer = der.readOid(reader.next(der.tags.oid))
      const subject = der.readOid(reader.next(der.tags.oid))
      reader.end()
      return { issuer, subject }
    }),
}

/** Certificates that may follow before it counts. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined
  readonly inhibitPolicyMapping: number | undefined
}

export const policyConstraints: Codec<PolicyConstraints> = {
  encode: ({ requireExplicitPolicy: require, inhibitPolicyMapping: inhibit }) =>
    der.sequence(
      ...(require === undefined ? [] : [der.implicit(0, der.integer(require))]),
      ...(inhibit === undefined ? [] : [der.implicit(1, der.integer(inhibit))]),
    ),
  parse: (bytes) => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    if (!reader.more) throw new PkiError('DER_INVALID', 'policy constraints of nothing')
    const require = reader.optional(der.context(0))
    const inhibit = reader.optional(der.context(1))
    reader.end()
    return {
      requireExplicitPolicy: require && der.readNumber(require, der.context(0)),
      inhibitPolicyMapping: inhibit && der.readNumber(inhibit, der.context(1)),
    }
  },
}

export const inhibitAnyPolicy: Codec<number> = {
  encode: der.integer,
  parse: (bytes) => der.readNumber(der.readDer(bytes)),
}

export interface NameConstraints {
  /** Bases of subtrees; none: no limit of that kind. */
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

const subtrees = (bases: readonly GeneralName[]): Uint8Array =>
  der.sequenceOf(bases.map((base) => der.sequence(encodeGeneralName(base))))

/** Minimum 0, no maximum: RFC 5280 §4.2.1.10 knows no other. */
const readSubtrees = (element: der.Element | undefined): GeneralName[] =>
  element === undefined
    ? []
    : der.elements(element, 1).map((subtree) => {
        const reader = new der.Reader(der.readDer(subtree.whole, der.tags.sequence))
        const base = readGeneralName(reader.any())
        reader.end()
        if (base.kind === 'ip' && !isNetwork(base.octets))
          throw new PkiError('DER_INVALID', 'no address and mask')
        return base
      })

/** Four or sixteen octets twice: an address, and a mask of ones and then zeros (RFC 4632). */
function isNetwork(octets: Uint8Array): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false
  const mask = Array.from(octets.subarray(octets.length / 2), (octet) =>
    octet.toString(2).padStart(8, '0'),
  ).join('')
  return /^1*0*$/.test(mask)
}

export const nameConstraints: Codec<NameConstraints> = {
  encode: ({ permitted, excluded }) =>
    der.sequence(
      ...(permitted.length === 0 ? [] : [der.implicit(0, subtrees(permitted))]),
      ...(excluded.length === 0 ? [] : [der.implicit(1, subtrees(excluded))]),
    ),
  parse: (bytes) => {
    const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
    if (!reader.more) throw new PkiError('DER_INVALID', 'name constraints of nothing')
    const permitted = readSubtrees(reader.optional(der.context(0, true)))
    const excluded = readSubtrees(reader.optional(der.context(1, true)))
    reader.end()
    return { permitted, excluded }
  },
}
