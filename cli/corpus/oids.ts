/** Object identifiers of what the cases change, by the names that their standards give them. */
export const oids = {
  // RFC 5280 §4.2, §5.2, §5.3
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  deltaCRLIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  anyPolicy: '2.5.29.32.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  sha1WithRSAEncryption: '1.2.840.113549.1.1.5',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha1: '1.3.14.3.2.26',
  // RFC 6960
  ocspBasic: '1.3.6.1.5.5.7.48.1.1',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  // RFC 5652, RFC 5035
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  data: '1.2.840.113549.1.7.1',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  // Nobody's (RFC 5612 leaves 32473 for examples).
  unknown: '1.3.6.1.4.1.32473.1',
  // otherNames of a signing certificate
  attributes: {
    name: '1.2.392.200149.8.5.5.1',
    nameFlags: '1.2.392.200149.8.5.5.2',
    sex: '1.2.392.200149.8.5.5.3',
    birthDate: '1.2.392.200149.8.5.5.4',
    address: '1.2.392.200149.8.5.5.5',
    addressFlags: '1.2.392.200149.8.5.5.6',
  },
} as const
