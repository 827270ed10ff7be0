import { describe, expect, test } from 'vitest'
import type { FaultCode } from '../faults/codes.ts'
import { registerMachine } from '../register/table.ts'
import { givenOf, type LoginEvent, type LoginState, loginMachine } from './table.ts'

const asked = {
  audience: 'http://portal.kazashi.localhost:1',
  relyingParty: 'マイナポータル（練習用）',
  purpose: 'ログイン',
}
const on = { asked, biometrics: true } as const
const after = (state: LoginState, event: LoginEvent) => loginMachine.step(state, event)

test('1-B① the site’s name and the purpose are shown, and the number on its screen is asked for, before the PIN can be entered', () => {
  const shown = after({ name: 'fetching' }, { type: 'fetched', asked, biometrics: false })
  expect(shown?.state).toEqual({ name: 'asked', asked })
  expect(
    after({ name: 'asked', asked }, { type: 'pin-entered', pin: '8302', lastTryConfirmed: false }),
  ).toBeUndefined()
})

test('1-B① the number is two digits, and goes into what is signed; opened by a link there is none', () => {
  const fault = { name: 'asked', fault: 'form', asked, code: '8302' }
  expect(after({ name: 'asked', asked }, { type: 'agree', code: '8302' })?.state).toEqual(fault)
  const typed = after({ name: 'asked', fault: 'form', asked }, { type: 'agree', code: '47' })?.state
  expect(typed).toEqual({ name: 'pin', asked, code: '47' })
  const entered = { type: 'pin-entered', pin: '8302', lastTryConfirmed: false } as const
  const answer = { type: 'answer', pin: '8302', force: false }
  const state: LoginState = { name: 'pin', asked, code: '47' }
  expect(after(state, entered)?.effects).toEqual([{ ...answer, code: '47' }])
  expect(after({ name: 'pin', asked }, entered)?.effects).toEqual([answer])
  const finger: LoginState = { name: 'recognising', ...on, code: '47' }
  expect(after(finger, { type: 'recognised' })?.effects).toEqual([
    { type: 'answer-recognised', code: '47' },
  ])
})

test('1-B① a wrong number is asked for again while tries are left, and ends the login after the last', () => {
  const answering: LoginState = { name: 'answering', by: 'pin', asked, code: '47' }
  const refused = (triesLeft: number) => {
    const refusal = { code: 'CODE_WRONG', triesLeft } as const
    return after(answering, { type: 'refused', refusal })?.state
  }
  expect(refused(2)).toEqual({
    name: 'asked',
    asked,
    refusal: { code: 'CODE_WRONG', triesLeft: 2 },
  })
  expect(refused(0)?.name).toBe('refused')
})

test('1-B① another screen than one’s own: the person declines and nothing is signed', () => {
  const declined = after({ name: 'asked', asked }, { type: 'decline' })
  expect(declined).toEqual({ state: { name: 'declined', asked } })
})

