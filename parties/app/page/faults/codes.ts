/**
 * Every code that a screen can meet. Each has words of its own (ja.ts, en.ts), is told as another one, has words on an iPhone
 * only, or is told as unexpected: the types leave no fifth way.
 */
import type { CardErrorCode, SecretName } from '@kazashi/card'
import type { AuthorityAnswerCode, PhoneErrorCode } from '@kazashi/phone'
import type { DocumentRefusal, VerifyErrorCode } from '@kazashi/verify'
import type { deviceErrors } from '../phone/device.ts'
import type { recognitionErrors } from '../phone/platform-authenticator.ts'

/** Of a relying party, for an answer to its login request. */
export type RelyingPartyCode =
  | Exclude<VerifyErrorCode, DocumentRefusal>
  | 'LOGIN_REQUEST_EXPIRED'
  | 'LOGIN_REQUEST_UNKNOWN'
  | 'LOGIN_REQUEST_USED'
  | 'TRUST_UNAVAILABLE'

/** Of this page and its surroundings; UNKNOWN_CODE: of a party that is newer than this page. */
type PageCode =
  | keyof typeof deviceErrors
  | keyof typeof recognitionErrors
  | 'BROWSER_TOO_OLD'
  | 'NETWORK'
  | 'UNEXPECTED'
  | 'UNKNOWN_CODE'

export type FaultCode =
  | CardErrorCode
  | PhoneErrorCode
  | AuthorityAnswerCode
  | RelyingPartyCode
  | PageCode

/** Codes that the reader client, the phone and HTTP share. */
export const sameAs = {
  CARD_STATUS_UNEXPECTED: 'CARD_UNREADABLE',
  CARD_ANSWER_MALFORMED: 'CARD_UNREADABLE',
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
  STATEMENT_EXPIRED: 'CLOCK_WRONG',
  CERTIFICATE_NOT_YET_VALID: 'CLOCK_WRONG',
  DPOP_TIME: 'CLOCK_WRONG',
  NOT_REGISTERED_YET: 'NOT_REGISTERED',
  KIND_NOT_THERE: 'CREDENTIAL_OVER',
  TRUST_UNAVAILABLE: 'STATUS_UNAVAILABLE',
  STATUS_STALE: 'STATUS_UNAVAILABLE',
  STATUS_UNKNOWN: 'CHAIN_INVALID',
  ISSUER_REVOKED: 'CHAIN_INVALID',
  UNSEALING: 'STATE_MALFORMED',
  STARTING: 'NETWORK',
  ENDING: 'NETWORK',
  REQUEST_TIMEOUT: 'NETWORK',
  READER_NOT_FOUND: 'CARD_UNREADABLE',
} as const satisfies { readonly [code in FaultCode]?: FaultCode }

/** Only an iPhone can meet these; their words are in iphone-words.tsx. */
export const iphoneOnly = [
  'ATTRIBUTES_MISMATCH',
  'FACE_CHECK_MISSING',
  'FACE_CHECK_INVALID',
  'FACE_DIFFERS',
  'NOTHING_TO_DELETE',
  'OTHER_PLATFORM',
  'PHONE_HAS_ONE',
  'PRESENTATION_ASKER',
  'PRESENTATION_EXPIRED',
  'PRESENTATION_INCOMPLETE',
  'PRESENTATION_LINK',
  'PRESENTATION_MALFORMED',
  'PRESENTATION_NOT_HELD',
  'PRESENTATION_NOT_TAKEN',
  'PRESENTATION_SIGNATURE',
  'PRESENTATION_TOO_LARGE',
  'PRESENTATION_UNENCRYPTED',
  'PRESENTATION_UNREACHABLE',
] as const satisfies readonly FaultCode[]

/** A person can only try again or call: shown as unexpected, with the code. */
export const toldAsUnexpected = [
  // the app or its makers are at fault
  'APDU_MALFORMED',
  'ATTRIBUTES_UNEXPECTED',
  'CARD_SECRET_FORGOTTEN',
  'CERTIFICATE_CHAIN',
  'CERTIFICATE_UNEXPECTED',
  'FILE_NOT_FOUND',
  'KINDS_MISSING',
  'SECRET_ALREADY_SET',
  'SECRET_FORM',
  'SECURITY_STATUS',
  'SIGNATURE_INPUT',
  'VALUE_OUT_OF_RANGE',
  // a card or a file that the page does not read
  'CONTENTS_ALTERED',
  'CONTENTS_KEY_WRONG',
  'CONTENTS_MALFORMED',
  'DATA_OBJECT_MALFORMED',
  'KEY_MALFORMED',
  'PERSONALISATION_INPUT',
  'TOKEN_INFORMATION_MALFORMED',
  // a malformed statement or request
  'ATTRIBUTES_MISSING',
  'DPOP_INVALID',
  'DPOP_USED',
  'IDEMPOTENCY_KEY_REUSED',
  'KEY_TOO_WEAK',
  'KEY_USAGE',
  'KEY_USED',
  'PHONE_CERTIFICATE_UNTRUSTED',
  'REQUEST_INVALID',
  'REQUEST_KEY_INVALID',
  'REQUEST_MISMATCH',
  'REQUEST_SIGNER_WRONG',
  'RESPONSE_MALFORMED',
  'SIGNATURE_INVALID',
  'STATEMENT_INVALID',
  'STATEMENT_KEY_MISMATCH',
  'STATEMENT_MALFORMED',
  'STATEMENT_MISMATCH',
  'STATEMENT_NOT_CANONICAL',
  'WALLET_ENDS_WHOLE',
  // a faulty server
  'BODY_TOO_LARGE',
  'CLOCK_OUT_OF_RANGE',
  'HEADERS_TOO_LARGE',
  'HOST_UNKNOWN',
  'HTTP_MALFORMED',
  'INTERNAL',
  'MEDIA_TYPE_UNSUPPORTED',
  'NOT_FOUND',
  'ORIGIN_REFUSED',
  'PAGES_NOT_BUILT',
  'PREFLIGHT_INVALID',
  'TRUST_MALFORMED',
  'URI_MALFORMED',
  'URI_TOO_LONG',
  // the screens of push and of biometrics say them in their own words
  'BIOMETRICS_FRAMED',
  'BIOMETRICS_NO_PRF',
  'BIOMETRICS_UNAVAILABLE',
  'PHONE_UNKNOWN',
  'PUSH_SERVICE_UNKNOWN',
  // unknown cause
  'UNEXPECTED',
  'UNKNOWN_CODE',
] as const satisfies readonly FaultCode[]

type Elsewhere =
  | keyof typeof sameAs
  | (typeof iphoneOnly)[number]
  | (typeof toldAsUnexpected)[number]

/** The codes that have words on every phone. */
export type SpokenCode = Exclude<FaultCode, Elsewhere>

/** Secrets of the card, and of the phone itself. */
export type RefusedSecret = SecretName | 'password' | 'pin'

/** Words that come first on some screens: by code, or where the code is about one of several secrets by `CODE secret`. */
export type SpecialCode = FaultCode | `${FaultCode} ${RefusedSecret}`
