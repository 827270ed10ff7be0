import { expect, test } from 'vitest'
import { describeDevice } from './platform.ts'

const chrome = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0'
const of = (fragment: string) => new URLSearchParams(fragment)

test('2-A 3-A a new phone is what its address says, or else what the browser says', () => {
  const asked = describeDevice(of('platform=iphone&model=iPhone%20XS&os=18.1'), chrome)
  expect(asked).toMatchObject({ platform: 'iphone', model: 'iPhone XS', osVersion: '18.1' })
  expect(describeDevice(of(''), chrome)).toMatchObject({ platform: 'android', osVersion: '15' })
  expect(describeDevice(of(''), 'iPhone')).toMatchObject({ platform: 'iphone', osVersion: '18.5' })
})

test('3-A what is stored decides over the address, and only the system of the same kind is updated', () => {
  const stored = { platform: 'iphone', model: 'iPhone XS', osVersion: '18.1' } as const
  expect(describeDevice(of(''), chrome, stored)).toMatchObject(stored)
  expect(describeDevice(of('platform=android&model=X&os=15'), chrome, stored)).toMatchObject(stored)
  const updated = describeDevice(of('platform=iphone&model=iPhone%2015&os=26.0'), chrome, stored)
  expect(updated).toMatchObject({ ...stored, osVersion: '26.0' })
})