test('1-B① a wrong PIN asks again with the tries left; the last try needs a confirmation', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const again = after({ name: 'answering', by: 'pin', asked }, { type: 'refused', refusal })
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

test.each(['NETWORK', 'STORE_FAILED'] as const)(
  '1-B① after %s the same login can be answered again',
  (code) => {
    const refused = { type: 'refused', refusal: { code } } as const
    expect(after({ name: 'answering', by: 'pin', asked, code: '47' }, refused)?.state).toEqual({
      name: 'pin',
      asked,
      code: '47',
      refusal: { code },
    })
  },
)

test('1-B① a revoked or suspended certificate ends the login with its reason', () => {
  const refusal = { code: 'CERTIFICATE_SUSPENDED' } as const
  expect(
    after({ name: 'answering', by: 'pin', asked }, { type: 'refused', refusal })?.state,
  ).toEqual({
    name: 'refused',
    asked,
    refusal,
  })
})

test('1-A③ where a finger or a face stands for the PIN it is offered first, and the PIN beside it', () => {
  const shown = after({ name: 'fetching' }, { type: 'fetched', asked, biometrics: true })
  expect(shown?.state).toEqual({ name: 'asked', ...on })
  expect(after({ name: 'asked', ...on }, { type: 'agree' })?.state.name).toBe('recognise')
  expect(after({ name: 'asked', asked }, { type: 'agree' })?.state.name).toBe('pin')
  const offered: LoginState = { name: 'recognise', ...on }
  expect(after(offered, { type: 'use-pin' })?.state).toEqual({ name: 'pin', ...on })
  expect(after(offered, { type: 'recognise' })).toEqual({
    state: { name: 'recognising', ...on },
    effects: [{ type: 'recognise' }],
  })
  expect(after({ name: 'recognising', ...on }, { type: 'recognised' })).toEqual({
    state: { name: 'answering', by: 'biometrics', ...on },
    effects: [{ type: 'answer-recognised' }],
  })
})

test.each([
  ['BIOMETRICS_CANCELLED', 'not-now'],
  ['BIOMETRICS_FRAMED', 'not-now'],
  ['BIOMETRICS_UNAVAILABLE', 'not-now'],
  ['BIOMETRICS_NO_PRF', 'set-up-again'],
  ['BIOMETRICS_WRONG', 'set-up-again'],
  ['BIOMETRICS_OFF', 'set-up-again'],
] as const)('1-A③ %s leads to the PIN in words, not to an end', (code, unrecognised) => {
  const refused = { type: 'refused', refusal: { code } } as const
  const state = { name: 'pin', unrecognised, ...on }
  expect(after({ name: 'recognising', ...on }, refused)?.state).toEqual(state)
  expect(after({ name: 'answering', by: 'biometrics', ...on }, refused)?.state).toEqual(state)
})

test('1-A③ biometrics once more from the PIN; without them there is no such event', () => {
  const again = after({ name: 'pin', unrecognised: 'not-now', ...on }, { type: 'recognise' })
  expect(again?.effects).toEqual([{ type: 'recognise' }])
  expect(after({ name: 'pin', asked }, { type: 'recognise' })).toBeUndefined()
  expect(after({ name: 'recognising', ...on }, { type: 'use-pin' })?.state.name).toBe('pin')
})

test('1-A③ a refusal that ends a login by PIN ends one by finger: locked, suspended; without network it is asked for again', () => {
  const answering: LoginState = { name: 'answering', by: 'biometrics', ...on }
  for (const code of ['SECRET_BLOCKED', 'CERTIFICATE_SUSPENDED'] as const) {
    const refusal = { code }
    expect(after(answering, { type: 'refused', refusal })?.state).toMatchObject({ name: 'refused' })
  }
  const refusal = { code: 'NETWORK' } as const
  expect(after(answering, { type: 'refused', refusal })?.state).toEqual({
    name: 'recognise',
    refusal,
    ...on,
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

describe('1-B① a site that wants attributes, too', () => {
  const wanted = { ...asked, claims: ['name', 'birthdate'] } as const
  const answering: LoginState = { name: 'answering', by: 'pin', asked: wanted, code: '47' }
  const password: LoginState = { name: 'password', asked: wanted, code: '47' }
  const entered = (text: string, lastTryConfirmed = false) =>
    ({ type: 'password-entered', password: text, lastTryConfirmed }) as const

  test('1-B① the password is asked for once the PIN was right, and its form is looked at first', () => {
    expect(after(answering, { type: 'signed' })?.state).toEqual(password)
    expect(after(password, entered('8302'))?.state).toEqual({ ...password, fault: 'form' })
    expect(after(password, entered('SUMAHO77'))).toEqual({
      state: { ...answering, by: 'password' },
      effects: [{ type: 'answer-by-password', password: 'SUMAHO77', force: false }],
    })
  })

  test('1-B① a wrong password is asked for again, the last try needs a confirmation, a locked one ends the login', () => {
    const by: LoginState = { ...answering, by: 'password' }
    const refused = (code: FaultCode, triesLeft?: number) =>
      after(by, {
        type: 'refused',
        refusal: { code, ...(triesLeft !== undefined && { triesLeft }) },
      })?.state
    expect(refused('SECRET_WRONG', 4)).toMatchObject({ name: 'password', code: '47' })
    expect(refused('NETWORK')).toMatchObject({ name: 'password' })
    expect(refused('SECRET_BLOCKED')).toMatchObject({ name: 'refused' })
    const last: LoginState = { ...password, refusal: { code: 'SECRET_WRONG', triesLeft: 1 } }
    expect(after(last, entered('SUMAHO77'))?.state).toMatchObject({ fault: 'last-try-unconfirmed' })
    expect(after(last, entered('SUMAHO77', true))?.effects).toMatchObject([{ force: true }])
  })

  test('1-B①.who-asks what may be left out is handed over only where it was chosen, and the choice stays on the way back', () => {
    const free = { ...wanted, optional: ['birthdate'] } as const
    const start: LoginState = { name: 'asked', asked: free }
    expect(givenOf(start)).toEqual(['name'])
    const chosen = ['birthdate'] as const
    const agreed = after(start, { type: 'agree', code: '47', chosen })?.state
    expect(agreed).toEqual({ name: 'pin', asked: free, code: '47', chosen })
    expect(givenOf({ asked: free, chosen })).toEqual(['name', 'birthdate'])
    const pin: LoginState = { name: 'pin', asked: free, code: '47', chosen }
    const entered = { type: 'pin-entered', pin: '8302', lastTryConfirmed: false } as const
    expect(after(pin, entered)?.effects).toEqual([
      { type: 'answer', pin: '8302', force: false, code: '47', chosen },
    ])
    expect(after(pin, { type: 'back' })?.state).toEqual({ ...start, code: '47', chosen })
    const none = after({ ...start, chosen }, { type: 'agree', code: '47', chosen: [] })?.state
    expect(none).toMatchObject({ name: 'pin', chosen: [] })
  })

  test('1-B① the person may still say no, or go back to who asks', () => {
    expect(after(password, { type: 'decline' })?.state).toEqual({ name: 'declined', asked: wanted })
    expect(after(password, { type: 'back' })?.state).toMatchObject({ name: 'asked', code: '47' })
  })
})
