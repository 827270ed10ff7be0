import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { generateResident, LONGEST_ADDRESS } from './generate.ts'
import { hepburn, hepburnName } from './hepburn.ts'
import { findMunicipality, municipalities, municipalityCheckDigit } from './municipalities.ts'
import { checkDigit, isMyNumber, SYNTHETIC_MY_NUMBERS, syntheticMyNumber } from './my-number.ts'
import { parseResident } from './parse.ts'
import { drawPortrait, portraitOf, portraitSvg } from './portrait.ts'
import { birthDateKey, eraDate, numberB } from './reference-numbers.ts'
import { isCertificateCharacter, substitute } from './substitution.ts'

const today = new Date('2026-11-23T03:00:00Z')
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const many = Array.from({ length: 3000 }, (_, seed) => generateResident(seed, today))

describe('My Number', () => {
  test('ordinance No. 85 of 2014, article 5: check digits of worked examples', () => {
    // 123456789018 is the number in the tax agency's filled-in forms.
    expect(checkDigit('12345678901')).toBe('8')
    expect(isMyNumber('123456789018')).toBe(true)
    expect(isMyNumber('123456789010')).toBe(false)
    expect(isMyNumber('12345678901')).toBe(false)
  })

  test('every single wrong digit is noticed, but where the remainder is 0 or 1', () => {
    fc.assert(
      fc.property(seeds, fc.nat(10), fc.integer({ min: 1, max: 9 }), (seed, at, shift) => {
        const right = syntheticMyNumber(seed)
        const digits = [...right]
        digits[at] = String((Number(digits[at]) + shift) % 10)
        // Both remainders are written 0, so such a number may hide one change.
        fc.pre(right[11] !== '0')
        expect(isMyNumber(digits.join(''))).toBe(false)
      }),
    )
  })

  test('seeds have numbers of their own, all in the made-up range', () => {
    const numbers = many.map(({ myNumber }) => myNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.every((number) => isMyNumber(number) && /^0000/.test(number))).toBe(true)
    expect(syntheticMyNumber(SYNTHETIC_MY_NUMBERS + 5)).toBe(syntheticMyNumber(5))
    expect(syntheticMyNumber(-1)).toBe(syntheticMyNumber(SYNTHETIC_MY_NUMBERS - 1))
  })
})

describe('municipalities', () => {
  test('JIS X 0401 every prefecture has a municipality, and no code stands twice', () => {
    const prefectures = new Set(municipalities.map(({ code }) => code.slice(0, 2)))
    expect(prefectures.size).toBe(47)
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(municipalities.length)
    expect(municipalities.length).toBeGreaterThan(100)
  })

  test('JIS X 0402 codes and Latin forms are well formed', () => {
    for (const { code, prefecture, name, prefectureLatin, nameLatin } of municipalities) {
      expect(code).toMatch(/^(0[1-9]|[1-3]\d|4[0-7])\d{3}$/)
      expect(prefecture).toMatch(/[都道府県]$/)
      expect(name).toMatch(/[市区町村]$/)
      expect(prefectureLatin).toMatch(/^(Hokkaido|Tokyo-to|(Osaka|Kyoto)-fu|[A-Z][a-z]+-ken)$/)
      expect(nameLatin).toMatch(/^[A-Z][a-z]+-(shi( [A-Z][a-z]+-ku)?|ku|machi|cho|mura|son)$/)
    }
  })

  test('check digits of published six-digit codes', () => {
    // 札幌市 011002, 渋谷区 131130, 浜松市天竜区 221406, 福岡市博多区 401323
    expect(['01100', '13113', '22140', '40132'].map(municipalityCheckDigit)).toEqual([
      '2',
      '0',
      '6',
      '3',
    ])
    expect(findMunicipality('13113')).toEqual({
      code: '13113',
      prefecture: '東京都',
      name: '渋谷区',
      prefectureLatin: 'Tokyo-to',
      nameLatin: 'Shibuya-ku',
    })
    expect(findMunicipality('99999')).toBeUndefined()
  })
})

