import { expect, test } from 'vitest'
import { nextVersion } from './versions.ts'

test.each([
  ['the first visit', { page: 'a' }, 'none'],
  ['nothing new', { page: 'a', working: 'a' }, 'none'],
  ['a newer build waits', { page: 'a', working: 'a', waiting: 'b' }, 'offer'],
  [
    'the page came anew by the network, its worker waits',
    { page: 'b', working: 'a', waiting: 'b' },
    'take-over',
  ],
  ['another window let a newer worker take over', { page: 'a', working: 'b' }, 'offer'],
  ['yet another build waits behind it', { page: 'a', working: 'b', waiting: 'c' }, 'offer'],
] as const)('2-B a new version: %s', (_what, versions, answer) => {
  expect(nextVersion(versions)).toBe(answer)
})
