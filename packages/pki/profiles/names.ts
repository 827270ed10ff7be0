/** The names in JPKI certificates: of the CAs, in Latin and Japanese, of CRL distribution points, and of subjects. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { type CertificateInput, certificateOf } from '../certificate.ts'
import { PkiError } from '../errors.ts'
import { attributeOf, type DistinguishedName } from '../name.ts'

export interface MunicipalityName {
  /** Five digits. */
  readonly code: string
  /** e.g. 'Tokyo-to' */
  readonly prefectureLatin: string
  /** e.g. 'Shibuya-ku' */
  readonly nameLatin: string
}

/** Trust anchors of the sandbox are named as such. */
export const sandboxOrganization = 'JPKI SANDBOX'

const unit = {
  signing: 'JPKI for digital signature',
  authentication: 'JPKI for user authentication',
} as const
const japaneseUnit = {
  signing: '公的個人認証サービス署名用',
  authentication: '公的個人認証サービス利用者証明用',
} as const

export const caName = (purpose: CertificateKind, organization: string): DistinguishedName => [
  ['C', 'JP'],
  ['O', organization],
  ['OU', unit[purpose]],
  ['OU', 'Japan Agency for Local Authority Information Systems'],
]

/** O takes over the addition of the Latin one to 'JPKI'. */
export const japaneseCaName = (
  purpose: CertificateKind,
  organization: string,
): DistinguishedName => [
  ['C', 'JP'],
  ['O', `公的個人認証サービス${organization.replace(/^JPKI/, '')}`],
  ['OU', japaneseUnit[purpose]],
  ['OU', '地方公共団体情報システム機構'],
]

/** O and the first OU of a CA. @throws {PkiError} PROFILE_INPUT_INVALID */
export function caUnit(issuer: CertificateInput): { organization: string; unit: string } {
  const { subject } = certificateOf(issuer)
  const organization = attributeOf(subject, 'O')
  const first = attributeOf(subject, 'OU')
  if (organization === undefined || first === undefined)
    throw new PkiError('PROFILE_INPUT_INVALID', 'the issuer has no O and OU')
  return { organization, unit: first }
}

/** Where a municipality's shard of the CRL stands, by directory name. */
export function crlDistributionPointName(
  issuer: CertificateInput,
  municipality: MunicipalityName,
): DistinguishedName {
  const ca = caUnit(issuer)
  return [
    ['C', 'JP'],
    ['O', ca.organization],
    ['OU', ca.unit],
    ['OU', 'CRL Distribution Points'],
    ['OU', municipality.prefectureLatin],
    ['CN', `${municipality.nameLatin} CRLDP`],
  ]
}

/** 28 digits: time of issue in Japan (14), random digits (14). The meaning of the last 14 is not public. */
export function signingCommonName(now: Date, random: (n: number) => Uint8Array): string {
  const japan = new Date(now.getTime() + 9 * 3600_000)
  const time = japan.toISOString().slice(0, 19).replace(/\D/g, '')
  return time + pick('0123456789', 14, random)
}

/** 23 characters: an id (14), the municipality's code (5), '003A'. The alphabet of the id is our choice. */
export const authenticationCommonName = (
  municipalityCode: string,
  random: (n: number) => Uint8Array,
): string => `${pick('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 14, random)}${municipalityCode}003A`

/** Characters of an alphabet of at most 128, each as likely as the next. */
function pick(alphabet: string, count: number, random: (n: number) => Uint8Array): string {
  const fair = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < count)
    for (const octet of random(count))
      if (octet < fair && text.length < count) text += alphabet[octet % alphabet.length]
  return text
}
