import { expect, test } from 'vitest'
import type { FaultCode } from '../faults/codes.ts'
import { type AskedFor, type PresentEvent, type PresentState, presentMachine } from './table.ts'

const general = 'org.iso.23220.1'
const element = (identifier: string) => ({ namespace: general, identifier, retained: false })
const age = { ...element('age_over_20'), key: `${general} age_over_20`, value: true }
const sex = { ...element('sex'), key: `${general} sex`, value: 2 }
const asked: AskedFor = {
  asker: { name: '見本酒店', host: 'shop.example', known: false },
  questions: [
    { ...age, optional: false, chosen: true },
    { ...sex, optional: true, chosen: false },
  ],
  parts: [
    {
      queryId: 'age',
      required: true,
      sets: [[element('age_over_20'), element('sex')], [element('age_over_20')]],
    },
  ],
  warnings: [],
}
const known = { asked, chosen: [age.key] }
const on = { ...known, biometrics: true } as const
const step = (state: PresentState, event: PresentEvent) => presentMachine.step(state, event)
const refused = (code: FaultCode) => ({ type: 'refused', refusal: { code } }) as const

test('1-A②.age what is asked is shown before anything else, and only what must be is chosen', () => {
  expect(step({ name: 'opening' }, { type: 'start' })?.effects).toEqual([{ type: 'open' }])
  const opened = step({ name: 'opening' }, { type: 'opened', asked, biometrics: true })
  expect(opened?.state).toEqual({ name: 'asked', ...on })
  const without = step({ name: 'opening' }, { type: 'opened', asked, biometrics: false })
  expect(without?.state).toEqual({ name: 'asked', ...known })
  const stopped = step({ name: 'opening' }, refused('CERTIFICATE_SUSPENDED'))
  expect(stopped?.state).toEqual({
    name: 'refused',
    refusal: { code: 'CERTIFICATE_SUSPENDED' },
  })
  const lacking = { ...refused('PRESENTATION_NOT_HELD'), missing: ['a/b'] }
  expect(step({ name: 'opening' }, lacking)?.state).toMatchObject({ missing: ['a/b'] })
})

test('1-A②.single an element is chosen and left out, and what is too little is told before the face or the PIN', () => {
  const more = step({ name: 'asked', ...known }, { type: 'choose', key: sex.key, chosen: true })
  expect(more?.state).toEqual({ name: 'asked', ...known, chosen: [age.key, sex.key] })
  const less = step({ name: 'asked', ...known }, { type: 'choose', key: age.key, chosen: false })
  if (less === undefined) throw new Error('refused')
  expect(step(less.state, { type: 'show' })).toEqual({
    state: {
      name: 'asked',
      refusal: { code: 'PRESENTATION_INCOMPLETE' },
      ...known,
      chosen: [],
    },
  })
})

test('1-A②.single nothing is answered before a face, a finger or the PIN', () => {
  const asking = step({ name: 'asked', ...on }, { type: 'show' })
  expect(asking).toEqual({
    state: { name: 'recognising', ...on },
    effects: [{ type: 'recognise' }],
  })
  const answer = step({ name: 'recognising', ...on }, { type: 'recognised' })
  expect(answer?.effects).toEqual([{ type: 'answer', chosen: [age.key] }])
  expect(step({ name: 'asked', ...known }, { type: 'show' })).toEqual({
    state: { name: 'pin', ...known },
  })
  const entered = { type: 'pin-entered', pin: '8352', lastTryConfirmed: false } as const
  expect(step({ name: 'pin', ...known }, entered)?.effects).toEqual([
    { type: 'answer-by-pin', pin: '8352', force: false, chosen: [age.key] },
  ])
  const short = step({ name: 'pin', ...known }, { ...entered, pin: '83' })
  expect(short).toEqual({ state: { name: 'pin', fault: 'form', ...known } })
  const lastTry = { name: 'pin', refusal: { code: 'LAST_TRY' }, ...known } as const
  expect(step(lastTry, entered)?.state).toMatchObject({ fault: 'last-try-unconfirmed' })
  expect(step(lastTry, { ...entered, lastTryConfirmed: true })?.effects).toMatchObject([
    { force: true },
  ])
})

test('1-A②.single a face that is not recognised leads to the PIN, a lost connection back to the question, all else to its end', () => {
  expect(step({ name: 'recognising', ...on }, refused('BIOMETRICS_CANCELLED'))?.state).toEqual({
    name: 'pin',
    unrecognised: true,
    ...on,
  })
  expect(step({ name: 'recognising', ...on }, { type: 'use-pin' })?.state).toEqual({
    name: 'pin',
    ...on,
  })
  const answering = { name: 'answering', by: 'pin', ...known } as const
  const after = (code: FaultCode) => step(answering, refused(code))?.state.name
  expect(after('SECRET_WRONG')).toBe('pin')
  expect(after('PRESENTATION_UNREACHABLE')).toBe('asked')
  expect(after('SECRET_BLOCKED')).toBe('refused')
  expect(after('PRESENTATION_NOT_TAKEN')).toBe('refused')
})

test('1-A②.single refused, the asker is told so, or the holder that it could not be', () => {
  expect(step({ name: 'asked', ...known }, { type: 'decline' })).toEqual({
    state: { name: 'declining', ...known },
    effects: [{ type: 'decline' }],
  })
  const declining = { name: 'declining', ...known } as const
  expect(step(declining, { type: 'declined', returnUrl: 'https://a.example/' })?.state).toEqual({
    name: 'declined',
    asked,
    returnUrl: 'https://a.example/',
  })
  expect(step(declining, { type: 'declined', untold: true })?.state).toMatchObject({ untold: true })
  const returnUrl = 'https://a.example/done'
  expect(
    step({ name: 'answering', by: 'pin', ...known }, { type: 'shown', keys: [], returnUrl })?.state,
  ).toEqual({
    name: 'shown',
    ...known,
    chosen: [],
    returnUrl,
  })
})

test('1-A②.single every state but these takes no event that is not its own', () => {
  const states: readonly PresentState[] = [
    { name: 'opening' },
    { name: 'asked', ...known },
    { name: 'recognising', ...on },
    { name: 'pin', ...known },
    { name: 'answering', by: 'pin', ...known },
    { name: 'declining', ...known },
    { name: 'shown', ...known },
    { name: 'declined', asked },
    { name: 'refused', refusal: { code: 'UNEXPECTED' } },
  ]
  const own: Record<PresentState['name'], readonly PresentEvent['type'][]> = {
    opening: ['start', 'opened', 'refused'],
    asked: ['choose', 'show', 'decline'],
    recognising: ['use-pin', 'recognised', 'refused'],
    pin: ['back', 'pin-entered'],
    answering: ['shown', 'refused'],
    declining: ['declined'],
    shown: [],
    declined: [],
    refused: [],
  }
  const events: readonly PresentEvent[] = [
    { type: 'start' },
    { type: 'opened', asked, biometrics: false },
    { type: 'choose', key: age.key, chosen: false },
    { type: 'show' },
    { type: 'decline' },
    { type: 'back' },
    { type: 'use-pin' },
    { type: 'recognised' },
    { type: 'pin-entered', pin: '8352', lastTryConfirmed: false },
    { type: 'shown', keys: [] },
    { type: 'declined' },
    refused('UNEXPECTED'),
  ]
  for (const state of states) {
    const taken = events.filter((event) => step(state, event) !== undefined)
    expect(
      taken.map(({ type }) => type),
      state.name,
    ).toEqual(events.map(({ type }) => type).filter((type) => own[state.name].includes(type)))
  }
})
