/**
 * The profiles. Root and card: read off the published roots and card certificates. Parts that are not public (responder, phone,
 * policy OIDs of the test arc but the card's signing one) are our choice and marked so. IACA and document signer, which vouch
 * for an iPhone's attributes: ISO/IEC 18013-5 annex B, whether the real ones keep to it is not public.
 */
import { oids } from '../oids.ts'
import type { Profile, ProfileName } from './profile.ts'

const keys = ['RS256', 'ES384'] as const

const rootCa: Profile = {
  name: 'rootCa',
  source: 'the six published roots',
  subject: ['C', 'O', 'OU', 'OU'],
  commonName: undefined,
  serialNumber: 'up-to-twenty-octets',
  // The published ones last ten years to the end of a day; how long an anchor is trusted is its operator's matter.
  endsWithDay: false,
  longestYears: undefined,
  keys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['keyCertSign', 'cRLSign'] },
    { id: 'subjectAltName', critical: false, form: 'japanese-name' },
    { id: 'basicConstraints', critical: true, ca: true },
    { id: 'cRLDistributionPoints', critical: false, form: 'own-name' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

/** Our choice, after RFC 6960 §4.2.2.2: delegated, never itself asked for by OCSP, so short-lived. */
const ocspResponder: Profile = {
  name: 'ocspResponder',
  source: 'RFC 6960 §4.2.2.2 (our choice)',
  subject: ['C', 'O', 'OU', 'CN'],
  commonName: /^.{1,64}$/u,
  serialNumber: 'up-to-twenty-octets',
  endsWithDay: false,
  longestYears: undefined,
  keys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature'] },
    { id: 'extendedKeyUsage', critical: false, purposes: [oids.ocspSigning] },
    { id: 'ocspNoCheck', critical: false },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

/** Our choice, after RFC 3161 §2.3: its key stamps times and nothing else. */
const timeStamping: Profile = {
  ...ocspResponder,
  name: 'timeStamping',
  source: 'RFC 3161 §2.3 (our choice)',
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature'] },
    { id: 'extendedKeyUsage', critical: true, purposes: [oids.timeStamping] },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

const cardSigning: Profile = {
  name: 'cardSigning',
  source: 'signing certificates of cards',
  subject: ['C', 'L', 'L', 'CN'],
  commonName: /^\d{28}$/,
  serialNumber: 'four-octets',
  endsWithDay: true,
  longestYears: 5,
  keys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature', 'nonRepudiation'] },
    { id: 'subjectAltName', critical: false, form: 'attributes' },
    { id: 'certificatePolicies', critical: true, policies: ['1.2.392.200149.8.5.1.0.20'] },
    { id: 'issuerAltName', critical: false, form: 'japanese-name' },
    { id: 'cRLDistributionPoints', critical: false, form: 'municipality' },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

/** The policy is our choice: the production one (…1.3.30) moved to the test arc as the signing one is. */
const cardAuthentication: Profile = {
  name: 'cardAuthentication',
  source: 'authentication certificates of cards',
  subject: ['C', 'CN'],
  commonName: /^[0-9A-Z]{14}\d{5}003A$/,
  serialNumber: 'four-octets',
  endsWithDay: true,
  longestYears: 5,
  keys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature'] },
    { id: 'extendedKeyUsage', critical: false, purposes: [oids.clientAuth] },
    { id: 'certificatePolicies', critical: true, policies: ['1.2.392.200149.8.5.1.0.30'] },
    { id: 'issuerAltName', critical: false, form: 'japanese-name' },
    { id: 'cRLDistributionPoints', critical: false, form: 'municipality' },
    { id: 'authorityInfoAccess', critical: false, methods: ['ocsp'] },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

/** Our choice where the phone's differ: pointers by URI, 128-bit serials, the policies. */
const phoneSigning: Profile = {
  ...cardSigning,
  name: 'phoneSigning',
  source: 'the card profile; pointers, serial and policy are our choice',
  serialNumber: 'up-to-twenty-octets',
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature', 'nonRepudiation'] },
    { id: 'subjectAltName', critical: false, form: 'attributes' },
    { id: 'certificatePolicies', critical: true, policies: ['1.2.392.200149.8.5.1.0.40'] },
    { id: 'issuerAltName', critical: false, form: 'japanese-name' },
    { id: 'cRLDistributionPoints', critical: false, form: 'municipality-and-uri' },
    { id: 'authorityInfoAccess', critical: false, methods: ['ocsp', 'caIssuers'] },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

const phoneAuthentication: Profile = {
  ...cardAuthentication,
  name: 'phoneAuthentication',
  source: 'the card profile; pointers, serial and policy are our choice',
  serialNumber: 'up-to-twenty-octets',
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature'] },
    { id: 'extendedKeyUsage', critical: false, purposes: [oids.clientAuth] },
    { id: 'certificatePolicies', critical: true, policies: ['1.2.392.200149.8.5.1.0.50'] },
    { id: 'issuerAltName', critical: false, form: 'japanese-name' },
    { id: 'cRLDistributionPoints', critical: false, form: 'municipality-and-uri' },
    { id: 'authorityInfoAccess', critical: false, methods: ['ocsp', 'caIssuers'] },
    { id: 'authorityKeyIdentifier', critical: false, form: 'all' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

const mdocKeys = ['ES256', 'ES384'] as const

/** Annex B.1.2: the issuing authority's own CA, for nothing but mdocs. */
const iaca: Profile = {
  name: 'iaca',
  source: 'ISO/IEC 18013-5:2021 annex B.1.2',
  subject: ['C', 'O', 'CN'],
  commonName: /^.{1,64}$/u,
  serialNumber: 'drawn',
  endsWithDay: false,
  longestYears: 20,
  keys: mdocKeys,
  extensions: [
    { id: 'subjectKeyIdentifier', critical: false },
    { id: 'keyUsage', critical: true, usages: ['keyCertSign', 'cRLSign'] },
    { id: 'issuerAltName', critical: false, form: 'uri' },
    { id: 'basicConstraints', critical: true, ca: true, pathLength: 0 },
    { id: 'cRLDistributionPoints', critical: false, form: 'uri' },
  ],
}

/** Annex B.1.4: signs mobile security objects. 457 days are fifteen months and a day. */
const documentSigner: Profile = {
  name: 'documentSigner',
  source: 'ISO/IEC 18013-5:2021 annex B.1.4',
  subject: ['C', 'O', 'CN'],
  commonName: /^.{1,64}$/u,
  serialNumber: 'drawn',
  endsWithDay: false,
  longestYears: undefined,
  longestDays: 457,
  keys: mdocKeys,
  extensions: [
    { id: 'authorityKeyIdentifier', critical: false, form: 'key' },
    { id: 'subjectKeyIdentifier', critical: false },
    { id: 'keyUsage', critical: true, usages: ['digitalSignature'] },
    { id: 'issuerAltName', critical: false, form: 'uri' },
    { id: 'cRLDistributionPoints', critical: false, form: 'uri' },
    { id: 'extendedKeyUsage', critical: true, purposes: [oids.mdocDocumentSigner] },
  ],
}

/** Our choice: the sandbox's own CA for the seals of municipalities, apart from that of persons. */
const municipalCa: Profile = {
  name: 'municipalCa',
  source: 'RFC 5280 §4.2 (our choice)',
  subject: ['C', 'O', 'CN'],
  commonName: /^.{1,64}$/u,
  serialNumber: 'drawn',
  endsWithDay: false,
  longestYears: 10,
  keys: mdocKeys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['keyCertSign', 'cRLSign'] },
    { id: 'basicConstraints', critical: true, ca: true, pathLength: 0 },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

/** Our choice: seals the papers that a municipality issues (職責印), and nothing else. */
const municipalSeal: Profile = {
  name: 'municipalSeal',
  source: 'RFC 5280 §4.2, ETSI EN 319 412-3 (our choice)',
  subject: ['C', 'O', 'CN'],
  commonName: /^.{1,64}$/u,
  serialNumber: 'drawn',
  endsWithDay: false,
  longestYears: 10,
  keys: mdocKeys,
  extensions: [
    { id: 'keyUsage', critical: true, usages: ['digitalSignature', 'nonRepudiation'] },
    { id: 'authorityKeyIdentifier', critical: false, form: 'key' },
    { id: 'subjectKeyIdentifier', critical: false },
  ],
}

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  rootCa,
  ocspResponder,
  timeStamping,
  cardSigning,
  cardAuthentication,
  phoneSigning,
  phoneAuthentication,
  iaca,
  documentSigner,
  municipalCa,
  municipalSeal,
}
