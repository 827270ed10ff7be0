/** Signed properties of XAdES (ETSI EN 319 132-1 §4.3, §5.2): signing time and the signing certificate. Written and read. */
import { base64, equalBytes } from '@kazashi/octets'
import type { Certificate } from '@kazashi/pki'
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import { find } from './document.ts'
import { hashes } from './hashes.ts'
import { digests, dsig, uriOf, type XmlHash, xades } from './names.ts'
import {
  attributeOf,
  childrenOf,
  isNamed,
  octetsOf,
  optionalAttribute,
  plainText,
} from './reading.ts'
import type { Covered } from './references.ts'
import type { SignatureParts } from './signature-element.ts'
import type { XmlPolicy } from './signed-info.ts'

export interface SignedProperties {
  readonly signingTime: Date | undefined
  /** Of the signing certificate. */
  readonly certificate: { readonly hash: XmlHash; readonly digest: Uint8Array } | undefined
}
const none: SignedProperties = { signingTime: undefined, certificate: undefined }

/** @param id of the signature @param hash of the certificate's digest @returns an Object, with the prefixes `ds` and `xades` */
export function writeProperties(
  id: string,
  time: Date,
  certificate: Certificate,
  hash: XmlHash,
): string {
  const written = time.toISOString().replace(/\.\d{3}Z$/, 'Z')
  const digest = base64.encode(hashes[hash](certificate.der))
  const method = uriOf(digests, (one) => one === hash)
  return (
    `<ds:Object><xades:QualifyingProperties xmlns:xades="${xades}" Target="#${id}">` +
    `<xades:SignedProperties Id="${id}-properties"><xades:SignedSignatureProperties>` +
    `<xades:SigningTime>${written}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${method}"/>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>` +
    '</xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object>'
  )
}

const malformed = (detail: string): never => {
  throw new DocumentError('XML_PROPERTIES_MALFORMED', detail)
}

/** xsd:dateTime with its zone; a day that no calendar has is none. */
function readTime(text: string): Date {
  const form =
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/
  const parts = form.exec(text)
  const [, year, month, day] = parts ?? []
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day))
    return malformed('no date with its time and zone')
  return new Date(text.replace(/(\.\d{3})\d+/, '$1'))
}

function readCertificate(element: XmlElement, policy: XmlPolicy): SignedProperties['certificate'] {
  const [cert] = childrenOf(element, 'XML_PROPERTIES_MALFORMED')
  const [value] = cert ? childrenOf(cert, 'XML_PROPERTIES_MALFORMED') : []
  if (!isNamed(value, 'CertDigest', xades)) return malformed('no CertDigest')
  const [method, digest] = childrenOf(value, 'XML_PROPERTIES_MALFORMED')
  if (!isNamed(method, 'DigestMethod', dsig) || !isNamed(digest, 'DigestValue', dsig))
    return malformed('no digest')
  const algorithm = attributeOf(method, 'Algorithm')
  const hash = Object.hasOwn(digests, algorithm) ? digests[algorithm] : undefined
  if (hash === undefined) throw new DocumentError('XML_ALGORITHM_UNSUPPORTED', algorithm)
  if (hash === 'SHA-1' && policy.allowSha1 !== true)
    throw new DocumentError('XML_ALGORITHM_REFUSED', `refused by policy: ${algorithm}`)
  return { hash, digest: octetsOf(digest, 'XML_PROPERTIES_MALFORMED') }
}

/** SignedProperties of this signature: one, or it is not clear whose they are. */
function propertiesOf({ element, objects }: SignatureParts): XmlElement | undefined {
  const id = optionalAttribute(element, 'Id')
  const qualifying = objects
    .flatMap((object) => find(object, '*'))
    .filter((one) => isNamed(one, 'QualifyingProperties', xades))
  if (qualifying.some((one) => id === undefined || optionalAttribute(one, 'Target') !== `#${id}`))
    return malformed('properties of another signature')
  const [signed, ...others] = qualifying
    .flatMap((one) => childrenOf(one, 'XML_PROPERTIES_MALFORMED'))
    .filter((one) => isNamed(one, 'SignedProperties', xades))
  return others.length > 0 ? malformed('signed properties twice') : signed
}

/**
 * @param covers what the signature covers
 * @throws {DocumentError} XML_PROPERTIES_MALFORMED, XML_ALGORITHM_REFUSED, XML_ALGORITHM_UNSUPPORTED
 */
export function readProperties(
  signature: SignatureParts,
  covers: readonly Covered[],
  policy: XmlPolicy,
): SignedProperties {
  const signed = propertiesOf(signature)
  const [covered, ...others] = covers.filter(
    (one) => 'name' in one && one.name === 'SignedProperties' && one.namespace === xades,
  )
  if (covered === undefined) return none
  // Moved to where nobody looks for them, they would say nothing any more. An ID that a Reference names is of one element alone.
  const isOwn = 'id' in covered && signed && optionalAttribute(signed, 'Id') === covered.id
  if (!isOwn || others.length > 0) return malformed('signed properties that are not in their place')
  const [of] = childrenOf(signed, 'XML_PROPERTIES_MALFORMED')
  if (!isNamed(of, 'SignedSignatureProperties', xades)) return none
  const children = childrenOf(of, 'XML_PROPERTIES_MALFORMED')
  const [time, ...times] = children.filter((one) => isNamed(one, 'SigningTime', xades))
  const certificates = children.filter((one) => /^SigningCertificate(V2)?$/.test(one.name))
  const [certificate] = certificates
  if (times.length > 0 || certificates.length > 1) return malformed('one property twice')
  return {
    signingTime: time && readTime(plainText(time, 'XML_PROPERTIES_MALFORMED')),
    certificate: certificate && readCertificate(certificate, policy),
  }
}

/** Whether the properties name this certificate; they do where they name none. */
export const namesCertificate = (
  { certificate }: SignedProperties,
  candidate: Certificate,
): boolean =>
  certificate === undefined ||
  equalBytes(hashes[certificate.hash](candidate.der), certificate.digest)
