/** Whom a phone recognises, and by what: the practice face is an iPhone's in a sandbox, and nobody else's. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../../../../tools/code-of.ts'
import type { PhoneDatabase } from './database.ts'
import { recognitionOf } from './recognition.ts'

// A browser without WebAuthn, as that of many a computer is without an authenticator.
beforeAll(() => {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterAll(() => vi.unstubAllGlobals())

const nothing = {} as PhoneDatabase
const never = new AbortController().signal
const input = new Uint8Array(32)
const practice = new TextEncoder().encode('kazashi-practice-face')

describe.each([
  ['an iPhone for real residents', { platform: 'iphone', sandbox: false }],
  ['an Android phone in a sandbox', { platform: 'android', sandbox: true }],
  ['an Android phone for real residents', { platform: 'android', sandbox: false }],
] as const)('%s', (_, of) => {
  test('1-A③ says that it recognises nobody, and makes nothing', async () => {
    const recognition = recognitionOf(nothing, of)
    expect(await recognition.hindrance()).toBe('no-webauthn')
    expect(await codeOf(recognition.ask({ credentialId: practice, input }, never))).toBe(
      'BIOMETRICS_UNAVAILABLE',
    )
  })
})

test('1-A③ an iPhone in a sandbox can always be set up', async () => {
  const recognition = recognitionOf(nothing, { platform: 'iphone', sandbox: true })
  expect(await recognition.hindrance()).toBeUndefined()
})
