import { expect, test } from 'vitest'
import { isNight } from './clock.ts'
import { afterOrder, type Befallen, entryOf, troublesFor, withBefallen } from './troubles.ts'

test('1-C② 5-A4 the clock’s states are offered where the clock may be moved, a password’s where the card has one', () => {
  const all = troublesFor({ movesClock: true, signing: true })
  const learners = troublesFor({ movesClock: false, signing: true })
  expect(all.filter((name) => !learners.includes(name))).toEqual(['expired', 'ends-soon', 'closed'])
  expect(troublesFor({ movesClock: true, signing: false })).not.toContain('password-locked')
})

test('5-A4 5-A1 the clock goes to the day after the last one, within three months of it, and past the hours of the counter', () => {
  const now = new Date('2026-11-28T12:00:00+09:00')
  const at = (name: 'expired' | 'ends-soon' | 'closed', from = now) => {
    const { means } = entryOf(name)
    return means.by === 'clock' ? means.to(from, '2030-12-22') : undefined
  }
  expect(at('expired')?.toISOString()).toBe('2030-12-23T00:00:00.000Z')
  expect(at('ends-soon')?.toISOString()).toBe('2030-10-23T00:00:00.000Z')
  expect(isNight(at('closed') ?? now)).toBe(true)
  const night = new Date('2026-11-28T23:00:00+09:00')
  expect(at('closed', night)).toBe(night)
})

test('1-C② what has befallen stands once, one time of the clock at a time, until it is brought back', () => {
  const locked: Befallen = { name: 'pin-locked', whose: 'a' }
  const ofAnother: Befallen = { name: 'pin-locked', whose: 'b' }
  const suspended: Befallen = { name: 'card-suspended', whose: 'a' }
  const expired: Befallen = { name: 'expired', whose: undefined }
  const closed: Befallen = { name: 'closed', whose: undefined }
  expect(withBefallen([locked, expired], locked)).toEqual([expired, locked])
  expect(withBefallen([locked, expired], closed)).toEqual([locked, closed])
  const all = [locked, ofAnother, suspended]
  expect(afterOrder(all, 'a', 'unlock')).toEqual([ofAnother, suspended])
  expect(afterOrder(all, 'a', 'release')).toEqual([locked, ofAnother])
  expect(afterOrder(all, 'a', 'anew')).toEqual([ofAnother])
})
