/** A phone's requests to the authority. The authority's typed client implements it over HTTP; DPoP (RFC 9449) binds each call to the device key. */
import type {
  ApplicationPurpose,
  ApplicationState,
  CertificateKind,
  CertificateStatus,
  CredentialState,
  NoticeKind,
  PhonePlatform,
} from '@kazashi/lifecycle'

export interface ApplicationView {
  readonly id: string
  /** Number that a resident reads out on the telephone, e.g. 'K-7Q2M9'. */
  readonly receiptNumber: string
  readonly purpose: ApplicationPurpose
  readonly state: ApplicationState
  readonly kinds: readonly CertificateKind[]
  /** ISO 8601 with offset. */
  readonly appliedAt: string
  /** When issuing is to be expected: minutes from now, or 8:00 Japan time of the next issuing day. */
  readonly expectedAt: string
}

export interface IssuedCertificate {
  readonly kind: CertificateKind
  /** DER */
  readonly certificate: Uint8Array
  /** DER of the issuing CA */
  readonly issuer: Uint8Array
}

/** They open the phone's sealed keys when a secret is forgotten: 32 bytes a kind. */
export type UnblockingKeys = { readonly [kind in CertificateKind]?: Uint8Array }

export interface RegistrationView {
  readonly credentialId: string
  readonly certificates: readonly IssuedCertificate[]
  /** On an iPhone: the attributes as an ISO/IEC 18013-5 mdoc, CBOR of IssuerSigned. */
  readonly attributes?: { readonly mdoc: Uint8Array }
}

export interface NoticeView {
  readonly id: string
  readonly kind: NoticeKind
  /** In the language of the client. */
  readonly title: string
  readonly text: string
  /** The application that the credential concerned came from. */
  readonly applicationId: string
  readonly credentialId?: string
  readonly at: string
  /** When the phone said that it has been seen. */
  readonly shownAt?: string
  /** It was to be pushed, and could not be. */
  readonly undeliverable: boolean
}

/** `PushSubscription.toJSON()` of the Push API. */
export interface PushTarget {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
  /** Of the pushes; default that of the port. */
  readonly language?: 'ja' | 'en'
}

export interface CertificateView {
  readonly kind: CertificateKind
  readonly status: CertificateStatus
  /** Why it is on hold or revoked: a name of RFC 5280 §5.3.1, e.g. 'superseded'. */
  readonly reason?: string
  /** Lower-case hex. */
  readonly serialNumber: string
  /** ISO 8601 with offset. */
  readonly notAfter: string
}

export interface CredentialHappening {
  readonly at: string
  /** 'apply', or an event of the lifecycle's table. */
  readonly event: string
  readonly state: CredentialState
  readonly reason?: string
  /** Of revoke-one: which. */
  readonly kinds?: readonly CertificateKind[]
}

/** The authority's record of this phone's newest credential. */
export interface CredentialView {
  readonly id: string
  readonly applicationId: string
  readonly state: CredentialState
  /** Why it is suspended, replaced or ended: a name of the lifecycle's, e.g. 'lost', 'switched', 'moved'. */
  readonly reason?: string
  /** ISO 8601: when the last certificate in use expires. */
  readonly until?: string
  readonly certificates: readonly CertificateView[]
  /** Of an iPhone's attributes. */
  readonly attributes?: CertificateStatus
  /** Oldest first. */
  readonly history: readonly CredentialHappening[]
}

export interface DeletedCredential {
  readonly credentialId: string
  /** Of the phone it was on. */
  readonly model: string
}

export interface SupportedPhone {
  readonly platform: PhonePlatform
  readonly model: string
  /** e.g. '18.5' */
  readonly minimumOsVersion: string
}

export interface SupportedPhones {
  readonly minimumAppVersion: string
  readonly phones: readonly SupportedPhone[]
}

/** Each method throws an `AuthorityRefusal` when the authority refuses, and TypeError without a connection. */
export interface AuthorityPort {
  /** A nonce for one statement, the authority's time now, and until when the nonce is good (ISO 8601). */
  nonce(): Promise<{ readonly nonce: string; readonly now: string; readonly expiresAt: string }>
  /**
   * @param application CMS SignedData, DER
   * @param idempotencyKey the same key with the same `application` gives the same answer; `unblockingKeys` are not compared
   * @param unblockingKeys kept sealed by the authority; one for each kind applied for
   */
  apply(
    application: Uint8Array,
    idempotencyKey: string,
    unblockingKeys?: UnblockingKeys,
  ): Promise<ApplicationView>
  /** Would `application` be taken now? It is not taken; throws the refusal as `apply` would. */
  checkApplication(application: Uint8Array): Promise<void>
  application(id: string): Promise<ApplicationView>
  /** Gives up an application that was handed in and is not registered. */
  withdraw(applicationId: string, idempotencyKey: string): Promise<ApplicationView>
  /** Takes the certificates and makes the credential active (2-E). Repeating it gives the same answer. */
  register(applicationId: string, idempotencyKey: string): Promise<RegistrationView>
  /** 2-F, 3-E. @param request CMS SignedData over a request statement, DER */
  revoke(credentialId: string, request: Uint8Array, idempotencyKey: string): Promise<void>
  /** 3-F. @param request CMS SignedData by the card's signing key, DER */
  deleteOther(request: Uint8Array, idempotencyKey: string): Promise<DeletedCredential>
  /** The unblocking keys of the kinds asked for. @param request CMS SignedData by the card's signing key, DER */
  unblock(
    credentialId: string,
    request: Uint8Array,
    idempotencyKey: string,
  ): Promise<UnblockingKeys>
  /** This phone's newest credential; undefined: there never was one. */
  currentCredential(): Promise<CredentialView | undefined>
  /** One of this phone's, also one that is over. */
  credential(id: string): Promise<CredentialView>
  /** The iPhone's attributes anew. @returns CBOR of IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2) */
  attributes(credentialId: string): Promise<Uint8Array>
  supportedPhones(): Promise<SupportedPhones>
  /** In the order in which they were told. */
  notices(): Promise<readonly NoticeView[]>
  /** Notices as they come (server-sent events), until `signal` aborts. */
  noticeStream(signal: AbortSignal): AsyncIterable<NoticeView>
  /** The resident has seen it: no other way shows it again. */
  markShown(noticeId: string): Promise<void>
  /** applicationServerKey of the Push API, base64url. */
  pushKey(): Promise<string>
  /** Where this phone takes pushes from now on; undefined: nowhere any more. */
  takePushes(target: PushTarget | undefined): Promise<void>
}
