/** Where a certificate points to (RFC 5280 §4.2.2.1, §4.2.1.13): plain http on the repository's own name. */
import type { CertificateKind } from '@kazashi/lifecycle'

export const ocspPath = (kind: CertificateKind) => `/pki/ocsp/${kind}`
export const caPath = (kind: CertificateKind) => `/pki/ca/${kind}.cer`
export const crlPath = (kind: CertificateKind, municipality: string) =>
  `/pki/crl/${kind}/${municipality}.crl`

/** Of what vouches for attributes on iPhones. */
export const iacaPath = '/pki/ca/iaca.cer'
export const iacaCrlPath = '/pki/crl/attributes/iaca.crl'

/** @param repository origin, e.g. http://localhost:4000 @param municipality five digits */
export const locationsOf = (repository: string, kind: CertificateKind, municipality: string) => ({
  ocsp: `${repository}${ocspPath(kind)}`,
  caIssuers: `${repository}${caPath(kind)}`,
  crl: `${repository}${crlPath(kind, municipality)}`,
})
