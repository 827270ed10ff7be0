import { expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { checkSupported, isAtLeast, type PhoneClaim, supportedPhones } from './supported.ts'

const android = {
  platform: 'android',
  model: 'Pixel 7',
  osVersion: '15',
  appVersion: '0.1.0',
} as const
const iphone = {
  platform: 'iphone',
  model: 'iPhone XS',
  osVersion: '18.5',
  appVersion: '1',
} as const

test.each<[string, PhoneClaim, string]>([
  ['2-A a model of the list', android, 'accepted'],
  ['2-A a model that is not', { ...android, model: 'Pixel 3' }, 'PHONE_NOT_SUPPORTED'],
  [
    '2-A the model of the other platform',
    { ...android, platform: 'iphone' },
    'PHONE_NOT_SUPPORTED',
  ],
  ['2-B Android 5.1', { ...android, osVersion: '5.1' }, 'OS_TOO_OLD'],
  ['2-B Android 6.0', { ...android, osVersion: '6.0' }, 'accepted'],
  ['2-B no version at all', { ...android, osVersion: 'newest' }, 'OS_TOO_OLD'],
  ['2-A an old app', { ...android, appVersion: '0.0.9' }, 'APP_TOO_OLD'],
  ['3-A the oldest iPhone with the oldest iOS', iphone, 'accepted'],
  ['3-A iOS 18.4.1', { ...iphone, osVersion: '18.4.1' }, 'OS_TOO_OLD'],
  ['3-A iOS 18.10', { ...iphone, osVersion: '18.10' }, 'accepted'],
  ['3-A an iPhone X', { ...iphone, model: 'iPhone X' }, 'PHONE_NOT_SUPPORTED'],
])('%s', (_, claim, code) => {
  expect(verdictOf(() => checkSupported(claim))).toBe(code)
})

test('2-A versions are compared number by number', () => {
  expect(isAtLeast('10', '9.9')).toBe(true)
  expect(isAtLeast('18.5', '18.5.0')).toBe(true)
  expect(isAtLeast('18.5', '18.5.1')).toBe(false)
})

test('2-A no model is in the list twice', () => {
  const names = supportedPhones.phones.map(({ platform, model }) => `${platform} ${model}`)
  expect(new Set(names).size).toBe(names.length)
})
