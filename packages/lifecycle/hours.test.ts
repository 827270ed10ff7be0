import { expect, test } from 'vitest'
import {
  aroundTheClock,
  expectation,
  expectedAt,
  fixedClock,
  isOpen,
  issuingHours,
  nextOpening,
  shiftedClock,
  systemClock,
} from './index.ts'

const jst = (text: string) => new Date(`${text}+09:00`)

test.each([
  ['2026-11-23T07:59:59', false],
  ['2026-11-23T08:00:00', true],
  ['2026-11-23T13:00:00', true],
  ['2026-11-23T19:29:59', true],
  ['2026-11-23T19:30:00', false],
  ['2026-11-23T00:00:00', false],
  ['2026-11-28T09:00:00', true], // Saturday
  ['2026-11-29T09:00:00', true], // Sunday
  ['2027-01-01T09:00:00', true], // New Year
])('5-A1 issuing at %s Japan time: open is %s', (at, open) => {
  expect(isOpen(jst(at))).toBe(open)
})

test.each([
  ['2026-11-23T03:00:00', '2026-11-23T08:00:00'],
  ['2026-11-23T08:00:00', '2026-11-23T08:00:00'],
  ['2026-11-23T12:34:56', '2026-11-23T12:34:56'],
  ['2026-11-23T19:30:00', '2026-11-24T08:00:00'],
  ['2026-12-31T23:59:59', '2027-01-01T08:00:00'],
  ['2028-02-28T20:00:00', '2028-02-29T08:00:00'],
])('5-A1 the next opening after %s is %s', (at, opening) => {
  expect(nextOpening(jst(at))).toEqual(jst(opening))
})

test.each([
  ['inside the hours: some minutes later', '2026-11-23T10:00:00', '2026-11-23T10:03:00'],
  ['before: that long after opening', '2026-11-23T06:00:00', '2026-11-23T08:03:00'],
  ['from 19:30 on: the next day', '2026-11-23T19:30:00', '2026-11-24T08:03:00'],
  ['shortly before closing: still today', '2026-11-23T19:28:30', '2026-11-23T19:29:59'],
  ['in the last second: at once', '2026-11-23T19:29:59', '2026-11-23T19:29:59'],
])('5-A1 an application %s', (_, at, expected) => {
  const due = expectedAt(jst(at), 180)
  expect(due).toEqual(jst(expected))
  expect(isOpen(due)).toBe(true)
})

test.each([
  ['still to come', 'applied', '2026-11-23T10:03:00', '2026-11-23T10:00:00', '2026-11-23T10:03:00'],
  [
    'late while open',
    'applied',
    '2026-11-23T10:03:00',
    '2026-11-23T10:09:00',
    '2026-11-23T10:03:00',
  ],
  [
    'missed at closing',
    'applied',
    '2026-11-23T19:29:59',
    '2026-11-23T19:30:00',
    '2026-11-24T08:03:00',
  ],
  [
    'due this moment, at night',
    'applied',
    '2026-11-23T20:00:00',
    '2026-11-23T20:00:00',
    '2026-11-23T20:00:00',
  ],
  [
    'to come, looked at by night',
    'applied',
    '2026-11-24T08:04:00',
    '2026-11-23T20:00:00',
    '2026-11-24T08:04:00',
  ],
  [
    'issued meanwhile',
    'issued',
    '2026-11-23T19:29:59',
    '2026-11-23T22:00:00',
    '2026-11-23T19:29:59',
  ],
] as const)(
  '5-A1 an application %s (%s): told %s, looked at %s, expected %s',
  (_, state, due, at, expected) => {
    const told = { state, dueAt: jst(due) }
    const schedule = { delaySeconds: 180, hours: issuingHours }
    expect(expectation(told, jst(at), schedule)).toEqual(jst(expected))
  },
)

test('5-A1 within a second of closing the due time is not before the application', () => {
  const now = new Date(jst('2026-11-23T19:29:59').getTime() + 700)
  expect(expectedAt(now, 180)).toEqual(now)
})

test('5-A1 a sandbox open around the clock never closes at midnight', () => {
  expect(aroundTheClock).toEqual({ opens: 0, closes: 1440 })
  expect(isOpen(jst('2026-11-23T00:00:00'), aroundTheClock)).toBe(true)
  expect(isOpen(jst('2026-11-23T23:59:59'), aroundTheClock)).toBe(true)
  expect(expectedAt(jst('2026-11-23T23:59:30'), 60, aroundTheClock)).toEqual(
    jst('2026-11-24T00:00:30'),
  )
})

test('5-A1 a moved clock is the base clock and its offset, asked at each reading', () => {
  let offset = 60
  const clock = shiftedClock(fixedClock(jst('2026-11-23T08:00:00')), () => offset)
  expect(clock.now()).toEqual(jst('2026-11-23T08:01:00'))
  offset = -3600
  expect(clock.now()).toEqual(jst('2026-11-23T07:00:00'))
})

test('5-A1 nobody can change a fixed clock through the date it gave out', () => {
  const clock = fixedClock(jst('2026-11-23T08:00:00'))
  clock.now().setFullYear(1999)
  expect(clock.now()).toEqual(jst('2026-11-23T08:00:00'))
})

test('5-A1 the system clock moves with the machine', () => {
  const before = new Date()
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before.getTime())
})
