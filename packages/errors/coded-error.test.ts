import { describe, expect, expectTypeOf, test } from 'vitest'
import { CodedError, errorClass } from './index.ts'

const stubErrors = {
  STUB_BLOCKED: { clause: 'ISO 7816-4 §7.5.6', next: 'ask-counter' },
  STUB_AWAY: { clause: 'ISO/IEC 14443-4 §7.5', next: 'hold-again' },
} as const

interface StubMore {
  readonly triesLeft?: number
}
class StubError extends errorClass('StubError', stubErrors, ({ triesLeft }: StubMore) =>
  triesLeft === undefined ? [] : [`${triesLeft} tries left`],
) {}
class PlainError extends errorClass('PlainError', stubErrors) {}

describe('CONTRIBUTING one error class, a table of codes with clause and next step', () => {
  test('CONTRIBUTING an error has the clause and the next step of its code', () => {
    const cause = new TypeError('below')
    const error = new StubError('STUB_BLOCKED', { detail: 'twice', triesLeft: 2, cause })
    expect(error).toBeInstanceOf(CodedError)
    expect(error).toMatchObject({
      name: 'StubError',
      code: 'STUB_BLOCKED',
      clause: 'ISO 7816-4 §7.5.6',
      next: 'ask-counter',
      detail: 'twice',
      triesLeft: 2,
      message: 'STUB_BLOCKED: twice: 2 tries left',
      cause,
    })
  })

  test('CONTRIBUTING a text alone is the detail; nothing at all leaves the code', () => {
    expect(new PlainError('STUB_AWAY', 'gone').message).toBe('STUB_AWAY: gone')
    expect(new PlainError('STUB_AWAY').message).toBe('STUB_AWAY')
    expect(new PlainError('STUB_AWAY')).not.toHaveProperty('cause')
  })

  test('CONTRIBUTING errors of one class are not those of another, even of the same table', () => {
    expect(new PlainError('STUB_AWAY')).not.toBeInstanceOf(StubError)
  })

  test('CONTRIBUTING a code that the table does not have fails the type check, and is no error of ours', () => {
    // @ts-expect-error the table has no such code
    expect(() => new PlainError('STUB_GONE')).toThrow(TypeError)
    // @ts-expect-error nor one that every object has
    expect(() => new PlainError('toString')).toThrow(TypeError)
  })

  test('CONTRIBUTING codes, next steps and details have the types of the table', () => {
    const error = new StubError('STUB_AWAY')
    expectTypeOf(error.code).toEqualTypeOf<'STUB_BLOCKED' | 'STUB_AWAY'>()
    expectTypeOf(error.next).toEqualTypeOf<'ask-counter' | 'hold-again'>()
    expectTypeOf(error.triesLeft).toEqualTypeOf<number | undefined>()
  })
})
