import { expect, test } from 'vitest'
import { type LoginSessionState, loginSession } from './login-session.ts'

const request = {
  id: '7',
  code: '7Q2M',
  appUrl: 'http://app.kazashi.localhost:1/login',
  qrUrl: '/qr',
}
const person = {
  serialNumber: '0a',
  notAfter: '2031-04-03T14:59:59Z',
  statusCheckedAt: '2026-11-23T05:02:00Z',
}

test('1-B① the portal shows code and QR, waits, and is logged in by the answer of the phone', () => {
  const asking = loginSession.step({ name: 'out' }, { type: 'login' })
  expect(asking).toEqual({ state: { name: 'asking' }, effects: [{ type: 'request' }] })
  const waiting = loginSession.step({ name: 'asking' }, { type: 'requested', request })
  expect(waiting?.effects).toEqual([{ type: 'watch', request }])
  const at: LoginSessionState = { name: 'waiting', request }
  expect(loginSession.step(at, { type: 'accepted', person })?.state).toEqual({ name: 'in', person })
})

test('1-B① after a refused answer the page says why and lets the person begin again', () => {
  const at: LoginSessionState = { name: 'waiting', request }
  const refused = loginSession.step(at, { type: 'refused', code: 'CERTIFICATE_REVOKED' })
  expect(refused?.state).toEqual({ name: 'refused', code: 'CERTIFICATE_REVOKED' })
  const again = loginSession.step(
    { name: 'refused', code: 'CERTIFICATE_REVOKED' },
    { type: 'login' },
  )
  expect(again?.state).toEqual({ name: 'asking' })
})
