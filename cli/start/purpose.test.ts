import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { isForThisMachine, purposeOf } from './purpose.ts'

const publicUrl = 'https://{party}.kazashi.example'

test.each([
  ['nothing said', {}, 'sandbox'],
  ['--sandbox', { sandbox: true }, 'sandbox'],
  [
    '--sandbox behind a proxy on this machine',
    { sandbox: true, publicUrl: 'http://{party}.k.localhost:9' },
    'sandbox',
  ],
  ['--class', { class: true }, 'class'],
  ['--class behind a public name', { class: true, publicUrl }, 'class'],
  ['--operate', { operate: true, publicUrl }, 'operating'],
] as const)('kazashi start: %s is one purpose', (_, options, purpose) => {
  expect(purposeOf(options)).toBe(purpose)
})

test.each([
  ['PURPOSE_MISSING a public name alone does not say who is meant to come', { publicUrl }],
  ['PURPOSE_MISSING nor does one on this machine', { publicUrl: 'http://{party}.k.localhost:9' }],
  [
    'SANDBOX_PUBLIC a sandbox without a password is for this machine alone',
    { sandbox: true, publicUrl },
  ],
  [
    'SANDBOX_PUBLIC a name that only looks like this machine',
    { sandbox: true, publicUrl: 'http://{party}.evillocalhost' },
  ],
  ['ORIGINS_NOT_HTTPS operating needs public names', { operate: true }],
  [
    'ORIGINS_NOT_HTTPS operating needs HTTPS',
    { operate: true, publicUrl: 'http://{party}.kazashi.example' },
  ],
  [
    'ORIGINS_NOT_HTTPS a class behind a public name needs it too',
    { class: true, publicUrl: 'http://{party}.kazashi.example' },
  ],
] as const)('kazashi start: %s', async (title, options) => {
  expect(await codeOf(() => purposeOf(options))).toBe(title.split(' ')[0])
})

test('RFC 7239 §4 a proxy is unexpected before a sandbox that was started without any address for one', () => {
  expect([isForThisMachine({}), isForThisMachine({ sandbox: true })]).toEqual([true, true])
  for (const options of [
    { sandbox: true, publicUrl: 'http://{party}.k.localhost:9' },
    { class: true },
    { operate: true, publicUrl },
  ])
    expect(isForThisMachine(options)).toBe(false)
})
