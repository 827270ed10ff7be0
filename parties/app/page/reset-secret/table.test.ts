import { expect, test } from 'vitest'
import { type ResetSecretEvent, type ResetSecretState, resetSecretMachine } from './table.ts'

const both = ['signing', 'authentication'] as const

function run(
  events: readonly ResetSecretEvent[],
  from?: ResetSecretState,
  locked: typeof both | [] = [],
) {
  const machine = resetSecretMachine(both, locked)
  let state = from ?? machine.initial
  const effects: string[] = []
  for (const event of events) {
    const next = machine.step(state, event)
    if (next === undefined) throw new Error(`${state.name} refuses ${event.type}`)
    state = next.state
    effects.push(...(next.effects ?? []).map(({ type }) => type))
  }
  return { state, effects }
}

test('2-F locked secrets are ticked at first; where none is locked, all are', () => {
  expect(resetSecretMachine(both, ['authentication']).initial).toMatchObject({
    kinds: ['authentication'],
  })
  expect(resetSecretMachine(both, []).initial).toMatchObject({ kinds: both })
})

test('2-F a secret is set anew: the card’s password, the card, then only the secrets that were chosen', () => {
  const { state, effects } = run([
    { type: 'chosen', kind: 'signing', checked: false },
    { type: 'begin' },
    { type: 'card-password-entered', password: 'ABC123', lastTryConfirmed: false },
    { type: 'stage', stage: 'found' },
    { type: 'card-read' },
    { type: 'pin-entered', pin: '8302', repeated: '8302', insists: false },
    { type: 'set' },
  ])
  expect(state.name).toBe('done')
  expect(effects).toEqual(['keep-card-password', 'read-card', 'keep-pin', 'set'])
})

test('2-F a wrong password of the card asks for it again, with the tries left', () => {
  const refusal = { code: 'CARD_SECRET_WRONG', triesLeft: 3 } as const
  const at: ResetSecretState = { name: 'reading', phase: 'reading', present: both, kinds: both }
  expect(run([{ type: 'refused', refusal }], at).state).toMatchObject({
    name: 'card-password',
    refusal,
  })
})

test('2-F new secrets that could not be sent are kept and sent again', () => {
  const at: ResetSecretState = { name: 'setting', present: both, kinds: both }
  const off = run([{ type: 'refused', refusal: { code: 'NETWORK' } }], at)
  expect(off.state.name).toBe('setting')
  expect(run([{ type: 'again' }], off.state).effects).toEqual(['set'])
})
