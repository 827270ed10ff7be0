import { generateResident, municipalities } from '@kazashi/card'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInsurerNumber, withCheckDigit } from './insurer-number.ts'
import { type InsuredPerson, membershipOn } from './membership.ts'
import { dayOf, stageOn } from './shares.ts'

const today = dayOf('2026-11-27')
const person: fc.Arbitrary<InsuredPerson> = fc.record({
  person: fc.uuid(),
  birthDate: fc
    .date({ min: new Date('1922-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  municipality: fc.constantFrom(...municipalities),
})

/** Law of the number, by kind. */
const laws = { 'kyokai-kenpo': /^01/, kumiai: /^06/, kokuho: /^\d{6}$/, 'late-elderly': /^39/ }

test('1-B④ everybody is insured, the same at every look, by an insurer of the person’s prefecture and age that does not exist', () => {
  fc.assert(
    fc.property(person, (one) => {
      const found = membershipOn(one, today)
      expect(membershipOn(one, today)).toEqual(found)
      if (found.state !== 'insured') throw new TypeError('not insured')
      const { kind, insurerNumber, insurerName, validFrom, validUntil } = found.membership
      expect(isInsurerNumber(insurerNumber)).toBe(true)
      expect(insurerNumber).toMatch(laws[kind])
      const [, place, individual] = /(\d\d)(\d{3})\d$/.exec(insurerNumber) ?? []
      expect(place).toBe(one.municipality.code.slice(0, 2))
      expect(Number(individual)).toBeGreaterThanOrEqual(900)
      expect(insurerName).toContain('（見本）')
      expect(kind === 'late-elderly').toBe(stageOn(today, one.birthDate) === 'late-elderly')
      expect(validFrom <= '2026-11-27').toBe(true)
      expect(validFrom >= one.birthDate).toBe(true)
      expect(validUntil === null || validUntil >= '2026-11-27').toBe(true)
    }),
  )
})

test('高齢者医療確保法 those of 75 and older have a number with a check digit, and neither symbol nor branch', () => {
  fc.assert(
    fc.property(person, (one) => {
      const found = membershipOn(one, today)
      if (found.state !== 'insured') throw new TypeError('not insured')
      const { kind, symbol, number, branch } = found.membership
      const isElderly = kind === 'late-elderly'
      expect([symbol === null, branch === null]).toEqual([isElderly, isElderly])
      if (isElderly) expect(number).toBe(withCheckDigit(number.slice(0, -1)))
    }),
  )
})

test('1-B④ what a class practises: another insurer than before, an end yesterday, nobody', () => {
  fc.assert(
    fc.property(person, (one) => {
      const changed = membershipOn(one, today, 'insurer-changed')
      if (changed.state !== 'insured') throw new TypeError('not insured')
      expect(changed.before?.insurerNumber).not.toBe(changed.membership.insurerNumber)
      expect(isInsurerNumber(changed.before?.insurerNumber ?? '')).toBe(true)
      const ended = membershipOn(one, today, 'membership-ended')
      expect(ended).toMatchObject({ state: 'ended', membership: { validUntil: '2026-11-26' } })
      expect(membershipOn(one, today, 'not-insured')).toEqual({ state: 'not-insured' })
    }),
  )
})

test('高齢者医療確保法 第50条 on the 75th birthday the insurer changes by itself', () => {
  const { municipality } = generateResident(1, new Date('2026-11-27'))
  const one = { person: crypto.randomUUID(), birthDate: '1951-11-28', municipality }
  const kinds = ['2026-11-27', '2026-11-28'].map((day) => {
    const found = membershipOn(one, dayOf(day))
    return found.state === 'insured' && [found.membership.kind, found.membership.validUntil]
  })
  expect(kinds[0]).toEqual([expect.not.stringMatching('late-elderly'), '2026-11-27'])
  expect(kinds[1]).toEqual(['late-elderly', '2027-07-31'])
})
