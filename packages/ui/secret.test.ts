import { expect, test } from 'vitest'
import { tidySecret } from './secret.ts'

test('2-C ④ small letters of a signing password become capitals, and the field says so', () => {
  expect(tidySecret('abc123', 'password')).toEqual({ value: 'ABC123', changed: 'capitals' })
  expect(tidySecret('ABC123', 'password')).toEqual({ value: 'ABC123' })
})

test('2-C ④ full-width letters and pasted spaces are read as meant', () => {
  expect(tidySecret('ＡＢＣ１２３', 'password')).toEqual({ value: 'ABC123', changed: 'halfWidth' })
  expect(tidySecret(' ABC 123\n', 'password').value).toBe('ABC123')
  expect(tidySecret('ABC\u200b123\ufeff', 'password')).toEqual({ value: 'ABC123' })
})

test('2-D ② a PIN takes digits only, four of them', () => {
  expect(tidySecret('12a345', 'pin').value).toBe('1234')
  expect(tidySecret('１２３４', 'pin')).toEqual({ value: '1234', changed: 'halfWidth' })
})

test('2-C ④ a 17th letter stays and is said: cut off, the password would be another one', () => {
  const long = 'ABCDEFGH12345678X'
  expect(tidySecret(long, 'password')).toEqual({ value: long, changed: 'tooLong' })
  expect(tidySecret(long.slice(0, 16), 'password')).toEqual({ value: long.slice(0, 16) })
  expect(tidySecret(long.toLowerCase(), 'password')).toEqual({ value: long, changed: 'tooLong' })
})

test('2-D ② a fifth digit is said', () => {
  expect(tidySecret('12345', 'pin')).toEqual({ value: '1234', changed: 'moreDigits' })
  expect(tidySecret('１２３４５', 'pin')).toEqual({ value: '1234', changed: 'moreDigits' })
})
