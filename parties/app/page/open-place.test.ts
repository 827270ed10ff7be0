import { expect, test } from 'vitest'
import { type Now, placeToOpen } from './open-place.ts'
import { type PlaceName, placeNames } from './place-name.ts'

const android: Now = { place: 'home', condition: 'ready', platform: 'android' }

test.each([
  ['the home screen, ready', {}, 'register'],
  ['the menu', { place: 'menu' }, 'register'],
  ['the end of the application', { place: 'apply' }, 'register'],
  ['an iPhone: nothing to press', { platform: 'iphone' }, 'home'],
  ['registered meanwhile', { condition: 'active' }, 'home'],
  ['lapsed meanwhile', { condition: 'ended' }, 'home'],
] as const)('2-E ① the notice leads to 「登録する」: %s', (_what, now, place) => {
  expect(placeToOpen('register', { ...android, ...now })).toBe(place)
})

test('5-A1 other notices lead to the inbox', () => {
  expect(placeToOpen('notices', { ...android, condition: 'suspended' })).toBe('notices')
})

test('5-A1 no notification takes a person out of a procedure that is under way', () => {
  const procedures: PlaceName[] = ['register', 'login', 'revoke', 'reset-secret', 'iphone-card']
  for (const place of [...procedures, 'delete-other' as const]) {
    for (const open of ['register', 'notices'] as const) {
      expect(placeToOpen(open, { ...android, place }), place).toBeUndefined()
    }
  }
  for (const condition of ['nothing', 'unfinished', 'suspended', 'ended'] as const) {
    for (const place of ['apply', 'switch', 'resume', 'iphone-add'] as const) {
      expect(placeToOpen('notices', { ...android, place, condition }), place).toBeUndefined()
    }
  }
  expect(placeNames).toContain('iphone-add')
})