describe('made-up residents', () => {
  test('a seed makes the same resident again, and neighbours differ', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(generateResident(seed, today)).toEqual(generateResident(seed, today))
        expect(generateResident(seed, today)).not.toEqual(generateResident(seed + 1, today))
      }),
    )
  })

  test('each resident is one that a resident file may hold', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const resident = generateResident(seed, today)
        expect(parseResident(JSON.stringify(resident))).toEqual(resident)
        expect([...resident.address].length).toBeLessThanOrEqual(LONGEST_ADDRESS)
        expect(resident.kana).toMatch(/^[ァ-ヶー\u3000]+$/)
        expect(resident.latin).toMatch(/^[A-Z ]+$/)
      }),
    )
  })

  test('ages run from 0 to 105 on any day, the 29th of February included', () => {
    const days = [today, new Date('2028-02-29T00:00:00Z'), new Date('2027-12-31T16:00:00Z')]
    fc.assert(
      fc.property(seeds, fc.constantFrom(...days), (seed, day) => {
        const { birthDate } = generateResident(seed, day)
        const here = new Date(day.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
        expect(birthDate <= here).toBe(true)
        const years = Number(here.slice(0, 4)) - Number(birthDate.slice(0, 4))
        expect(years).toBeLessThanOrEqual(106)
      }),
    )
  })

  test('among 3000 there is everything that programs trip over', () => {
    const full = many.filter(({ address }) => [...address].length === 200)
    const astral = many.filter(({ name }) => /[\u{20000}-\u{3ffff}]/u.test(name))
    const substituted = many.filter(({ name }) => substitute(name).flags.includes('1'))
    const single = many.filter(({ name }) => !name.includes('\u3000'))
    const latinOnly = many.filter(({ name }) => /^[Ａ-Ｚ\u3000]+$/.test(name))
    const under15 = many.filter(({ birthDate }) => birthDate > '2011-11-23')
    const over90 = many.filter(({ birthDate }) => birthDate < '1936-11-23')
    for (const group of [full, astral, substituted, single, latinOnly, under15, over90]) {
      expect(group.length).toBeGreaterThan(10)
    }
    expect(new Set(many.map(({ name }) => name)).size).toBeGreaterThan(500)
    expect(new Set(many.map(({ municipality }) => municipality.code)).size).toBe(
      municipalities.length,
    )
    // No family name is drawn much more often than its neighbours.
    const drawn = many.filter(({ name }) => name.startsWith('練習')).length
    expect(drawn).toBeGreaterThan(40)
    expect(drawn).toBeLessThan(130)
  })
})

describe('hepburn', () => {
  test('long vowels, double consonants, n before p', () => {
    expect(hepburnName('ショウタ\u3000タロウ')).toBe('Shota Taro')
    expect(hepburn('ハットリ')).toBe('hattori')
    expect(hepburn('ハッチョウ')).toBe('hatcho')
    expect(hepburn('サンプル')).toBe('sampuru')
    expect(hepburn('ジュンイチ')).toBe('junichi')
  })
})

describe('substitution', () => {
  test('1.2.392.200149.8.5.5.2 JIS X 0208 and X 0212 are kept, about 13 000 characters', () => {
    expect(substitute('見本\u3000花子')).toEqual({ text: '見本\u3000花子', flags: '00000' })
    // 邉 is level 2, 濵 is in X 0212.
    expect(substitute('邉濵').flags).toBe('00')
    let count = 0
    for (let code = 0x80; code < 0x30000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      if (isCertificateCharacter(String.fromCodePoint(code))) count += 1
    }
    // 6879 and 6067, less a few that both have, plus the second form of those encoded in two ways.
    expect(count).toBeGreaterThan(12_900)
    expect(count).toBeLessThan(12_960)
  })

  test('1.2.392.200149.8.5.5.2 characters that vendors and JIS X 0213 added are replaced and flagged', () => {
    expect(substitute('𠮷見本\u3000髙﨑')).toEqual({ text: '吉見本\u3000高崎', flags: '100011' })
    expect(substitute('𡈽')).toEqual({ text: '土', flags: '1' })
    // No usual substitute known: the mark for a missing type.
    expect(substitute('𪚥①')).toEqual({ text: '〓〓', flags: '11' })
    // A shape chosen by a variation selector is written as the plain character.
    expect(substitute('葛\u{e0100}城')).toEqual({ text: '葛城', flags: '10' })
  })

  test('1.2.392.200149.8.5.5.6 both ways to write a dash in an address are kept', () => {
    expect(substitute('１－２−３～〜').flags).toBe('0000000')
  })

  test('1.2.392.200149.8.5.5.2 the result is final: one flag a character, nothing to replace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { text: out, flags } = substitute(text)
        expect([...out].length).toBe(flags.length)
        expect(substitute(out)).toEqual({ text: out, flags: '0'.repeat(flags.length) })
      }),
    )
  })
})

