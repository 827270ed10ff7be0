/** The holder of a private key, which signs with it: a key store, a card held to a phone, a phone's secure element. */

/** RSA PKCS #1 v1.5 with SHA-256 as today's cards; ECDSA P-384 with SHA-384 as the next. P-256 for device keys. */
export type SignatureAlgorithm = 'RS256' | 'ES256' | 'ES384'

export interface Signer {
  readonly algorithm: SignatureAlgorithm
  /** SubjectPublicKeyInfo, DER (RFC 5280 §4.1.2.7). */
  readonly publicKey: Uint8Array
  /** Signs `data` itself (the signer hashes). ECDSA signatures are DER Ecdsa-Sig-Value (RFC 5480). */
  sign(data: Uint8Array): Promise<Uint8Array>
}
