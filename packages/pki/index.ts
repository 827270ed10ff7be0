/**
 * Certificates (RFC 5280), CRLs, OCSP (RFC 6960), CMS SignedData (RFC 5652), PKCS #10 (RFC 2986), serials, status table.
 * First form: the signatures; the parts follow behind the same names.
 */
import type { SignatureAlgorithm, Signer } from './signer.ts'

export type { SignatureAlgorithm, Signer } from './signer.ts'

export type PkiErrorCode = string
export declare class PkiError extends Error {
  readonly code: PkiErrorCode
  readonly clause: string
  readonly next: string
}

/** Every function that wants a certificate takes it parsed or as DER. */
export type CertificateInput = Certificate | Uint8Array

export type AttributeType = 'C' | 'ST' | 'L' | 'O' | 'OU' | 'CN' | 'serialNumber'
/** In the order of encoding, C first. */
export type DistinguishedName = readonly (readonly [type: AttributeType, value: string])[]
export interface Name {
  /** RFC 4514 (last RDN first). */
  readonly text: string
  readonly der: Uint8Array
  /** In the order of encoding; types unknown here as dotted OIDs. */
  readonly attributes: readonly (readonly [type: string, value: string])[]
}
export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** Content of extnValue, DER. */
  readonly value: Uint8Array
}
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly'
export interface Certificate {
  readonly der: Uint8Array
  /** TBSCertificate, DER. */
  readonly tbs: Uint8Array
  /** Lower-case hex, two digits an octet, no leading zero octet. */
  readonly serialNumber: string
  readonly issuer: Name
  readonly subject: Name
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date }
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** undefined: an algorithm not used here */
  readonly signatureAlgorithm: SignatureAlgorithm | undefined
  readonly signature: Uint8Array
  readonly extensions: readonly Extension[]
  /** Hex. */
  readonly ski: string | undefined
  readonly aki:
    | {
        readonly keyIdentifier: string | undefined
        readonly issuer: Name | undefined
        readonly serialNumber: string | undefined
      }
    | undefined
  readonly basicConstraints:
    | { readonly ca: boolean; readonly pathLength: number | undefined }
    | undefined
  readonly keyUsage: readonly KeyUsage[] | undefined
  /** OIDs. */
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly policies:
    | readonly { readonly oid: string; readonly cps: string | undefined }[]
    | undefined
  /** URLs of Authority Information Access. */
  readonly ocsp: readonly string[]
  readonly caIssuers: readonly string[]
  readonly crlDistributionPoints: readonly {
    readonly uris: readonly string[]
    readonly directoryNames: readonly Name[]
  }[]
  /** otherNames of subjectAltName, in order, their values as text. */
  readonly otherNames: readonly { readonly oid: string; readonly value: string }[]
}
export declare function parseCertificate(der: Uint8Array): Certificate
/** The same bytes again, built from the parsed structure. */
export declare function encodeCertificate(certificate: Certificate): Uint8Array
export declare function toPem(label: string, der: Uint8Array): string
/** @throws {PkiError} when the text holds no block with that label */
export declare function fromPem(label: string, text: string): Uint8Array

