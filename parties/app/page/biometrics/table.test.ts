import { expect, test } from 'vitest'
import { type BiometricsEvent, type BiometricsState, biometricsMachine } from './table.ts'

const { initial, step } = biometricsMachine('off')
const pin = { type: 'pin-entered', pin: '8302', lastTryConfirmed: false } as const

/** Goes through events; each must be taken. */
function through(...events: BiometricsEvent[]) {
  let state = initial
  let effects: unknown = []
  for (const event of events) {
    const next = step(state, event)
    if (next === undefined) throw new Error(`${event.type} is refused in ${state.name}`)
    state = next.state
    effects = next.effects ?? []
  }
  return { state, effects }
}
const begin: BiometricsEvent[] = [{ type: 'found', hindrance: undefined }, { type: 'begin' }]

test('1-A③ the PIN is right before the phone is asked, and the phone is asked by a press of its own', () => {
  expect(through({ type: 'start' }).effects).toEqual([{ type: 'find-out' }])
  expect(step({ name: 'about' }, { type: 'ask' })).toBeUndefined()
  expect(step({ name: 'pin' }, { type: 'ask' })).toBeUndefined()
  expect(through(...begin, pin)).toEqual({
    state: { name: 'checking' },
    effects: [{ type: 'check-pin', pin: '8302', force: false }],
  })
  const ready = [...begin, pin, { type: 'pin-right' } as const]
  expect(through(...ready).state).toEqual({ name: 'ready', unrecognised: false })
  expect(through(...ready, { type: 'ask' }).effects).toEqual([{ type: 'ask' }])
  expect(through(...ready, { type: 'ask' }, { type: 'sealed' }).state.name).toBe('turned-on')
})

test('1-A③ a wrong PIN asks again with the tries left; the last try needs a confirmation', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const wrong = through(...begin, pin, { type: 'refused', refusal }).state
  expect(wrong).toEqual({ name: 'pin', refusal })
  expect(step(wrong, pin)?.state).toMatchObject({ fault: 'last-try-unconfirmed' })
  expect(step(wrong, { ...pin, lastTryConfirmed: true })?.effects).toMatchObject([{ force: true }])
  expect(step(wrong, { ...pin, pin: '83' })?.state).toMatchObject({ fault: 'form' })
})

test.each([
  ['BIOMETRICS_CANCELLED', { name: 'ready', unrecognised: true }],
  ['BIOMETRICS_NO_PRF', { name: 'unavailable', why: 'no-prf' }],
  ['BIOMETRICS_FRAMED', { name: 'unavailable', why: 'framed' }],
  ['BIOMETRICS_UNAVAILABLE', { name: 'unavailable', why: 'no-authenticator' }],
  ['SECRET_WRONG', { name: 'pin', refusal: { code: 'SECRET_WRONG' } }],
  ['STORE_FAILED', { name: 'stopped', refusal: { code: 'STORE_FAILED' } }],
] as const)('1-A③ %s after the phone was asked', (code, state) => {
  expect(step({ name: 'asking' }, { type: 'refused', refusal: { code } })?.state).toEqual(state)
})

test.each(['no-webauthn', 'no-authenticator', 'no-prf', 'framed'] as const)(
  '1-A③ a phone with the hindrance %s says so before the PIN is asked for',
  (hindrance) => {
    expect(through({ type: 'found', hindrance }).state).toEqual({
      name: 'unavailable',
      why: hindrance,
    })
  },
)

test('1-A③ turned off after one question, without a PIN; kept where it is answered with no', () => {
  const on = biometricsMachine('on')
  expect(on.initial).toEqual({ name: 'on' })
  const sure: BiometricsState = { name: 'sure' }
  expect(on.step(on.initial, { type: 'turn-off' })).toEqual({ state: sure })
  expect(on.step(sure, { type: 'back' })?.state).toEqual({ name: 'on' })
  expect(on.step(sure, { type: 'sure' })?.effects).toEqual([{ type: 'erase' }])
  expect(on.step({ name: 'turning-off' }, { type: 'erased' })?.state.name).toBe('turned-off')
})

test('1-A③ with a locked PIN nothing is set up', () => {
  expect(biometricsMachine('locked').initial).toMatchObject({
    name: 'stopped',
    refusal: { code: 'SECRET_BLOCKED' },
  })
})
