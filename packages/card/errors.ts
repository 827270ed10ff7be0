/** Everything that can go wrong with a card, and a person's next step. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** A person's next step: a key into the texts of each screen, never a sentence. */
export type CardErrorNext =
  | 'hold-again' // hold the card to the reader again
  | 'enter-again' // enter the secret again, tries are left
  | 'ask-counter' // the municipal counter can reset a blocked secret
  | 'confirm-last-try' // say that the last try may be spent
  | 'use-my-number-card' // this is another card
  | 'choose-another' // the value is not allowed, choose another
  | 'choose-reader' // no such reader: choose one that is there
  | 'check-file' // the card file is damaged or another kind of file
  | 'check-key' // the passphrase or key does not open this file
  | 'check-input' // the operation does not take this input
  | 'report' // nothing a person can do: report it

interface CardErrorRow {
  /** Where the rule stands. */
  readonly clause: string
  readonly next: CardErrorNext
}

export const cardErrors = {
  // the card and the way to it
  CARD_AWAY: { clause: 'ISO/IEC 14443-4 §7.5', next: 'hold-again' },
  CARD_STATUS_UNEXPECTED: { clause: 'ISO 7816-4 §5.1.3', next: 'hold-again' },
  CARD_ANSWER_MALFORMED: { clause: 'ISO 7816-4 §5.1', next: 'hold-again' },
  NOT_A_MY_NUMBER_CARD: { clause: 'ISO 7816-4 §8.2.2', next: 'use-my-number-card' },
  READER_NOT_FOUND: { clause: 'PC/SC part 5 §3.2.5', next: 'choose-reader' },
  READER_UNAVAILABLE: { clause: 'PC/SC part 5 §3.2.5', next: 'choose-reader' },
  // secrets
  SECRET_WRONG: { clause: 'ISO 7816-4 §7.5.6', next: 'enter-again' },
  SECRET_BLOCKED: { clause: 'ISO 7816-4 §7.5.6', next: 'ask-counter' },
  LAST_TRY: { clause: 'ISO 7816-4 §7.5.6', next: 'confirm-last-try' },
  SECRET_FORM: { clause: 'ISO 7816-4 §7.5.7', next: 'choose-another' },
  // files and commands
  FILE_NOT_FOUND: { clause: 'ISO 7816-4 §7.1.1', next: 'report' },
  SECURITY_STATUS: { clause: 'ISO 7816-4 §5.4', next: 'enter-again' },
  KEY_MISSING: { clause: 'ISO 7816-8 §5.4', next: 'report' },
  APDU_MALFORMED: { clause: 'ISO 7816-4 §5.1', next: 'report' },
  VALUE_OUT_OF_RANGE: { clause: 'ISO 7816-4 §5.1', next: 'check-input' },
  // values on the card
  TOKEN_INFORMATION_MALFORMED: { clause: 'PKCS #11 v2.40 §3.2', next: 'use-my-number-card' },
  DATA_OBJECT_MALFORMED: { clause: 'ISO 7816-4 §5.2', next: 'use-my-number-card' },
  KEY_MALFORMED: { clause: 'RFC 8017 §A.1.2', next: 'check-input' },
  SIGNATURE_INPUT: { clause: 'RFC 8017 §8.2.1', next: 'check-input' },
  // card contents as a file
  CONTENTS_MALFORMED: { clause: 'RFC 8259 §2', next: 'check-file' },
  CONTENTS_KEY_WRONG: { clause: 'RFC 7516 §5.2', next: 'check-key' },
  CONTENTS_ALTERED: { clause: 'RFC 7516 §5.2', next: 'check-file' },
  // personalisation
  PERSONALISATION_INPUT: { clause: 'ISO 7816-4 §5.3', next: 'check-input' },
} as const satisfies Record<string, CardErrorRow>

export type CardErrorCode = keyof typeof cardErrors

interface CardErrorMore {
  /** Tries left of the secret concerned, 0…15. */
  readonly triesLeft?: number
  /** Status word SW1‖SW2 of the card, 0…0xFFFF. */
  readonly statusWord?: number
}

const hex = (statusWord: number) => statusWord.toString(16).toUpperCase().padStart(4, '0')

export class CardError extends errorClass(
  'CardError',
  cardErrors,
  ({ statusWord, triesLeft }: CardErrorMore) => [
    ...(statusWord === undefined ? [] : [`SW ${hex(statusWord)}`]),
    ...(triesLeft === undefined ? [] : [`${triesLeft} attempts left`]),
  ],
) {}
