/**
 * The common part of procedures with the card at hand (2-C ④⑦, 2-F ⑥, 4-B ④⑦): the card's signing password, then the
 * card is held and read. Rows for the tables of the procedures.
 */
import { isPin, pinWarnings, signingPasswordFaults } from '@kazashi/lifecycle'
import type { Refusal } from '../faults/refusal.ts'

/** How far the reading of the card has come (⑦); asking: the card is done, the authority is asked. */
export const readingStages = ['found', 'password', 'certificate', 'signing', 'asking'] as const
export type ReadingStage = (typeof readingStages)[number]

/** Faults in the entry of an existing secret. */
export type EntryFault = 'empty' | 'form' | 'last-try-unconfirmed'
/** Faults in a new secret. */
export type NewSecretFault = 'form' | 'differs'
export type PinWarning = ReturnType<typeof pinWarnings>[number]

export interface PasswordEntered {
  readonly type: 'card-password-entered'
  readonly password: string
  readonly lastTryConfirmed: boolean
}
export interface ReadingState {
  readonly phase: 'waiting' | 'reading'
  readonly stage?: ReadingStage
  readonly refusal?: Refusal
}
export interface SigningPasswordEntered {
  readonly type: 'signing-password-entered'
  readonly password: string
  readonly repeated: string
}
export interface PinEntered {
  readonly type: 'pin-entered'
  readonly pin: string
  readonly repeated: string
  /** The person has read why this PIN is easy to guess and wants it all the same. */
  readonly insists: boolean
  /** Of the card's holder, YYYY-MM-DD, where a card has signed (holder.ts). */
  readonly birthDate?: string | undefined
}

/** Refusals that a new entry of the card's password answers; another card has another one. */
const askPasswordAgain = new Set([
  'CARD_SECRET_WRONG',
  'CARD_LAST_TRY',
  'SECRET_WRONG',
  'LAST_TRY',
  'CARD_OF_ANOTHER_PERSON',
])
/** Refusals that holding the card again answers: they stay on the screen where they happened. */
const holdAgain = new Set([
  'CARD_UNREADABLE',
  'CARD_STATUS_UNEXPECTED',
  'CARD_ANSWER_MALFORMED',
  'NOT_A_MY_NUMBER_CARD',
  'NETWORK',
  'APPLICATION_NONCE_EXPIRED',
  'REQUEST_NONCE_EXPIRED',
  'READER_UNAVAILABLE',
])
export const isLastTry = (refusal: Refusal | undefined): boolean =>
  refusal !== undefined &&
  (refusal.triesLeft === 1 || refusal.code === 'CARD_LAST_TRY' || refusal.code === 'LAST_TRY')

/**
 * A statement signed on an earlier visit is checked again before a secret is chosen: it may be too old by now.
 * due: with the next 「次へ」 · running: the authority is being asked
 */
export type CheckOfSigned = 'due' | 'running'

/** Judges an entered card password: a fault to be shown, or good as far as one can tell without the card. */
export function judgeCardPassword(
  { password, lastTryConfirmed }: PasswordEntered,
  refusal: Refusal | undefined,
): { readonly fault: EntryFault } | { readonly force: boolean } {
  if (password === '') return { fault: 'empty' }
  if (signingPasswordFaults(password).length > 0) return { fault: 'form' }
  const force = isLastTry(refusal)
  return force && !lastTryConfirmed ? { fault: 'last-try-unconfirmed' } : { force }
}

/** Where a refusal while the card is read leads. `again`: the next card that comes near is read without a question. */
export function afterReading(refusal: Refusal): 'password' | 'again' | 'wait' | 'stop' {
  if (askPasswordAgain.has(refusal.code)) return 'password'
  if (refusal.code === 'CARD_AWAY') return 'again'
  return holdAgain.has(refusal.code) ? 'wait' : 'stop'
}

/** 2-D ① the phone's new signing password, entered twice. */
export function judgeNewPassword({
  password,
  repeated,
}: SigningPasswordEntered): NewSecretFault | undefined {
  if (signingPasswordFaults(password).length > 0) return 'form'
  return password === repeated ? undefined : 'differs'
}

/** 2-D ② the phone's new PIN, entered twice. */
export function judgeNewPin({ pin, repeated, insists, birthDate }: PinEntered): {
  readonly fault?: NewSecretFault
  readonly warnings: readonly PinWarning[]
} {
  if (!isPin(pin)) return { fault: 'form', warnings: [] }
  if (pin !== repeated) return { fault: 'differs', warnings: [] }
  return { warnings: insists ? [] : pinWarnings(pin, birthDate) }
}
