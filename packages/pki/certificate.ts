/** X.509 certificates (RFC 5280 §4.1): parsed once, strictly, into the values that the rest of the package reads; and back again. */
import { equalBytes, hex } from '@kazashi/octets'
import { readPublicKey } from './algorithms.ts'
import {
  inhibitAnyPolicy,
  type NameConstraints,
  nameConstraints,
  type PolicyConstraints,
  type PolicyMapping,
  policyConstraints,
  policyMappings,
} from './constraint-extensions.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import * as extensions from './extensions.ts'
import { directoryNamesOf, type GeneralName, urisOf } from './general-name.ts'
import { type Name, readName, reencodeName } from './name.ts'
import { oids } from './oids.ts'
import { type ForeignAlgorithm, readSignatureAlgorithm } from './signature-algorithms.ts'
import { understood } from './understood-extensions.ts'

export interface Certificate {
  readonly der: Uint8Array
  /** TBSCertificate, DER. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  /** Lower-case hex, two digits an octet, no leading zero octet. A negative one begins with '-'. */
  readonly serialNumber: string
  /** undefined: an algorithm that is not used here. */
  readonly signatureAlgorithm: ForeignAlgorithm | undefined
  readonly issuer: Name
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date }
  readonly subject: Name
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly extensions: readonly extensions.Extension[]
  readonly signature: Uint8Array
  /** Hex. */
  readonly ski: string | undefined
  /** Key identifier and serial number in hex; the names are directory names. */
  readonly aki:
    | {
        readonly keyIdentifier: string | undefined
        readonly issuer: Name | undefined
        readonly serialNumber: string | undefined
      }
    | undefined
  readonly basicConstraints:
    | { readonly ca: boolean; readonly pathLength: number | undefined }
    | undefined
  readonly keyUsage: readonly extensions.KeyUsage[] | undefined
  /** OIDs. */
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly policies:
    | readonly { readonly oid: string; readonly cps: string | undefined }[]
    | undefined
  readonly policyMappings: readonly PolicyMapping[] | undefined
  readonly policyConstraints: PolicyConstraints | undefined
  /** Certificates that may follow before anyPolicy counts no more. */
  readonly inhibitAnyPolicy: number | undefined
  readonly nameConstraints: NameConstraints | undefined
  readonly subjectAltNames: readonly GeneralName[]
  /** URLs of AuthorityInfoAccess. */
  readonly ocsp: readonly string[]
  readonly caIssuers: readonly string[]
  readonly crlDistributionPoints: readonly {
    readonly uris: readonly string[]
    readonly directoryNames: readonly Name[]
    /** For some reasons only, or a CRL by another issuer. */
    readonly partial: boolean
  }[]
  /** otherNames of subjectAltName whose values are strings, in order. */
  readonly otherNames: readonly { readonly oid: string; readonly value: string }[]
  /** Directory names of subjectAltName and issuerAltName. */
  readonly subjectDirectoryNames: readonly Name[]
  readonly issuerDirectoryNames: readonly Name[]
  /** URLs of issuerAltName. */
  readonly issuerUris: readonly string[]
  /** Details that encoding again needs beyond the values. */
  readonly form: {
    readonly times: readonly [notBefore: der.TimeForm, notAfter: der.TimeForm]
    readonly algorithm: Uint8Array
    /** issuerUniqueID and subjectUniqueID as they stand. */
    readonly uniqueIds: readonly Uint8Array[]
  }
}

/** Functions that want a certificate take it parsed or as DER. */
export type CertificateInput = Certificate | Uint8Array
export const certificateOf = (input: CertificateInput): Certificate =>
  input instanceof Uint8Array ? parseCertificate(input) : input

/** Structure and DER only: no signature, time or path is judged. @throws {PkiError} CERTIFICATE_MALFORMED */
export const parseCertificate = (bytes: Uint8Array): Certificate =>
  parsing('CERTIFICATE_MALFORMED', () => read(bytes))

