import { expect, test } from 'vitest'
import { type WithdrawEvent, type WithdrawState, withdrawMachine } from './table.ts'

const after = (state: WithdrawState, ...events: WithdrawEvent[]) =>
  events.reduce((now, event) => withdrawMachine.step(now, event)?.state ?? now, state)
const network = { code: 'NETWORK' } as const

test('2-D an application is withdrawn after the last question, and not before', () => {
  const { initial, step } = withdrawMachine
  expect(step(initial, { type: 'again' })).toBeUndefined()
  expect(step(initial, { type: 'withdraw' })?.effects).toEqual([{ type: 'withdraw' }])
  expect(after(initial, { type: 'withdraw' }, { type: 'withdrawn' })).toEqual({ name: 'withdrawn' })
})

test('2-D a withdrawal without an answer is kept and sent again; a refusal ends it', () => {
  const sent: WithdrawState = { name: 'withdrawing' }
  expect(withdrawMachine.step(sent, { type: 'again' })).toBeUndefined()
  const kept = after(sent, { type: 'refused', refusal: network })
  expect(kept).toEqual({ name: 'withdrawing', refusal: network })
  expect(withdrawMachine.step(kept, { type: 'again' })?.effects).toEqual([{ type: 'withdraw' }])
  const refusal = { code: 'ALREADY_REGISTERED' } as const
  expect(after(kept, { type: 'again' }, { type: 'refused', refusal })).toEqual({
    name: 'stopped',
    refusal,
  })
})
