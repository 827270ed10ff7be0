import { describe, expect, test } from 'vitest'
import {
  type IphoneApplyEffect,
  type IphoneApplyEvent,
  type IphoneApplyState,
  iphoneApplyMachine,
  iphoneCheckItems,
  iphoneStepsOf,
} from './table.ts'

/** Sends events one after another; refused events are an error of the test. */
function run(events: readonly IphoneApplyEvent[], from = iphoneApplyMachine.initial) {
  let state: IphoneApplyState = from
  const effects: IphoneApplyEffect[] = []
  for (const event of events) {
    const next = iphoneApplyMachine.step(state, event)
    if (next === undefined) throw new Error(`${state.name} refuses ${event.type}`)
    state = next.state
    effects.push(...(next.effects ?? []))
  }
  return { state, effects }
}

const cardSecret = (value: string, lastTryConfirmed = false): IphoneApplyEvent => ({
  type: 'card-secret-entered',
  value,
  lastTryConfirmed,
})
const next: IphoneApplyEvent = { type: 'next' }
const allTicked = iphoneCheckItems.map(
  (item): IphoneApplyEvent => ({ type: 'ticked', item, checked: true }),
)
const supported: IphoneApplyEvent = { type: 'support', support: { name: 'supported' } }
const toNotes = [supported, ...allTicked, next]
const toFace = [...toNotes, { type: 'agreed', checked: true } as const, next]
const toCardPin = [...toFace, next, next, next, next, next, next]
const toReading = [...toCardPin, cardSecret('9120'), cardSecret('ABC123')]
const toPin = [...toReading, { type: 'card-read' } as const, next]
const pin = (value: string, insists = false): IphoneApplyEvent => ({
  type: 'pin-entered',
  value,
  insists,
})
const toPassword = [
  ...toPin,
  pin('8302'),
  { type: 'repeated', value: '8302' } as const,
  { type: 'same' } as const,
]

describe('3-A and 3-B', () => {
  test('3-A 3-C another person’s card leads back to the first screen, with the reason; notes and face are the new person’s own', () => {
    const refusal = { code: 'DRAFT_OF_ANOTHER_PERSON' } as const
    const back = run([...toReading, { type: 'refused', refusal }])
    expect(back.state).toMatchObject({ name: 'check-list', ticked: [], ended: refusal })
    expect(back.effects.at(-1)).toEqual({ type: 'check-support' })
    expect(run(toNotes, back.state).state).toEqual({ name: 'notes', agreed: false, missing: false })
  })

  test('3-A no secret is asked for before everything on the check list is at hand', () => {
    const { state } = run([{ type: 'ticked', item: 'card', checked: true }, next])
    expect(state).toMatchObject({ name: 'check-list', asked: true })
    expect(run(toNotes).state.name).toBe('notes')
  })

  test('3-A 3-B the procedure waits until it is known whether the iPhone is supported, then goes on by itself', () => {
    const early = run([...allTicked, next])
    expect(early.state.name).toBe('check-list')
    expect(run([supported], early.state).state.name).toBe('notes')
    const support = { name: 'model' } as const
    expect(run([{ type: 'support', support }], early.state).state.name).toBe('unsupported')
    const back = run([...toNotes, { type: 'back' }])
    expect(back.effects.at(-1)).toEqual({ type: 'check-support' })
    expect(back.state).toMatchObject({ name: 'check-list', support: { name: 'checking' } })
  })

  test('3-A the phone is looked up at the start', () => {
    expect(run([{ type: 'start' }]).effects).toEqual([{ type: 'check-support' }])
  })

  test('3-B an older iOS ends before anything is typed, with the version present and the version needed', () => {
    const support = { name: 'os', own: '17.7', needed: '18.5' } as const
    expect(run([{ type: 'support', support }]).state).toEqual({ name: 'unsupported', support })
  })

  test('3-A without a network one may go on: the authority looks again', () => {
    const { state } = run([{ type: 'support', support: { name: 'unknown' } }])
    expect(state.name).toBe('check-list')
  })
})

