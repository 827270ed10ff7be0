import { describe, expect, test } from 'vitest'
import { type IphoneDeleteEvent, type IphoneDeleteState, iphoneDeleteMachine } from './table.ts'

const after = (state: IphoneDeleteState, event: IphoneDeleteEvent) =>
  iphoneDeleteMachine.step(state, event)
const password = (value: string, lastTryConfirmed = false) =>
  ({ type: 'password-entered', value, lastTryConfirmed }) as const

describe('3-E', () => {
  test('3-E ④⑤ 削除 leads to the choice of a way, not to the deletion', () => {
    const ways = after({ name: 'on-this-phone' }, { type: 'delete' })
    expect(ways).toEqual({ state: { name: 'ways' } })
    expect(after({ name: 'ways' }, { type: 'way-chosen', way: 'card' })?.state).toEqual({
      name: 'password',
      way: 'card',
    })
  })

  test('3-E ⑥ the password deletes nothing before the last question is answered', () => {
    const asked = after({ name: 'password', way: 'phone' }, password('IPHONE77'))
    expect(asked?.state).toEqual({ name: 'checking', way: 'phone' })
    expect(asked?.effects?.map(({ type }) => type)).toEqual(['keep-password', 'check-password'])
    expect(after({ name: 'checking', way: 'phone' }, { type: 'password-right' })).toEqual({
      state: { name: 'sure', way: 'phone' },
    })
    expect(after({ name: 'sure', way: 'phone' }, { type: 'sure' })).toEqual({
      state: { name: 'deleting', way: 'phone' },
      effects: [{ type: 'delete', way: 'phone' }],
    })
  })

  test('3-E ⑥ by the card: it is held only after the last question', () => {
    expect(after({ name: 'password', way: 'card' }, password('ABC123'))?.state).toEqual({
      name: 'sure',
      way: 'card',
    })
    expect(after({ name: 'sure', way: 'card' }, { type: 'sure' })?.state).toEqual({
      name: 'reading',
      way: 'card',
      phase: 'waiting',
    })
  })

  test('3-E ⑥ a locked password leads back to the ways: the card is left', () => {
    const refusal = { code: 'SECRET_BLOCKED', triesLeft: 0 } as const
    const ways = after({ name: 'deleting', way: 'phone' }, { type: 'refused', refusal })?.state
    expect(ways).toEqual({ name: 'ways', refusal })
  })

  test('3-E ⑥ a wrong password asks again with the tries left; the last try needs a confirmation', () => {
    const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
    const again = after({ name: 'deleting', way: 'phone' }, { type: 'refused', refusal })
    expect(again?.state).toEqual({ name: 'password', way: 'phone', refusal })
    const at: IphoneDeleteState = { name: 'password', way: 'phone', refusal }
    expect(after(at, password('IPHONE78'))?.state).toMatchObject({ fault: 'last-try-unconfirmed' })
    expect(after(at, password('IPHONE78', true))?.effects).toEqual([
      { type: 'keep-password', value: 'IPHONE78', force: true },
      { type: 'check-password' },
    ])
  })

  test('3-E ⑥ a wrong password of the iPhone is told before the last question, a locked one leads to the ways', () => {
    const checking: IphoneDeleteState = { name: 'checking', way: 'phone' }
    const wrong = { code: 'SECRET_WRONG', triesLeft: 4 } as const
    expect(after(checking, { type: 'refused', refusal: wrong })).toEqual({
      state: { name: 'password', way: 'phone', refusal: wrong },
    })
    const blocked = { code: 'SECRET_BLOCKED', triesLeft: 0 } as const
    expect(after(checking, { type: 'refused', refusal: blocked })).toEqual({
      state: { name: 'ways', refusal: blocked },
    })
    const other = { code: 'NOT_REGISTERED' } as const
    expect(after(checking, { type: 'refused', refusal: other })).toEqual({
      state: { name: 'stopped', refusal: other },
    })
  })

  test('3-E ⑥ no network: it can be sent again, and no secret is asked for', () => {
    const refusal = { code: 'NETWORK' } as const
    const off = after({ name: 'deleting', way: 'phone' }, { type: 'refused', refusal })
    expect(off?.state).toEqual({ name: 'deleting', way: 'phone', refusal })
    expect(after({ name: 'deleting', way: 'phone', refusal }, { type: 'again' })?.effects).toEqual([
      { type: 'delete', way: 'phone' },
    ])
  })
})