describe('reference numbers', () => {
  test('eras begin on their day', () => {
    expect(eraDate('1989-01-07')).toMatchObject({ era: '昭和', year: 64 })
    expect(eraDate('1989-01-08')).toMatchObject({ era: '平成', year: 1 })
    expect(eraDate('2019-04-30')).toMatchObject({ era: '平成', year: 31 })
    expect(eraDate('2019-05-01')).toMatchObject({ era: '令和', year: 1 })
    expect(codeOf(() => eraDate('1868-01-24'))).toBe('PERSONALISATION_INPUT')
    expect(codeOf(() => eraDate('2026-02-29'))).toBe('PERSONALISATION_INPUT')
  })

  test('照合番号B is era birth date, Western expiry year, security code', () => {
    // 1980 is 昭和55: the value surveyed on a test card.
    const face = { birthDate: '1980-02-17', cardExpiry: '2035-02-17', securityCode: '2285' }
    expect(numberB(face)).toBe('55021720352285')
    expect(birthDateKey('1980-02-17')).toBe('550217')
    expect(codeOf(() => numberB({ ...face, securityCode: '22851' }))).toBe('PERSONALISATION_INPUT')
  })
})

describe('resident files', () => {
  const resident = generateResident(3, today)
  const field = (change: object): string => JSON.stringify({ ...resident, ...change })

  test('a municipality may be given by its code alone', () => {
    expect(parseResident(field({ municipality: resident.municipality.code }))).toEqual(resident)
  })

  test.each([
    ['not JSON at all', '{'],
    ['a list', '[]'],
    ['a wrong check digit', field({ myNumber: '123456789019' })],
    ['no such day', field({ birthDate: '2023-02-29' })],
    ['an unknown municipality code', field({ municipality: '00000' })],
    ['an address elsewhere', field({ address: '何処県大阪府市見本町１' })],
    [
      'an address of no street',
      field({ address: resident.municipality.prefecture + resident.municipality.name }),
    ],
    ['an address of 201 characters', field({ address: `${resident.address}${'あ'.repeat(201)}` })],
    ['a name with a line break', field({ name: '見本\n花子' })],
    ['half a surrogate pair', field({ name: '見本\ud842' })],
    ['a name of 181 characters', field({ name: '𠮷'.repeat(181) })],
    ['a reading of 181 characters', field({ kana: 'ア'.repeat(181) })],
    ['a Latin name in kanji', field({ latin: '見本花子' })],
    ['a blank at the end', field({ name: '見本 ' })],
    ['an unknown field', field({ password: 'x' })],
    ['another sex', field({ sex: 'x' })],
  ])('%s is refused, and the error names fields, no values', (_, json) => {
    expect(codeOf(() => parseResident(json))).toBe('PERSONALISATION_INPUT')
    expect(() => parseResident(json)).not.toThrow(/大阪府|1234|見本/)
  })

  test('characters are counted, not the units of UTF-16, and a place may have an apostrophe', () => {
    const municipality = {
      code: '28586',
      prefecture: '兵庫県',
      name: '新温泉町',
      prefectureLatin: 'Hyogo-ken',
      nameLatin: "Shin'onsen-cho",
    }
    const change = { municipality, address: '兵庫県新温泉町見本１', name: '𠮷'.repeat(180) }
    expect(parseResident(field(change))).toEqual({ ...resident, ...change })
  })

  test('whatever JSON it is given, it answers with a resident or a typed error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(codeOf(() => parseResident(JSON.stringify(value)))).toBe('PERSONALISATION_INPUT')
      }),
    )
  })
})

describe('portraits', () => {
  test('residents can be told apart, and a face stays the same', () => {
    const svgs = many.slice(0, 200).map((resident) => portraitSvg(portraitOf(resident, today)))
    expect(new Set(svgs).size).toBeGreaterThan(190)
    const [first] = many
    if (first === undefined) throw new RangeError('no resident')
    expect(portraitSvg(portraitOf(first, today))).toBe(svgs[0])
    expect(portraitSvg(7)).toBe(portraitSvg(7))
  })

  test('SVG 2 §9.3 a portrait is paths with numbers only, inside its frame', () => {
    for (const resident of many.slice(0, 300)) {
      const portrait = portraitOf(resident, today)
      const svg = portraitSvg(portrait)
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 240 320">(<path fill="#[0-9a-f]{6}" d="[-MLQCZ0-9. ]+"\/>)+<\/svg>$/,
      )
      const points = drawPortrait(portrait).shapes.flatMap(({ path }) =>
        path.flatMap(([, ...numbers]) => numbers),
      )
      expect(Math.min(...points)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...points)).toBeLessThanOrEqual(340)
    }
  })
})
