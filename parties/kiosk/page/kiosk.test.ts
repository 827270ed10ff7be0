/** The visit as a table: what is taken away, left behind or not touched ends well, and money goes back. */
import { expect, test } from 'vitest'
import type { Order } from '../views.ts'
import type { Challenge, Papers, PersonView } from './api.ts'
import { carriers, type KioskEvent, type KioskState, kiosk } from './kiosk.ts'

const challenge: Challenge = {
  audience: 'http://kiosk.test',
  relyingParty: 'キオスク',
  purpose: '証明書の交付',
  nonce: 'n',
  code: '07',
  now: '2026-11-28T03:00:00.000Z',
}
const person: PersonView = {
  name: '例示\u3000太郎',
  carrier: 'phone',
  municipality: '渋谷区',
  offers: [{ type: 'residence', fee: 200 }],
  household: [{ at: 0, name: '例示\u3000太郎', relation: 'head' }],
}
const papers: Papers = { papers: [], receipt: '/visit/receipt', change: 0, pieces: [] }
const order: Order = {
  type: 'residence',
  about: [0],
  domicile: false,
  relation: false,
  copies: 1,
}
const status = { now: challenge.now, open: true, paper: true, sandbox: true }

function after(from: KioskState, ...events: readonly KioskEvent[]) {
  let state = from
  let effects: readonly { readonly type: string }[] = []
  for (const event of events) {
    const next = kiosk.step(state, event)
    state = next?.state ?? state
    effects = next?.effects ?? []
  }
  return { state, effects }
}
const held = { carrier: 'android', challenge } as const
const taking: KioskState = { name: 'taking', carrier: 'android', papers, lying: false, left: false }

test.each(carriers)(
  '1-B③ %s: taken away before it was read, it is asked for again where it was',
  (carrier) => {
    const away: KioskEvent = { type: 'hold-again', fault: 'TAKEN_AWAY' }
    for (const name of ['holding', 'reading'] as const) {
      const { state, effects } = after({ name, carrier, challenge }, away)
      expect(state).toMatchObject({ name: 'holding', carrier, fault: 'TAKEN_AWAY' })
      expect(effects).toEqual([{ type: 'wait', carrier, again: true }])
    }
  },
)

test('1-B③ the last try needs a confirmation, and four digits are needed at all', () => {
  const pin: KioskState = { name: 'pin', ...held, triesLeft: 1 }
  const entered = (digits: string, lastTry: boolean) =>
    after(pin, { type: 'pin', pin: digits, lastTry })
  expect(entered('12', false).state).toMatchObject({ name: 'pin', fault: 'SECRET_FORM' })
  expect(entered('1234', false).state).toMatchObject({ fault: 'last-try-unconfirmed' })
  expect(entered('1234', true).state).toMatchObject({ name: 'reading' })
})

test('1-B③ a phone that still lies on the reader is told about, and 「すべて取りました」 alarms until it is taken', () => {
  const lying = after(taking, { type: 'lying', lying: true })
  expect(lying.state).toMatchObject({ lying: true, left: false })
  const pressed = after(lying.state, { type: 'taken' })
  expect(pressed.state).toMatchObject({ name: 'taking', left: true })
  const taken = after(pressed.state, { type: 'lying', lying: false })
  expect(taken.state).toMatchObject({ lying: false, left: false })
  expect(after(taken.state, { type: 'taken' }).state).toEqual({ name: 'ending', why: 'done' })
})

test('1-B③ papers that nobody takes are alarmed about, and then the visit ends, as nobody is there', () => {
  const alarmed = after(taking, { type: 'left-behind' })
  expect(alarmed.state).toMatchObject({ name: 'taking', left: true })
  const ended = after(alarmed.state, { type: 'stop', why: 'idle' })
  expect(ended).toEqual({ state: { name: 'ending', why: 'idle' }, effects: [{ type: 'end' }] })
})

test('1-B③ wherever nobody presses anything for long, the visit ends', () => {
  const known = { carrier: 'card', person } as const
  const states: readonly KioskState[] = [
    { name: 'holding', ...held },
    { name: 'pin', ...held, triesLeft: 3 },
    { name: 'choosing', ...known },
    { name: 'options', ...known, type: 'residence' },
    { name: 'paying', ...known, order, fee: 200, inserted: 100 },
    taking,
  ]
  for (const state of states)
    expect(after(state, { type: 'stop', why: 'idle' }).effects).toEqual([{ type: 'end' }])
})

test('1-B③ after the end, and after a refusal, the first screen comes back with nothing of the person', () => {
  const ended = after({ name: 'ending', why: 'done' }, { type: 'over', returned: 0 })
  const refused = after(
    { name: 'ordering', carrier: 'card', person, order },
    { type: 'refused', code: 'NETWORK' },
  )
  for (const { state } of [ended, refused]) {
    expect(JSON.stringify(state)).not.toContain('太郎')
    const { state: first } = after(state, { type: 'look' }, { type: 'status', status })
    expect(first).toEqual({ name: 'start', status })
  }
})
