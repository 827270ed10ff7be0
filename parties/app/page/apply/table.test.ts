import { describe, expect, test } from 'vitest'
import type { FaultCode } from '../faults/codes.ts'
import {
  type ApplyEffect,
  type ApplyEvent,
  type ApplyState,
  applyMachine,
  stepsOf,
} from './table.ts'

/** Sends events one after another; refused events are an error of the test. */
function run(events: readonly ApplyEvent[], from: ApplyState = applyMachine.initial) {
  let state = from
  const effects: ApplyEffect[] = []
  for (const event of events) {
    const next = applyMachine.step(state, event)
    if (next === undefined) throw new Error(`${state.name} refuses ${event.type}`)
    state = next.state
    effects.push(...(next.effects ?? []))
  }
  return { state, effects }
}
const checked = (...codes: FaultCode[]): ApplyEvent => ({
  type: 'checked',
  refusals: codes.map((code) => ({ code })),
})
const ticks: ApplyEvent[] = (['card', 'password', 'phone', 'app'] as const).map((item) => ({
  type: 'ticked',
  item,
  checked: true,
}))
const allTicked: ApplyEvent[] = [checked(), ...ticks]
const entered = (password: string, lastTryConfirmed = false): ApplyEvent => ({
  type: 'card-password-entered',
  password,
  lastTryConfirmed,
})
const toChoose: ApplyEvent[] = [...allTicked, { type: 'next' }, entered('ABC123')]
const toReading: ApplyEvent[] = [
  ...toChoose,
  { type: 'confirmed', checked: true },
  { type: 'apply' },
]

