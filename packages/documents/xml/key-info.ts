/** KeyInfo (XML Signature 1.1 §4.5): the certificates of X509Data and the keys that are given as such. Names of keys say nothing here. */
import { equalBytes } from '@kazashi/octets'
import { type Certificate, PkiError, parseCertificate } from '@kazashi/pki'
import type { XmlElement } from 'libxml2-wasm'
import { DocumentError } from '../errors.ts'
import type { OpenXml } from './document.ts'
import { limits } from './limits.ts'
import { dsig11 } from './names.ts'
import { attributeOf, childrenOf, isNamed, octetsOf } from './reading.ts'
import { elementOf } from './references.ts'
import { ecKey, rsaKey } from './spki.ts'

export interface KeyInfo {
  /** Each once. */
  readonly certificates: readonly Certificate[]
  /** SubjectPublicKeyInfo, DER. */
  readonly keys: readonly Uint8Array[]
}

function readCertificate(element: XmlElement): Certificate {
  try {
    return parseCertificate(octetsOf(element, 'XML_CERTIFICATE_MALFORMED'))
  } catch (cause) {
    if (cause instanceof PkiError) throw new DocumentError('XML_CERTIFICATE_MALFORMED', { cause })
    throw cause
  }
}

function readKeyValue(element: XmlElement): Uint8Array {
  const [value, ...more] = childrenOf(element, 'XML_KEY_MALFORMED')
  if (value === undefined || more.length > 0) throw new DocumentError('XML_KEY_MALFORMED')
  const [first, second, ...others] = childrenOf(value, 'XML_KEY_MALFORMED')
  if (isNamed(value, 'RSAKeyValue') && isNamed(first, 'Modulus') && isNamed(second, 'Exponent'))
    return rsaKey(octetsOf(first, 'XML_KEY_MALFORMED'), octetsOf(second, 'XML_KEY_MALFORMED'))
  if (isNamed(value, 'ECKeyValue', dsig11)) {
    const curve = isNamed(first, 'NamedCurve', dsig11) ? attributeOf(first, 'URI') : ''
    const isOid = /^urn:oid:\d+(\.\d+)+$/.test(curve)
    if (!isOid || !isNamed(second, 'PublicKey', dsig11) || others.length > 0)
      throw new DocumentError('XML_KEY_MALFORMED', 'no named curve with its point')
    return ecKey(curve.slice(8), octetsOf(second, 'XML_KEY_MALFORMED'))
  }
  if (isNamed(value, 'DSAKeyValue'))
    throw new DocumentError('XML_ALGORITHM_REFUSED', 'refused by policy: DSA')
  throw new DocumentError('XML_KEY_MALFORMED', value.name)
}

/**
 * A KeyInfoReference is followed once, within the document.
 * @throws {DocumentError} XML_CERTIFICATE_MALFORMED, XML_KEY_MALFORMED, XML_TOO_MANY_CERTIFICATES, XML_ID_AMBIGUOUS, XML_REFERENCE_UNRESOLVED
 */
export function readKeyInfo(opened: OpenXml, element: XmlElement | undefined, depth = 0): KeyInfo {
  const certificates: Certificate[] = []
  const keys: Uint8Array[] = []
  const add = (certificate: Certificate): void => {
    if (!certificates.some((one) => equalBytes(one.der, certificate.der)))
      certificates.push(certificate)
  }
  const parts = element === undefined ? [] : childrenOf(element)
  const enclosed = parts
    .filter((one) => isNamed(one, 'X509Data'))
    .flatMap((one) => childrenOf(one))
    .filter((one) => isNamed(one, 'X509Certificate'))
  if (enclosed.length > limits.certificates) throw new DocumentError('XML_TOO_MANY_CERTIFICATES')
  for (const one of enclosed) add(readCertificate(one))
  for (const one of parts) {
    if (isNamed(one, 'KeyValue')) keys.push(readKeyValue(one))
    if (isNamed(one, 'DEREncodedKeyValue', dsig11)) keys.push(octetsOf(one, 'XML_KEY_MALFORMED'))
    if (isNamed(one, 'KeyInfoReference', dsig11)) {
      const uri = attributeOf(one, 'URI')
      if (!uri.startsWith('#') || depth > 0)
        throw new DocumentError('XML_REFERENCE_UNRESOLVED', 'a KeyInfo elsewhere')
      const named = elementOf(opened, uri.slice(1))
      if (!isNamed(named, 'KeyInfo'))
        throw new DocumentError('XML_SIGNATURE_MALFORMED', 'no KeyInfo')
      const inner = readKeyInfo(opened, named, depth + 1)
      for (const certificate of inner.certificates) add(certificate)
      for (const key of inner.keys) keys.push(key)
    }
  }
  if (certificates.length > limits.certificates || keys.length > limits.certificates)
    throw new DocumentError('XML_TOO_MANY_CERTIFICATES')
  return { certificates, keys }
}
