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

test.each([
  ['1868-05-07', ['01'], ['00', '02']],
  ['1911-05-07', ['44'], ['00', '01']],
  ['1912-05-07', ['45', '01'], ['00', '02']],
  ['1913-05-07', ['02'], ['46']],
  ['1926-05-07', ['15', '01'], ['00', '02']],
  ['1927-05-08', ['02'], ['16']],
  ['1989-05-07', ['64', '01'], ['00', '02']],
  ['1990-05-07', ['02'], ['65']],
  ['2019-05-07', ['31', '01'], ['00', '02']],
  ['2020-05-07', ['02'], ['32']],
])(
  '2-D the year of an era counts, and both in a year that has two: %s is %j, not %j',
  (birthDate, years, others) => {
    for (const year of years) expect(pinWarnings(`${year}05`, birthDate)).toEqual(['birth-date'])
    for (const year of others) expect(pinWarnings(`${year}05`, birthDate)).toEqual([])
  },
)

test.each([
  ['1985', 'the year'],
  ['1224', 'month and day'],
  ['2412', 'day and month'],
  ['8512', 'year and month'],
  ['8524', 'year and day'],
  ['1285', 'month and year'],
])('2-D the PIN %s is a part of the birth date 1985-12-24: %s', (pin) => {
  expect(pinWarnings(pin, '1985-12-24')).toEqual(['birth-date'])
  expect(pinWarnings(pin, '1971-03-07')).toEqual([])
})

test('2-D parts of a birth date that are not four digits are no PIN', () => {
  expect(pinWarnings('', '1985-12-24')).toEqual([])
  expect(pinWarnings('85', '1985')).toEqual([])
})

test('2-D more than four digits in a row are no PIN to be warned of', () => {
  expect(pinWarnings('123')).toEqual([])
  expect(pinWarnings('12345')).toEqual([])
})

test('2-D without a birth date only the digits themselves are judged', () => {
  expect(pinWarnings('1224')).toEqual([])
})

test('2-D five wrong passwords or three wrong PINs lock', () => {
  expect(tries).toEqual({ 'signing-password': 5, pin: 3 })
})
