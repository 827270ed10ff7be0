import { expect, test } from 'vitest'
import type { Facility } from '../wire.ts'
import { type FaultCode, faultOfCode, serverFaults, terminalFaults } from './fault.ts'
import { faultTexts } from './fault-texts.ts'
import { type TerminalEvent, type TerminalState, terminal } from './machine.ts'

const facility: Facility = { kind: 'clinic', hasReader: true, firstVisitNeedsCard: true }
const start: TerminalState = { name: 'start', facility }

/** The state after these events, and the effects of the last. */
function after(state: TerminalState, ...events: readonly TerminalEvent[]) {
  let effects: readonly { readonly type: string }[] = []
  let now = state
  for (const event of events) {
    const next = terminal.step(now, event)
    now = next?.state ?? now
    effects = next?.effects ?? []
  }
  return { state: now, effects }
}

test('1-B④ an iPhone is never asked for a PIN at the terminal: it is held at once, and again when it had not recognised its holder', () => {
  const held = after(start, { type: 'choose', what: 'phone' }, { type: 'phone', device: 'iphone' })
  expect(held.state).toMatchObject({ name: 'hold', device: 'iphone', way: { kind: 'recognised' } })
  const again = after(
    held.state,
    { type: 'failed', fault: { code: 'NOT_RECOGNISED' } },
    { type: 'again' },
  )
  expect(again.state).toMatchObject({ name: 'hold', device: 'iphone', way: { kind: 'recognised' } })
})

test('1-B④ an Android phone takes four digits first, unless it has recognised its holder itself', () => {
  const pin = after(start, { type: 'choose', what: 'phone' }, { type: 'phone', device: 'android' })
  expect(pin.state).toMatchObject({ name: 'pin', device: 'android' })
  const typed = after(pin.state, { type: 'pin', pin: '1234' })
  expect(typed.state).toMatchObject({ way: { kind: 'pin', pin: '1234', lastTry: false } })
  const seen = after(pin.state, { type: 'recognised' })
  expect(seen.state).toMatchObject({ name: 'hold', way: { kind: 'recognised' } })
  const unseen = after(
    seen.state,
    { type: 'failed', fault: { code: 'NOT_RECOGNISED' } },
    { type: 'again' },
  )
  expect(unseen.state).toMatchObject({ name: 'pin', device: 'android' })
})

test('1-B④ the last try is spent only after it was said', () => {
  const pin: TerminalState = { name: 'pin', facility, device: 'card' }
  const last = after(
    pin,
    { type: 'pin', pin: '1234' },
    { type: 'failed', fault: { code: 'PIN_LAST' } },
    { type: 'again' },
    { type: 'pin', pin: '1234' },
  )
  expect(last.state).toMatchObject({ way: { lastTry: true } })
})

test('1-B④ what was taken away early is held again, with the same digits', () => {
  const way = { kind: 'pin', pin: '1234', lastTry: false } as const
  const { state, effects } = after(
    { name: 'hold', facility, device: 'card', way, reading: true },
    { type: 'failed', fault: { code: 'TAKEN_AWAY' } },
    { type: 'again' },
  )
  expect(state).toMatchObject({ name: 'hold', way, reading: false })
  expect(effects).toMatchObject([{ type: 'take', device: 'card' }])
})

test.each([
  ['iphone', { name: 'hold', device: 'iphone' }],
  ['android', { name: 'pin', device: 'android' }],
  ['card', { name: 'card-way' }],
] as const)(
  '1-B④ with %s held in place of what was chosen, it goes on with that',
  (held, wanted) => {
    const fault: TerminalState = { name: 'fault', facility, fault: { code: 'OTHER_DEVICE', held } }
    expect(after(fault, { type: 'again' }).state).toMatchObject(wanted)
  },
)

test('1-B④ without a reader for phones the choice is refused, and leads to the card', () => {
  const { state } = after(
    { name: 'start', facility: { ...facility, hasReader: false } },
    { type: 'choose', what: 'phone' },
  )
  expect(state).toMatchObject({ name: 'fault', fault: { code: 'PHONE_NOT_ACCEPTED' } })
  expect(after(state, { type: 'again' }).state).toMatchObject({ name: 'card-way' })
})

const asked = {
  state: 'consents',
  name: 'A',
  consents: { medicines: false, surgery: false, 'check-ups': false, limits: false },
  lastVisit: null,
} as const
const consents = { medicines: true, surgery: true, 'check-ups': false, limits: true }

test('1-B④ answers that could not be sent stay on the screen, and a second press sends nothing twice', () => {
  const at: TerminalState = { name: 'consents', facility, id: 'a', asked, sending: false }
  const sending = after(at, { type: 'agree', consents }, { type: 'agree', consents })
  expect(sending.effects).toEqual([])
  const failed = after(sending.state, { type: 'failed', fault: { code: 'NETWORK' } })
  expect(failed.state).toMatchObject({ name: 'consents', asked: { consents }, sending: false })
  expect(after(failed.state, { type: 'agree', consents }).effects).toMatchObject([
    { type: 'agree' },
  ])
})

test('WCAG 2.2 2.2.1 from every screen of a person, nobody’s touch leads to the start and forgets the person', () => {
  const way = { kind: 'recognised' } as const
  const screens: readonly TerminalState[] = [
    { name: 'phone-kind', facility },
    { name: 'card-way', facility },
    { name: 'pin', facility, device: 'card' },
    { name: 'face', facility },
    { name: 'hold', facility, device: 'iphone', way, reading: false },
    { name: 'eye', facility, id: 'a' },
    { name: 'consents', facility, id: 'a', asked, sending: false },
    { name: 'fault', facility, fault: { code: 'UNEXPECTED' } },
  ]
  for (const screen of screens) {
    expect(after(screen, { type: 'idle' })).toEqual({
      state: { name: 'start', facility, note: 'idle' },
      effects: [{ type: 'leave' }],
    })
    expect(after(screen, { type: 'call' }).effects).toEqual([{ type: 'call' }])
  }
})

test('1-B④ each fault has words in both languages and a way on, and no code of the server is told as another by accident', () => {
  const codes: readonly FaultCode[] = [...terminalFaults, ...serverFaults]
  for (const code of codes) {
    const fault: TerminalState = { name: 'fault', facility, fault: { code } }
    expect(after(fault, { type: 'again' }).state.name).not.toBe('fault')
    expect(faultTexts.ja.words[code].next.length).toBeGreaterThan(0)
    expect(faultTexts.en.words[code].what).toMatch(/^[A-Z]/)
  }
  for (const code of serverFaults) expect(faultOfCode(code)).toBe(code)
  expect(faultOfCode('STUB_NEW')).toBe('UNEXPECTED')
  expect(faultOfCode('STATUS_UNAVAILABLE')).toBe('TRUST_UNAVAILABLE')
})
