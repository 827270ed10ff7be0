/** Members common to the statements of this package: chosen kinds, the device key, nonce and time. */
import { certificateKinds } from '@kazashi/lifecycle'
import { base64url } from '@kazashi/octets'
import { sha256 } from '@noble/hashes/sha2.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { PhoneError } from './errors.ts'
import type { CryptoKey } from './web-keys.ts'

const kind = z.enum(certificateKinds)

/** One or both, in this order, each once. */
export const chosenKinds = z
  .array(kind)
  .min(1)
  .max(2)
  .refine(
    ([first, second]) =>
      second === undefined || (first === 'signing' && second === 'authentication'),
  )

/** 32 bytes, base64url. */
export const hash = z
  .string()
  .refine((text) => base64url.parse(text)?.length === 32, 'base64url of 32 bytes')

/** P-256 public key (RFC 7518 §6.2), the members that RFC 7638 §3.2 hashes and no others. */
export const p256Jwk = z.strictObject({
  crv: z.literal('P-256'),
  kty: z.literal('EC'),
  x: hash,
  y: hash,
})
export type DeviceJwk = z.infer<typeof p256Jwk>

/** The key that a phone's calls are bound to (RFC 9449), with its thumbprint (RFC 7638). */
export const deviceKey = z.strictObject({ thumbprint: hash, jwk: p256Jwk })
export type DeviceKey = z.infer<typeof deviceKey>

/** From POST /nonces, good once. */
export const nonce = z.string().regex(/^[0-9A-Za-z_-]{16,128}$/)

/** ISO 8601, UTC, milliseconds. */
export const instant = z.iso.datetime({ precision: 3 })

/** RFC 7638 §3: SHA-256 of the canonical public members, base64url. */
export const jwkThumbprint = ({ crv, kty, x, y }: DeviceJwk): string =>
  base64url.encode(sha256(new TextEncoder().encode(canonicalize({ crv, kty, x, y }))))

/** @throws {PhoneError} STATEMENT_KEY_MISMATCH */
export function checkThumbprint({ jwk, thumbprint }: DeviceKey): void {
  if (jwkThumbprint(jwk) !== thumbprint) throw new PhoneError('STATEMENT_KEY_MISMATCH')
}

/** The public members of a P-256 key. */
export async function publicP256(key: CryptoKey): Promise<DeviceJwk> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y }
}
