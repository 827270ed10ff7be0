import { expect, test } from 'vitest'
import { type ResetPhoneEvent, type ResetPhoneState, resetPhoneMachine } from './table.ts'

const after = (state: ResetPhoneState, event: ResetPhoneEvent) =>
  resetPhoneMachine.step(state, event)

test('1-D nothing is erased before the question is answered, and once only', () => {
  expect(resetPhoneMachine.initial).toEqual({ name: 'question' })
  expect(after({ name: 'question' }, { type: 'erase' })?.effects).toEqual([{ type: 'erase' }])
  expect(after({ name: 'erasing' }, { type: 'erase' })).toBeUndefined()
  expect(after({ name: 'erasing' }, { type: 'erased' })?.state).toEqual({ name: 'erased' })
})

test('1-D a phone that the authority knows after all gets that refusal', () => {
  const refusal = { code: 'KNOWN_TO_AUTHORITY' } as const
  const stopped = { state: { name: 'stopped', refusal } }
  expect(after({ name: 'erasing' }, { type: 'refused', refusal })).toEqual(stopped)
})