function read(bytes: Uint8Array): Certificate {
  const certificate = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const tbs = certificate.next(der.tags.sequence)
  const outer = certificate.next(der.tags.sequence)
  const signature = der.readBitOctets(certificate.next(der.tags.bitString))
  certificate.end()

  const reader = new der.Reader(tbs)
  const version = readVersion(reader.optional(der.context(0, true)))
  const serial = reader.next(der.tags.integer)
  const inner = reader.next(der.tags.sequence)
  if (!equalBytes(inner.whole, outer.whole))
    throw new PkiError('DER_INVALID', 'the two signature algorithms differ')
  const issuer = readName(reader.next(der.tags.sequence))
  const validity = reader.sequence()
  const notBefore = der.readTime(validity.any())
  const notAfter = der.readTime(validity.any())
  validity.end()
  const subject = readName(reader.next(der.tags.sequence))
  const spki = reader.next(der.tags.sequence).whole
  readPublicKey(spki)
  const uniqueIds = [1, 2].flatMap((number) => {
    const id = reader.optional(der.context(number))
    if (id !== undefined) der.readBits(id, der.context(number))
    return id ? [id.whole] : []
  })
  const wrapped = reader.optional(der.context(3, true))
  reader.end()
  if (uniqueIds.length > 0 && version === 1) throw new PkiError('DER_INVALID', 'unique ids in v1')
  if (wrapped && version !== 3) throw new PkiError('DER_INVALID', `extensions in v${version}`)
  const list = wrapped
    ? extensions.readExtensions(der.readDer(wrapped.content, der.tags.sequence))
    : []
  return {
    der: bytes,
    tbs: tbs.whole,
    version,
    serialNumber: readSerial(serial),
    signatureAlgorithm: readSignatureAlgorithm(outer),
    issuer,
    validity: { notBefore: notBefore.date, notAfter: notAfter.date },
    subject,
    spki,
    extensions: list,
    signature,
    ...readKnown(list),
    form: { times: [notBefore.form, notAfter.form], algorithm: outer.whole, uniqueIds },
  }
}

function readVersion(wrapped: der.Element | undefined): 1 | 2 | 3 {
  if (wrapped === undefined) return 1
  const number = der.readNumber(der.readDer(wrapped.content))
  if (number === 1) return 2
  if (number === 2) return 3
  throw new PkiError('DER_INVALID', 'no version 2 or 3')
}

/** RFC 5280 §4.1.2.2: certificates with a negative or zero serial number exist and are to be handled gracefully. */
export function readSerial(element: der.Element): string {
  const content = der.readSigned(element)
  if ((content[0] ?? 0) >= 0x80) return `-${hex.encode(content)}`
  return hex.encode(der.readMagnitude(element))
}

function readKnown(list: readonly extensions.Extension[]) {
  const find = <T>(oid: string, codec: { parse: (bytes: Uint8Array) => T }): T | undefined => {
    const extension = list.find((one) => one.oid === oid)
    return extension && codec.parse(extension.value)
  }
  const ski = find(oids.subjectKeyIdentifier, extensions.subjectKeyIdentifier)
  const aki = find(oids.authorityKeyIdentifier, extensions.authorityKeyIdentifier)
  const names: readonly GeneralName[] = find(oids.subjectAltName, extensions.generalNames) ?? []
  const access = find(oids.authorityInfoAccess, extensions.authorityInfoAccess) ?? []
  const urls = (method: string): string[] =>
    urisOf(access.filter((one) => one.method === method).map((one) => one.location))
  find(oids.ocspNoCheck, extensions.ocspNoCheck)
  const issuerNames: readonly GeneralName[] =
    find(oids.issuerAltName, extensions.generalNames) ?? []
  return {
    ski: ski && hex.encode(ski),
    aki: aki && {
      keyIdentifier: aki.keyIdentifier && hex.encode(aki.keyIdentifier),
      issuer: directoryNamesOf(aki.issuer ?? [])[0],
      serialNumber: aki.serialNumber && hex.encode(aki.serialNumber),
    },
    basicConstraints: find(oids.basicConstraints, extensions.basicConstraints),
    keyUsage: find(oids.keyUsage, extensions.keyUsage),
    extendedKeyUsage: find(oids.extendedKeyUsage, extensions.extendedKeyUsage),
    policies: find(oids.certificatePolicies, extensions.certificatePolicies)?.map(
      ({ oid, qualifiers }) => {
        const cps = qualifiers.find((one) => one.oid === oids.cps)
        return { oid, cps: cps && der.readText(der.readDer(cps.value, der.tags.ia5String)) }
      },
    ),
    policyMappings: find(oids.policyMappings, policyMappings),
    policyConstraints: find(oids.policyConstraints, policyConstraints),
    inhibitAnyPolicy: find(oids.inhibitAnyPolicy, inhibitAnyPolicy),
    nameConstraints: find(oids.nameConstraints, nameConstraints),
    subjectAltNames: names,
    ocsp: urls(oids.ocsp),
    caIssuers: urls(oids.caIssuers),
    crlDistributionPoints: (
      find(oids.cRLDistributionPoints, extensions.crlDistributionPoints) ?? []
    ).map(({ name, reasons, crlIssuer }) => ({
      uris: urisOf(name?.fullName ?? []),
      directoryNames: directoryNamesOf(name?.fullName ?? []),
      partial: reasons !== undefined || crlIssuer !== undefined,
    })),
    otherNames: names.flatMap((name) => {
      if (name.kind !== 'otherName') return []
      const value = der.readDer(name.value)
      return value.tag === der.tags.utf8String
        ? [{ oid: name.oid, value: der.readText(value) }]
        : []
    }),
    subjectDirectoryNames: directoryNamesOf(names),
    issuerDirectoryNames: directoryNamesOf(issuerNames),
    issuerUris: urisOf(issuerNames),
  }
}