describe('apply', () => {
  test('2-A 2-C another person’s card leads back to the first screen: nothing ticked, everything chosen, and the reason', () => {
    const refusal = { code: 'DRAFT_OF_ANOTHER_PERSON' } as const
    const chosen = { type: 'chosen', kind: 'signing', checked: false } as const
    const reading = [...toChoose, chosen, ...toReading.slice(toChoose.length)]
    const back = run([...reading, { type: 'refused', refusal }])
    expect(back.state).toEqual({ name: 'check-list', ticked: [], asked: false, ended: refusal })
    expect(back.effects.at(-1)).toEqual({ type: 'check' })
    expect(run([{ type: 'again' }], back.state).state).toMatchObject({ ended: refusal })
    const anew = run([...allTicked, { type: 'next' }, entered('XYZ789')], back.state)
    expect(anew.state).toMatchObject({
      name: 'choose',
      kinds: ['signing', 'authentication'],
      confirmed: false,
    })
  })

  test('2-A no secret is asked for before everything on the check list is at hand', () => {
    const { state } = run([{ type: 'ticked', item: 'card', checked: true }, { type: 'next' }])
    expect(state).toMatchObject({ name: 'check-list', ticked: ['card'], asked: true })
    expect(run([...allTicked, { type: 'next' }]).state.name).toBe('card-password')
  })

  test('2-A 2-B while the phone is being checked, or when it is not suitable, no secret is asked for', () => {
    const start = run([{ type: 'start' }])
    expect(start.effects).toEqual([{ type: 'check' }])
    expect(run([...ticks, { type: 'next' }]).state).toMatchObject({ name: 'check-list' })
    const old = run([checked('OS_TOO_OLD'), ...ticks, { type: 'next' }])
    expect(old.state).toMatchObject({ name: 'check-list', refusals: [{ code: 'OS_TOO_OLD' }] })
    const again = run([{ type: 'again' }, checked(), { type: 'next' }], old.state)
    expect(again.state.name).toBe('card-password')
  })

  test('2-C ④ a four-digit number in the place of the signing password is refused before the card is asked', () => {
    const { state, effects } = run([...allTicked, { type: 'next' }, entered('1234')])
    expect(state).toMatchObject({ name: 'card-password', fault: 'form' })
    expect(effects).toEqual([])
  })

  test('2-C ⑤ both certificates are ticked at first, and one can be left out', () => {
    expect(run(toChoose).state).toMatchObject({ kinds: ['signing', 'authentication'] })
    const { state } = run([...toChoose, { type: 'chosen', kind: 'signing', checked: false }])
    expect(state).toMatchObject({ kinds: ['authentication'] })
  })

  test('2-C ⑥ 申請する without the tick, or without a certificate, names the missing one', () => {
    const none = run([
      ...toChoose,
      { type: 'chosen', kind: 'signing', checked: false },
      { type: 'chosen', kind: 'authentication', checked: false },
      { type: 'apply' },
    ])
    expect(none.state).toMatchObject({ name: 'choose', faults: ['kinds', 'confirmed'] })
    expect(run([...toChoose, { type: 'apply' }]).state).toMatchObject({ faults: ['confirmed'] })
  })

  test('2-C ⑦ a card that moved away is held again in place, with the password still there', () => {
    const { state, effects } = run([
      ...toReading,
      { type: 'stage', stage: 'found' },
      { type: 'refused', refusal: { code: 'CARD_AWAY' } },
    ])
    expect(state).toMatchObject({
      name: 'reading',
      phase: 'waiting',
      refusal: { code: 'CARD_AWAY' },
    })
    expect(effects.map((effect) => effect.type)).toEqual([
      'keep-card-password',
      'read-card',
      'read-card',
    ])
  })

  test('2-C ⑦ a wrong password asks for the password with the tries left, then reads at once', () => {
    const refusal = { code: 'CARD_SECRET_WRONG', triesLeft: 4 } as const
    const wrong = run([...toReading, { type: 'refused', refusal }])
    expect(wrong.state).toMatchObject({ name: 'card-password', confirmed: true, refusal })
    expect(run([entered('ABC124')], wrong.state).state.name).toBe('reading')
  })

  test('2-C ④ the last try is spent only after the person has confirmed it', () => {
    const refusal = { code: 'CARD_LAST_TRY', triesLeft: 1 } as const
    const asked = run([...toReading, { type: 'refused', refusal }]).state
    expect(run([entered('ABC124')], asked).state).toMatchObject({ fault: 'last-try-unconfirmed' })
    expect(run([entered('ABC124', true)], asked).effects[0]).toMatchObject({ force: true })
  })

  test('2-C ⑦ a locked card password stops the procedure', () => {
    const refusal = { code: 'CARD_SECRET_BLOCKED', triesLeft: 0 } as const
    expect(run([...toReading, { type: 'refused', refusal }]).state).toMatchObject({
      name: 'stopped',
      refusal,
    })
  })

  test('2-D ① two entries that differ are not taken', () => {
    const at: ApplyState = { name: 'signing-password', kinds: ['signing', 'authentication'] }
    const event = { type: 'signing-password-entered', password: 'XYZ789' } as const
    expect(run([{ ...event, repeated: 'XYZ788' }], at).state).toMatchObject({ fault: 'differs' })
    expect(run([{ ...event, repeated: 'XYZ789' }], at).state.name).toBe('pin')
  })

  test('2-D ② a PIN that is easy to guess is warned of, and taken when the person insists', () => {
    const at: ApplyState = { name: 'pin', kinds: ['authentication'], warnings: [] }
    const event = { type: 'pin-entered', pin: '1234', repeated: '1234' } as const
    const warned = run([{ ...event, insists: false }], at)
    expect(warned.state).toMatchObject({ name: 'pin', warnings: ['in-a-row'] })
    expect(warned.effects).toEqual([])
    expect(run([{ ...event, insists: true }], warned.state).state.name).toBe('submitting')
  })

  test('2-D ② the birth date as a PIN is warned of, and stays in no state', () => {
    const at: ApplyState = { name: 'pin', kinds: ['authentication'], warnings: [] }
    const event = { type: 'pin-entered', pin: '0504', repeated: '0504', insists: false } as const
    const warned = run([{ ...event, birthDate: '1951-05-04' }], at).state
    expect(warned).toMatchObject({ name: 'pin', warnings: ['birth-date'] })
    expect(JSON.stringify(warned)).not.toContain('1951')
    expect(run([event], at).state.name).toBe('submitting')
  })

  test('2-D a certificate that was not chosen has no password screen and no step', () => {
    const both = run([...toReading, { type: 'card-read' }]).state
    expect(stepsOf(both)).toEqual({ at: 4, of: 7, name: 'read' })
    const one: ApplyState = { name: 'read', kinds: ['authentication'] }
    expect(run([{ type: 'next' }], one).state.name).toBe('pin')
    expect(stepsOf(one)).toEqual({ at: 4, of: 6, name: 'read' })
  })

  test('2-D an application signed on an earlier visit is checked before a password is chosen', () => {
    const reopened: ApplyState = { name: 'read', kinds: ['authentication'], check: 'due' }
    const asked = run([{ type: 'next' }], reopened)
    expect(asked.effects.map(({ type }) => type)).toEqual(['check-signed'])
    expect(asked.state).toMatchObject({ name: 'read', check: 'running' })
    expect(applyMachine.step(asked.state, { type: 'next' })).toBeUndefined()
    expect(run([{ type: 'still-good' }], asked.state).state.name).toBe('pin')
    const refusal = { code: 'NONCE_EXPIRED' } as const
    expect(run([{ type: 'refused', refusal }], asked.state).state).toMatchObject({
      name: 'stopped',
      refusal,
    })
  })

  test('2-D ③ without a network the entries are kept and sent again', () => {
    const at: ApplyState = { name: 'submitting', kinds: ['authentication'] }
    const off = run([{ type: 'refused', refusal: { code: 'NETWORK' } }], at)
    expect(off.state.name).toBe('submitting')
    expect(run([{ type: 'again' }], off.state).effects).toEqual([{ type: 'submit' }])
    expect(off.effects).toEqual([{ type: 'await-network' }])
    expect(run([{ type: 'network-back' }], off.state).effects).toEqual([{ type: 'submit' }])
    // Being sent already: it goes out once.
    expect(applyMachine.step(at, { type: 'network-back' })).toBeUndefined()
  })

  test('2-C no state ever holds a secret', () => {
    const { state } = run([...toReading, { type: 'card-read' }, { type: 'next' }])
    expect(JSON.stringify(state)).not.toContain('ABC123')
    const later = run(
      [{ type: 'signing-password-entered', password: 'XYZ789', repeated: 'XYZ789' }],
      state,
    )
    expect(JSON.stringify(later.state)).not.toContain('XYZ789')
  })
})
