import { expect, test } from 'vitest'
import { type HoldEvent, type HoldState, holdMachine } from './table.ts'

const kiosk = { id: 'k', place: 'kiosk' } as const
const clinic = { id: 'c', place: 'clinic' } as const

/** Goes through events; each must be taken. */
function through(platform: 'android' | 'iphone', ...events: HoldEvent[]) {
  const { initial, step } = holdMachine(platform)
  let state: HoldState = initial
  let effects: unknown = []
  for (const event of events) {
    const next = step(state, event)
    if (next === undefined) throw new Error(`${event.type} is refused in ${state.name}`)
    state = next.state
    effects = next.effects ?? []
  }
  return { state, effects }
}
const found: HoldEvent = { type: 'found', places: [kiosk] }

test('1-B③ the only machine nearby is taken without a question, of several one is chosen, without any it is looked for again', () => {
  expect(through('android', { type: 'look' }).effects).toEqual([{ type: 'look' }])
  expect(through('android', found).state).toEqual({ name: 'ready', at: kiosk, unrecognised: false })
  const both: HoldEvent = { type: 'found', places: [kiosk, clinic] }
  expect(through('android', both).state.name).toBe('where')
  expect(through('android', both, { type: 'choose', at: clinic }).state).toMatchObject({
    at: clinic,
  })
  const none: HoldEvent = { type: 'found', places: [] }
  expect(through('android', none, { type: 'look' }).state).toEqual({ name: 'looking' })
})

test('1-B③ an iPhone is never held without its holder’s face or finger; an Android phone is held by a press, or by them', () => {
  const { step } = holdMachine('iphone')
  const ready: HoldState = { name: 'ready', at: kiosk, unrecognised: false }
  expect(step(ready, { type: 'hold' })).toBeUndefined()
  expect(through('iphone', found, { type: 'recognise' }, { type: 'recognised' }).effects).toEqual([
    { type: 'hold', at: kiosk, recognised: true },
  ])
  expect(through('android', found, { type: 'hold' }).effects).toEqual([
    { type: 'hold', at: kiosk, recognised: false },
  ])
  const refused: HoldEvent = { type: 'refused', refusal: { code: 'BIOMETRICS_CANCELLED' } }
  expect(through('iphone', found, { type: 'recognise' }, refused).state).toEqual({
    ...ready,
    unrecognised: true,
  })
})

test('1-B④ the phone is taken away, or the machine ends it; either way it can be held again, recognised anew', () => {
  const held: HoldEvent[] = [found, { type: 'recognise' }, { type: 'recognised' }, { type: 'held' }]
  expect(through('iphone', ...held, { type: 'take' }).effects).toEqual([{ type: 'take' }])
  for (const how of ['taken', 'lost'] as const) {
    const away = through('iphone', ...held, { type: 'over', how })
    expect(away.state).toEqual({ name: 'away', at: kiosk, how })
  }
  const again = through('iphone', ...held, { type: 'over', how: 'lost' }, { type: 'hold' })
  expect(again.state.name).toBe('ready')
})

test.each(['looking', 'recognising', 'approaching'] as const)(
  '1-B③ a refusal while %s is told, and leads to looking again',
  (name) => {
    const { step } = holdMachine('android')
    const refusal = { code: 'NOT_REGISTERED' } as const
    const state = step({ name, at: kiosk }, { type: 'refused', refusal })?.state
    expect(state).toEqual({ name: 'stopped', refusal })
    expect(state && step(state, { type: 'look' })?.state.name).toBe('looking')
  },
)