/** TBSCertificate and the structure around it, from values. */
export interface TbsFields {
  /** Hex. */
  readonly serialNumber: string
  readonly algorithm: Uint8Array
  readonly issuer: Uint8Array
  readonly notBefore: Uint8Array
  readonly notAfter: Uint8Array
  readonly subject: Uint8Array
  readonly spki: Uint8Array
  readonly uniqueIds?: readonly Uint8Array[]
  readonly extensions: readonly extensions.Extension[]
  readonly version?: 1 | 2 | 3
}

export function encodeTbs(fields: TbsFields): Uint8Array {
  const { version = 3, serialNumber, uniqueIds = [] } = fields
  return der.sequence(
    ...(version === 1 ? [] : [der.explicit(0, der.integer(version - 1))]),
    encodeSerial(serialNumber),
    fields.algorithm,
    fields.issuer,
    der.sequence(fields.notBefore, fields.notAfter),
    fields.subject,
    fields.spki,
    ...uniqueIds,
    ...(fields.extensions.length === 0
      ? []
      : [der.explicit(3, der.sequenceOf(fields.extensions.map(extensions.encodeExtension)))]),
  )
}

/** @param serialNumber hex, as in Certificate.serialNumber @throws {PkiError} SERIAL_INVALID */
export function encodeSerial(serialNumber: string): Uint8Array {
  const negative = serialNumber.startsWith('-')
  const octets = hex.parse(negative ? serialNumber.slice(1) : serialNumber)
  if (octets === undefined || octets.length === 0)
    throw new PkiError('SERIAL_INVALID', 'no hexadecimal number')
  return negative ? der.tlv(der.tags.integer, octets) : der.integer(octets)
}

export const assemble = (
  tbs: Uint8Array,
  algorithm: Uint8Array,
  signature: Uint8Array,
): Uint8Array => der.sequence(tbs, algorithm, der.bitString(signature))

/** The same octets again, built from the parsed values; parts that are not understood stay as they came. */
export function encodeCertificate(certificate: Certificate): Uint8Array {
  const { version, serialNumber, validity, spki, signature, form } = certificate
  const tbs = encodeTbs({
    version,
    serialNumber,
    algorithm: form.algorithm,
    issuer: reencodeName(certificate.issuer),
    notBefore: der.time(validity.notBefore, form.times[0]),
    notAfter: der.time(validity.notAfter, form.times[1]),
    subject: reencodeName(certificate.subject),
    spki,
    uniqueIds: form.uniqueIds,
    extensions: certificate.extensions.map((extension) => ({
      ...extension,
      value: understood.get(extension.oid)?.(extension.value) ?? extension.value,
    })),
  })
  return assemble(tbs, form.algorithm, signature)
}
