/** Issuing by profile: build the TBSCertificate, check it, and sign only the checked octets. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { hex } from '@kazashi/octets'
import { keyIdentifier } from './algorithms.ts'
import { type CertificateAttributes, encodeAttributes } from './attributes.ts'
import { type Certificate, type CertificateInput, certificateOf, encodeTbs } from './certificate.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import * as extensions from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import { checkCertificate, signChecked } from './lint.ts'
import { encodeName } from './name.ts'
import { oids } from './oids.ts'
import { profiles } from './profiles/index.ts'
import {
  caName,
  caUnit,
  crlDistributionPointName,
  japaneseCaName,
  type MunicipalityName,
  sandboxOrganization,
} from './profiles/names.ts'
import type { DistributionPointForm, ExtensionRule } from './profiles/profile.ts'
import { encodeSignatureAlgorithm } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

interface Common {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Hex: by cardSerial (four octets) for card profiles, by phoneSerial for phone profiles. */
  readonly serialNumber: string
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date }
}
interface ByCa {
  readonly issuer: { readonly certificate: CertificateInput; readonly signer: Signer }
}
interface Personal {
  readonly commonName: string
  readonly municipality: MunicipalityName
  /** Default: the profile's. */
  readonly policies?: readonly string[]
  /** Default: the pointer in today's certificates. */
  readonly cps?: string
}
/** URLs, http or https. */
export interface PhoneLocations {
  readonly ocsp: string
  readonly caIssuers: string
  readonly crl: string
}

/** http or https: where the issuer is reached, and its CRL. */
export interface MdocLocations {
  readonly contact: string
  readonly crl: string
}
/** Of ISO/IEC 18013-5 annex B. */
interface ForMdocs {
  readonly commonName: string
  /** Default 'JPKI SANDBOX'. */
  readonly organization?: string
  readonly locations: MdocLocations
}

/** Of papers that municipalities issue. */
interface ForPapers {
  readonly commonName: string
  /** Default 'JPKI SANDBOX'. */
  readonly organization?: string
}

export type IssueRequest =
  | (Common & {
      readonly profile: 'rootCa'
      readonly purpose: CertificateKind
      /** Default 'JPKI SANDBOX'. */
      readonly organization?: string
      readonly issuer: { readonly signer: Signer }
    })
  | (Common &
      ByCa & {
        readonly profile: 'ocspResponder' | 'timeStamping'
        readonly commonName: string
      })
  | (Common &
      ByCa &
      Personal & { readonly profile: 'cardSigning'; readonly attributes: CertificateAttributes })
  | (Common &
      ByCa &
      Personal & {
        readonly profile: 'cardAuthentication'
        readonly locations: { readonly ocsp: string }
      })
  | (Common &
      ByCa &
      Personal & {
        readonly profile: 'phoneSigning'
        readonly attributes: CertificateAttributes
        readonly locations: PhoneLocations
      })
  | (Common &
      ByCa &
      Personal & {
        readonly profile: 'phoneAuthentication'
        readonly locations: PhoneLocations
      })
  | (Common & ForMdocs & { readonly profile: 'iaca'; readonly issuer: { readonly signer: Signer } })
  | (Common & ForMdocs & ByCa & { readonly profile: 'documentSigner' })
  | (Common &
      ForPapers & { readonly profile: 'municipalCa'; readonly issuer: { readonly signer: Signer } })
  | (Common & ForPapers & ByCa & { readonly profile: 'municipalSeal' })

const defaultCps = 'http://www.jpki.go.jp/cps.html'

/**
 * @returns the certificate, DER
 * @throws {PkiError} LINT_FAILED with findings, PROFILE_INPUT_INVALID, ATTRIBUTES_MALFORMED, SERIAL_INVALID, DER_INVALID
 */
export async function issueCertificate(request: IssueRequest): Promise<Uint8Array> {
  const profile = profiles[request.profile]
  const { signer } = request.issuer
  const issuer =
    'certificate' in request.issuer ? certificateOf(request.issuer.certificate) : undefined
  const subject = encodeName(subjectOf(request))
  const tbs = encodeTbs({
    serialNumber: request.serialNumber,
    algorithm: encodeSignatureAlgorithm(signer.algorithm),
    issuer: issuer?.subject.der ?? subject,
    notBefore: der.time(request.validity.notBefore),
    notAfter: der.time(request.validity.notAfter),
    subject,
    spki: request.publicKey,
    extensions: profile.extensions.map((rule) => ({
      oid: oids[rule.id],
      critical: rule.critical,
      value: extensionValue(rule, request, issuer),
    })),
  })
  const policies = 'policies' in request ? request.policies : undefined
  const checked = checkCertificate(tbs, {
    profile,
    issuer,
    signer: { algorithm: signer.algorithm, publicKey: signer.publicKey },
    ...(policies ? { policies } : {}),
  })
  return signChecked(checked, signer)
}

