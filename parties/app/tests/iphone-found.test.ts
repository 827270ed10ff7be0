/** 5-B on an iPhone of 390 × 844: it was lost, one call stopped it, it is found and used again. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, takeIphone } from './iphone-in-hand.ts'
import { type Sandbox, startSandbox } from './iphone-sandbox.ts'
import { addCard } from './iphone-steps.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await startSandbox()
  chromium = await openChromium()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

test('5-B1 5-B3 a suspended iPhone says so, and 利用再開 adds the card anew', async () => {
  const iphone = await takeIphone(chromium, sandbox)
  const { press, read, look, page } = iphone
  const card = await sandbox.newCard()
  await addCard(iphone, card)
  await sandbox.suspendPhoneOf(card)
  await page.reload()
  await read('一時利用停止中')
  await look('60-5B1-suspended')
  await addCard(iphone, card, '利用再開')
  await press('メニュー')
  await read(/^利用可能$/)
  expect(iphone.complaints).toEqual([])
  await iphone.close()
})
