/** A certificate profile: data that the builder writes by and the lint checks by. */
import type { KeyUsage } from '../extensions.ts'
import type { AttributeType } from '../name.ts'
import type { SignatureAlgorithm } from '../signer.ts'

export type ProfileName =
  | 'rootCa'
  | 'ocspResponder'
  | 'timeStamping'
  | 'cardSigning'
  | 'cardAuthentication'
  | 'phoneSigning'
  | 'phoneAuthentication'
  | 'iaca'
  | 'documentSigner'
  | 'municipalCa'
  | 'municipalSeal'

export type DistributionPointForm = 'own-name' | 'municipality' | 'municipality-and-uri' | 'uri'

export type ExtensionRule = { readonly critical: boolean } & (
  | { readonly id: 'keyUsage'; readonly usages: readonly KeyUsage[] }
  | { readonly id: 'extendedKeyUsage'; readonly purposes: readonly string[] }
  /** The CA's Japanese name, or a person's four attributes as otherNames. */
  | { readonly id: 'subjectAltName'; readonly form: 'japanese-name' | 'attributes' }
  | { readonly id: 'basicConstraints'; readonly ca: true; readonly pathLength?: number }
  /** Default policies, one CPS pointer with each. */
  | { readonly id: 'certificatePolicies'; readonly policies: readonly string[] }
  /** The issuer's Japanese name, or where it is to be reached. */
  | { readonly id: 'issuerAltName'; readonly form: 'japanese-name' | 'uri' }
  /** The CA's own name; a municipality's shard by directory name; the same also by URI; one list by URI alone. */
  | {
      readonly id: 'cRLDistributionPoints'
      readonly form: DistributionPointForm
    }
  | {
      readonly id: 'authorityInfoAccess'
      readonly methods: readonly ('ocsp' | 'caIssuers')[]
    }
  /** Key identifier, issuer and serial number, all three; or the key identifier alone. */
  | { readonly id: 'authorityKeyIdentifier'; readonly form: 'all' | 'key' }
  | { readonly id: 'subjectKeyIdentifier' }
  | { readonly id: 'ocspNoCheck' }
)

export interface Profile {
  readonly name: ProfileName
  /** Where it comes from, for reports. */
  readonly source: string
  /** Subject attributes in order. */
  readonly subject: readonly AttributeType[]
  readonly commonName: RegExp | undefined
  /** drawn: of eight octets at least, 63 bits of them by chance. */
  readonly serialNumber: 'four-octets' | 'up-to-twenty-octets' | 'drawn'
  /** notAfter at 23:59:59 Japan time. */
  readonly endsWithDay: boolean
  /** From notBefore; undefined: as long as its issuer. */
  readonly longestYears: number | undefined
  readonly longestDays?: number
  /** Of the certified key: RSA-2048 as today's cards, P-384 as the next; P-256 too for signers of attributes. */
  readonly keys: readonly SignatureAlgorithm[]
  /** In the order of encoding. */
  readonly extensions: readonly ExtensionRule[]
}
