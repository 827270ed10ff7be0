/**
 * A loose reading for the duties: tags and lengths are DER, everything else stays as it came, so that one fault does not hide the next. Nothing
 * else relies on it: who verifies reads by `parseCertificate` and `parseCrl`.
 */
import * as der from '../der.ts'
import { PkiError } from '../errors.ts'
import { oids } from '../oids.ts'
import type { Note } from './table.ts'

export interface LooseExtension {
  readonly oid: string
  /** As RFC 5280 calls it; an OID that it does not know. */
  readonly name: string
  readonly critical: boolean
  readonly isDefaultWritten: boolean
  /** Content of extnValue. */
  readonly value: Uint8Array
}

export interface LooseAlgorithm {
  readonly whole: Uint8Array
  readonly oid: string
  readonly parameters: der.Element | undefined
}

export interface LooseCertificate {
  readonly version: number
  /** Content of the INTEGER. */
  readonly serialNumber: Uint8Array
  readonly algorithms: readonly [inner: LooseAlgorithm, outer: LooseAlgorithm]
  readonly issuer: der.Element
  readonly validity: readonly [notBefore: der.Element, notAfter: der.Element]
  readonly subject: der.Element
  readonly key: { readonly algorithm: LooseAlgorithm; readonly bits: der.Element }
  readonly uniqueIds: number
  readonly extensions: readonly LooseExtension[]
  /** By the basic constraints. */
  readonly isCa: boolean
}

export interface LooseCrl {
  readonly version: number
  readonly algorithms: readonly [inner: LooseAlgorithm, outer: LooseAlgorithm]
  readonly thisUpdate: der.Element
  readonly nextUpdate: der.Element | undefined
  /** undefined: no list. */
  readonly entries: readonly LooseEntry[] | undefined
  readonly extensions: readonly LooseExtension[]
}
interface LooseEntry {
  readonly serialNumber: Uint8Array
  readonly revokedAt: der.Element
  readonly extensions: readonly LooseExtension[]
}

/** Elements of a constructed one, in whatever order and number. */
export const inside = (element: der.Element | Uint8Array): der.Element[] =>
  new der.Reader(element).all((one) => one)

/** Elements of the one SEQUENCE that a value is. */
export const listOf = (value: Uint8Array): der.Element[] =>
  inside(der.readDer(value, der.tags.sequence))

/** Has `read` note what it finds; where it cannot be read, that is the finding. */
export function readable(note: Note, at: string, read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    note('MALFORMED', at)
  }
}

const more = { subjectDirectoryAttributes: '2.5.29.9', subjectInfoAccess: '1.3.6.1.5.5.7.1.11' }
const names = new Map(Object.entries({ ...oids, ...more }).map(([name, oid]) => [oid, name]))

function readExtension(element: der.Element): LooseExtension {
  const reader = new der.Reader(element)
  const oid = der.readOid(reader.next(der.tags.oid))
  const flag = reader.optional(der.tags.boolean)
  const { content: value } = reader.next(der.tags.octetString)
  const critical = flag?.content.some((octet) => octet !== 0) === true
  const isDefaultWritten = flag !== undefined && !critical
  return { oid, name: names.get(oid) ?? oid, critical, isDefaultWritten, value }
}

function readAlgorithm(element: der.Element): LooseAlgorithm {
  const reader = new der.Reader(element)
  const oid = der.readOid(reader.next(der.tags.oid))
  return { whole: element.whole, oid, parameters: reader.more ? reader.any() : undefined }
}

function readKey(element: der.Element): LooseCertificate['key'] {
  const reader = new der.Reader(element)
  return {
    algorithm: readAlgorithm(reader.next(der.tags.sequence)),
    bits: reader.next(der.tags.bitString),
  }
}

const wrappedExtensions = (wrapped: der.Element | undefined): LooseExtension[] =>
  wrapped ? listOf(wrapped.content).map(readExtension) : []

function isCa(extensions: readonly LooseExtension[]): boolean {
  const value = extensions.find(({ oid }) => oid === oids.basicConstraints)?.value
  const [tag, , flagTag, , flag] = value ?? []
  return tag === der.tags.sequence && flagTag === der.tags.boolean && flag !== 0
}

/** @throws {PkiError} DER_INVALID: no certificate at all */
export function readCertificate(bytes: Uint8Array): LooseCertificate {
  const certificate = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const reader = certificate.sequence()
  const outer = readAlgorithm(certificate.next(der.tags.sequence))
  const versioned = reader.optional(der.context(0, true))
  const version = versioned ? (der.readDer(versioned.content).content.at(-1) ?? 0) + 1 : 1
  const { content: serialNumber } = reader.next(der.tags.integer)
  const inner = readAlgorithm(reader.next(der.tags.sequence))
  const issuer = reader.next(der.tags.sequence)
  const validity = reader.sequence()
  const times = [validity.any(), validity.any()] as const
  const subject = reader.next(der.tags.sequence)
  const key = readKey(reader.next(der.tags.sequence))
  const uniqueIds = [1, 2].filter((number) => reader.optional(der.context(number))).length
  const extensions = wrappedExtensions(reader.optional(der.context(3, true)))
  return {
    version,
    serialNumber,
    algorithms: [inner, outer],
    issuer,
    validity: times,
    subject,
    key,
    uniqueIds,
    extensions,
    isCa: isCa(extensions),
  }
}

/** @throws {PkiError} DER_INVALID: no CRL at all */
export function readCrl(bytes: Uint8Array): LooseCrl {
  const crl = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const reader = crl.sequence()
  const outer = readAlgorithm(crl.next(der.tags.sequence))
  const version = (reader.optional(der.tags.integer)?.content.at(-1) ?? 0) + 1
  const inner = readAlgorithm(reader.next(der.tags.sequence))
  reader.next(der.tags.sequence)
  const thisUpdate = reader.any()
  const nextUpdate = reader.optional(der.tags.utcTime) ?? reader.optional(der.tags.generalizedTime)
  const list = reader.optional(der.tags.sequence)
  return {
    version,
    algorithms: [inner, outer],
    thisUpdate,
    nextUpdate,
    entries: list && inside(list).map(readEntry),
    extensions: wrappedExtensions(reader.optional(der.context(0, true))),
  }
}

function readEntry(element: der.Element): LooseEntry {
  const reader = new der.Reader(element)
  const { content: serialNumber } = reader.next(der.tags.integer)
  const revokedAt = reader.any()
  const list = reader.optional(der.tags.sequence)
  return { serialNumber, revokedAt, extensions: list ? inside(list).map(readExtension) : [] }
}
