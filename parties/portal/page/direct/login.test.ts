import { expect, test } from 'vitest'
import { type DirectState, directLogin } from './login.ts'

const request = {
  id: '7',
  code: '7Q2M',
  appUrl: 'http://app.kazashi.localhost:1/login',
  qrUrl: '/qr',
}
const person = {
  serialNumber: '0a',
  issuer: 'CN=Stub CA',
  subjectFields: [{ type: 'CN', value: 'STUB' }],
  notAfter: '2031-04-03T14:59:59Z',
  statusCheckedAt: '2026-11-23T05:02:00Z',
  statusResponder: 'http://localhost:1/ocsp',
  loggedInAt: '2026-11-23T05:02:00Z',
  endsAt: '2026-11-23T05:32:00Z',
}

test('1-B① the portal shows code and QR, waits, and is logged in by the answer of the phone', () => {
  const asking = directLogin.step({ name: 'out' }, { type: 'login' })
  expect(asking).toEqual({ state: { name: 'asking' }, effects: [{ type: 'request' }] })
  const waiting = directLogin.step({ name: 'asking' }, { type: 'requested', request })
  expect(waiting?.effects).toEqual([{ type: 'watch', request }])
  const at: DirectState = { name: 'waiting', request }
  expect(directLogin.step(at, { type: 'accepted', person })?.state).toEqual({ name: 'in', person })
})

test('1-B① after a refused answer the page says why and lets the person begin again', () => {
  const at: DirectState = { name: 'waiting', request }
  const refused = directLogin.step(at, { type: 'refused', code: 'CERTIFICATE_REVOKED' })
  expect(refused?.state).toEqual({ name: 'refused', code: 'CERTIFICATE_REVOKED' })
  const again = directLogin.step(
    { name: 'refused', code: 'CERTIFICATE_REVOKED' },
    { type: 'login' },
  )
  expect(again?.state).toEqual({ name: 'asking' })
})

const inside: DirectState = { name: 'in', person }

test('1-B① a login is kept an eye on as long as it lasts, and what is learnt anew is shown', () => {
  for (const from of [{ name: 'looking' }, { name: 'waiting', request }] as const) {
    const next = directLogin.step(from, { type: 'accepted', person })
    expect(next).toEqual({ state: inside, effects: [{ type: 'keep' }] })
  }
  const newer = { ...person, statusCheckedAt: '2026-11-23T05:03:00Z' }
  const again = directLogin.step(inside, { type: 'accepted', person: newer })
  expect(again).toEqual({ state: { name: 'in', person: newer } })
})

test('1-B① one logs out, and is told so; without a network one is still in, and told that', () => {
  const leaving = directLogin.step(inside, { type: 'logout' })
  expect(leaving).toEqual({ state: { name: 'leaving', person }, effects: [{ type: 'leave' }] })
  const at: DirectState = { name: 'leaving', person }
  expect(directLogin.step(at, { type: 'logout' })).toBeUndefined()
  expect(directLogin.step(at, { type: 'left' })?.state).toEqual({ name: 'out', note: 'left' })
  expect(directLogin.step(at, { type: 'refused', code: 'NETWORK' })).toEqual({
    state: { name: 'in', person, fault: 'NETWORK' },
    effects: [{ type: 'keep' }],
  })
})

test('1-B①.refused the page ends with the certificate, says why, and lets the person begin again', () => {
  const ended: DirectState = { name: 'ended', code: 'CERTIFICATE_SUSPENDED' }
  const event = { type: 'ended', code: 'CERTIFICATE_SUSPENDED' } as const
  expect(directLogin.step(inside, event)?.state).toEqual(ended)
  expect(directLogin.step({ name: 'looking' }, event)?.state).toEqual(ended)
  expect(directLogin.step(ended, { type: 'login' })?.effects).toEqual([{ type: 'request' }])
  const over = directLogin.step(inside, { type: 'nobody' })
  expect(over?.state).toEqual({ name: 'out', note: 'over' })
})
