/** Next steps for a person at a command line, one for each key of the packages' error tables. A missing key fails the type check. */
import type { CardErrorNext } from '@kazashi/card'
import { type EmbeddedErrorNext, embeddedNextSteps } from '@kazashi/database/embedded-errors'
import type { MdocNext } from '@kazashi/mdoc'
import type { PhoneErrorNext } from '@kazashi/phone'
import type { PkiNext } from '@kazashi/pki'
import type { VerifyNext } from '@kazashi/verify'

type NextStep = CardErrorNext | PhoneErrorNext | PkiNext | MdocNext | VerifyNext | EmbeddedErrorNext

const nextSteps: Readonly<Record<NextStep, string>> = {
  // cards and phones
  'hold-again': 'put the card back on the reader and try again',
  'enter-again': 'try again with the right value; the attempts left are shown',
  'confirm-last-try': 'add --force to use the last attempt',
  'ask-counter': 'go to the municipal office: it can reset a locked PIN or password',
  'use-my-number-card': 'use a My Number Card, the same one as before',
  'choose-another': 'choose another value',
  'choose-reader':
    'start pcscd and connect a reader (card readers lists them); or work with --file',
  'use-pin': 'enter the PIN instead',
  'set-anew': 'set a new one with the card',
  'other-procedure': 'use the procedure for this kind of phone',
  'apply-again': 'apply again: the issued certificates have expired',
  'apply-first': 'apply with the card first',
  continue: 'an earlier step is done already: go on from there',
  'revoke-first': 'revoke the certificates on the phone first',
  'enter-code-again': 'type the number on the screen that is to be logged in',
  'start-again': 'start it again from the beginning',
  'free-space': 'free up space where the data is kept',
  reopen: 'open it again: it was changed from somewhere else',
  // files, keys, certificates
  'check-file': 'check that it is the right file and that it is complete',
  'check-key': 'check the passphrase or key of the file',
  'check-passphrase': 'check the passphrase of the key store',
  'check-input': 'check the input; --help shows the form',
  'correct-input': 'correct the input; --help shows the form',
  'check-anchors': 'check which authority is trusted: is it the same server?',
  'use-valid-certificate': 'use a certificate that is valid for this',
  'go-to-counter': 'get a new certificate at the municipal office',
  'release-suspension': 'have the suspension lifted at the municipal office',
  'check-clock': 'check the date and time of both computers',
  'try-again-later': 'try again in a while',
  ...embeddedNextSteps,
  report: 'you cannot fix this yourself: report it, with the error code',
}

const words: Readonly<Record<string, string>> = nextSteps

/** @param next a key of a package's table, or a sentence already */
export const inWords = (next: string): string =>
  Object.hasOwn(words, next) ? (words[next] ?? next) : next
