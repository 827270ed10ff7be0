/** Errors of a reader's client in the words of this package: the owner of the secret decides the next step. */
import { CardError, type SecretName } from '@kazashi/card'
import { PhoneError, type PhoneErrorCode } from '../errors.ts'

type Codes = Readonly<Record<string, PhoneErrorCode>>

const ofCard: Codes = {
  CARD_AWAY: 'CARD_AWAY',
  NOT_A_MY_NUMBER_CARD: 'NOT_A_MY_NUMBER_CARD',
  SECRET_WRONG: 'CARD_SECRET_WRONG',
  SECRET_BLOCKED: 'CARD_SECRET_BLOCKED',
  LAST_TRY: 'CARD_LAST_TRY',
  SECRET_FORM: 'SECRET_FORM',
}
const ofElement: Codes = {
  SECRET_WRONG: 'SECRET_WRONG',
  SECRET_BLOCKED: 'SECRET_BLOCKED',
  LAST_TRY: 'LAST_TRY',
  SECRET_FORM: 'SECRET_FORM',
}

async function translated<T>(
  codes: Codes,
  task: () => Promise<T>,
  secret?: SecretName,
): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    if (!(cause instanceof CardError)) throw cause
    const { triesLeft } = cause
    throw new PhoneError(codes[cause.code] ?? 'CARD_UNREADABLE', {
      cause,
      detail: cause.code,
      ...(triesLeft !== undefined && { triesLeft, ...(secret && { secret }) }),
    })
  }
}

/** Runs an exchange with the card held to the phone, by this one of its secrets. @throws {PhoneError} CARD_…, NOT_A_MY_NUMBER_CARD */
export const withCard = <T>(
  task: () => Promise<T>,
  secret: SecretName = 'signing-password',
): Promise<T> => translated(ofCard, task, secret)

/** Runs an exchange with the phone's own element. @throws {PhoneError} SECRET_WRONG, SECRET_BLOCKED, LAST_TRY, CARD_UNREADABLE */
export const withElement = <T>(task: () => Promise<T>): Promise<T> => translated(ofElement, task)