// Keys
export declare function sha256(bytes: Uint8Array): Uint8Array
export declare function verifySignature(
  spki: Uint8Array,
  algorithm: SignatureAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean>
export declare function softwareSigner(
  pkcs8: Uint8Array,
  algorithm: SignatureAlgorithm,
): Promise<Signer>
export declare function generateKeyPair(
  algorithm: SignatureAlgorithm,
): Promise<{ privateKey: Uint8Array; publicKey: Uint8Array }>
export interface KeyStore {
  create(id: string, algorithm: SignatureAlgorithm): Promise<Signer>
  signer(id: string): Promise<Signer>
  has(id: string): Promise<boolean>
}
export declare function memoryKeyStore(): KeyStore
// `@kazashi/pki/file-key-store`: fileKeyStore(folder: string, passphrase: string): KeyStore

// Issuing
export type Purpose = 'signing' | 'authentication'
export interface MunicipalityName {
  readonly code: string
  /** e.g. 'Tokyo-to' */
  readonly prefectureLatin: string
  /** e.g. 'Shibuya-ku' */
  readonly nameLatin: string
}
/** The four attributes in a signing certificate, already substituted to the certificate's character set. */
export interface CertificateAttributes {
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD */
  readonly birthDate: string
  readonly sex: 'male' | 'female' | 'not-applicable'
  /** One '0' or '1' a character of the name: '1' where it was substituted. */
  readonly nameFlags: string
  readonly addressFlags: string
}
interface IssueCommon {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Hex: cardSerial (4 octets) for card profiles, phoneSerial for phone profiles. */
  readonly serialNumber: string
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date }
  /** Default: the test arc of the profile. */
  readonly policies?: readonly string[]
  readonly cps?: string
}
interface ByIssuer {
  readonly issuer: { readonly certificate: CertificateInput; readonly signer: Signer }
}
export type IssueRequest =
  | (IssueCommon & {
      readonly profile: 'rootCa'
      readonly purpose: Purpose
      /** Default 'JPKI SANDBOX'. */
      readonly organization?: string
      readonly issuer: { readonly signer: Signer }
    })
  | (IssueCommon & ByIssuer & { readonly profile: 'ocspResponder'; readonly commonName: string })
  | (IssueCommon &
      ByIssuer & {
        readonly profile: 'cardSigning'
        /** signingCommonName(now, random) */
        readonly commonName: string
        readonly municipality: MunicipalityName
        readonly attributes: CertificateAttributes
      })
  | (IssueCommon &
      ByIssuer & {
        readonly profile: 'cardAuthentication'
        /** authenticationCommonName(municipalityCode, random) */
        readonly commonName: string
        readonly municipality: MunicipalityName
        readonly locations: { readonly ocsp: string }
      })
  | (IssueCommon &
      ByIssuer & {
        readonly profile: 'phoneSigning'
        readonly commonName: string
        readonly municipality: MunicipalityName
        readonly attributes: CertificateAttributes
        readonly locations: {
          readonly ocsp: string
          readonly caIssuers: string
          readonly crl: string
        }
      })
  | (IssueCommon &
      ByIssuer & {
        readonly profile: 'phoneAuthentication'
        readonly commonName: string
        readonly municipality: MunicipalityName
        readonly locations: {
          readonly ocsp: string
          readonly caIssuers: string
          readonly crl: string
        }
      })
/** Builds the TBSCertificate, checks it against its profile and RFC 5280, only then signs it. @throws {PkiError} LINT_FAILED with findings */
export declare function issueCertificate(request: IssueRequest): Promise<Uint8Array>
/** 28 digits: time of issue in Japan and random digits. */
export declare function signingCommonName(now: Date, random: (n: number) => Uint8Array): string
/** 23 characters: 14 random ones, municipality code, '003A'. */
export declare function authenticationCommonName(
  municipalityCode: string,
  random: (n: number) => Uint8Array,
): string
/** Of a signing certificate's otherNames; undefined when there are none. */
export declare function readAttributes(certificate: Certificate): CertificateAttributes | undefined

// Serials and status
export interface SerialCodec {
  /** @returns lower-case hex as in Certificate.serialNumber */
  encode(index: number): string
  decode(serialNumber: string): number | undefined
}
/** @param key 16, 24 or 32 bytes */
export declare function cardSerial(key: Uint8Array): SerialCodec
/** @param key 16 or 32 bytes */
export declare function phoneSerial(key: Uint8Array): SerialCodec
export type CertificateState = 'never-issued' | 'good' | 'revoked' | 'hold'
export declare class StatusTable {
  constructor(capacity?: number)
  get(index: number): CertificateState
  set(index: number, state: CertificateState): void
  count(state: CertificateState): number
  /** One more than the highest index set. */
  readonly length: number
  /** Bytes of memory. */
  readonly byteLength: number
}

// PKCS #10
export declare function createCertificationRequest(
  signer: Signer,
  options?: { subject?: DistinguishedName },
): Promise<Uint8Array>
export declare function verifyCertificationRequest(
  der: Uint8Array,
): Promise<{ publicKey: Uint8Array; algorithm: SignatureAlgorithm; subject: Name }>

// CMS SignedData
export declare function createSignedData(options: {
  content: Uint8Array
  certificate: CertificateInput
  signer: Signer
  signingTime: Date
  certificates?: readonly CertificateInput[]
  detached?: boolean
}): Promise<Uint8Array>
export interface SignedData {
  readonly content: Uint8Array
  /** The signer's. */
  readonly certificate: Certificate
  readonly certificates: readonly Certificate[]
  readonly signingTime: Date | undefined
}
/** Structure and signature only: no path, no status. @throws {PkiError} */
export declare function verifySignedData(
  der: Uint8Array,
  options?: { content?: Uint8Array },
): Promise<SignedData>

