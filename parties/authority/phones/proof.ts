/** DPoP (RFC 9449) without an access token: each call is bound to the phone's device key. Differences: docs/divergences.md. */
import { createHash } from 'node:crypto'
import type { Origins } from '@kazashi/serve'
import { calculateJwkThumbprint, errors, importJWK, jwtVerify } from 'jose'
import { z } from 'zod'
import { useProof } from '../database/once.ts'
import type { Transactions } from '../database/transaction.ts'
import { AuthorityError } from '../problems.ts'

/** RFC 9449 §11.1: seconds between the time in a proof and ours, either way. */
const proofWindowSeconds = 60

/** A coordinate of P-256: 32 bytes in base64url (RFC 7518 §6.2.1.2). */
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** RFC 9449 §4.2: a public key, and nothing of the private one. Further members say nothing that is needed. */
const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
})

const claims = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.int(),
  jti: z.string().min(8).max(128),
})

type DeviceKey = z.infer<typeof PublicKey>

export interface ProofNeeds extends Transactions {
  readonly origins: Origins
}

export interface ProofRequest {
  /** The DPoP header. */
  readonly header: string | readonly string[] | undefined
  readonly method: string
  /** Path and query as received. */
  readonly path: string
}

export interface Device {
  /** RFC 7638, base64url */
  readonly thumbprint: string
  readonly jwk: DeviceKey
}

function refuse(detail: string, cause?: unknown): AuthorityError {
  return new AuthorityError('DPOP_INVALID', { detail, cause })
}

/** @throws {AuthorityError} DPOP_INVALID for anything but the public half of a key on P-256 */
async function keyOf(value: unknown) {
  const { data: jwk } = PublicKey.safeParse(value)
  const isPrivate = typeof value === 'object' && value !== null && 'd' in value
  if (!jwk || isPrivate) throw refuse('the header has no public key on P-256')
  try {
    return { jwk, key: await importJWK(jwk, 'ES256') }
  } catch (cause) {
    throw refuse('the key is no point of P-256', cause)
  }
}

async function verified(header: string) {
  let jwk: DeviceKey | undefined
  try {
    const { payload } = await jwtVerify(
      header,
      async (protectedHeader) => {
        const found = await keyOf(protectedHeader.jwk)
        jwk = found.jwk
        return found.key
      },
      {
        typ: 'dpop+jwt',
        algorithms: ['ES256'],
        clockTolerance: Number.MAX_SAFE_INTEGER, // times are judged below, by the authority's clock
      },
    )
    if (!jwk) throw refuse('the header has no public key on P-256')
    return { jwk, payload }
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refuse(error.code, error)
    throw error
  }
}

/**
 * The device whose key signed this request just now.
 * @throws {AuthorityError} DPOP_INVALID, DPOP_TIME (its member `now` is our time), DPOP_USED
 */
export async function checkProof(
  { clock, db, origins }: ProofNeeds,
  { header, method, path }: ProofRequest,
): Promise<Device> {
  if (typeof header !== 'string') throw refuse('one DPoP header is needed')
  const { jwk, payload } = await verified(header)
  const parsed = claims.safeParse(payload)
  if (!parsed.success) throw refuse('htm, htu, iat and jti are needed')
  const { htm, htu, iat, jti } = parsed.data
  if (htm !== method) throw refuse('htm is not the method of this request')
  const here = new URL(path.split('?', 1)[0] ?? '', origins.authority).href
  if (!URL.canParse(htu) || new URL(htu).href !== here) {
    throw refuse('htu is not the address of this request')
  }
  const now = clock.now()
  if (Math.abs(now.getTime() / 1000 - iat) > proofWindowSeconds) {
    throw new AuthorityError('DPOP_TIME', { members: { now: now.toISOString() } })
  }
  const thumbprint = await calculateJwkThumbprint(jwk)
  const expiresAt = new Date((iat + 2 * proofWindowSeconds) * 1000)
  const hashed = createHash('sha256').update(jti).digest('base64url')
  if (!(await useProof(db, { thumbprint, jti: hashed, expiresAt }))) {
    throw new AuthorityError('DPOP_USED')
  }
  return { thumbprint, jwk }
}
