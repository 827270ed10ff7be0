import { expect, test } from 'vitest'
import {
  isPin,
  isSigningPassword,
  pinFaults,
  pinWarnings,
  signingPasswordFaults,
  tries,
} from './index.ts'

test.each([
  ['ABC123', []],
  ['A1A1A1A1A1A1A1A1', []],
  ['ABC12', ['too-short']],
  ['A1A1A1A1A1A1A1A1A', ['too-long']],
  ['ABCDEF', ['no-digit']],
  ['123456', ['no-capital']],
  ['abc123', ['small-letter', 'no-capital']],
  ['ABc123', ['small-letter']],
  ['ＡＢＣ１２３', ['full-width', 'no-capital', 'no-digit']],
  ['ABC 123', ['character-not-allowed']],
  ['ABC123!', ['character-not-allowed']],
  ['ABC123é', ['character-not-allowed']],
  ['ABC1２3', ['full-width']],
  ['', ['too-short', 'no-capital', 'no-digit']],
  ['𠮷A1', ['too-short', 'character-not-allowed']],
])('2-D the signing password %j: %j', (text, faults) => {
  expect(signingPasswordFaults(text)).toEqual(faults)
  expect(isSigningPassword(text)).toBe(faults.length === 0)
})

test.each([
  ['1234', []],
  ['0000', []],
  ['123', ['not-four']],
  ['12345', ['not-four']],
  ['12a4', ['not-digits']],
  ['１２３４', ['full-width']],
  ['', ['not-four']],
])('2-D the PIN %j: %j', (text, faults) => {
  expect(pinFaults(text)).toEqual(faults)
  expect(isPin(text)).toBe(faults.length === 0)
})

test.each([
  ['1111', ['same-digits']],
  ['0000', ['same-digits']],
  ['1234', ['in-a-row']],
  ['7890', ['in-a-row']],
  ['4321', ['in-a-row']],
  ['0987', ['in-a-row']],
  ['1985', ['birth-date']],
  ['1224', ['birth-date']],
  ['2412', ['birth-date']],
  ['8512', ['birth-date']],
  ['6012', ['birth-date']], // Shōwa 60
  ['6024', ['birth-date']],
  ['7291', []],
  ['1357', []],
])('2-D the PIN %s of someone born on 1985-12-24 is warned of: %j', (pin, warnings) => {
  expect(pinWarnings(pin, '1985-12-24')).toEqual(warnings)
})

test('2-D both eras count in a year that has two', () => {
  expect(pinWarnings('3105', '2019-05-07')).toEqual(['birth-date'])
  expect(pinWarnings('0105', '2019-05-07')).toEqual(['birth-date'])
})

test('2-D without a birth date only the digits themselves are judged', () => {
  expect(pinWarnings('1224')).toEqual([])
})

test('2-D five wrong passwords or three wrong PINs lock', () => {
  expect(tries).toEqual({ 'signing-password': 5, pin: 3 })
})
