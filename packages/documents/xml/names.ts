/** Namespaces and algorithms by their URIs (XML Signature 1.1 §6, RFC 9231), and what this package thinks of each. */
import type { hashes } from './hashes.ts'

export const dsig = 'http://www.w3.org/2000/09/xmldsig#'
export const dsig11 = 'http://www.w3.org/2009/xmldsig11#'
export const xades = 'http://uri.etsi.org/01903/v1.3.2#'
export const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties'
const more = 'http://www.w3.org/2001/04/xmldsig-more#'
const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#'
const xmlenc = 'http://www.w3.org/2001/04/xmlenc#'

export type XmlHash = keyof typeof hashes

export const digests: Readonly<Record<string, XmlHash>> = {
  [`${dsig}sha1`]: 'SHA-1',
  [`${xmlenc}sha256`]: 'SHA-256',
  [`${more}sha384`]: 'SHA-384',
  [`${xmlenc}sha512`]: 'SHA-512',
}

export interface SignatureMethod {
  readonly kind: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA'
  readonly hash: XmlHash
}
export const signatures: Readonly<Record<string, SignatureMethod>> = {
  [`${dsig}rsa-sha1`]: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' },
  [`${more}rsa-sha256`]: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  [`${more}rsa-sha384`]: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  [`${more}rsa-sha512`]: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  [`${more2007}sha256-rsa-MGF1`]: { kind: 'RSA-PSS', hash: 'SHA-256' },
  [`${more2007}sha384-rsa-MGF1`]: { kind: 'RSA-PSS', hash: 'SHA-384' },
  [`${more2007}sha512-rsa-MGF1`]: { kind: 'RSA-PSS', hash: 'SHA-512' },
  [`${more}ecdsa-sha1`]: { kind: 'ECDSA', hash: 'SHA-1' },
  [`${more}ecdsa-sha256`]: { kind: 'ECDSA', hash: 'SHA-256' },
  [`${more}ecdsa-sha384`]: { kind: 'ECDSA', hash: 'SHA-384' },
  [`${more}ecdsa-sha512`]: { kind: 'ECDSA', hash: 'SHA-512' },
}

/** Known, and refused whatever is asked for: a secret key proves nothing to others, DSA and MD5 are of the past. */
export const refusedAlgorithm = /#(hmac-|dsa-|rsa-md5$|md5$|ripemd)|-ripemd/

type CanonicalMode = '1.0' | '1.1' | 'exclusive'
export interface Canonicalization {
  readonly mode: CanonicalMode
  readonly withComments: boolean
}
export const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const inclusive11 = 'http://www.w3.org/2006/12/xml-c14n11'
export const canonicalizations: Readonly<Record<string, Canonicalization>> = {
  [inclusive]: { mode: '1.0', withComments: false },
  [`${inclusive}#WithComments`]: { mode: '1.0', withComments: true },
  [inclusive11]: { mode: '1.1', withComments: false },
  [`${inclusive11}#WithComments`]: { mode: '1.1', withComments: true },
  [exclusive]: { mode: 'exclusive', withComments: false },
  [`${exclusive}WithComments`]: { mode: 'exclusive', withComments: true },
}

export const envelopedSignature = `${dsig}enveloped-signature`
export const xpathTransform = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
/** XPath but for one expression, its filter, XSLT and base64. */
export const refusedTransforms: ReadonlySet<string> = new Set([
  xpathTransform,
  'http://www.w3.org/2002/06/xmldsig-filter2',
  'http://www.w3.org/TR/1999/REC-xslt-19991116',
  `${dsig}base64`,
])

/** The URI of something in one of the tables. @throws {TypeError} there is none */
export function uriOf<T>(table: Readonly<Record<string, T>>, is: (value: T) => boolean): string {
  const found = Object.entries(table).find(([, value]) => is(value))
  if (found === undefined) throw new TypeError('nothing of that kind')
  return found[0]
}
