import { expect, test } from 'vitest'
import { nextThing } from '../home/next-thing.ts'
import { emptySummary, type PhoneCondition, type PhoneSummary } from '../phone/phone-summary.ts'
import { menuEntries } from './entries.ts'

const words = (name: PhoneCondition, certificates: PhoneSummary['certificates'] = []) =>
  menuEntries({ ...emptySummary, name, certificates }, false).certificates.map(
    (entry) => entry.words,
  )
const one = {
  notAfter: new Date(0),
  validity: 'good',
  locked: false,
  biometrics: false,
  suspended: false,
} as const

test('2-C 2-E 2-F 4-B 5-B3 the menu lists only procedures that work now', () => {
  expect(words('nothing')).toEqual(['apply', 'switch', 'status'])
  expect(words('waiting')).toEqual(['status'])
  expect(words('ready')).toEqual(['register', 'status'])
  expect(words('active')).toEqual(['resetSecret', 'revoke', 'status'])
  expect(words('suspended')).toEqual(['resume', 'revoke', 'status'])
  expect(words('ended')).toEqual(['apply', 'switch', 'status'])
})

test('1-A③ the menu has fingers and faces where the certificate that logs in is in use', () => {
  const entries = ['hold', 'biometrics', 'resetSecret', 'revoke', 'status']
  expect(words('active', [{ kind: 'authentication', ...one }])).toEqual(entries)
  expect(words('active', [{ kind: 'signing', ...one }])).toEqual(entries.slice(2))
})

test('4-B an application that was begun for a change of phone goes on as one', () => {
  const { certificates } = menuEntries(
    { ...emptySummary, name: 'unfinished', purpose: 'switch' },
    false,
  )
  expect(certificates[0]).toEqual({ words: 'goOn', place: 'switch' })
  const summary = { ...emptySummary, name: 'unfinished', purpose: 'resume' } as const
  expect(nextThing(summary)).toEqual({ words: 'goOn', place: 'resume' })
})

test('2-F home offers to go on with a signed request without an answer', () => {
  const summary = { ...emptySummary, name: 'active', request: 'revoke' } as const
  expect(nextThing(summary)).toEqual({ words: 'goOnRequest', place: 'revoke' })
})

test('2-B the way to the home screen stands in the menu until the app is there', () => {
  const places = (installed: boolean) =>
    menuEntries(emptySummary, installed).other.map(({ place }) => place)
  expect(places(false)).toContain('install')
  expect(places(true)).not.toContain('install')
})

test('5-A2 a phone its authority has no record of can only begin anew', () => {
  const summary = { ...emptySummary, name: 'active', unknown: true } as const
  const { certificates } = menuEntries(summary, false)
  expect(certificates.map(({ words }) => words)).toEqual(['resetPhone', 'status'])
  expect(nextThing({ ...summary, request: 'revoke' })).toEqual({
    words: 'resetPhone',
    place: 'reset-phone',
  })
})
