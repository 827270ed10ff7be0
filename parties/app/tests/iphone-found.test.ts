/** 5-B on an iPhone of 390 × 844: it was lost, one call stopped it, it is found and used again. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addCard } from '../../../tools/running-app/iphone-steps.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

test('5-B1.phone-says 5-B3.resumes 2-F.set-anew a suspended iPhone says so, 利用再開 adds the card anew, and a forgotten PIN is set anew with the card', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
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

  await press('パスワードを設定し直す')
  await page.getByRole('checkbox', { name: /署名用パスワード/ }).uncheck({ force: true })
  await look('61-reset-secret')
  await press('はじめる')
  await iphone.type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await iphone.hold(card)
  await page.locator('input[name=new-pin]').fill('7294')
  await page.locator('input[name=new-pin-again]').fill('7294')
  await press('次へ')
  await iphone.see('設定し直しました')
  expect(iphone.complaints).toEqual([])
  await iphone.close()
})
