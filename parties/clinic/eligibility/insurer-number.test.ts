import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitOf, isInsurerNumber, withCheckDigit } from './insurer-number.ts'

const digits = fc.stringMatching(/^\d{7}$/)

test('昭和51年保発45号 別添1 the check digit of published numbers', () => {
  expect(checkDigitOf('0113001')).toBe('2')
  expect(checkDigitOf('0127001')).toBe('6')
  expect(checkDigitOf('13813')).toBe('1')
  expect(() => checkDigitOf('01 3001')).toThrow(RangeError)
})

test('昭和51年保発45号 別添1 one digit that is wrong is seen, whichever it is', () => {
  fc.assert(
    fc.property(digits, fc.nat(7), fc.integer({ min: 1, max: 9 }), (seven, place, more) => {
      const number = withCheckDigit(seven)
      const changed = Array.from(number, (digit, at) =>
        at === place ? String((Number(digit) + more) % 10) : digit,
      ).join('')
      expect(isInsurerNumber(number)).toBe(true)
      expect(isInsurerNumber(changed)).toBe(false)
    }),
  )
})

test('昭和51年保発45号 別添1 a number has six or eight digits', () => {
  expect(isInsurerNumber(withCheckDigit('13800'))).toBe(true)
  expect(isInsurerNumber(withCheckDigit('011300'))).toBe(false)
})
