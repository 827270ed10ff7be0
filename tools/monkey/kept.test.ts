import { expect, test } from 'vitest'
import { type Kept, secretsIn, triesGoneUp } from './kept.ts'
import { difference } from './known.ts'

const nothing: Kept = { keys: [], everything: '' }
const no = { rightSecret: false, card: false }

test('1-A① tries that went up without the right secret or the card are found', () => {
  const before = new Map([['signing a', 3]])
  const up = new Map([['signing a', 5]])
  expect(triesGoneUp(before, up, no)).toEqual(['signing: 3 tries became 5'])
  expect(triesGoneUp(before, up, { ...no, rightSecret: true })).toEqual([])
  expect(triesGoneUp(before, new Map([['signing a', 2]]), no)).toEqual([])
  // A key of its own begins with its own tries.
  expect(triesGoneUp(before, new Map([['signing b', 5]]), no)).toEqual([])
})

test('1-A① a locked secret comes back with the card only', () => {
  const locked = new Map([['signing a', 0]])
  const up = new Map([['signing a', 5]])
  expect(triesGoneUp(locked, up, { ...no, rightSecret: true })).toHaveLength(1)
  expect(triesGoneUp(locked, up, { rightSecret: true, card: true })).toEqual([])
})

test('a password is found anywhere, four digits only as a word of their own', () => {
  const secrets = { password: 'SARU2026', pin: '8352' }
  expect(secretsIn('x SARU2026y', secrets)).toEqual(['password'])
  expect(secretsIn('2031-08352', secrets)).toEqual([])
  expect(secretsIn('{"pin":"8352"}', secrets)).toEqual(['pin'])
  expect(secretsIn('a\n8352\nb', secrets)).toEqual(['pin'])
})

test('2-D 3-D an application that one side does not know is lost', () => {
  const applied: Kept = { ...nothing, application: { stage: 'applied', receiptNumber: 'K-1' } }
  const inUse: Kept = { ...nothing, credentialId: 'c' }
  const held = (state: string, credentialId = 'c') => [{ credentialId, state, platform: 'android' }]
  expect(difference(applied, held('issued'))).toBeUndefined()
  expect(difference(applied, [])).toContain('the phone says applied (K-1), the authority nothing')
  expect(difference(nothing, held('applied'))).toContain('the phone says nothing')
  expect(difference(inUse, held('suspended'))).toBeUndefined()
  expect(difference(inUse, held('active', 'another'))).toContain('the phone says in use')
  expect(difference(nothing, [])).toBeUndefined()
})

test('5-B3 a suspended credential stays beside the application that resumes it, and an answer to a registration may be under way', () => {
  const applied: Kept = { ...nothing, application: { stage: 'applied' }, credentialId: 'c' }
  const suspended = { credentialId: 'c', state: 'suspended', platform: 'android' }
  expect(difference(applied, [suspended])).toBeUndefined()
  expect(difference(nothing, [suspended])).toContain('suspended')
})
