/** The lint of each extension: its value against the profile's rule and the clause of RFC 5280 §4.2. */
import { equalBytes, hex } from '@kazashi/octets'
import { keyIdentifier } from './algorithms.ts'
import { readAttributes } from './attributes.ts'
import type { Certificate } from './certificate.ts'
import { PkiError } from './errors.ts'
import { sameName } from './name.ts'
import type { DistributionPointForm, ExtensionRule } from './profiles/profile.ts'

/** Notes a finding where something does not hold. */
export type Must = (holds: boolean, finding: string) => void

export interface ExtensionContext {
  /** undefined: self-signed. */
  readonly issuer: Certificate | undefined
  /** The policies asked for; default those of the profile. */
  readonly policies?: readonly string[]
}

export function lintExtension(
  rule: ExtensionRule,
  certificate: Certificate,
  { issuer, policies }: ExtensionContext,
  must: Must,
): void {
  switch (rule.id) {
    case 'keyUsage':
      must(
        certificate.keyUsage?.join() === rule.usages.join(),
        'RFC 5280 §4.2.1.3: key usage is not the profile’s',
      )
      return
    case 'extendedKeyUsage':
      must(
        certificate.extendedKeyUsage?.join() === rule.purposes.join(),
        'RFC 5280 §4.2.1.12: extended key usage is not the profile’s',
      )
      return
    case 'basicConstraints':
      must(
        certificate.basicConstraints?.ca === true &&
          certificate.basicConstraints.pathLength === rule.pathLength,
        'RFC 5280 §4.2.1.9: basic constraints are not the profile’s',
      )
      return
    case 'subjectKeyIdentifier':
      must(
        certificate.ski === hex.encode(keyIdentifier(certificate.spki)),
        'RFC 5280 §4.2.1.2: the key identifier is not the SHA-1 of the key',
      )
      return
    case 'authorityKeyIdentifier': {
      const { aki } = certificate
      if (rule.form === 'key') {
        must(
          aki !== undefined &&
            aki.keyIdentifier === issuer?.ski &&
            aki.issuer === undefined &&
            aki.serialNumber === undefined,
          'RFC 5280 §4.2.1.1: authority key identifier does not name the issuer’s key alone',
        )
        return
      }
      must(
        aki !== undefined &&
          issuer !== undefined &&
          aki.keyIdentifier === issuer.ski &&
          aki.serialNumber === issuer.serialNumber &&
          aki.issuer !== undefined &&
          equalBytes(aki.issuer.der, issuer.issuer.der),
        'RFC 5280 §4.2.1.1: authority key identifier does not name the issuer in all three ways',
      )
      return
    }
    case 'issuerAltName':
      if (rule.form === 'uri') {
        must(
          certificate.issuerUris.length === 1 && certificate.issuerUris.every(isHttp),
          'ISO/IEC 18013-5 annex B.1: issuerAltName does not say where the issuer is reached',
        )
        return
      }
      must(
        certificate.issuerDirectoryNames.length === 1 &&
          certificate.issuerDirectoryNames.map(({ text }) => text).join() ===
            issuer?.subjectDirectoryNames.map(({ text }) => text).join(),
        'RFC 5280 §4.2.1.7: issuerAltName is not the issuer’s Japanese name',
      )
      return
    case 'subjectAltName':
      if (rule.form === 'japanese-name') {
        must(certificate.subjectDirectoryNames.length === 1, 'RFC 5280 §4.2.1.6: no Japanese name')
        return
      }
      lintAttributes(certificate, must)
      return
    case 'certificatePolicies':
      must(
        certificate.policies?.map(({ oid }) => oid).join() === (policies ?? rule.policies).join(),
        'RFC 5280 §4.2.1.4: policies are not those asked for',
      )
      must(
        certificate.policies?.every(({ cps }) => cps !== undefined && isHttp(cps)) === true,
        'RFC 5280 §4.2.1.4: a policy without a CPS pointer',
      )
      return
    case 'cRLDistributionPoints':
      lintDistributionPoints(rule.form, certificate, must)
      return
    case 'authorityInfoAccess':
      must(
        certificate.ocsp.length === (rule.methods.includes('ocsp') ? 1 : 0) &&
          certificate.caIssuers.length === (rule.methods.includes('caIssuers') ? 1 : 0) &&
          [...certificate.ocsp, ...certificate.caIssuers].every(isHttp),
        'RFC 5280 §4.2.2.1: the pointers are not the profile’s',
      )
      return
    case 'ocspNoCheck':
      return
  }
}

function lintAttributes(certificate: Certificate, must: Must): void {
  try {
    must(readAttributes(certificate) !== undefined, 'profile: no attributes')
  } catch (error) {
    if (!(error instanceof PkiError)) throw error
    must(false, `profile: ${error.message}`)
  }
}

function lintDistributionPoints(
  form: DistributionPointForm,
  certificate: Certificate,
  must: Must,
): void {
  const [point, ...more] = certificate.crlDistributionPoints
  const uris = form === 'municipality-and-uri' || form === 'uri' ? 1 : 0
  const directoryNames = form === 'uri' ? 0 : 1
  must(
    point !== undefined &&
      more.length === 0 &&
      point.directoryNames.length === directoryNames &&
      !point.partial &&
      point.uris.length === uris &&
      point.uris.every(isHttp),
    'RFC 5280 §4.2.1.13: not the one distribution point of the profile',
  )
  const name = point?.directoryNames[0]
  if (name === undefined) return
  if (form === 'own-name')
    must(
      sameName(name, certificate.subject),
      'profile: the distribution point is not the CA itself',
    )
  else {
    const types = name.attributes.map(([type]) => type).join()
    must(
      types === 'C,O,OU,OU,OU,CN' && / CRLDP$/.test(name.attributes[5]?.[1] ?? ''),
      'profile: the distribution point is no municipality’s',
    )
  }
}

function isHttp(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}
