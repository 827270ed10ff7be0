/**
 * What card or phone sign at the terminal: the login statement of packages/verify, and no format of its own. Its code is on no screen:
 * the server itself writes the statement that the terminal has signed.
 */
import { base64 } from '@kazashi/octets'
import { createLoginStatement, type ExpectedLogin } from '@kazashi/verify'

export interface Challenge {
  readonly nonce: string
  /** Two digits. */
  readonly code: string
}

/** The clinic, as the statement names it. */
export interface Asker {
  /** Its origin. */
  readonly audience: string
  readonly relyingParty: string
}

const purpose = '保険資格の確認'

export const expectedOf = (asker: Asker, { nonce, code }: Challenge): ExpectedLogin => ({
  ...asker,
  purpose,
  nonce,
  code,
})

/** @param now of the authority @returns the octets to be signed, base64 */
export const statementOf = (asker: Asker, challenge: Challenge, now: Date): string =>
  base64.encode(
    createLoginStatement({
      type: 'kazashi-login',
      ...asker,
      ...challenge,
      purpose,
      time: now.toISOString(),
    }),
  )
