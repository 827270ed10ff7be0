import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBirthDate, encodeAttributes, encodeBirthDate } from './attributes.ts'
import { PkiError } from './errors.ts'
import { attributes } from './test-chain.ts'

describe('the four attributes', () => {
  test.each([
    ['1867-12-31', '018671231'],
    ['1868-01-25', '118680125'],
    ['1912-07-29', '119120729'],
    ['1912-07-30', '219120730'],
    ['1926-12-24', '219261224'],
    ['1926-12-25', '319261225'],
    ['1989-01-07', '319890107'],
    ['1989-01-08', '419890108'],
    ['2019-04-30', '420190430'],
    ['2019-05-01', '520190501'],
  ])(
    'JPKI profile: the birth date %s is %s: the digit of its era, then the Gregorian date',
    (date, text) => {
      expect(encodeBirthDate(date)).toBe(text)
      expect(decodeBirthDate(text)).toBe(date)
    },
  )

  test('JPKI profile: a birth date there and back', () => {
    const dates = fc.date({
      min: new Date('1868-01-25'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(decodeBirthDate(encodeBirthDate(text))).toBe(text)
      }),
    )
  })

  test.each(['319890108', '41989090', '6', '419890229', '９'])(
    'JPKI profile: %s is no birth date',
    (text) => {
      expect(() => decodeBirthDate(text)).toThrow(PkiError)
    },
  )

  test.each<[string, Partial<typeof attributes>]>([
    ['a flag too few for the name', { nameFlags: '0010' }],
    ['a flag that is 2', { nameFlags: '00200' }],
    ['no flags for the address', { addressFlags: '' }],
    ['an address of 201 characters', { address: '東'.repeat(201), addressFlags: '0'.repeat(201) }],
    ['a day that does not exist', { birthDate: '1989-02-29' }],
  ])('JPKI profile: attributes with %s are refused', (_, change) => {
    expect(() => encodeAttributes({ ...attributes, ...change })).toThrow(
      expect.objectContaining({ code: 'ATTRIBUTES_MALFORMED' }),
    )
  })

  test('JPKI profile: a character beyond the basic plane counts once', () => {
    expect(() => encodeAttributes({ ...attributes, name: '𠮷本　花子' })).not.toThrow()
  })
})
