/** What the kiosk's reader asks of things in memory, and what ends a visit that has no reader. */
import {
  elementaryFile,
  emptySecureElement,
  memoryTransport,
  secretPlaces,
  VirtualCard,
} from '@kazashi/card'
import { afterEach, expect, test, vi } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import type { KioskEvent } from './kiosk.ts'
import { performKiosk } from './perform.ts'
import { heldTo } from './reader.ts'

const challenge = {
  audience: 'http://kiosk.test',
  relyingParty: 'キオスク',
  purpose: '証明書の交付',
  nonce: 'n',
  code: '07',
  now: '2026-11-28T03:00:00.000Z',
}
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A phone on the reader. */
function lying(platform: 'android' | 'iphone') {
  const contents = emptySecureElement(platform)
  const file = elementaryFile(contents, ...secretPlaces['authentication-pin'])
  if (file.type !== 'secret') throw new TypeError('no secret')
  file.value = new TextEncoder().encode('5821')
  file.triesLeft = 3
  const transport = memoryTransport(new VirtualCard(contents, random))
  const reader = {
    cardPresent: true,
    onChange: () => () => undefined,
    waitForCard: async () => transport,
    close: () => undefined,
  }
  return heldTo(reader, new AbortController().signal)
}

test('1-B③ an Android phone wants its PIN, and after three wrong ones it is locked: nothing more is asked', async () => {
  const phone = await lying('android')
  expect(await phone.wants('android')).toEqual({ kind: 'pin', triesLeft: 3 })
  expect(await codeOf(phone.prove(challenge, '1111', false))).toBe('SECRET_WRONG')
  expect(await codeOf(phone.prove(challenge, '2222', false))).toBe('SECRET_WRONG')
  expect(await codeOf(phone.prove(challenge, '3333', true))).toBe('SECRET_BLOCKED')
  expect(await phone.wants('android')).toEqual({ kind: 'locked' })
})

test('1-B③ an iPhone that has not recognised its holder is never asked for a PIN, and another thing than chosen is told apart', async () => {
  const iphone = await lying('iphone')
  expect(await iphone.wants('iphone')).toEqual({ kind: 'recognition' })
  expect(await iphone.wants('android')).toEqual({ kind: 'other' })
  expect(await iphone.wants('card')).toEqual({ kind: 'other' })
})

afterEach(() => vi.unstubAllGlobals())

test('1-B③ NO_READER: a kiosk whose reader does not answer says so, ends the visit and gives the money back', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`)
    return Response.json({ returned: 500, pieces: [500] })
  })
  const told: KioskEvent[] = []
  const wait = { type: 'wait', carrier: 'card', again: false } as const
  await performKiosk(undefined)(wait, (event) => told.push(event), new AbortController().signal)
  expect(told).toEqual([{ type: 'refused', code: 'NO_READER', returned: 500 }])
  expect(asked).toEqual(['DELETE /visit'])
})
