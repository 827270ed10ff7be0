import { expect, test } from 'vitest'
import { supportOf } from './support.ts'

const supported = {
  minimumAppVersion: '0.1.0',
  phones: [{ platform: 'iphone', model: 'iPhone 15', minimumOsVersion: '18.5' }],
} as const
const own = {
  platform: 'iphone',
  model: 'iPhone 15',
  osVersion: '18.5',
  appVersion: '0.1.0',
} as const

test.each([
  ['18.5', 'supported'],
  ['18.10', 'supported'],
  ['26.0', 'supported'],
  ['18.4', 'os'],
  ['17.7.2', 'os'],
])('3-B iOS %s: %s', (osVersion, name) => {
  expect(supportOf({ ...own, osVersion }, supported).name).toBe(name)
})

test('3-A another model, or an older app, is said by its name', () => {
  expect(supportOf({ ...own, model: 'iPhone X' }, supported)).toEqual({ name: 'model' })
  expect(supportOf({ ...own, appVersion: '0.0.9' }, supported)).toEqual({
    name: 'app',
    own: '0.0.9',
    needed: '0.1.0',
  })
})
