/** What a phone asks of the authority. The authority's typed client implements it over HTTP; DPoP (RFC 9449) binds each call to the device key. */

export type CertificateKind = 'signing' | 'authentication'

export type ApplicationState = 'applied' | 'issued' | 'registered' | 'withdrawn' | 'lapsed'

export interface ApplicationView {
  readonly id: string
  /** What a resident reads out on the telephone, e.g. 'K-7Q2M9'. */
  readonly receiptNumber: string
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

export interface RegistrationView {
  readonly credentialId: string
  readonly certificates: readonly IssuedCertificate[]
}

export interface NoticeView {
  readonly id: string
  readonly kind: 'ready-to-register'
  readonly applicationId: string
  readonly at: string
}

export interface AuthorityPort {
  /** A nonce for one application statement, and the time it is good until. */
  nonce(): Promise<{ readonly nonce: string; readonly expiresAt: string }>
  /** @param application CMS SignedData, DER @param idempotencyKey the same key gives the same answer */
  apply(application: Uint8Array, idempotencyKey: string): Promise<ApplicationView>
  application(id: string): Promise<ApplicationView>
  /** Takes the certificates and makes the credential active (2-E). Repeating it gives the same answer. */
  register(applicationId: string, idempotencyKey: string): Promise<RegistrationView>
  notices(): Promise<readonly NoticeView[]>
  /** Notices as they come (server-sent events), until `signal` aborts. */
  noticeStream(signal: AbortSignal): AsyncIterable<NoticeView>
}
