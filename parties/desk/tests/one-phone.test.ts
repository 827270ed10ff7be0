/** All parties are one site: the phone on the desk and the app in a window of its own are one phone, in private windows too. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, untilCard } from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { handsOf, sitDown } from './person.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openChromium()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

test('2-D③.complete in a private window the phone on the desk keeps its application, and the app in its own window is the same phone, one of the two at a time', async () => {
  const context = await chromium.newContext({
    locale: 'ja-JP',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const person = await sitDown(page, sandbox.origin('desk'))
  await page.getByRole('button', { name: '別の人を増やす' }).click()
  await page.getByText('市区町村の窓口でカードを作っています').waitFor({ state: 'hidden' })
  const hands = handsOf(person)
  const card = { slip: { signingPassword: await person.secret(1) } }
  await person.press('スマホ用電子証明書を申請する')
  await untilCard(hands, card)
  await handIn(hands, card)
  // The certificates arrive within seconds: what is looked for in both windows is what stays until a hand presses it.
  await person.phone.getByRole('button', { name: '登録する' }).first().waitFor()

  const alone = await context.newPage()
  await alone.goto(`${sandbox.origin('app')}/`)
  await alone.getByRole('heading', { level: 1, name: 'ほかの画面で開いています' }).waitFor()
  await alone.getByRole('button', { name: 'この画面で使う' }).click()
  await alone.getByRole('button', { name: '登録する' }).first().waitFor()
  await person.see('ほかの画面で開いています')

  // The language chosen on the desk is that of its pages in windows of their own, too.
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
  await page
    .frameLocator('iframe[title="Phone screen"]')
    .getByRole('heading', { level: 1, name: 'This app is open in another window' })
    .waitFor()
  await alone.reload()
  await alone.getByRole('button', { name: 'Register' }).first().waitFor()
  const portal = await context.newPage()
  await portal.goto(sandbox.origin('portal'))
  await portal.getByRole('button', { name: '日本語' }).waitFor()

  const other = await (await chromium.newContext()).newPage()
  await other.goto(`${sandbox.origin('app')}/`)
  await other.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
  expect(await other.getByRole('button', { name: '登録する' }).count()).toBe(0)
})
