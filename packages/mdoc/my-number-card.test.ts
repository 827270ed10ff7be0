/** The holder's data on a My Number Card in a wallet. */
import { describe, expect, test } from 'vitest'
import { FullDate, MdocError } from './index.ts'
import { elementsOf } from './my-number-card.ts'
import { hanako } from './testing.ts'

const at = new Date('2026-11-23T01:00:00Z')

describe('the elements', () => {
  test('org.iso.23220.1.jp.mnc every element of both namespaces, in its kind', () => {
    expect(elementsOf(hanako, at)).toEqual({
      'org.iso.23220.1': {
        sex: 2,
        birth_date: new FullDate('1971-09-01'),
        age_in_years: 55,
        age_over_18: true,
        age_over_20: true,
        age_over_65: false,
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
})
