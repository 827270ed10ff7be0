/** 使う場所: from the desk to a kiosk in a window of its own, where the card that was put there is read. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { untilKiosksPrint } from '../../../tools/running-app/kiosk-day.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { openQuickly } from './browser.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await untilKiosksPrint(sandbox)
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

test('1-B③ 5-A6 the street leads to each place in a window of its own; a card is put on the kiosk’s machine, read there, and comes back to the hand for the phone', async () => {
  const { page, complaints, close } = await openQuickly(chromium)
  await page.goto(sandbox.origin('desk'))
  await page.getByRole('button', { name: 'カードをスマホにかざす' }).waitFor()
  const street = page.locator('details', { hasText: '使う場所' })
  await street.locator('summary').click()
  await street.getByText('スマホは、運転免許証としては使えません').waitFor()
  const names = await street
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))
  expect(names).toEqual(['銀行を開く', 'コンビニを開く', '病院・薬局を開く'])

  await street.getByRole('button', { name: 'コンビニの機械にカードを置く' }).click()
  await expect.poll(() => street.getAttribute('open')).toBeNull()
  await street.locator('summary').click()
  await street.getByRole('button', { name: 'コンビニの機械からカードを取る' }).waitFor()
  const opening = page.context().waitForEvent('page')
  await street.getByRole('link', { name: 'コンビニを開く' }).click()
  const kiosk = await opening
  await kiosk.getByRole('button', { name: 'マイナンバーカード', exact: true }).click()
  await kiosk.getByRole('heading', { name: '暗証番号（数字4桁）を入れてください' }).waitFor()
  // Held to the phone it is at the kiosk no more.
  await page.getByRole('button', { name: 'カードをスマホにかざす' }).click()
  await kiosk.getByText(/読み取りの途中で離れました/).waitFor()
  expect(complaints).toEqual([])
  await close()
})
