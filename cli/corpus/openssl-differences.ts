/** Where OpenSSL says otherwise than a case expects, and why. One that begins to agree is to be taken out: a test says so. */

const ber = 'it reads BER, and passes over what DER forbids'
const noProfile =
  'it knows no profile: for any use, and with a key usage that is missing, it takes the key'
const lastSecond = 'it ends a validity with the beginning of its last second'

export const differences: Readonly<Record<string, string>> = {
  'certificate/policy-qualifier-unknown': 'it passes over the qualifiers of policies',
  'certificate/signing-without-non-repudiation': noProfile,
  'certificate/signing-without-key-usage': noProfile,
  'certificate/authentication-with-non-repudiation': noProfile,
  'certificate/authentication-without-purpose': noProfile,
  'certificate/end-certificate-that-is-a-ca': noProfile,
  'certificate/last-second': lastSecond,
  'certificate/leap-day-last-second': lastSecond,
  'certificate/leap-day-in-a-common-year': lastSecond,
  'certificate/authority-key-identifier-missing':
    'it takes the first anchor of that name, and tries no other',
  'certificate/trailing-octets': 'it reads the first element of a file',
  'certificate/indefinite-length': ber,
  'certificate/length-not-minimal': ber,
  'certificate/boolean-of-another-value': ber,
  'certificate/default-written-out': ber,
  'certificate/extensions-in-version-1': 'it asks for the version in its strict mode only',
  'chain/linked-by-an-unreadable-neighbour': 'its command line ends at a file that it cannot read',
  'crl/last-second': lastSecond,
  'crl/without-an-end': 'RFC 5280 §5.1.2.5 demands the end of its issuer, not of a verifier',
  'crl/trailing-octets': 'it reads the first element of a file',
  'crl/indefinite-length': ber,
  'crl/extensions-in-version-1': 'it asks for the version in its strict mode only',
  'ocsp/good-by-the-ca':
    'it wants a delegate, and of a self-signed CA that answers itself an option',
  'ocsp/good-by-sha-256': 'it looks for hashes of SHA-1, unless an option says otherwise',
  'ocsp/both-good-and-revoked': 'it takes the first of two statements',
  'ocsp/critical-extension-unknown': 'it passes over critical extensions of an answer',
  'ocsp/trailing-octets': 'it reads the first element of a file',
  'ocsp/indefinite-length': ber,
  'ocsp/nonce-missing': 'it warns, and takes an answer without a nonce',
  'cms/attributes-in-another-order': 'it hashes the attributes in the order in which they came',
  'cms/ca-signs': noProfile,
  'cms/content-type-wrong': 'it does not compare the signed content type with that of the content',
  'cms/signed-attributes-removed': 'it takes a signature without signed attributes, even as CAdES',
  'cms/trailing-octets': 'it reads the first element of a file',
}
