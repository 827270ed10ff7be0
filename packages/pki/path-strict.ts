/**
 * Duties of those who issue certificates (RFC 5280 §4.1, §4.2), which do not decide whether a path is valid: looked at where a verifier is asked
 * to be strict.
 */
import type { Certificate } from './certificate.ts'
import { PkiError } from './errors.ts'
import { sameName } from './name.ts'
import { oids } from './oids.ts'

const serialOctets = 20

/** Letters, digits and hyphens, no address (RFC 5280 §4.2.1.6, RFC 1034 §3.5). */
const isDnsName = (name: string): boolean =>
  /^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(
    name,
  ) && !/^[\d.]+$/.test(name)

const isCritical = ({ extensions }: Certificate, sought: string): boolean | undefined =>
  extensions.find(({ oid }) => oid === sought)?.critical

function faultOf(certificate: Certificate, isAbove: boolean): string | undefined {
  const { serialNumber, subject, issuer, aki, ski, basicConstraints, keyUsage } = certificate
  const isCa = basicConstraints?.ca === true
  if (!isAbove && !/^(?!-|0*$)/.test(serialNumber)) return 'its serial number is not positive'
  if (!isAbove && serialNumber.length > 2 * serialOctets) return 'its serial number is too long'
  if (!sameName(issuer, subject) && aki?.keyIdentifier === undefined)
    return 'it has no authority key identifier'
  if (isCa && ski === undefined) return 'a CA’s without subject key identifier'
  if (isCa && subject.rdns.length === 0) return 'a CA’s without a name'
  if (isCa && isCritical(certificate, oids.basicConstraints) === false)
    return 'its basic constraints are not critical'
  if (!isCa && keyUsage?.includes('keyCertSign')) return 'it may sign certificates and is no CA’s'
  if (!isCa && certificate.nameConstraints) return 'name constraints in one that is no CA’s'
  for (const oid of [oids.nameConstraints, oids.policyConstraints, oids.inhibitAnyPolicy])
    if (isCritical(certificate, oid) === false) return `${oid} is not critical`
  if (subject.rdns.length === 0 && isCritical(certificate, oids.subjectAltName) !== true)
    return 'no subject, and no critical subject alternative name'
  for (const name of certificate.subjectAltNames)
    if (name.kind === 'dns' && !isDnsName(name.value)) return `no DNS name: ${name.value}`
  return undefined
}

/** @throws {PkiError} PATH_STRICT */
export function checkDuties(anchor: Certificate, chain: readonly Certificate[]): void {
  for (const certificate of new Set([anchor, ...chain])) {
    const fault = faultOf(certificate, !chain.includes(certificate))
    if (fault !== undefined)
      throw new PkiError('PATH_STRICT', `${certificate.subject.text}: ${fault}`)
  }
}