// Paths
export interface Path {
  readonly anchor: Certificate
  /** From below the anchor to the certificate. */
  readonly chain: readonly Certificate[]
  /** Of the end entity. */
  readonly policies: readonly string[]
}
export declare function validatePath(options: {
  certificate: CertificateInput
  anchors: readonly CertificateInput[]
  intermediates?: readonly CertificateInput[]
  now: Date
  /** Key usage (and extended key usage) asked of the end entity. */
  purpose?: Purpose | 'ocsp-signing' | 'crl-signing'
  /** Acceptable policy OIDs; default any. */
  policies?: readonly string[]
}): Promise<Path>

// Status
export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'removeFromCRL'
  | 'privilegeWithdrawn'
  | 'aACompromise'
export interface CertId {
  readonly hash: 'SHA-1' | 'SHA-256'
  /** Hex. */
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serialNumber: string
}
export interface OcspRequest {
  readonly certIds: readonly CertId[]
  readonly nonce: Uint8Array | undefined
}
export declare function createOcspRequest(options: {
  certificate: CertificateInput
  issuer: CertificateInput
  nonce?: Uint8Array
  /** Default SHA-1, as RFC 5019 has it. */
  hash?: 'SHA-1' | 'SHA-256'
}): Uint8Array
export declare function parseOcspRequest(der: Uint8Array): OcspRequest
/** base64 part of a GET request's path (RFC 6960 A.1), URL-decoded or not. */
export declare function decodeOcspGetPath(text: string): Uint8Array
export declare function certIdMatches(certId: CertId, issuer: CertificateInput): boolean
export type OcspSingle = { readonly certId: CertId } & (
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly revokedAt: Date; readonly reason?: RevocationReason }
)
export declare function createOcspResponse(options: {
  signer: Signer
  responderCertificate: CertificateInput
  producedAt: Date
  thisUpdate: Date
  nextUpdate: Date
  responses: readonly OcspSingle[]
  nonce?: Uint8Array
}): Promise<Uint8Array>
/** An unsigned error answer (RFC 6960 §4.2.1). */
export declare function ocspError(
  status: 'malformedRequest' | 'internalError' | 'tryLater' | 'sigRequired' | 'unauthorized',
): Uint8Array
/** A whole answer to a request in DER: malformed → malformedRequest, another CA's → unauthorized, else each serial's status. */
export declare function answerOcspRequest(options: {
  request: Uint8Array
  issuer: CertificateInput
  signer: Signer
  responderCertificate: CertificateInput
  now: Date
  /** Until when the answer may be kept. */
  nextUpdate: Date
  statusOf: (serialNumber: string) => OcspCertStatus | Promise<OcspCertStatus>
}): Promise<Uint8Array>
export type OcspCertStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly revokedAt: Date; readonly reason?: RevocationReason }
export type OcspStatus = OcspCertStatus & {
  readonly producedAt: Date
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
}
export declare function verifyOcspResponse(options: {
  response: Uint8Array
  certificate: CertificateInput
  issuer: CertificateInput
  now: Date
  nonce?: Uint8Array
}): Promise<OcspStatus>

export interface DistributionPoint {
  readonly directoryName?: DistinguishedName
  readonly uri?: string
}
/** C, O, OU of the CA, 'CRL Distribution Points', prefecture, 'NAME CRLDP' (facts of card certificates). */
export declare function crlDistributionPointName(
  issuer: CertificateInput,
  municipality: MunicipalityName,
): DistinguishedName
export interface CrlEntry {
  readonly serialNumber: string
  readonly revokedAt: Date
  readonly reason?: RevocationReason
}
export interface Crl {
  readonly der: Uint8Array
  readonly issuer: Name
  readonly number: bigint | undefined
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  readonly aki: string | undefined
  readonly distributionPoint:
    | { readonly uris: readonly string[]; readonly directoryNames: readonly Name[] }
    | undefined
  readonly entries: readonly CrlEntry[]
}
export declare function createCrl(options: {
  issuer: CertificateInput
  signer: Signer
  number: number | bigint
  thisUpdate: Date
  nextUpdate: Date
  /** Cards' certificates name it by directory name, phones' by both: give both. */
  distributionPoint?: DistributionPoint
  entries: readonly CrlEntry[]
}): Promise<Uint8Array>
export declare function parseCrl(der: Uint8Array): Crl
/** Signature, issuer, time and, with a certificate, its distribution point; says what the CRL says of it. */
export declare function verifyCrl(options: {
  crl: Uint8Array
  issuer: CertificateInput
  now: Date
  certificate?: CertificateInput
}): Promise<{ crl: Crl; entry: CrlEntry | undefined }>
