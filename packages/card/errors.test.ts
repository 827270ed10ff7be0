import { describe, expect, it } from 'vitest'
import { CardError, cardErrors } from './errors.ts'

describe('ISO 7816-4 errors of the card', () => {
  it('ISO 7816-4 §5.1.3 an error carries its code, clause, next step and the tries left', () => {
    const error = new CardError('SECRET_WRONG', { triesLeft: 2, statusWord: 0x63c2 })
    expect(error).toMatchObject({
      name: 'CardError',
      code: 'SECRET_WRONG',
      clause: cardErrors.SECRET_WRONG.clause,
      next: 'enter-again',
      triesLeft: 2,
      statusWord: 0x63c2,
      message: 'SECRET_WRONG: SW 63C2: 2 attempts left',
    })
  })

  it('ISO 7816-4 §5.1.3 each code names a clause of a standard and a next step', () => {
    for (const [code, { clause, next }] of Object.entries(cardErrors)) {
      expect(code).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)*$/)
      expect(clause).toMatch(/\d/)
      expect(next).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })
})
