/** CMS SignedData (RFC 5652 §5) as others write it: BER or DER, by any number of signers, with what they add unsigned. */
import { equalBytes, hex } from '@kazashi/octets'
import { type HashAlgorithm, readHash } from './algorithms.ts'
import { derOf } from './ber.ts'
import { type Certificate, encodeSerial, parseCertificate, readSerial } from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { readName, sameName } from './name.ts'
import { oids } from './oids.ts'
import { type ForeignAlgorithm, readCmsSignatureAlgorithm } from './signature-algorithms.ts'

/** By type; each once, as RFC 5652 §5.3 and RFC 2985 want of those that are judged here. */
export type CmsAttributes = ReadonlyMap<string, readonly der.Element[]>

export interface CmsSignerInfo {
  readonly isMadeWith: (certificate: Certificate) => boolean
  /** Of the content; undefined: a digest not used here. */
  readonly hash: HashAlgorithm | undefined
  /** undefined: an algorithm not used here. */
  readonly algorithm: ForeignAlgorithm | undefined
  readonly signature: Uint8Array
  readonly signed:
    | {
        readonly attributes: CmsAttributes
        /** SET OF in DER: what the signature is over, in whatever order the attributes came (§5.4). */
        readonly whole: Uint8Array
      }
    | undefined
  readonly unsigned: CmsAttributes
}

export interface CmsMessage {
  /** OID. */
  readonly contentType: string
  /** undefined: the signature is detached. */
  readonly content: Uint8Array | undefined
  /** Those that can be read. */
  readonly certificates: readonly Certificate[]
  /** DER. */
  readonly crls: readonly Uint8Array[]
  readonly signers: readonly CmsSignerInfo[]
}

/** Structure only. @param bytes ContentInfo, BER or DER @throws {PkiError} CMS_MALFORMED */
export const readCms = (bytes: Uint8Array): CmsMessage =>
  parsing('CMS_MALFORMED', () => {
    const outer = new der.Reader(der.readDer(derOf(bytes), der.tags.sequence))
    if (der.readOid(outer.next(der.tags.oid)) !== oids.signedData)
      throw new PkiError('CMS_MALFORMED', 'no SignedData')
    const inner = outer.next(der.context(0, true))
    outer.end()
    const reader = new der.Reader(der.readDer(inner.content, der.tags.sequence))
    der.readNumber(reader.next(der.tags.integer))
    reader.next(der.tags.set)
    const encapsulated = reader.sequence()
    const contentType = der.readOid(encapsulated.next(der.tags.oid))
    const content = encapsulated.optional(der.context(0, true))
    encapsulated.end()
    const certificates = reader.optional(der.context(0, true))
    const crls = reader.optional(der.context(1, true))
    const signers = membersOf(reader.next(der.tags.set))
    reader.end()
    return {
      contentType,
      content: content && der.readOctets(der.readDer(content.content)),
      certificates: (certificates ? membersOf(certificates) : []).flatMap(readable),
      crls: (crls ? membersOf(crls) : [])
        .filter(({ tag }) => tag === der.tags.sequence)
        .map(({ whole }) => whole),
      signers: signers.map(readSigner),
    }
  })

/** Of a set, in whatever order they came. */
const membersOf = (set: der.Element): der.Element[] => new der.Reader(set).all((one) => one)

/** Other kinds of certificates, and broken ones, stand in nobody's way. */
function readable({ tag, whole }: der.Element): Certificate[] {
  if (tag !== der.tags.sequence) return []
  try {
    return [parseCertificate(whole)]
  } catch (error) {
    if (error instanceof PkiError) return []
    throw error
  }
}

function readSigner(element: der.Element): CmsSignerInfo {
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  der.readNumber(reader.next(der.tags.integer))
  const isMadeWith = readIdentifier(reader.any())
  const hash = readHash(reader.next(der.tags.sequence))
  const signed = reader.optional(der.context(0, true))
  const algorithm = reader.next(der.tags.sequence)
  const signature = der.readOctets(reader.next(der.tags.octetString))
  const unsigned = reader.optional(der.context(1, true))
  reader.end()
  return {
    isMadeWith,
    hash,
    algorithm: readCmsSignatureAlgorithm(algorithm, hash ?? 'SHA-1'),
    signature,
    signed: signed && {
      attributes: readAttributes(signed),
      whole: der.setOfAll(membersOf(signed).map(({ whole }) => whole)),
    },
    unsigned: unsigned ? readUnsigned(unsigned) : new Map(),
  }
}

/** RFC 5652 §5.3: issuer and serial number, or a key identifier. */
function readIdentifier(element: der.Element): (one: Certificate) => boolean {
  if (element.tag === der.context(0)) {
    const ski = hex.encode(element.content)
    return (one) => one.ski === ski
  }
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  const issuer = readName(reader.next(der.tags.sequence))
  const serialNumber = readSerial(reader.next(der.tags.integer))
  reader.end()
  const serial = encodeSerial(serialNumber)
  return (one) => sameName(one.issuer, issuer) && equalBytes(encodeSerial(one.serialNumber), serial)
}

/** Attributes that are judged have one value (RFC 5652 §11, RFC 5035 §5.4); none comes twice. */
const single: ReadonlySet<string> = new Set([
  oids.contentType,
  oids.messageDigest,
  oids.signingTime,
  oids.signingCertificate,
  oids.signingCertificateV2,
])

/** What is judged is signed, or not there (RFC 5652 §11). */
function readUnsigned(set: der.Element): CmsAttributes {
  const attributes = readAttributes(set)
  for (const oid of attributes.keys())
    if (single.has(oid)) throw new PkiError('CMS_ATTRIBUTE_INVALID', `${oid} is not signed`)
  return attributes
}

function readAttributes(set: der.Element): CmsAttributes {
  const attributes = new Map<string, der.Element[]>()
  for (const one of membersOf(set)) {
    const reader = new der.Reader(der.readDer(one.whole, der.tags.sequence))
    const oid = der.readOid(reader.next(der.tags.oid))
    const values = membersOf(reader.next(der.tags.set))
    reader.end()
    if (values.length === 0) throw new PkiError('CMS_ATTRIBUTE_INVALID', `${oid} has no value`)
    if (single.has(oid) && (attributes.has(oid) || values.length > 1))
      throw new PkiError('CMS_ATTRIBUTE_INVALID', `${oid} has several values`)
    const known = attributes.get(oid)
    if (known === undefined) attributes.set(oid, values)
    else for (const value of values) known.push(value)
  }
  return attributes
}
