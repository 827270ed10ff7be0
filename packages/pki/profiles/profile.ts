/** What a certificate profile is made of: data that the builder writes by and the lint checks by. */
import type { KeyUsage } from '../extensions.ts'
import type { AttributeType } from '../name.ts'
import type { SignatureAlgorithm } from '../signer.ts'

export type ProfileName =
  | 'rootCa'
  | 'ocspResponder'
  | 'cardSigning'
  | 'cardAuthentication'
  | 'phoneSigning'
  | 'phoneAuthentication'

export type ExtensionRule = { readonly critical: boolean } & (
  | { readonly id: 'keyUsage'; readonly usages: readonly KeyUsage[] }
  | { readonly id: 'extendedKeyUsage'; readonly purposes: readonly string[] }
  /** The CA's Japanese name, or a person's four attributes as otherNames. */
  | { readonly id: 'subjectAltName'; readonly form: 'japanese-name' | 'attributes' }
  | { readonly id: 'basicConstraints'; readonly ca: true }
  /** Default policies, one CPS pointer with each. */
  | { readonly id: 'certificatePolicies'; readonly policies: readonly string[] }
  /** The issuer's Japanese name. */
  | { readonly id: 'issuerAltName' }
  /** The CA's own name; a municipality's shard by directory name; the same also by URI. */
  | {
      readonly id: 'cRLDistributionPoints'
      readonly form: 'own-name' | 'municipality' | 'municipality-and-uri'
    }
  | {
      readonly id: 'authorityInfoAccess'
      readonly methods: readonly ('ocsp' | 'caIssuers')[]
    }
  /** Key identifier, issuer and serial number, all three. */
  | { readonly id: 'authorityKeyIdentifier' }
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
  readonly serialNumber: 'four-octets' | 'up-to-twenty-octets'
  /** notAfter at 23:59:59 Japan time. */
  readonly endsWithDay: boolean
  /** From notBefore; undefined: as long as its issuer. */
  readonly longestYears: number | undefined
  /** Of the certified key: RSA-2048 as today's cards, P-384 as the next. */
  readonly keys: readonly SignatureAlgorithm[]
  /** In the order of encoding. */
  readonly extensions: readonly ExtensionRule[]
}
