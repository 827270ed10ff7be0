/** Canonical JSON (RFC 8785): one value has one byte string. Statements to sign are encoded here, and parsed strictly. */
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import { PhoneError } from './errors.ts'

/** @throws {PhoneError} STATEMENT_MALFORMED, naming the members at fault, never their values */
export function checkShape<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'statement').join(', ')
  throw new PhoneError('STATEMENT_MALFORMED', { detail: where })
}

export const encodeCanonical = (value: object): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalize(value))

/**
 * @param maxBytes more is refused before anything is parsed
 * @param check the value's shape; throws when it is not right
 * @throws {PhoneError} STATEMENT_MALFORMED, STATEMENT_NOT_CANONICAL
 */
export function parseCanonical<T extends object>(
  bytes: Uint8Array,
  maxBytes: number,
  check: (value: unknown) => T,
): T {
  if (bytes.length > maxBytes) {
    throw new PhoneError('STATEMENT_MALFORMED', { detail: `more than ${maxBytes} bytes` })
  }
  let value: unknown
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch (cause) {
    throw new PhoneError('STATEMENT_MALFORMED', { detail: 'not JSON in UTF-8', cause })
  }
  const checked = check(value)
  if (canonicalize(checked) !== text) throw new PhoneError('STATEMENT_NOT_CANONICAL')
  return checked
}