function subjectOf(request: IssueRequest): Parameters<typeof encodeName>[0] {
  switch (request.profile) {
    case 'rootCa':
      return caName(request.purpose, request.organization ?? sandboxOrganization)
    case 'ocspResponder':
    case 'timeStamping': {
      const ca = caUnit(request.issuer.certificate)
      return [
        ['C', 'JP'],
        ['O', ca.organization],
        ['OU', ca.unit],
        ['CN', request.commonName],
      ]
    }
    case 'iaca':
    case 'documentSigner':
    case 'municipalCa':
    case 'municipalSeal':
      return [
        ['C', 'JP'],
        ['O', request.organization ?? sandboxOrganization],
        ['CN', request.commonName],
      ]
    case 'cardSigning':
    case 'phoneSigning':
      return [
        ['C', 'JP'],
        ['L', request.municipality.prefectureLatin],
        ['L', request.municipality.nameLatin],
        ['CN', request.commonName],
      ]
    case 'cardAuthentication':
    case 'phoneAuthentication':
      return [
        ['C', 'JP'],
        ['CN', request.commonName],
      ]
  }
}

function extensionValue(
  rule: ExtensionRule,
  request: IssueRequest,
  issuer: Certificate | undefined,
): Uint8Array {
  switch (rule.id) {
    case 'keyUsage':
      return extensions.keyUsage.encode(rule.usages)
    case 'extendedKeyUsage':
      return extensions.extendedKeyUsage.encode(rule.purposes)
    case 'basicConstraints':
      return extensions.basicConstraints.encode({ ca: true, pathLength: rule.pathLength })
    case 'ocspNoCheck':
      return extensions.ocspNoCheck.encode(null)
    case 'subjectKeyIdentifier':
      return extensions.subjectKeyIdentifier.encode(keyIdentifier(request.publicKey))
    case 'authorityKeyIdentifier':
      return authorityKeyIdentifierOf(needed(issuer, 'an issuer'), rule.form)
    case 'issuerAltName':
      if (rule.form === 'uri') {
        return extensions.generalNames.encode([
          { kind: 'uri', value: locationOf(request, 'contact') },
        ])
      }
      return extensions.generalNames.encode(
        needed(issuer, 'an issuer').subjectDirectoryNames.map((name) => ({
          kind: 'directoryName',
          name: name.der,
        })),
      )
    case 'subjectAltName':
      return extensions.generalNames.encode(alternativeNames(request))
    case 'certificatePolicies':
      return extensions.certificatePolicies.encode(
        (('policies' in request ? request.policies : undefined) ?? rule.policies).map((oid) => ({
          oid,
          qualifiers: [
            {
              oid: oids.cps,
              value: der.ia5String(('cps' in request ? request.cps : undefined) ?? defaultCps),
            },
          ],
        })),
      )
    case 'cRLDistributionPoints':
      return extensions.crlDistributionPoints.encode([
        {
          name: { fullName: distributionPointNames(rule.form, request), relativeName: undefined },
          reasons: undefined,
          crlIssuer: undefined,
        },
      ])
    case 'authorityInfoAccess':
      return extensions.authorityInfoAccess.encode(
        rule.methods.map((method) => ({
          method: oids[method],
          location: { kind: 'uri', value: locationOf(request, method) },
        })),
      )
  }
}

/** All three parts where roots share one name: the issuer's serial number tells them apart too. */
function authorityKeyIdentifierOf(issuer: Certificate, form: 'all' | 'key'): Uint8Array {
  const octets = (text: string | undefined): Uint8Array =>
    needed(hex.parse(text ?? ''), 'an issuer with a key identifier')
  return extensions.authorityKeyIdentifier.encode({
    keyIdentifier: octets(needed(issuer.ski, 'an issuer with a key identifier')),
    ...(form === 'all'
      ? {
          issuer: [{ kind: 'directoryName', name: issuer.issuer.der }],
          serialNumber: octets(issuer.serialNumber),
        }
      : { issuer: undefined, serialNumber: undefined }),
  })
}

function alternativeNames(request: IssueRequest): GeneralName[] {
  if (request.profile === 'rootCa') {
    const name = japaneseCaName(request.purpose, request.organization ?? sandboxOrganization)
    return [{ kind: 'directoryName', name: encodeName(name) }]
  }
  return encodeAttributes(
    needed('attributes' in request ? request.attributes : undefined, 'attributes'),
  )
}

function distributionPointNames(form: DistributionPointForm, request: IssueRequest): GeneralName[] {
  if (form === 'own-name') return [{ kind: 'directoryName', name: encodeName(subjectOf(request)) }]
  if (form === 'uri') return [{ kind: 'uri', value: locationOf(request, 'crl') }]
  if (!('municipality' in request))
    throw new PkiError('PROFILE_INPUT_INVALID', 'a municipality is needed')
  const name = crlDistributionPointName(request.issuer.certificate, request.municipality)
  return [
    { kind: 'directoryName', name: encodeName(name) },
    ...(form === 'municipality-and-uri'
      ? [{ kind: 'uri', value: locationOf(request, 'crl') } as const]
      : []),
  ]
}

function locationOf(request: IssueRequest, kind: keyof PhoneLocations | 'contact'): string {
  const locations: Partial<PhoneLocations & MdocLocations> =
    'locations' in request ? request.locations : {}
  return needed(locations[kind], `the location ${kind}`)
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new PkiError('PROFILE_INPUT_INVALID', `${what} is needed`)
  return value
}
