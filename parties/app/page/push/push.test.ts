import { expect, test } from 'vitest'
import { type Found, type PushEvent, type PushState, pushMachine } from './push.ts'

const found: Found = { permission: 'default', known: true, subscribed: false }
const after = (state: PushState, event: PushEvent) => pushMachine.step(state, event)

test.each([
  ['not asked yet', {}, 'off'],
  ['allowed and subscribed', { permission: 'granted', subscribed: true }, 'on'],
  ['allowed, turned off here', { permission: 'granted' }, 'off'],
  ['refused', { permission: 'denied' }, 'refused'],
  ['refused, with an old subscription', { permission: 'denied', subscribed: true }, 'refused'],
  ['nothing applied for yet', { known: false }, 'too-early'],
  ['a browser without push', { hindrance: 'browser', known: false }, 'impossible'],
  ['inside the desk', { hindrance: 'frame', permission: 'denied' }, 'impossible'],
  ['Safari of an iPhone', { hindrance: 'home-screen' }, 'impossible'],
] as const)('5-A1 push, %s: %s', (_what, more, name) => {
  const next = after({ name: 'looking' }, { type: 'found', found: { ...found, ...more } })
  expect(next?.state.name).toBe(name)
  expect(next?.effects).toBeUndefined()
})

test('2-D ③ permission is asked for by the press of a button only, and the subscription follows it', () => {
  const events: PushEvent[] = [
    { type: 'look' },
    { type: 'found', found },
    { type: 'answered', permission: 'granted' },
    { type: 'turn-on' },
    { type: 'answered', permission: 'granted' },
    { type: 'subscribed' },
    { type: 'turn-off' },
    { type: 'ended' },
  ]
  const effects: string[] = []
  const names: string[] = []
  let state = pushMachine.initial
  for (const event of events) {
    const next = after(state, event)
    state = next?.state ?? state
    names.push(state.name)
    effects.push(...(next?.effects ?? []).map(({ type }) => type))
  }
  expect(effects).toEqual(['look', 'ask', 'subscribe', 'end'])
  expect(names).toEqual([
    ...['looking', 'off', 'off', 'asking', 'subscribing', 'on', 'ending', 'off'],
  ])
})

test('2-D ③ refused, put off or not possible: it says so and can be tried again where that helps', () => {
  const asking: PushState = { name: 'asking' }
  expect(after(asking, { type: 'answered', permission: 'denied' })?.state.name).toBe('refused')
  expect(after(asking, { type: 'answered', permission: 'default' })?.state.name).toBe('off')
  const refusal = { code: 'UNEXPECTED' } as const
  const failed = after({ name: 'subscribing' }, { type: 'failed', refusal })?.state
  expect(failed).toEqual({ name: 'failed', refusal })
  expect(failed && after(failed, { type: 'turn-on' })?.effects).toEqual([{ type: 'ask' }])
  expect(after({ name: 'refused' }, { type: 'turn-on' })).toBeUndefined()
  expect(after({ name: 'ending' }, { type: 'failed', refusal })?.state.name).toBe('off')
})
