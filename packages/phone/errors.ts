/** Everything that can go wrong on a phone, and a person's next step. Codes stay for ever. */

import type { SecretName } from '@kazashi/card'
import { errorClass } from '@kazashi/errors'

/** A person's next step: a key into the texts of each screen, never a sentence. */
export type PhoneErrorNext =
  | 'hold-again' // hold the card to the phone again
  | 'enter-again' // enter the secret again, tries are left
  | 'confirm-last-try' // say that the last try may be spent
  | 'ask-counter' // the municipal counter can reset a blocked secret of the card
  | 'set-anew' // the phone's own secret is blocked: with the card at hand it can be set anew
  | 'use-my-number-card' // this is another card than before, or none of ours
  | 'choose-another' // the value is not allowed, choose another
  | 'use-pin' // the PIN does instead of a finger or a face
  | 'apply-first' // start with the application (2-C)
  | 'continue' // an earlier step is done already: go on from there
  | 'revoke-first' // the credential on the phone has to be revoked first (2-F)
  | 'other-procedure' // this kind of phone has a procedure of its own for it
  | 'start-again' // ask for it anew, this one is over
  | 'check-clock' // the time on the phone is far from the authority's
  | 'free-space' // the phone could not keep its data
  | 'reopen' // another window of the app went on: open it again
  | 'check-input' // the operation does not take this input
  | 'report' // nothing a person can do: report it

interface PhoneErrorRow {
  /** Where the rule stands. */
  readonly clause: string
  readonly next: PhoneErrorNext
}

