import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consentRows, filledIn, KeptConsents } from './consents.ts'
import { changedFrom, endsSoon, firstVisitRefused, outcomeOf } from './outcome.ts'
import { patientKeptUntil, receptionKeptUntil } from './retention.ts'

const a = { insurerNumber: '06139000', insurerName: 'A' }
const b = { insurerNumber: '06139018', insurerName: 'B' }
const membership = {
  ...a,
  kind: 'kumiai',
  symbol: '1',
  number: '1',
  branch: '00',
  share: 3,
  validFrom: '2020-04-01',
  validUntil: null,
} as const

test('1-B④ nothing is agreed to by silence, and each question is a row of its own', () => {
  expect(Object.values(filledIn(undefined))).toEqual([false, false, false, false])
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (answers) => {
      const [medicines = false, surgery = false, checkups = false, limits = false] = answers
      const consents = { medicines, surgery, 'check-ups': checkups, limits }
      expect(filledIn(consents)).toEqual(consents)
      expect(
        Object.fromEntries(consentRows(consents).map(({ what, given }) => [what, given])),
      ).toEqual(consents)
    }),
  )
})

test('1-B④ who answered before operations were asked for has said no to them', () => {
  const before = { medicines: true, 'check-ups': true, limits: false }
  expect(KeptConsents.parse(before)).toEqual({ ...before, surgery: false })
})

test('1-B④ an insurer has changed when the service says so, or when this facility saw another one', () => {
  expect(changedFrom({ before: null, membership }, undefined)).toBeUndefined()
  expect(changedFrom({ before: null, membership }, a)).toBeUndefined()
  expect(changedFrom({ before: null, membership }, b)).toEqual(b)
  expect(changedFrom({ before: b, membership }, a)).toEqual(b)
  expect(changedFrom({ before: null, membership: null }, a)).toBeUndefined()
})

test('1-B④ the outcome of a visit', () => {
  const answer = { state: 'insured', before: null, membership } as const
  expect(outcomeOf(undefined, a)).toBe('unanswered')
  expect(outcomeOf(answer, a)).toBe('received')
  expect(outcomeOf(answer, b)).toBe('insurer-changed')
  expect(outcomeOf({ ...answer, state: 'ended' }, b)).toBe('ended')
  expect(outcomeOf({ ...answer, state: 'not-insured', membership: null }, b)).toBe('not-insured')
})

test('1-B④ three months are those of the calendar', () => {
  const now = new Date('2026-11-27T05:00:00Z')
  expect(endsSoon(new Date('2027-02-27T05:00:00Z'), now)).toBe(true)
  expect(endsSoon(new Date('2027-02-27T05:00:01Z'), now)).toBe(false)
})

test('1-B④ a phone alone is refused at a first visit only, and only where the facility wants the card', () => {
  const wants = (firstVisitNeedsCard: boolean) => ({ firstVisitNeedsCard })
  expect(firstVisitRefused(wants(true), 'phone', false)).toBe(true)
  expect(firstVisitRefused(wants(true), 'phone', true)).toBe(false)
  expect(firstVisitRefused(wants(true), 'card', false)).toBe(false)
  expect(firstVisitRefused(wants(false), 'phone', false)).toBe(false)
})

test('療養担当規則 第9条 receptions are kept for three years, patients for five after the last visit', () => {
  const at = new Date('2026-11-27T05:00:00Z')
  expect(receptionKeptUntil(at).toISOString()).toBe('2029-11-27T05:00:00.000Z')
  expect(patientKeptUntil(at).toISOString()).toBe('2031-11-27T05:00:00.000Z')
})
