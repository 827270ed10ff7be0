import { expect, test } from 'vitest'
import {
  type RevokeEffect,
  type RevokeEvent,
  type RevokeState,
  revokeMachine,
  secretKind,
} from './table.ts'

const both = ['signing', 'authentication'] as const
const machine = revokeMachine(both)

/** Sends events one after another; refused events are an error of the test. */
function run(events: readonly RevokeEvent[], from: RevokeState = machine.initial) {
  let state = from
  const effects: RevokeEffect[] = []
  for (const event of events) {
    const next = machine.step(state, event)
    if (next === undefined) throw new Error(`${state.name} refuses ${event.type}`)
    state = next.state
    effects.push(...(next.effects ?? []))
  }
  return { state, effects }
}
const entered = (secret: string, lastTryConfirmed = false): RevokeEvent => ({
  type: 'secret-entered',
  secret,
  lastTryConfirmed,
})
const toChecking: RevokeEvent[] = [{ type: 'begin' }, entered('SUMAHO77')]
const toConfirm: RevokeEvent[] = [...toChecking, { type: 'secret-right' }]

test('2-F ③ both certificates are ticked at first, one can be left out, and none is not enough', () => {
  expect(machine.initial).toMatchObject({ kinds: both })
  const one = run([{ type: 'chosen', kind: 'authentication', checked: false }]).state
  expect(one).toMatchObject({ kinds: ['signing'] })
  const none = run([{ type: 'chosen', kind: 'signing', checked: false }, { type: 'begin' }], one)
  expect(none.state).toMatchObject({ name: 'choose', fault: true })
})

test('2-F ⑦ nothing is revoked before the last question is answered', () => {
  const asked = run(toConfirm)
  expect(asked.state).toMatchObject({ name: 'confirm', way: 'phone' })
  expect(asked.effects.map(({ type }) => type)).toEqual(['keep-secret', 'check-secret'])
  expect(run([{ type: 'back' }], asked.state).state.name).toBe('secret')
  expect(run([{ type: 'revoke' }], asked.state).effects).toEqual([
    { type: 'revoke-by-phone', kinds: both },
  ])
})

test('2-F ⑥ the signing password is asked for, or the PIN where there is no signing certificate', () => {
  expect(secretKind({ present: both })).toBe('signing')
  expect(secretKind({ present: ['authentication'] })).toBe('authentication')
  expect(run([{ type: 'begin' }, entered('8302')]).state).toMatchObject({ fault: 'form' })
})

test('2-F ⑥ a wrong password of the phone is told before the last question, and so is a locked one', () => {
  const checking = run(toChecking)
  expect(checking.state).toMatchObject({ name: 'checking' })
  expect(machine.step(checking.state, { type: 'revoke' })).toBeUndefined()
  for (const code of ['SECRET_WRONG', 'LAST_TRY', 'SECRET_BLOCKED'] as const) {
    const refusal = { code, triesLeft: 4 }
    const told = run([{ type: 'refused', refusal }], checking.state).state
    expect(told).toMatchObject({ name: 'secret', refusal })
  }
  const other = { code: 'NOT_REGISTERED' } as const
  expect(run([{ type: 'refused', refusal: other }], checking.state).state).toMatchObject({
    name: 'stopped',
    refusal: other,
  })
})

test('2-F ⑥ a wrong password comes back with the tries left, and the last try has to be confirmed', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const wrong = run([...toConfirm, { type: 'revoke' }, { type: 'refused', refusal }]).state
  expect(wrong).toMatchObject({ name: 'secret', refusal })
  expect(run([entered('SUMAHO78')], wrong).state).toMatchObject({ fault: 'last-try-unconfirmed' })
  expect(run([entered('SUMAHO78', true)], wrong).effects).toEqual([
    { type: 'keep-secret', secret: 'SUMAHO78', force: true },
    { type: 'check-secret' },
  ])
})

test('2-F お手元のカードを利用する: the card’s password, the last question, then the card is held', () => {
  const card: RevokeEvent[] = [
    { type: 'begin' },
    { type: 'use-card' },
    { type: 'card-password-entered', password: 'ABC123', lastTryConfirmed: false },
  ]
  expect(run(card).state).toMatchObject({ name: 'confirm', way: 'card' })
  const held = run([...card, { type: 'revoke' }])
  expect(held.state).toMatchObject({ name: 'reading', phase: 'waiting' })
  const away = run([{ type: 'refused', refusal: { code: 'CARD_AWAY' } }], held.state)
  expect(away.effects).toEqual([{ type: 'revoke-by-card', kinds: both }])
  expect(run([{ type: 'revoked' }], away.state).state.name).toBe('done')
})

test('2-F ⑦ no network keeps the request and sends it again without asking for the password', () => {
  const off = run([
    ...toConfirm,
    { type: 'revoke' },
    { type: 'refused', refusal: { code: 'NETWORK' } },
  ])
  expect(off.state).toMatchObject({ name: 'revoking', refusal: { code: 'NETWORK' } })
  expect(run([{ type: 'again' }], off.state).effects).toEqual([{ type: 'continue', kinds: both }])
})