describe('3-C', () => {
  test('3-C ③ without agreeing to the terms the missing tick is named', () => {
    expect(run([...toNotes, next]).state).toEqual({ name: 'notes', agreed: false, missing: true })
    expect(run(toFace).state.name).toBe('face')
  })

  test('3-C ④ every movement is directed once, then the face check counts as passed', () => {
    const { state, effects } = run([...toFace, next, next, next, next, next])
    expect(state.name).toBe('face-done')
    expect(effects).toEqual([{ type: 'face-passed', method: 'practice' }])
  })

  const person = { name: '甲　太郎', birthDate: '1990-04-01', sex: 'male' } as const
  const source = { name: 'practice-person', person } as const
  const descriptor = [0.5]

  test('3-C ④ a recording counts when its movements were made, and not before', () => {
    const toRecording = [...toFace, { type: 'choose-person' }, { type: 'record', source }] as const
    const { state } = run([...toRecording, { type: 'recorded', descriptor }])
    expect(state).toEqual({ name: 'face-done', method: 'practice-person' })
    expect(run([...toRecording, { type: 'recorded', descriptor }]).effects.at(-1)).toEqual({
      type: 'face-passed',
      method: 'practice-person',
      descriptor,
    })
    expect(iphoneApplyMachine.step(run(toRecording).state, next)).toBeUndefined()
    expect(run([...toRecording, { type: 'back' }]).state.name).toBe('face')
  })

  test('3-C ④ FACE_DIFFERS a face that is not the photo’s leads back to its recording, with the reason', () => {
    const refusal = { code: 'FACE_DIFFERS' } as const
    const { state } = run([...toReading, { type: 'refused', refusal }])
    expect(state).toEqual({ name: 'face', phase: 'explained', refusal })
  })

  test('3-C ⑤ a signing password in the place of the PIN is refused before the card is asked', () => {
    expect(run([...toCardPin, cardSecret('ABC123')]).state).toMatchObject({
      name: 'card-pin',
      fault: 'form',
    })
  })

  test('3-C ⑤⑥⑦ PIN, then password, then the card', () => {
    const { state, effects } = run(toReading)
    expect(state).toEqual({ name: 'reading', phase: 'waiting' })
    expect(effects.slice(-3).map(({ type }) => type)).toEqual([
      'keep-card-secret',
      'keep-card-secret',
      'read-card',
    ])
  })

  test('3-C ⑦ a wrong PIN asks for it with the tries left, and then for the password of that card: the one of before is not tried', () => {
    const refusal = { code: 'CARD_SECRET_WRONG', triesLeft: 2, secret: 'card-data-pin' } as const
    const wrong = run([...toReading, { type: 'refused', refusal }]).state
    expect(wrong).toEqual({ name: 'card-pin', again: true, refusal })
    const corrected = run([cardSecret('9121')], wrong)
    expect(corrected.state).toEqual({ name: 'card-password', again: true })
    expect(corrected.effects.map(({ type }) => type)).toEqual(['keep-card-secret'])
    expect(run([cardSecret('ABC123')], corrected.state).state.name).toBe('reading')
  })

  test('3-C ⑦ a wrong password asks for the password alone', () => {
    const refusal = { code: 'CARD_SECRET_WRONG', triesLeft: 4, secret: 'signing-password' } as const
    const wrong = run([...toReading, { type: 'refused', refusal }]).state
    expect(wrong).toEqual({ name: 'card-password', again: true, refusal })
  })

  test('3-C ⑤ the last try is spent only after the person has confirmed it', () => {
    const refusal = { code: 'CARD_LAST_TRY', triesLeft: 1, secret: 'card-data-pin' } as const
    const asked = run([...toReading, { type: 'refused', refusal }]).state
    expect(run([cardSecret('9121')], asked).state).toMatchObject({ fault: 'last-try-unconfirmed' })
    expect(run([cardSecret('9121', true)], asked).effects[0]).toMatchObject({ force: true })
  })

  test('3-C ⑦ a card that moved away is read again in place', () => {
    const refusal = { code: 'CARD_AWAY' } as const
    const { state, effects } = run([...toReading, { type: 'refused', refusal }])
    expect(state).toEqual({ name: 'reading', phase: 'waiting', refusal })
    expect(effects.at(-1)).toEqual({ type: 'read-card' })
  })

  test('3-C ⑦ a locked secret stops the procedure', () => {
    const refusal = { code: 'CARD_SECRET_BLOCKED', triesLeft: 0, secret: 'card-data-pin' } as const
    expect(run([...toReading, { type: 'refused', refusal }]).state).toEqual({
      name: 'stopped',
      refusal,
    })
  })
})

