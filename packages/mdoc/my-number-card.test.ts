/** The holder's data on a My Number Card in a wallet. */
import { describe, expect, test } from 'vitest'
import { codeOf, outcomeOf, verdictOf } from '../../tools/code-of.ts'
import { FullDate, MdocError } from './index.ts'
import { agesTold, elementsOf, myNumberCardElements } from './my-number-card.ts'
import { hanako } from './testing.ts'

const at = new Date('2026-11-23T01:00:00Z')

describe('the elements', () => {
  test('org.iso.23220.1.jp.mnc every element of both namespaces, in its kind', () => {
    expect(elementsOf(hanako, at)).toEqual({
      'org.iso.23220.1': {
        sex: 2,
        birth_date: new FullDate('1971-09-01'),
        age_in_years: 55,
        age_over_13: true,
        age_over_15: true,
        age_over_16: true,
        age_over_18: true,
        age_over_20: true,
        age_over_60: false,
        age_over_65: false,
        age_over_75: false,
      },
      'org.iso.23220.1.jp': {
        full_name_unicode: '番号　花子',
        resident_address_unicode: '東京都千代田区霞が関二丁目１番２号',
        local_gov_code_unicode: '13101',
        individual_number_unicode: '123456789018',
        portrait: hanako.portrait,
        sex_unicode: '女',
        birth_date_unicode: '1971年9月1日',
      },
    })
  })

  test.for([
    ['male', 1, '男'],
    ['female', 2, '女'],
    ['not-applicable', 9, '適用不能'],
  ] as const)('ISO/IEC 5218 %s is %d and %s', ([sex, number, word]) => {
    const elements = elementsOf({ ...hanako, sex }, at)
    expect(elements['org.iso.23220.1'].sex).toBe(number)
    expect(elements['org.iso.23220.1.jp'].sex_unicode).toBe(word)
  })

  test.for([
    ['a birth date that is none', { birthDate: '1971-02-30' }],
    ['eleven digits', { myNumber: '12345678901' }],
    ['a code with its check digit', { municipalityCode: '131016' }],
    ['an empty name', { name: '' }],
    ['no portrait', { portrait: new Uint8Array() }],
    ['a birth date to come', { birthDate: '2026-11-24' }],
  ] as const)('org.iso.23220.1.jp.mnc %s is refused, and not repeated', ([, change]) => {
    const run = () => elementsOf({ ...hanako, ...change }, at)
    expect(run).toThrow(MdocError)
    for (const value of Object.values(change))
      if (typeof value === 'string' && value !== '') expect(run).not.toThrow(value)
  })

  // It is ten in the morning of 23 November 2026 in Japan.
  test.for(
    agesTold.flatMap((years) => [
      [`${2026 - years}-11-24`, years - 1] as const,
      [`${2026 - years}-11-23`, years] as const,
    ]),
  )(
    'ISO/IEC 18013-5 §7.2.5 born on %s: %d years, over each age up to it and over none above',
    ([birthDate, years]) => {
      const elements = elementsOf({ ...hanako, birthDate }, at)['org.iso.23220.1']
      expect(elements.age_in_years).toBe(years)
      expect(agesTold.map((least) => elements[`age_over_${least}`])).toEqual(
        agesTold.map((least) => least <= years),
      )
    },
  )

  test('org.iso.23220.1.jp.mnc the day of birth counts from its first moment in Japan', () => {
    const midnight = new Date('2026-11-22T15:00:00Z')
    const born = (moment: Date) => () =>
      elementsOf({ ...hanako, birthDate: '2026-11-23' }, moment)['org.iso.23220.1'].age_in_years
    expect(born(midnight)()).toBe(0)
    expect(codeOf(born(new Date(midnight.getTime() - 1)))).toBe('ELEMENTS_INVALID')
  })

  test.for([
    ['a name of one character', { name: '一' }, 'accepted'],
    ['a name of 200 characters', { name: '長'.repeat(200) }, 'accepted'],
    ['a name of 201 characters', { name: '長'.repeat(201) }, 'ELEMENTS_INVALID'],
    ['a person of 150 years', { birthDate: '1876-11-23' }, 'accepted'],
    ['a person of 151 years', { birthDate: '1875-11-23' }, 'ELEMENTS_INVALID'],
    ['a portrait of one octet', { portrait: Uint8Array.of(0) }, 'accepted'],
  ] as const)('org.iso.23220.1.jp.mnc %s: %s', ([, change, verdict]) => {
    expect(verdictOf(() => elementsOf({ ...hanako, ...change }, at))).toBe(verdict)
  })

  test('org.iso.23220.1.jp.mnc a refusal names each place, and no value', () => {
    const change = { name: '', myNumber: '12345678901' }
    expect(outcomeOf(() => elementsOf({ ...hanako, ...change }, at))).toMatchObject({
      code: 'ELEMENTS_INVALID',
      detail:
        'not as the doc type has them: org.iso.23220.1.jp/full_name_unicode, org.iso.23220.1.jp/individual_number_unicode',
    })
  })

  test('org.iso.23220.1.jp.mnc a card that tells fewer ages is read, one that tells another age is not', () => {
    const { 'org.iso.23220.1': general, 'org.iso.23220.1.jp': japan } = elementsOf(hanako, at)
    const reading = (values: object) => () =>
      myNumberCardElements({
        elements: new Map([
          ['org.iso.23220.1', new Map(Object.entries(values))],
          ['org.iso.23220.1.jp', new Map(Object.entries(japan))],
        ]),
      })
    const { age_over_13: _, ...fewer } = general
    expect(verdictOf(reading(fewer))).toBe('accepted')
    expect(verdictOf(reading({ ...general, age_over_21: true }))).toBe('ELEMENTS_INVALID')
  })
})