export const phoneErrors = {
  // the card held to the phone
  CARD_AWAY: { clause: 'ISO/IEC 14443-4 §7.5', next: 'hold-again' },
  CARD_UNREADABLE: { clause: 'ISO 7816-4 §5.1.3', next: 'hold-again' },
  NOT_A_MY_NUMBER_CARD: { clause: 'ISO 7816-4 §8.2.2', next: 'use-my-number-card' },
  CARD_SECRET_WRONG: { clause: 'ISO 7816-4 §7.5.6', next: 'enter-again' },
  CARD_SECRET_BLOCKED: { clause: 'ISO 7816-4 §7.5.6', next: 'ask-counter' },
  CARD_LAST_TRY: { clause: 'ISO 7816-4 §7.5.6', next: 'confirm-last-try' },
  CARD_CERTIFICATE_MISSING: { clause: '2-A', next: 'ask-counter' },
  // the phone's own secrets
  SECRET_FORM: { clause: '2-D', next: 'choose-another' },
  SECRET_WRONG: { clause: 'ISO 7816-4 §7.5.6', next: 'enter-again' },
  SECRET_BLOCKED: { clause: 'ISO 7816-4 §7.5.6', next: 'set-anew' },
  SECRET_ALREADY_SET: { clause: '2-D', next: 'continue' },
  SECRET_NOT_SET: { clause: '2-D', next: 'apply-first' },
  LAST_TRY: { clause: 'ISO 7816-4 §7.5.6', next: 'confirm-last-try' },
  UNBLOCKING_KEY_WRONG: { clause: 'ISO 7816-4 §7.5.10', next: 'revoke-first' },
  BIOMETRICS_OFF: { clause: '1-A③', next: 'use-pin' },
  BIOMETRICS_WRONG: { clause: 'WebAuthn Level 3 §10.1.4', next: 'use-pin' },
  CARD_SECRET_FORGOTTEN: { clause: '3-D', next: 'choose-another' },
  // the course of the procedures
  KINDS_MISSING: { clause: '2-C', next: 'choose-another' },
  CONSENT_UNKNOWN: { clause: '2-C', next: 'start-again' },
  NOT_APPLIED: { clause: '2-C', next: 'apply-first' },
  ALREADY_APPLIED: { clause: '2-C', next: 'continue' },
  CREDENTIAL_PRESENT: { clause: '5-A2', next: 'revoke-first' },
  NOT_REGISTERED: { clause: '2-E', next: 'continue' },
  SIGNING_MISSING: { clause: '1-B①', next: 'apply-first' },
  NOT_SUSPENDED: { clause: '5-B3', next: 'continue' },
  KNOWN_TO_AUTHORITY: { clause: '2-F', next: 'other-procedure' },
  OTHER_PLATFORM: { clause: '3-C', next: 'other-procedure' },
  REQUEST_UNDER_WAY: { clause: '2-F', next: 'continue' },
  REQUEST_NONE: { clause: '2-F', next: 'start-again' },
  REQUEST_NONCE_EXPIRED: { clause: '2-F', next: 'start-again' },
  DRAFT_OF_ANOTHER_PERSON: { clause: '2-C', next: 'start-again' },
  APPLICATION_NONCE_EXPIRED: { clause: '2-C', next: 'start-again' },
  // certificates from the authority
  CERTIFICATE_UNEXPECTED: { clause: 'RFC 5280 §4.1.2.7', next: 'report' },
  CERTIFICATE_CHAIN: { clause: 'RFC 5280 §6.1', next: 'report' },
  ATTRIBUTES_UNEXPECTED: { clause: 'ISO/IEC 18013-5 §9.1.2.4', next: 'report' },
  // values from outside
  STATEMENT_MALFORMED: { clause: 'RFC 8259 §2', next: 'report' },
  STATEMENT_NOT_CANONICAL: { clause: 'RFC 8785 §3.2', next: 'report' },
  STATEMENT_KEY_MISMATCH: { clause: 'RFC 7638 §3', next: 'report' },
  CLOCK_WRONG: { clause: '2-C', next: 'check-clock' },
  LOGIN_REQUEST_MALFORMED: { clause: 'RFC 8259 §2', next: 'start-again' },
  LOGIN_REQUEST_EXPIRED: { clause: '1-B①', next: 'start-again' },
  LOGIN_REQUEST_ORIGIN: { clause: 'RFC 6454 §5', next: 'start-again' },
  // a request to show something of the card in the wallet
  PRESENTATION_LINK: { clause: 'OpenID4VP 1.0 §5.7', next: 'start-again' },
  PRESENTATION_UNREACHABLE: { clause: 'RFC 9101 §5.2', next: 'start-again' },
  PRESENTATION_TOO_LARGE: { clause: 'RFC 9101 §5.2', next: 'start-again' },
  PRESENTATION_MALFORMED: { clause: 'OpenID4VP 1.0 §5', next: 'start-again' },
  PRESENTATION_SIGNATURE: { clause: 'RFC 9101 §6.2', next: 'start-again' },
  PRESENTATION_ASKER: { clause: 'OpenID4VP 1.0 §5.9.3', next: 'start-again' },
  PRESENTATION_EXPIRED: { clause: 'RFC 7519 §4.1.4', next: 'start-again' },
  PRESENTATION_UNENCRYPTED: { clause: 'HAIP 1.0 §5.1', next: 'start-again' },
  PRESENTATION_NOT_HELD: { clause: 'OpenID4VP 1.0 §6.4', next: 'start-again' },
  PRESENTATION_INCOMPLETE: { clause: 'OpenID4VP 1.0 §6.4', next: 'choose-another' },
  PRESENTATION_NOT_TAKEN: { clause: 'OpenID4VP 1.0 §8.2', next: 'start-again' },
  // what the phone keeps
  STORE_FAILED: { clause: '2-D', next: 'free-space' },
  STORE_CONFLICT: { clause: '2-D', next: 'reopen' },
  STATE_MALFORMED: { clause: 'RFC 8259 §2', next: 'report' },
  KEY_MISSING: { clause: 'ISO 7816-8 §5.4', next: 'apply-first' },
  UNSEALING: { clause: 'NIST SP 800-38D §7.2', next: 'report' },
} as const satisfies Record<string, PhoneErrorRow>

export type PhoneErrorCode = keyof typeof phoneErrors

interface PhoneErrorMore {
  /** Tries left of the secret concerned, 0…15. */
  readonly triesLeft?: number
  /** Which of the card's secrets it was, where a procedure asks for more than one. */
  readonly secret?: SecretName
  /** Milliseconds that this phone's clock is ahead of the authority's; negative: behind. */
  readonly aheadBy?: number
  /** Elements that a request asks for and the card does not have, as `NAMESPACE/IDENTIFIER`. */
  readonly missing?: readonly string[]
}

export class PhoneError extends errorClass(
  'PhoneError',
  phoneErrors,
  ({ triesLeft }: PhoneErrorMore) =>
    triesLeft === undefined ? [] : [`${triesLeft} attempts left`],
) {}
