/** Every code that this page can meet, and the code whose words (texts.ts) it uses: the types leave no code without. */
import type { PortalCode } from '../problems.ts'

export const toldAs = {
  ATTRIBUTES_MISSING: 'UNEXPECTED',
  BODY_TOO_LARGE: 'UNEXPECTED',
  CERTIFICATE_EXPIRED: 'CERTIFICATE_EXPIRED',
  CERTIFICATE_NOT_YET_VALID: 'UNEXPECTED',
  CERTIFICATE_REVOKED: 'CERTIFICATE_REVOKED',
  CERTIFICATE_SUSPENDED: 'CERTIFICATE_SUSPENDED',
  CHAIN_INVALID: 'UNEXPECTED',
  HOST_UNKNOWN: 'UNEXPECTED',
  INTERNAL: 'UNEXPECTED',
  KEY_USAGE: 'UNEXPECTED',
  LOGIN_REQUEST_EXPIRED: 'LOGIN_REQUEST_EXPIRED',
  LOGIN_REQUEST_UNKNOWN: 'UNEXPECTED',
  LOGIN_REQUEST_USED: 'UNEXPECTED',
  MEDIA_TYPE_UNSUPPORTED: 'UNEXPECTED',
  NETWORK: 'NETWORK',
  NOT_FOUND: 'UNEXPECTED',
  NOT_LOGGED_IN: 'UNEXPECTED',
  ORIGIN_REFUSED: 'UNEXPECTED',
  PAGES_NOT_BUILT: 'UNEXPECTED',
  REQUEST_INVALID: 'UNEXPECTED',
  RESPONSE_MALFORMED: 'UNEXPECTED',
  SIGNATURE_INVALID: 'UNEXPECTED',
  STATEMENT_EXPIRED: 'UNEXPECTED',
  STATEMENT_MALFORMED: 'UNEXPECTED',
  STATEMENT_MISMATCH: 'UNEXPECTED',
  STATUS_UNAVAILABLE: 'UNEXPECTED',
  STATUS_UNKNOWN: 'UNEXPECTED',
  TRUST_MALFORMED: 'UNEXPECTED',
  TRUST_UNAVAILABLE: 'UNEXPECTED',
  UNEXPECTED: 'UNEXPECTED',
} as const satisfies Readonly<Record<PortalCode | 'NETWORK' | 'UNEXPECTED', string>>

export type RefusalCode = keyof typeof toldAs
/** The codes that have words. */
export type SpokenCode = (typeof toldAs)[RefusalCode]

/** A code as it came; one that this page does not know is shown as unexpected. */
export const refusalCode = (code: string): RefusalCode =>
  isRefusalCode(code) ? code : 'UNEXPECTED'
const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(toldAs, code)
