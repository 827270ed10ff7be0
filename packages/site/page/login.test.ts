import { expect, test } from 'vitest'
import { type LoginState, login } from './login.ts'
import { noteOf, refusalOf } from './refusals.ts'

const person = {
  sub: 'a1',
  issuer: 'http://localhost:1/api/realms/main',
  statusCheckedAt: '2026-11-23T05:02:00Z',
  loggedInAt: '2026-11-23T05:02:00Z',
  endsAt: '2026-11-23T05:32:00Z',
}
const inside: LoginState = { name: 'in', person }
const going = {
  state: { name: 'going' },
  effects: [{ type: 'go', language: 'en' }],
}

test('1-B① the button leads to the gate in the language of the page, after a refusal and an end, too', () => {
  const event = { type: 'login', language: 'en' } as const
  for (const from of [
    { name: 'out' },
    { name: 'refused', code: 'GATE_UNAVAILABLE' },
    { name: 'ended', ending: 'gone' },
  ] as const)
    expect(login.step(from, event)).toEqual(going)
  expect(login.step({ name: 'going' }, event)).toBeUndefined()
})

test('1-B① a login is kept an eye on as long as it lasts, and what is learnt anew is shown', () => {
  expect(login.step({ name: 'looking' }, { type: 'accepted', person })).toEqual({
    state: inside,
    effects: [{ type: 'keep' }],
  })
  const newer = { ...person, statusCheckedAt: '2026-11-23T05:03:00Z' }
  expect(login.step(inside, { type: 'accepted', person: newer })).toEqual({
    state: { name: 'in', person: newer },
  })
})

test('1-B① one logs out, and is told so; without a network one is still in, and told that', () => {
  const leaving = login.step(inside, { type: 'logout' })
  expect(leaving).toEqual({ state: { name: 'leaving', person }, effects: [{ type: 'leave' }] })
  const at: LoginState = { name: 'leaving', person }
  expect(login.step(at, { type: 'logout' })).toBeUndefined()
  expect(login.step(at, { type: 'left' })?.state).toEqual({ name: 'out', note: 'left' })
  expect(login.step(at, { type: 'refused', code: 'NETWORK' })).toEqual({
    state: { name: 'in', person, fault: 'NETWORK' },
    effects: [{ type: 'keep' }],
  })
})

test('1-B①.refused the page ends with the certificate, and with the session', () => {
  const event = { type: 'ended', ending: 'gone' } as const
  for (const from of [inside, { name: 'looking' }] as const)
    expect(login.step(from, event)?.state).toEqual({ name: 'ended', ending: 'gone' })
  expect(login.step(inside, { type: 'nobody' })?.state).toEqual({ name: 'out', note: 'over' })
})

test('RFC 6749 §4.1.2.1 coming back without a login is a note, other codes have words, unknown ones those of the unexpected', () => {
  expect(noteOf('LOGIN_STOPPED')).toBe('stopped')
  expect(noteOf('LOGIN_ELSEWHERE')).toBe('elsewhere')
  expect(noteOf('GATE_UNAVAILABLE')).toBeUndefined()
  expect(refusalOf('GATE_UNAVAILABLE')).toBe('GATE_UNAVAILABLE')
  expect(refusalOf('TRUST_UNAVAILABLE')).toBe('GATE_UNAVAILABLE')
  expect(refusalOf('STATUS_UNKNOWN')).toBe('UNEXPECTED')
})
