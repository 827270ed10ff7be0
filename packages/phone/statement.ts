/**
 * The application statement (2-C): what the resident agrees to and the card's signing key signs as the content of a
 * CMS SignedData (RFC 5652). Canonical JSON (RFC 8785), so that one statement has one byte string; parsing is strict.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { fromBase64, fromBase64Url, toBase64Url } from './base64.ts'
import { PhoneError } from './errors.ts'

/** An application of two PKCS #10 requests with RSA-2048 keys takes about 2.5 KB; eight times that is never needed. */
export const maxStatementBytes = 20_000

const kind = z.enum(['signing', 'authentication'])

const pkcs10 = z
  .string()
  .min(1)
  .max(4_000)
  .refine((text) => fromBase64(text) !== undefined, 'base64 of RFC 4648 §4')

const hash = z
  .string()
  .refine((text) => fromBase64Url(text)?.length === 32, 'base64url of 32 bytes')

/** ES256 public key (RFC 7518 §6.2), the members that RFC 7638 §3.2 hashes and no others. */
const deviceJwk = z.strictObject({
  crv: z.literal('P-256'),
  kty: z.literal('EC'),
  x: hash,
  y: hash,
})

/** One line of text that a phone says of itself: printable, nothing that could hide in a log. */
const line = z.string().regex(/^[\p{L}\p{N}\p{P}\p{S} ]{1,64}$/u)

export const applicationStatement = z
  .strictObject({
    type: z.literal('kazashi-application'),
    version: z.literal(1),
    /** One or both, in this order, each once. */
    kinds: z
      .array(kind)
      .min(1)
      .max(2)
      .refine(
        ([first, second]) =>
          second === undefined || (first === 'signing' && second === 'authentication'),
      ),
    /** Version of the notes, and SHA-256 of their text in UTF-8, base64url. */
    consent: z.strictObject({ version: z.string().regex(/^[0-9A-Za-z.-]{1,32}$/), textHash: hash }),
    /** PKCS #10 (RFC 2986) of each chosen kind, base64: proof that the phone holds the key. */
    requests: z.strictObject({ signing: pkcs10.optional(), authentication: pkcs10.optional() }),
    phone: z.strictObject({
      platform: z.enum(['android', 'iphone']),
      model: line,
      osVersion: line,
    }),
    /** The key that later calls are bound to (RFC 9449), with its thumbprint (RFC 7638). */
    deviceKey: z.strictObject({ thumbprint: hash, jwk: deviceJwk }),
    /** From POST /nonces, good for one application. */
    nonce: z.string().regex(/^[0-9A-Za-z_-]{16,128}$/),
    /** When the resident pressed 申請する; ISO 8601, UTC, milliseconds. */
    time: z.iso.datetime({ precision: 3 }),
  })
  .refine(
    ({ kinds, requests }) =>
      kinds.includes('signing') === (requests.signing !== undefined) &&
      kinds.includes('authentication') === (requests.authentication !== undefined),
    { message: 'one request for each chosen kind', path: ['requests'] },
  )

export type ApplicationStatement = z.infer<typeof applicationStatement>
export type DeviceJwk = z.infer<typeof deviceJwk>

/** RFC 7638 §3: SHA-256 of the canonical public members, base64url. */
export const jwkThumbprint = ({ crv, kty, x, y }: DeviceJwk): string =>
  toBase64Url(sha256(new TextEncoder().encode(canonicalize({ crv, kty, x, y }))))

function check(value: unknown): ApplicationStatement {
  const parsed = applicationStatement.safeParse(value)
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'statement').join(', ')
    throw new PhoneError('STATEMENT_MALFORMED', { detail: where })
  }
  const { jwk, thumbprint } = parsed.data.deviceKey
  if (jwkThumbprint(jwk) !== thumbprint) throw new PhoneError('STATEMENT_KEY_MISMATCH')
  return parsed.data
}

/** @returns the statement's one byte string @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH */
export const encodeStatement = (statement: ApplicationStatement): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalize(check(statement)))

/**
 * Not checked here: the nonce, the consent hash against the text, the PKCS #10 requests, the time.
 * @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_KEY_MISMATCH, STATEMENT_NOT_CANONICAL
 */
export function parseStatement(bytes: Uint8Array): ApplicationStatement {
  if (bytes.length > maxStatementBytes) {
    throw new PhoneError('STATEMENT_MALFORMED', { detail: `more than ${maxStatementBytes} bytes` })
  }
  let value: unknown
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch (cause) {
    throw new PhoneError('STATEMENT_MALFORMED', { detail: 'not JSON in UTF-8', cause })
  }
  const statement = check(value)
  if (canonicalize(statement) !== text) throw new PhoneError('STATEMENT_NOT_CANONICAL')
  return statement
}
