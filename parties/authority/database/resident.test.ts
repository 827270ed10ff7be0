import { generateResident } from '@kazashi/card'
import { expect, test } from 'vitest'
import { decodeResident, encodeResident, RegisteredResident } from './resident.ts'

const resident = generateResident(3, new Date('2026-06-01T00:00:00Z'))
const place = resident.municipality.prefecture + resident.municipality.name

test.each([
  ['a name of 181 characters', { name: '𠮷'.repeat(181) }],
  ['a reading of 181 characters', { kana: 'ア'.repeat(181) }],
  ['a Latin name in kanji', { latin: '見本花子' }],
  ['an address elsewhere', { address: '何処県大阪府市見本町１' }],
  ['an address of no street', { address: place }],
  ['no such day', { birthDate: '2023-02-29' }],
  ['a wrong check digit', { myNumber: '123456789019' }],
])('2-A the registry refuses %s, as a card file does', (_, change) => {
  expect(RegisteredResident.safeParse({ ...resident, ...change }).success).toBe(false)
})

test('2-A a resident comes back from the registry, also one that an older rule let in', () => {
  const older = { ...resident, kana: 'ア'.repeat(150), latin: '見本花子' }
  for (const one of [RegisteredResident.parse(resident), older]) {
    expect(decodeResident(encodeResident(one))).toEqual(one)
  }
})
