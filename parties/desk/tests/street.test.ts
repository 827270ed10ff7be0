/** 使う場所: the street on the desk; a card and a phone are held to its machines by mouse and by keyboard; a bad state and the way back. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { untilKiosksPrint } from '../../../tools/running-app/kiosk-day.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { openQuickly, overflow, picture } from './browser.ts'
import { dragTo, sitDown } from './person.ts'
import { typist } from './typist.ts'

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

test('1-B③ 5-A6 the street leads to each place in a window of its own; a card is dragged onto the kiosk’s machine, read there, and comes back to the hand for the phone', async () => {
  const { page, complaints, close } = await openQuickly(chromium)
  await sitDown(page, sandbox.origin('desk'))
  const street = page.getByRole('region', { name: '使う場所' })
  await street.locator('summary').click()
  await street.getByText('スマホは、運転免許証としては使えません').waitFor()
  await page.keyboard.press('Escape')
  const names = await street
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))
  expect(names).toEqual([
    '銀行を開く',
    'スマホ決済を開く',
    '携帯電話店を開く',
    'コンビニを開く',
    '病院・薬局を開く',
  ])

  await dragTo(page, page.getByTestId('card'), page.locator('[data-drop=kiosk]'))
  // It lies there, and not on the desk at the same time.
  await page.getByText('コンビニの機械に置いてあります').first().waitFor()
  expect(await page.getByTestId('card').count()).toBe(0)
  const kiosk = page.frameLocator('iframe[title="コンビニの画面"]')
  await kiosk.getByRole('button', { name: 'マイナンバーカード', exact: true }).click()
  await kiosk.getByRole('heading', { name: '暗証番号（数字4桁）を入れてください' }).waitFor()
  await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
  await picture(page, '60-card-at-kiosk')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'カードを離す' }).click()
  await kiosk.getByText(/読み取りの途中で離れました/).waitFor()
  await page.getByTestId('card').waitFor()

  // Used in a window of its own, the machine stays there: a page here would end the visit.
  const window = page.context().waitForEvent('page')
  await street.getByRole('link', { name: 'コンビニを開く' }).click()
  await (await window).getByRole('button', { name: 'マイナンバーカード', exact: true }).waitFor()
  expect(await page.locator('iframe[title="コンビニの画面"]').count()).toBe(0)
  await dragTo(page, page.getByTestId('card'), page.locator('[data-drop=kiosk]'))
  await page.getByText('コンビニの機械に置いてあります').first().waitFor()
  expect(await page.locator('iframe[title="コンビニの画面"]').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('1-B③ 1-B④ by keyboard a card is held to the clinic’s machine and a phone to the kiosk’s, which waits until the kiosk asks for it', async () => {
  const { page, close } = await openQuickly(chromium)
  const person = await sitDown(page, sandbox.origin('desk'))
  const keys = typist(page)
  await keys.press('カードをどこにかざす？')
  await keys.press('病院・薬局の機械にかざす')
  await page.getByText('病院・薬局の機械に置いてあります').first().waitFor()
  await page.frameLocator('iframe[title="病院・薬局の画面"]').getByRole('heading').first().waitFor()
  await keys.press('スマホをどこにかざす？')
  await keys.press('コンビニの機械にかざす')
  await person.see('コンビニのキオスク端末を待っています')
  await page.frameLocator('iframe[title="コンビニの画面"]').getByRole('heading').first().waitFor()
  await close()
})

test('1-C② a bad state is a press away and says what brings it back: ① is locked by wrong tries, and the counter unlocks it', async () => {
  const { page, close } = await openQuickly(chromium)
  await sitDown(page, sandbox.origin('desk'))
  const panel = page
    .locator('details')
    .filter({ has: page.getByText('困った状態', { exact: true }) })
  await panel.locator('summary').click()
  await panel.getByRole('button', { name: '①をロック' }).click()
  await page.getByText('①の暗証番号が、ロックされています').waitFor()
  await picture(page, '61-locked')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'もとに戻す' }).click()
  await page.getByText('①の暗証番号が、ロックされています').waitFor({ state: 'detached' })
  await page.getByText('のカードのロックを解きました').first().waitFor()
  await close()
})
