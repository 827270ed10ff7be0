import { municipalities } from '@kazashi/card'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openingAt } from './hours.ts'
import { householdOf, type Person } from './household.ts'
import { changeFor, pieces } from './money.ts'
import { feesOf, offersFor, takesPart } from './offers.ts'

const at = (text: string) => openingAt(new Date(`${text}+09:00`))

describe('hours', () => {
  test.each([
    '2026-06-01T06:30:00',
    '2026-06-01T22:59:59',
    '2026-12-28T22:59:59',
    '2027-01-04T06:30:00',
    '2028-02-29T12:00:00',
  ])('1-B③ open at %s', (time) => {
    expect(at(time)).toEqual({ open: true })
  })
  test.each([
    ['2026-06-01T06:29:59', 'night', '2026-06-01T06:30'],
    ['2026-06-01T23:00:00', 'night', '2026-06-02T06:30'],
    ['2026-06-01T00:00:00', 'night', '2026-06-01T06:30'],
    ['2026-12-28T23:00:00', 'night', '2027-01-04T06:30'],
    ['2026-12-29T00:00:00', 'new-year', '2027-01-04T06:30'],
    ['2026-12-31T12:00:00', 'new-year', '2027-01-04T06:30'],
    ['2027-01-03T23:59:59', 'new-year', '2027-01-04T06:30'],
    ['2027-01-04T05:00:00', 'night', '2027-01-04T06:30'],
  ])('1-B③ closed at %s: %s, until %s', (time, why, opens) => {
    const opensAt = new Date(`${opens}:00+09:00`)
    expect(at(time)).toEqual({ open: false, why, opensAt })
  })
  test('1-B③ whenever it is closed, it is open at the time that is told, and not a second before', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2090-01-01'), noInvalidDate: true }),
        (now) => {
          const opening = openingAt(now)
          if (opening.open) return
          expect(opening.opensAt.getTime()).toBeGreaterThan(now.getTime())
          expect(openingAt(opening.opensAt).open).toBe(true)
          expect(openingAt(new Date(opening.opensAt.getTime() - 1000)).open).toBe(false)
        },
      ),
    )
  })
})

describe('money', () => {
  test('1-B③ change is exact, and no piece could be replaced by a larger one', () => {
    fc.assert(
      fc.property(fc.nat(3000), (tens) => {
        const given = changeFor(tens * 10)
        expect(given.reduce((sum: number, piece) => sum + piece, 0)).toBe(tens * 10)
        expect(given).not.toContain(10_000)
        for (const piece of pieces.slice(2))
          expect(given.filter((one) => one === piece).length).toBeLessThan(5)
      }),
    )
  })
  test.each([-10, 5, 0.1, Number.NaN])('no change of %s', (yen) => {
    expect(() => changeFor(yen)).toThrow(RangeError)
  })
})

describe('offers', () => {
  const now = new Date('2026-11-28T00:00:00Z')
  const offered = (birthDate: string, domicile = '13113') =>
    offersFor({ birthDate, municipality: '13113', domicile }, now)
  test('1-B③ a seal is registered from 15 years on', () => {
    const why = (birthDate: string) =>
      offered(birthDate).find(({ type }) => type === 'seal')?.unavailable
    expect(why('2011-11-28')).toBeUndefined()
    expect(why('2011-11-29')).toBe('too-young')
  })
  test('1-B③ a family register is printed where it is kept, for 450 yen', () => {
    const of = (domicile: string) =>
      offered('1990-01-01', domicile).find(({ type }) => type === 'family-register')
    expect(of('13113')).toEqual({ type: 'family-register', fee: 450, unavailable: undefined })
    expect(of('13104')?.unavailable).toBe('domicile-elsewhere')
  })
  test('1-B③ most municipalities take part, and all fees can be paid in coins', () => {
    const there = municipalities.filter(({ code }) => takesPart(code))
    expect(there.length).toBeLessThan(municipalities.length)
    expect(there.length).toBeGreaterThan(municipalities.length * 0.9)
    for (const { code } of there)
      for (const fee of Object.values(feesOf(code))) expect(fee % 10).toBe(0)
    expect(new Set(there.map(({ code }) => Number(code) % 5 === 2)).size).toBe(2)
  })
})

describe('households', () => {
  const person = fc.record<Person>({
    id: fc.uuid(),
    name: fc.constantFrom('例示\u3000太郎', 'ＤＯＥ\u3000ＪＡＮＥ', '見本'),
    birthDate: fc.constantFrom(
      '1940-02-29',
      '1975-07-01',
      '1999-12-31',
      '2010-03-03',
      '2026-01-01',
    ),
    sex: fc.constantFrom('male', 'female', 'not-applicable'),
    address: fc.constant('東京都渋谷区１－１'),
    municipality: fc.constant('13113'),
  })
  test('1-B③ a household is the same each time, has the person in it and nobody from the future', () => {
    fc.assert(
      fc.property(person, (one) => {
        const household = householdOf(one, '2026-11-28')
        expect(householdOf(one, '2026-11-28')).toEqual(household)
        expect(household.members.filter(({ at: place }) => place === 0)).toMatchObject([
          { name: one.name, birthDate: one.birthDate },
        ])
        expect(new Set(household.members.map(({ at: place }) => place)).size).toBe(
          household.members.length,
        )
        for (const { birthDate } of household.members) {
          expect(birthDate <= '2026-11-28').toBe(true)
          expect(Number.isNaN(Date.parse(birthDate))).toBe(false)
        }
        expect(household.movedIn >= one.birthDate).toBe(true)
        expect(household.members.filter(({ relation }) => relation === 'head')).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })
})
