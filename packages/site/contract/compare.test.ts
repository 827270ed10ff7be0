import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, compareText, substitutes } from './compare.ts'

const attributes = {
  name: '吉田　太郎',
  nameFlags: '10000',
  address: '埼玉県例示市模擬通１丁目１－２２',
  addressFlags: '0'.repeat(16),
  birthDate: '1977-09-28',
  sex: 'male',
} as const

test('1-B② a character that the certificate writes another for is somebody’s to look at, whichever of the two was typed', () => {
  const written = {
    name: '𠮷田 太郎',
    address: '埼玉県例示市模擬通1丁目1-22',
    birthDate: '1977-09-28',
  }
  expect(compare(written, attributes)).toEqual({
    name: 'substituted',
    address: 'same',
    birthDate: 'same',
  })
  expect(compareText('吉田太郎', attributes.name, attributes.nameFlags)).toBe('substituted')
  expect(substitutes(attributes.name, attributes.nameFlags)).toEqual(['吉'])
})

test('1-B② another character anywhere else, a missing one and another day are a difference', () => {
  expect(compareText('𠮷田　次郎', attributes.name, attributes.nameFlags)).toBe('different')
  expect(compareText('𠮷田　太', attributes.name, attributes.nameFlags)).toBe('different')
  expect(compareText('𠮷田　太郎', attributes.name, '00000')).toBe('different')
  const written = {
    name: attributes.name,
    address: '埼玉県例示市模擬通2-22',
    birthDate: '1977-09-29',
  }
  expect(compare(written, attributes)).toMatchObject({
    address: 'different',
    birthDate: 'different',
  })
})

test('1-B② widths, blanks, hyphens and variation selectors make no difference', () => {
  const flags = (text: string) => '0'.repeat(Array.from(text).length)
  for (const [written, certified] of [
    ['１－２−３', '1-2-3'],
    ['見本 花子', '見本　花子'],
    ['葛\u{e0100}城', '葛城'],
    ['ﾐﾎﾝ', 'ミホン'],
  ] as const)
    expect(compareText(written, certified, flags(certified))).toBe('same')
})

test('1-B② whatever is written, it is refused exactly where a character that was not substituted is another', () => {
  const character = fc.constantFrom('吉', '土', '髙', '邉', '見', '本', '花', '子', 'ア')
  const place = fc.record({ certified: character, written: character, flagged: fc.boolean() })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      const text = (of: 'certified' | 'written') => places.map((one) => one[of]).join('')
      const flags = places.map(({ flagged }) => (flagged ? '1' : '0')).join('')
      const other = places.some(
        ({ certified, written, flagged }) => !flagged && certified !== written,
      )
      const expected = other ? 'different' : flags.includes('1') ? 'substituted' : 'same'
      expect(compareText(text('written'), text('certified'), flags)).toBe(expected)
      expect(compareText(`${text('written')}也`, text('certified'), flags)).toBe('different')
    }),
  )
})
