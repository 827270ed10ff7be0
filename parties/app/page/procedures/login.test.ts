import { expect, test } from 'vitest'
import { type LoginEvent, type LoginState, loginMachine } from './login.ts'
import { registerMachine } from './register.ts'

const asked = {
  audience: 'http://portal.localhost:1',
  relyingParty: 'マイナポータル（練習用）',
  purpose: 'ログイン',
  code: '48-15',
}
const after = (state: LoginState, event: LoginEvent) => loginMachine.step(state, event)

test('1-B① who asks, what for and the code are shown before the PIN can be entered', () => {
  const shown = after({ name: 'fetching' }, { type: 'fetched', asked })
  expect(shown?.state).toEqual({ name: 'asked', asked })
  expect(
    after({ name: 'asked', asked }, { type: 'pin-entered', pin: '8302', lastTryConfirmed: false }),
  ).toBeUndefined()
})

test('1-B① another code on the screen: the person declines and nothing is signed', () => {
  const declined = after({ name: 'asked', asked }, { type: 'decline' })
  expect(declined).toEqual({ state: { name: 'declined', asked } })
})

test('1-B① a wrong PIN asks again with the tries left; the last try needs a confirmation', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 }
  const again = after({ name: 'answering', asked }, { type: 'refused', refusal })
  expect(again?.state).toEqual({ name: 'pin', asked, refusal })
  const pin = { type: 'pin-entered', pin: '8302' } as const
  const state: LoginState = { name: 'pin', asked, refusal }
  expect(after(state, { ...pin, lastTryConfirmed: false })?.state).toMatchObject({
    fault: 'last-try-unconfirmed',
  })
  expect(after(state, { ...pin, lastTryConfirmed: true })?.effects).toEqual([
    { type: 'answer', pin: '8302', force: true },
  ])
})

test('1-B① a revoked or suspended certificate ends the login with its reason', () => {
  const refusal = { code: 'CERTIFICATE_SUSPENDED' }
  expect(after({ name: 'answering', asked }, { type: 'refused', refusal })?.state).toEqual({
    name: 'refused',
    asked,
    refusal,
  })
})

test('2-E ① no network while registering: the person can press 登録する again', () => {
  const started = registerMachine.step({ name: 'ready' }, { type: 'register' })
  expect(started).toEqual({ state: { name: 'registering' }, effects: [{ type: 'register' }] })
  const off = registerMachine.step(
    { name: 'registering' },
    { type: 'refused', refusal: { code: 'NETWORK' } },
  )
  expect(off?.state).toEqual({ name: 'ready', refusal: { code: 'NETWORK' } })
})
