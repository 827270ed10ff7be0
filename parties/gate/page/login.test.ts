import { expect, test } from 'vitest'
import { type GateEvent, type GateState, gateLogin } from './login.ts'

const request = {
  code: '47',
  appUrl: 'http://app/login?request=x',
  qrUrl: '/login/x/qr.svg',
  relyingParty: '架空銀行',
  signs: false,
}

/** The state after `events`, and all effects on the way. */
function after(...events: readonly GateEvent[]) {
  let state: GateState = gateLogin.initial
  const effects: string[] = []
  for (const event of events) {
    const next = gateLogin.step(state, event)
    if (next === undefined) throw new TypeError(`${event.type} does nothing at ${state.name}`)
    state = next.state
    effects.push(...(next.effects ?? []).map(({ type }) => type))
  }
  return { state, effects }
}
const start: GateEvent = { type: 'start' }
const requested: GateEvent = { type: 'requested', request }
const suspended: GateEvent = { type: 'refused', code: 'CERTIFICATE_SUSPENDED' }

test('1-B①.login the page asks, watches, and goes back to the site with an answer', () => {
  expect(after(start, requested, { type: 'accepted' })).toEqual({
    state: { name: 'leaving', relyingParty: '架空銀行' },
    effects: ['request', 'watch', 'finish'],
  })
})

test('1-B①.refused after a refusal one begins again with another number, or goes back to the site with an error', () => {
  const refused = after(start, requested, suspended)
  expect(refused.state).toEqual({
    name: 'refused',
    code: 'CERTIFICATE_SUSPENDED',
    relyingParty: '架空銀行',
  })
  expect(after(start, requested, suspended, { type: 'again' }, requested).effects).toEqual([
    'request',
    'watch',
    'request',
    'watch',
  ])
  expect(after(start, requested, suspended, { type: 'stop' })).toEqual({
    state: { name: 'leaving', relyingParty: '架空銀行' },
    effects: ['request', 'watch', 'stop'],
  })
})

test('1-B①.refused a phone that cannot log in is heard at once, and the page waits on for another one', () => {
  const hindered: GateEvent = { type: 'hindered', code: 'CERTIFICATE_SUSPENDED' }
  const heard = after(start, requested, hindered)
  expect(heard.state).toMatchObject({ name: 'waiting', request, hindered: 'CERTIFICATE_SUSPENDED' })
  expect(after(start, requested, hindered, { type: 'accepted' }).effects).toEqual([
    'request',
    'watch',
    'finish',
  ])
})

test('1-B① a login that nobody knows any more is refused at once; while the browser leaves nothing happens', () => {
  const lost: GateEvent = { type: 'refused', code: 'LOGIN_REQUEST_UNKNOWN' }
  expect(after(start, lost).state).toEqual({ name: 'refused', code: 'LOGIN_REQUEST_UNKNOWN' })
  expect(after(start, lost, { type: 'stop' }).state).toEqual({ name: 'leaving' })
  const { state } = after(start, requested, { type: 'stop' })
  for (const event of [suspended, { type: 'accepted' }, { type: 'stop' }] as const)
    expect(gateLogin.step(state, event)).toBeUndefined()
})
