/** The statement that a phone signs to log in: canonical JSON (RFC 8785), bound to one relying party, one request, and the code that the person read off the screen. */
import { documentLimits, identityClaims } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { VerifyError } from './errors.ts'

const shown = z.string().min(1).max(100)
const hashOctets = 32
const document = z.strictObject({
  title: z.string().min(1).max(documentLimits.title),
  /** SHA-256, base64. */
  hash: z.string().refine((text) => base64.parse(text)?.length === hashOctets),
})
const schema = z.strictObject({
  type: z.literal('kazashi-login'),
  /** Origin of the relying party. */
  audience: z.url().max(300),
  nonce: z.string().min(16).max(200),
  /** Typed on the phone, off the screen that is to be logged in; none: the browser that opened the app itself is to be, once it comes back. */
  code: z.string().min(2).max(8).optional(),
  relyingParty: shown,
  purpose: shown,
  /** What the person hands over beside; the signing certificate's signature over the same statement brings it. */
  claims: z.array(z.enum(identityClaims)).min(1).max(identityClaims.length).optional(),
  /** Signed at the same time, each by the signing key: nobody puts another one in its place. */
  documents: z.array(document).min(1).max(documentLimits.most).optional(),
  /** When the phone signed: ISO 8601, UTC. */
  time: z.iso.datetime(),
})
export type LoginStatement = Readonly<z.infer<typeof schema>>
/** Octets. */
const longestStatement = 8192

/** @returns the octets to sign @throws {VerifyError} STATEMENT_MALFORMED */
export function createLoginStatement(statement: LoginStatement): Uint8Array {
  const parsed = schema.safeParse(statement)
  if (!parsed.success) throw new VerifyError('STATEMENT_MALFORMED', z.prettifyError(parsed.error))
  return new TextEncoder().encode(canonicalize(parsed.data))
}

/** Strict: known members only, in the one canonical form. @throws {VerifyError} STATEMENT_MALFORMED */
export function parseLoginStatement(bytes: Uint8Array): LoginStatement {
  if (bytes.length > longestStatement)
    throw new VerifyError('STATEMENT_MALFORMED', `over ${longestStatement} octets`)
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    throw new VerifyError('STATEMENT_MALFORMED', 'no JSON in UTF-8')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new VerifyError('STATEMENT_MALFORMED', z.prettifyError(parsed.error))
  if (canonicalize(parsed.data) !== text)
    throw new VerifyError('STATEMENT_MALFORMED', 'not in canonical form')
  return parsed.data
}
