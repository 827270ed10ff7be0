/** The secrets of a card by name: which values they may have, and how many tries (facts of the PIN notes of the card). */
import { PIN_TRIES, SIGNING_PASSWORD_TRIES } from '../applets/applet-definition.ts'
import { CardError } from '../errors.ts'
import { fitsForm, type SecretName } from '../layout.ts'

interface SecretRule {
  /** Tries when none was spent; undefined where the card alone knows. */
  readonly tries: number | undefined
  /** Values that a VERIFY may carry. Case is never changed for the user: 'abc' is refused, not read as 'ABC'. */
  readonly form: RegExp
  /** Values that it may be changed to. */
  readonly newForm: Parameters<typeof fitsForm>[0]
}

const pin: SecretRule = { tries: PIN_TRIES, form: /^[0-9]{4}$/, newForm: 'four-digits' }

/** In the order of the slip of paper that comes with a card, then the numbers printed on it. */
export const secretRules: Readonly<Record<SecretName, SecretRule>> = {
  'signing-password': {
    tries: SIGNING_PASSWORD_TRIES,
    form: /^[A-Z0-9]{6,16}$/,
    newForm: 'signing-password',
  },
  'authentication-pin': pin,
  'card-data-pin': pin,
  'resident-register-pin': pin,
  'number-a': { tries: undefined, form: /^[0-9]{12}$/, newForm: 'fixed' },
  'number-b': { tries: undefined, form: /^[0-9]{14}$/, newForm: 'fixed' },
}

/**
 * The bytes of a secret for a VERIFY.
 * @throws {CardError} SECRET_FORM before any try is spent
 */
export function encodeSecret(secret: SecretName, value: string): Uint8Array {
  if (!secretRules[secret].form.test(value)) throw new CardError('SECRET_FORM', { detail: secret })
  return new TextEncoder().encode(value)
}

/**
 * The bytes of a new value for CHANGE REFERENCE DATA.
 * @throws {CardError} SECRET_FORM: not allowed, or the secret is a fixed one
 */
export function encodeNewSecret(secret: SecretName, value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  if (!fitsForm(secretRules[secret].newForm, bytes)) {
    throw new CardError('SECRET_FORM', { detail: `new ${secret}` })
  }
  return bytes
}
