/** Extensions as such (RFC 5280 §4.2, §5.2): once each, critical or not, not empty, and the key identifiers that must be there. */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { readGeneralName } from './alternative-names.ts'
import { isSelfIssued } from './names.ts'
import { inside, type LooseCertificate, type LooseExtension, listOf, readable } from './reading.ts'
import type { DutyCode, Note } from './table.ts'

/** By name, critical or not; where it is none of these, either will do. */
const criticality: Readonly<Record<string, readonly [wanted: boolean, fault: DutyCode]>> = {
  authorityKeyIdentifier: [false, 'MUST_NOT_BE_CRITICAL'],
  subjectKeyIdentifier: [false, 'MUST_NOT_BE_CRITICAL'],
  subjectDirectoryAttributes: [false, 'MUST_NOT_BE_CRITICAL'],
  freshestCRL: [false, 'MUST_NOT_BE_CRITICAL'],
  authorityInfoAccess: [false, 'MUST_NOT_BE_CRITICAL'],
  subjectInfoAccess: [false, 'MUST_NOT_BE_CRITICAL'],
  cRLNumber: [false, 'MUST_NOT_BE_CRITICAL'],
  reasonCode: [false, 'MUST_NOT_BE_CRITICAL'],
  invalidityDate: [false, 'MUST_NOT_BE_CRITICAL'],
  issuerAltName: [false, 'SHOULD_NOT_BE_CRITICAL'],
  cRLDistributionPoints: [false, 'SHOULD_NOT_BE_CRITICAL'],
  nameConstraints: [true, 'MUST_BE_CRITICAL'],
  policyConstraints: [true, 'MUST_BE_CRITICAL'],
  inhibitAnyPolicy: [true, 'MUST_BE_CRITICAL'],
  issuingDistributionPoint: [true, 'MUST_BE_CRITICAL'],
  deltaCRLIndicator: [true, 'MUST_BE_CRITICAL'],
  certificateIssuer: [true, 'MUST_BE_CRITICAL'],
  keyUsage: [true, 'SHOULD_BE_CRITICAL'],
  policyMappings: [true, 'SHOULD_BE_CRITICAL'],
}

/** SEQUENCE SIZE (1..MAX) OF. */
const lists: ReadonlySet<string> = new Set([
  'subjectAltName',
  'issuerAltName',
  'extendedKeyUsage',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'nameConstraints',
  'authorityInfoAccess',
  'subjectInfoAccess',
  'subjectDirectoryAttributes',
  'cRLDistributionPoints',
  'freshestCRL',
])

/** Of a certificate, a CRL or an entry. @param prefix where they stand, e.g. `entry.` */
export function judgeExtensions(
  extensions: readonly LooseExtension[],
  note: Note,
  prefix = '',
): void {
  const seen = new Set<string>()
  for (const { oid, name, critical, isDefaultWritten, value } of extensions) {
    const at = `${prefix}${name}`
    if (seen.has(oid)) note('EXTENSION_TWICE', at)
    seen.add(oid)
    if (isDefaultWritten) note('DEFAULT_WRITTEN', `${at}.critical`)
    const [wanted, fault] = criticality[name] ?? []
    if (fault !== undefined && critical !== wanted) note(fault, at)
    if (lists.has(name))
      readable(note, at, () => {
        if (listOf(value).length === 0) note('EMPTY_LIST', at)
      })
  }
}

export function judgeCertificateExtensions(certificate: LooseCertificate, note: Note): void {
  const { extensions, isCa, subject } = certificate
  judgeExtensions(extensions, note)
  const find = (sought: string): LooseExtension | undefined =>
    extensions.find(({ oid }) => oid === sought)
  if (isCa && find(oids.basicConstraints)?.critical === false)
    note('MUST_BE_CRITICAL', 'basicConstraints')
  if (subject.content.length > 0 && find(oids.subjectAltName)?.critical)
    note('SHOULD_NOT_BE_CRITICAL', 'subjectAltName')
  if (find(oids.subjectKeyIdentifier) === undefined)
    note(isCa ? 'CA_KEY_IDENTIFIER_MISSING' : 'KEY_IDENTIFIER_MISSING', 'subjectKeyIdentifier')
  if (!isSelfIssued(certificate)) judgeAuthorityKey(extensions, note)
}

/** Of a certificate or a CRL. */
export function judgeAuthorityKey(extensions: readonly LooseExtension[], note: Note): void {
  const at = 'authorityKeyIdentifier'
  readable(note, at, () => {
    const value = extensions.find(({ oid }) => oid === oids.authorityKeyIdentifier)?.value
    const parts = value ? listOf(value) : []
    if (!parts.some(({ tag }) => tag === der.context(0))) note('AUTHORITY_KEY_MISSING', at)
    for (const part of parts)
      if (part.tag === der.context(1, true)) inside(part).map(readGeneralName)
  })
}
