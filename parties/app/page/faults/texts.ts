/** Every refusal in words (ja.ts, en.ts): what, why, what next. A code without words of its own gets `unexpected`. */
import { defineTexts, type ErrorWords } from '@kazashi/ui'
import { en } from './en.ts'
import { ja } from './ja.ts'

export interface FaultTexts {
  readonly words: Readonly<Record<string, ErrorWords>>
  readonly unexpected: ErrorWords
  readonly triesLeft: (left: number) => string
}

export const texts = defineTexts<FaultTexts>({ ja, en })

/** Codes that the reader client, the phone and HTTP give to the same thing. */
export const sameAs: Readonly<Record<string, string>> = {
  CARD_STATUS_UNEXPECTED: 'CARD_UNREADABLE',
  CARD_ANSWER_MALFORMED: 'CARD_UNREADABLE',
  READER_UNAVAILABLE: 'CARD_UNREADABLE',
  ALREADY_ON_THIS_PHONE: 'ALREADY_APPLIED',
  NONCE_UNKNOWN: 'NONCE_EXPIRED',
  NONCE_USED: 'NONCE_EXPIRED',
  STATEMENT_TIME: 'NONCE_EXPIRED',
  LOGIN_REQUEST_USED: 'LOGIN_REQUEST_MALFORMED',
  LOGIN_REQUEST_UNKNOWN: 'LOGIN_REQUEST_MALFORMED',
  SECRET_NOT_SET: 'NOT_APPLIED',
  UNBLOCKING_KEY_MISSING: 'UNBLOCKING_KEY_WRONG',
  PHONE_CERTIFICATE_SUSPENDED: 'CERTIFICATE_SUSPENDED',
  PHONE_CERTIFICATE_REVOKED: 'CERTIFICATE_REVOKED',
  PHONE_CERTIFICATE_EXPIRED: 'CERTIFICATE_EXPIRED',
  STATEMENT_EXPIRED: 'DPOP_TIME',
  CERTIFICATE_NOT_YET_VALID: 'DPOP_TIME',
  NOT_REGISTERED_YET: 'NOT_REGISTERED',
  KIND_NOT_THERE: 'CREDENTIAL_OVER',
  TRUST_UNAVAILABLE: 'STATUS_UNAVAILABLE',
  STATUS_UNKNOWN: 'CHAIN_INVALID',
  UNSEALING: 'STATE_MALFORMED',
  READER_NOT_FOUND: 'CARD_UNREADABLE',
}
