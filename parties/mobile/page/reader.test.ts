/** The tablet's reader with things in memory (1-B②): what each wants, a wrong password, a locked one, and one that is taken away. */
import { CardError } from '@kazashi/card'
import { hex } from '@kazashi/octets'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { adult, password, phoneOf, start } from '../tests/running-shop.ts'
import { heldTo } from './reader.ts'

let authority: SmallAuthority
beforeAll(async () => {
  authority = await smallAuthority(start)
})
const digest = hex.decode('ab'.repeat(32))

test('1-B② an Android phone wants its signing password, an iPhone only after it has recognised its holder, and what was not chosen is told', async () => {
  const android = await (await phoneOf(authority, adult)).held()
  expect(await android.wants('android')).toEqual({ kind: 'password', triesLeft: 5 })
  expect(await android.wants('card')).toEqual({ kind: 'other' })
  const platform = 'iphone'
  const iphone = await (await phoneOf(authority, adult, { platform })).held()
  expect(await iphone.wants('iphone')).toEqual({ kind: 'recognition' })
  const known = await (await phoneOf(authority, adult, { platform, recognised: true })).held()
  expect(await known.wants('iphone')).toEqual({ kind: 'password', triesLeft: 5 })
})

test('1-B② a wrong password costs a try and says how many are left, the last one only when that is confirmed, and a locked one is told', async () => {
  const held = await (await phoneOf(authority, adult)).held()
  expect(await codeOf(held.sign(digest, 'abc', false))).toBe('SECRET_FORM')
  for (const left of [4, 3, 2, 1]) {
    await expect(held.sign(digest, 'WRONG99', false)).rejects.toMatchObject({
      code: 'SECRET_WRONG',
      triesLeft: left,
    })
    expect(await held.wants('android')).toEqual({ kind: 'password', triesLeft: left })
  }
  expect(await codeOf(held.sign(digest, password, false))).toBe('LAST_TRY')
  expect(await codeOf(held.sign(digest, 'WRONG99', true))).toBe('SECRET_BLOCKED')
  expect(await held.wants('android')).toEqual({ kind: 'locked' })
})

test('1-B② taken away before it has signed, nothing is signed', async () => {
  const { transport } = await phoneOf(authority, adult)
  let there = true
  const away = {
    ...transport,
    transmit: async (command: Uint8Array) => {
      if (!there) throw new CardError('CARD_AWAY')
      return transport.transmit(command)
    },
  }
  const held = await heldTo({ waitForCard: async () => away }, new AbortController().signal)
  await held.wants('android')
  there = false
  expect(await codeOf(held.sign(digest, password, false))).toBe('CARD_AWAY')
})
