/** A refusal as a screen gets it: a code to look its words up by, and the tries left where a secret was wrong. */
import type { FaultCode, RefusedSecret } from './codes.ts'
import { isFaultCode } from './known-codes.ts'

export interface Refusal {
  readonly code: FaultCode
  /** With UNKNOWN_CODE: the code as received, to be quoted on the telephone. */
  readonly answered?: string
  readonly triesLeft?: number
  /** Which secret, where a procedure asks for more than one. */
  readonly secret?: RefusedSecret
  /** Milliseconds that this phone's clock is ahead; negative: behind. */
  readonly aheadBy?: number
}

const secrets = {
  'authentication-pin': true,
  'card-data-pin': true,
  'number-a': true,
  'number-b': true,
  'resident-register-pin': true,
  'signing-password': true,
  password: true,
  pin: true,
} as const satisfies Record<RefusedSecret, true>

const isSecret = (name: string): name is RefusedSecret => Object.hasOwn(secrets, name)

const textOf = (value: object, key: string): string | undefined => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** A code from outside: one that this page does not know becomes UNKNOWN_CODE, with the original beside it. */
const refusalBy = (code: string): Refusal =>
  isFaultCode(code) ? { code } : { code: 'UNKNOWN_CODE', answered: code }

/** Any thrown value, by its code. Its message is dropped: a screen has its own words. */
export function refusalOf(thrown: unknown): Refusal {
  if (typeof thrown !== 'object' || thrown === null) return { code: 'UNEXPECTED' }
  const code = textOf(thrown, 'code')
  const triesLeft: unknown = Reflect.get(thrown, 'triesLeft')
  const secret = textOf(thrown, 'secret')
  const aheadBy: unknown = Reflect.get(thrown, 'aheadBy')
  const known = {
    ...(typeof triesLeft === 'number' ? { triesLeft } : {}),
    ...(typeof aheadBy === 'number' ? { aheadBy } : {}),
    ...(secret === undefined || !isSecret(secret) ? {} : { secret }),
  }
  if (code === 'UNKNOWN_CODE') return { ...refusalBy(textOf(thrown, 'answered') ?? code), ...known }
  if (code !== undefined) return { ...refusalBy(code), ...known }
  if (thrown instanceof TypeError && /fetch|network|load/i.test(thrown.message)) {
    return { code: 'NETWORK' }
  }
  return { code: 'UNEXPECTED' }
}