describe('3-D', () => {
  test('3-D ① a PIN that is easy to guess is warned of, and taken when the person insists', () => {
    const warned = run([...toPin, pin('1234')]).state
    expect(warned).toMatchObject({ name: 'pin', warnings: ['in-a-row'] })
    expect(run([pin('1234', true)], warned).state.name).toBe('pin-again')
    const born = { type: 'pin-entered', value: '0504', insists: false } as const
    const ofBirth = run([...toPin, { ...born, birthDate: '1951-05-04' }]).state
    expect(ofBirth).toMatchObject({ name: 'pin', warnings: ['birth-date'] })
  })

  test('3-D ② another PIN the second time is not taken', () => {
    const { state, effects } = run([...toPin, pin('8302'), { type: 'repeated', value: '8303' }])
    expect(effects.at(-1)).toEqual({ type: 'compare', which: 'pin', value: '8303' })
    expect(run([{ type: 'differs' }], state).state).toMatchObject({
      name: 'pin-again',
      fault: 'differs',
    })
  })

  test('3-D ③④ a password of its own is typed twice', () => {
    const { state, effects } = run([
      ...toPassword,
      { type: 'password-entered', value: 'IPHONE77' },
      { type: 'repeated', value: 'IPHONE77' },
      { type: 'same' },
    ])
    expect(state.name).toBe('setting')
    expect(effects.at(-1)).toEqual({ type: 'set-secrets' })
  })

  test('3-D ③④ the same as the card: it is entered once, to make sure', () => {
    const { state, effects } = run([...toPassword, { type: 'same-as-card' }])
    expect(state.name).toBe('password-again')
    expect(effects.at(-1)).toEqual({ type: 'keep-same-as-card' })
    const repeated = run([{ type: 'repeated', value: 'CARD1234' }], state)
    expect(repeated.effects).toEqual([{ type: 'compare', which: 'password', value: 'CARD1234' }])
    expect(run([{ type: 'same' }], state).effects).toEqual([{ type: 'set-secrets' }])
  })

  test('3-D ③ after the app was closed the password of the card is not known any more', () => {
    const at: IphoneApplyState = { name: 'password', cardPasswordKnown: false }
    expect(iphoneApplyMachine.step(at, { type: 'same-as-card' })).toBeUndefined()
    const refusal = { code: 'CARD_SECRET_FORGOTTEN' } as const
    expect(run([{ type: 'refused', refusal }], { name: 'setting' }).state).toEqual(at)
    const again = { name: 'password-again', cardPasswordKnown: true } as const
    expect(run([{ type: 'refused', refusal }], again).state).toEqual(at)
  })

  test('3-D ⑤⑥ the wallet is asked for only by 「続ける」, and again without a network', () => {
    const sheet = run([next], { name: 'wallet' }).state
    const sent = run([{ type: 'apply' }], sheet)
    expect(sent.effects).toEqual([{ type: 'submit' }])
    const off = run([{ type: 'refused', refusal: { code: 'NETWORK' } }], sent.state)
    expect(off.state.name).toBe('submitting')
    expect(run([{ type: 'again' }], off.state).effects).toEqual([{ type: 'submit' }])
    expect(off.effects).toEqual([{ type: 'await-network' }])
    expect(run([{ type: 'network-back' }], off.state).effects).toEqual([{ type: 'submit' }])
    // Being sent already: it goes out once.
    expect(iphoneApplyMachine.step(sent.state, { type: 'network-back' })).toBeUndefined()
  })

  test('3-C 3-D no state ever holds a secret', () => {
    let state: IphoneApplyState = iphoneApplyMachine.initial
    for (const event of [
      ...toPassword,
      { type: 'password-entered', value: 'IPHONE77' } as const,
      { type: 'repeated', value: 'IPHONE77' } as const,
    ]) {
      state = iphoneApplyMachine.step(state, event)?.state ?? state
      expect(JSON.stringify(state)).not.toMatch(/9120|ABC123|8302|IPHONE77/)
    }
    expect(state.name).toBe('password-again')
  })

  test('3-D an application signed on an earlier visit is checked before a PIN is chosen', () => {
    const { step } = iphoneApplyMachine
    const reopened = { name: 'read', cardPasswordKnown: false, check: 'due' } as const
    const asked = step(reopened, { type: 'next' })
    expect(asked).toEqual({
      state: { ...reopened, check: 'running' },
      effects: [{ type: 'check-signed' }],
    })
    const running = { ...reopened, check: 'running' } as const
    expect(step(running, { type: 'next' })).toBeUndefined()
    expect(step(running, { type: 'still-good' })?.state.name).toBe('pin')
    const refusal = { code: 'NONCE_EXPIRED' } as const
    expect(step(running, { type: 'refused', refusal })?.state).toEqual({ name: 'stopped', refusal })
  })

  test('3-C 3-D each screen says which of eight steps it is', () => {
    expect(iphoneStepsOf(iphoneApplyMachine.initial)).toEqual({ at: 1, of: 8, name: 'prepare' })
    expect(iphoneStepsOf({ name: 'wallet' })).toEqual({ at: 8, of: 8, name: 'wallet' })
  })
})
