import { expect, test } from 'vitest'
import { leadOf, leadSteps, type Seen, targetOf } from './lead.ts'

const phone = (condition: NonNullable<Seen['phone']>['condition'], place = 'home') => ({
  condition,
  place,
})
const begun = (condition: NonNullable<Seen['phone']>['condition'], place = 'home') => ({
  ...phone(condition, place),
  begun: true,
})
const first: Seen = {
  phone: phone('nothing'),
  listening: false,
  cardHeld: false,
  cardLocked: false,
  night: false,
  owner: 'nobody',
  portal: 'nothing',
}

test('2-A the mark begins at the phone and moves on with the person, up to the first login', () => {
  const way: readonly Partial<Seen>[] = [
    { phone: undefined },
    {},
    { phone: phone('nothing', 'apply') },
    { phone: phone('nothing', 'apply'), listening: true },
    { phone: phone('nothing', 'apply'), listening: true, cardHeld: true },
    { phone: phone('unfinished', 'apply'), cardHeld: true },
    { phone: phone('unfinished', 'apply') },
    { phone: phone('waiting') },
    { phone: phone('ready') },
    { phone: phone('active') },
    { phone: phone('active'), portal: 'code' },
    { phone: phone('active', 'login'), portal: 'code' },
    { phone: phone('active'), portal: 'logged-in' },
  ]
  expect(way.map((seen) => leadOf({ ...first, ...seen }))).toEqual([
    'begin',
    'begin',
    'password',
    'hold',
    'keep',
    'take',
    'choose',
    'wait',
    'register',
    'login',
    'scan',
    'choose',
    'done',
  ])
})

test('5-A1 at night it leads to the clock, in the day to nothing but patience', () => {
  const waiting = { ...first, phone: phone('waiting') }
  expect(targetOf[leadOf({ ...waiting, night: true })]).toBe('clock')
  expect(targetOf[leadOf(waiting)]).toBeUndefined()
})

test('2-A a locked card leads to the counter', () => {
  const locked = { ...first, phone: phone('nothing', 'apply'), cardLocked: true }
  expect(targetOf[leadOf(locked)]).toBe('counter')
})

test('5-B3 a stopped phone leads back to the phone, and through a new application like the first', () => {
  const stopped = { ...first, phone: phone('suspended') }
  expect(leadOf(stopped)).toBe('suspended')
  expect(leadOf({ ...stopped, listening: true })).toBe('hold')
  expect(leadOf({ ...first, phone: phone('ended') })).toBe('ended')
})

test('2-C.nothing-lost what was begun and left leads to 「続きからはじめる」 where home offers it, else to the phone’s screen', () => {
  expect(leadOf({ ...first, phone: begun('nothing') })).toBe('go-on')
  expect(leadOf({ ...first, phone: begun('nothing', 'apply') })).toBe('password')
  expect(leadOf({ ...first, phone: begun('nothing', 'menu') })).toBe('begin')
  const mine = { ...first, owner: 'this-person' } as const
  expect(leadOf({ ...mine, phone: begun('unfinished') })).toBe('go-on')
  expect(leadOf({ ...mine, phone: begun('unfinished', 'apply') })).toBe('choose')
  // Too old: home offers to begin only.
  expect(leadOf({ ...mine, phone: phone('unfinished') })).toBe('choose')
})

test('1-B① a page that was loaded anew leads on from where the person is, not from the beginning', () => {
  const again = { ...first, owner: 'this-person', phone: undefined } as const
  expect(leadOf(again)).toBe('choose')
  expect(leadOf({ ...again, phone: phone('active'), portal: 'logged-in' })).toBe('done')
})

test('2-A 5-B3 another person’s card and paper are pointed at on no phone that goes on with its owner alone', () => {
  const theirs = { ...first, owner: 'another' } as const
  expect(leadOf({ ...theirs, phone: phone('unfinished', 'apply'), cardHeld: true })).toBe('owner')
  expect(leadOf({ ...theirs, phone: begun('unfinished') })).toBe('owner')
  expect(leadOf({ ...theirs, phone: phone('suspended', 'resume') })).toBe('owner')
  expect(leadOf({ ...theirs, phone: phone('suspended', 'resume'), listening: true })).toBe('owner')
  expect(leadOf({ ...theirs, phone: phone('suspended') })).toBe('suspended')
  expect(targetOf.owner).toBe('people')
  // What has ended is over: anybody may begin on that phone.
  expect(leadOf({ ...theirs, phone: phone('ended', 'apply') })).toBe('password')
  expect(leadOf({ ...theirs, phone: phone('active') })).toBe('login')
})

test('2-A every step has at most one place for the mark', () => {
  expect(Object.keys(targetOf)).toEqual([...leadSteps])
})
