/** Public key (RFC 7518 §6.2). */
export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256' | 'P-384'
  /** base64url */
  readonly x: string
  readonly y: string
}
