import { expect, test } from 'vitest'
import { type Checked, unmetPreconditions } from './preconditions.ts'

const good: Checked = {
  hasReader: true,
  device: { platform: 'android', model: 'Pixel 6', osVersion: '15', chromeVersion: 140 },
  appVersion: '0.1.0',
  supported: {
    minimumAppVersion: '0.1.0',
    phones: [
      { platform: 'android', model: 'Pixel 6', minimumOsVersion: '6.0' },
      { platform: 'iphone', model: 'iPhone XS', minimumOsVersion: '18.5' },
    ],
  },
  summary: { name: 'nothing' },
  purpose: 'new',
}
const codes = (checked: Checked) => unmetPreconditions(checked).map(({ code }) => code)
const device = (change: Partial<Checked['device']>) =>
  codes({ ...good, device: { ...good.device, ...change } })

test('2-A a supported phone with a new system, browser and app may ask for the first secret', () => {
  expect(codes(good)).toEqual([])
})

test('2-A each hindrance has its own refusal', () => {
  expect(device({ model: 'Flip Phone 3' })).toEqual(['PHONE_NOT_SUPPORTED'])
  expect(device({ model: 'iPhone XS' })).toEqual(['PHONE_NOT_SUPPORTED'])
  expect(codes({ ...good, appVersion: '0.0.9' })).toEqual(['APP_TOO_OLD'])
})

test('2-A an app without a reader says so before anything is asked', () => {
  expect(codes({ ...good, hasReader: false })).toEqual(['READER_MISSING'])
})

test('2-B Android 6.0 and Chrome 69 are the oldest that will do', () => {
  expect(device({ osVersion: '6.0' })).toEqual([])
  expect(device({ osVersion: '5.1.1' })).toEqual(['OS_TOO_OLD'])
  expect(device({ chromeVersion: 69 })).toEqual([])
  expect(device({ chromeVersion: 68 })).toEqual(['BROWSER_TOO_OLD'])
})

test('5-A2 5-B3 an existing credential is reported first: in use, under way, suspended', () => {
  expect(codes({ ...good, summary: { name: 'active' } })).toEqual(['CREDENTIAL_PRESENT'])
  expect(codes({ ...good, summary: { name: 'waiting' } })).toEqual(['ALREADY_APPLIED'])
  expect(codes({ ...good, summary: { name: 'suspended' } })).toEqual(['CREDENTIAL_SUSPENDED'])
  expect(codes({ ...good, purpose: 'resume', summary: { name: 'suspended' } })).toEqual([])
  expect(codes({ ...good, purpose: 'resume', summary: { name: 'active' } })).toEqual([
    'NOT_SUSPENDED',
  ])
})
