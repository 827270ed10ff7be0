import { expect, test } from 'vitest'
import { leadOf, leadSteps, marksPhone, type Seen, targetOf } from './lead.ts'
import { leadTexts } from './lead-texts.ts'
import { texts as streetTexts } from './street-texts.ts'

const phone = (condition: NonNullable<Seen['phone']>['condition'], place = 'home') => ({
  condition,
  place,
})
const begun = (condition: NonNullable<Seen['phone']>['condition'], place = 'home') => ({
  ...phone(condition, place),
  begun: true,
})
const asking = (condition: NonNullable<Seen['phone']>['condition'], place = 'apply') => ({
  ...phone(condition, place),
  asks: true,
})
const first: Seen = {
  hasCard: true,
  platform: 'android',
  phone: phone('nothing'),
  listening: false,
  cardHeld: false,
  cardLocked: false,
  cardExpired: false,
  night: false,
  owner: 'nobody',
  ownersOther: undefined,
  personsOther: undefined,
  portal: 'nothing',
  hasLoggedIn: false,
}

test('2-A the mark begins at the phone and moves on with the person, up to the first login', () => {
  const way: readonly Partial<Seen>[] = [
    { phone: undefined },
    {},
    { phone: phone('nothing', 'apply') },
    { phone: asking('nothing') },
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
    'choose',
    'password',
    'hold',
    'keep',
    'take',
    'choose',
    'wait',
    'register',
    'login',
    'scan',
    'answer',
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
  expect(leadOf({ ...first, phone: begun('nothing', 'apply') })).toBe('choose')
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
  expect(leadOf({ ...theirs, phone: asking('ended') })).toBe('password')
  expect(leadOf({ ...theirs, phone: phone('active') })).toBe('others')
})

test('2-A every step has at most one place for the mark', () => {
  expect(Object.keys(targetOf)).toEqual([...leadSteps])
})

test('2-A until there are a person and a card, the desk says that the card is being made, and points nowhere', () => {
  const step = leadOf({ ...first, hasCard: false })
  expect(step).toBe('making')
  expect(targetOf[step]).toBeUndefined()
})

test('3-A 3-C ③④ the paper is pointed at when the phone asks for what is on it, not at the check list, the notes or the face', () => {
  const iphone = { ...first, platform: 'iphone' } as const
  expect(leadOf({ ...iphone, phone: phone('nothing', 'iphone-add') })).toBe('choose')
  expect(leadOf({ ...iphone, phone: asking('nothing', 'iphone-add') })).toBe('password')
  expect(leadOf({ ...first, phone: asking('suspended', 'resume') })).toBe('password')
  expect(leadOf({ ...first, phone: phone('suspended', 'resume') })).toBe('choose')
})

test('3-D⑦ an iPhone goes on to 「利用可能」 by itself: nothing is to be pressed', () => {
  expect(leadOf({ ...first, platform: 'iphone', phone: phone('ready') })).toBe('wait')
})

test('1-B①.login 5-B3 the computer is pointed at while nobody is logged in, until this credential has logged in once', () => {
  const usable = { ...first, phone: phone('active') }
  expect(leadOf(usable)).toBe('login')
  // After the register screen and a login that was given up, too.
  expect(leadOf({ ...usable, phone: phone('active', 'register') })).toBe('login')
  expect(leadOf({ ...usable, phone: phone('active', 'login') })).toBe('login')
  expect(leadOf({ ...usable, hasLoggedIn: true })).toBe('done')
  expect(leadOf({ ...usable, phone: phone('active', 'login'), hasLoggedIn: true })).toBe('done')
  expect(leadOf({ ...usable, portal: 'code', hasLoggedIn: true })).toBe('scan')
  expect(targetOf.login).toBe('computer')
  expect(targetOf.scan).toBe('scan')
})

test('4-A 4-B a person whose phone is another one is led to the change of phones, and at no way that ends in a refusal', () => {
  const android = { platform: 'android', condition: 'active' } as const
  const iphone = { platform: 'iphone', condition: 'active' } as const
  const second = { ...first, personsOther: android }
  for (const place of ['home', 'menu', 'apply']) {
    expect(leadOf({ ...second, phone: phone('nothing', place) }), place).toBe('switch')
  }
  expect(leadOf({ ...second, phone: asking('nothing'), listening: true })).toBe('switch')
  expect(leadOf({ ...second, phone: begun('nothing') })).toBe('switch')
  expect(targetOf.switch).toBeUndefined()
  // The way that does not end in one is led like any other.
  expect(leadOf({ ...second, phone: asking('nothing', 'switch') })).toBe('password')
  expect(leadOf({ ...second, phone: phone('nothing', 'switch'), listening: true })).toBe('hold')
  // From and to an iPhone the old one ends first.
  expect(leadOf({ ...second, platform: 'iphone' })).toBe('end-other')
  expect(leadOf({ ...first, personsOther: iphone })).toBe('end-other')
  expect(targetOf['end-other']).toBe('other-phone')
  const deleting = { ...second, platform: 'iphone', phone: phone('nothing', 'delete-other') }
  expect(leadOf({ ...deleting, platform: 'iphone' })).toBe('choose')
  // What is under way there, or stopped, goes on there.
  for (const condition of ['waiting', 'ready', 'suspended'] as const) {
    expect(leadOf({ ...first, personsOther: { ...android, condition } })).toBe('elsewhere')
  }
})

test('4-A the guide to a new phone has its way out at the bottom: no mark stands there', () => {
  for (const condition of ['nothing', 'ended'] as const) {
    const step = leadOf({ ...first, phone: phone(condition, 'new-phone') })
    expect(step).toBe('follow')
    expect(targetOf[step]).toBeUndefined()
  }
})

test('4-B after the change of phones nothing is to be done on the old one: the mark stands at the new one', () => {
  const now = { platform: 'android', condition: 'active' } as const
  const old = { ...first, owner: 'this-person', phone: phone('ended'), ownersOther: now } as const
  expect(leadOf({ ...old, personsOther: now })).toBe('moved')
  expect(targetOf.moved).toBe('other-phone')
  expect(leadOf({ ...old, owner: 'another' })).toBe('moved')
  // Back again to the old one.
  const back = { ...old, personsOther: now, phone: asking('ended', 'switch') }
  expect(leadOf(back)).toBe('password')
  // Over, and another person's phone is elsewhere.
  const theirs = { ...first, owner: 'another', phone: phone('ended'), personsOther: now } as const
  expect(leadOf(theirs)).toBe('switch')
})

test('5-A4 with a card whose certificates have expired nothing is begun: the counter comes first', () => {
  const expired = { ...first, cardExpired: true }
  expect(leadOf(expired)).toBe('renew')
  expect(leadOf({ ...expired, platform: 'iphone', phone: phone('ended') })).toBe('renew')
  expect(leadOf({ ...first, phone: phone('ended') })).toBe('ended')
  expect(leadOf({ ...expired, phone: phone('nothing', 'apply'), listening: true })).toBe('hold')
  expect(targetOf.renew).toBe('counter')
})

test('1-A③ 2-F on a phone in use the lead follows what its holder does there, also with the card, to the end', () => {
  const active: Seen = { ...first, owner: 'this-person', hasLoggedIn: true }
  const at = (place: string, more: Partial<Seen> = {}) =>
    leadOf({ ...active, phone: phone('active', place), ...more })
  expect(at('home')).toBe('done')
  expect(at('reset-secret')).toBe('follow')
  expect(at('reset-secret', { phone: asking('active', 'reset-secret') })).toBe('password')
  expect(at('reset-secret', { listening: true })).toBe('hold')
  expect(at('reset-secret', { listening: true, cardHeld: true })).toBe('keep')
  expect(at('revoke')).toBe('follow')
  expect(leadOf({ ...active, phone: phone('ended', 'revoke') })).toBe('follow')
  expect(leadOf({ ...active, phone: phone('ended') })).toBe('ended')
})

test('4-A a second person is not led on by what the phone’s holder has to do', () => {
  const others: Seen = { ...first, owner: 'another', phone: phone('active') }
  expect(leadOf(others)).toBe('others')
  const elsewhere = { platform: 'iphone', condition: 'active' } as const
  expect(leadOf({ ...others, personsOther: elsewhere })).toBe('elsewhere')
  expect(leadOf({ ...others, portal: 'code' })).toBe('scan')
  expect(leadOf({ ...others, phone: phone('ended') })).toBe('begin')
})

test('2-A the mark stands on the phone where home has one thing to press, and nowhere else on it', () => {
  expect(marksPhone('begin', { phone: phone('nothing') })).toBe(true)
  expect(marksPhone('begin', { phone: undefined })).toBe(true)
  expect(marksPhone('ended', { phone: phone('ended', 'menu') })).toBe(false)
  expect(marksPhone('choose', { phone: phone('nothing', 'apply') })).toBe(false)
  expect(marksPhone('login', { phone: phone('active') })).toBe(false)
})

test('2-A after the first login the next step names the street by the heading that it has', () => {
  for (const language of ['ja', 'en'] as const) {
    const { steps, learners } = leadTexts[language]
    const { places } = streetTexts[language]
    expect(steps.done.hint).toContain(places)
    expect(learners.done).toContain(places)
  }
})
