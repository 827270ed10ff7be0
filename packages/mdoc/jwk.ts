/** Public key (RFC 7518 §6.2). */
export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256' | 'P-384'
  /** base64url */
  readonly x: string
  readonly y: string
}

/** A public key on P-256 or P-384, ready to verify with. */
export interface EcKey {
  readonly curve: PublicJwk['crv']
  /** Of node:crypto, or of WebCrypto. */
  readonly key: unknown
}
