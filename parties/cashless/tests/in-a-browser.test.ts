/** A wallet in Chromium, the phone's part by a robot (1-B②): opened, limited, identified, spent; and what axe says of the screens. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { newSiteRobot, readToEnd } from '../../../tools/running-app/site-robot.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

const see = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'cashless', name)

test('1-B②.cashless on the screens a wallet is opened and meets its limit; the application is read by keyboard alone and signed; then it pays, and its history says so', async () => {
  const robot = await newSiteRobot(sandbox)
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(sandbox.origin('cashless'))
  await see(page, 'スマホで支払う')
  await press(page, 'スマホでログインする')
  await page.getByText('かざしペイ（練習用）').first().waitFor()
  await robot.answer(page)

  await see(page, 'ウォレットを開く')
  await press(page, 'ウォレットを開く')
  await page.getByText('同意していただけないときは').waitFor()
  await look(page, '1-open')
  await page.getByText('使える範囲を読み、同意します').click()
  await press(page, 'ウォレットを開く')
  await see(page, 'ウォレット')
  await press(page, 'チャージする')
  await see(page, 'チャージする')
  await page.getByLabel('金額（円）').fill('３００,００１')
  await press(page, 'チャージする')
  await page.getByRole('heading', { name: /残高の上限を超える/ }).waitFor()
  await look(page, '2-limit')
  await press(page, '10,000円')
  await press(page, 'チャージする')
  await see(page, 'ウォレット')
  expect(await page.getByTestId('balance').textContent()).toBe('10,000円')
  await look(page, '3-wallet')

  await press(page, '本人確認をする')
  await see(page, '本人確認をする')
  const name = page.getByLabel('お名前')
  const own = await name.inputValue()
  expect(own).not.toBe('')
  await name.fill('別の　人')
  await press(page, '次へ')
  await page.getByText('どれかをえらんでください').first().waitFor()
  await page.getByText('買い物', { exact: true }).click()
  await page.getByText('学生', { exact: true }).click()
  await page.getByText('いいえ', { exact: true }).click()
  await look(page, '4-identify')
  await press(page, '次へ')
  await see(page, '申込書を読んで署名')
  const sign = await readToEnd(page)
  await look(page, '5-application')
  await sign.press('Enter')
  await page.getByText('「かざしペイ（練習用）」の文書に、スマホで署名します。').waitFor()
  await robot.answer(page)

  await page.getByRole('heading', { name: /署名用電子証明書の記載が違います/ }).waitFor()
  await page.getByText('違っていたところ：お名前').first().waitFor()
  await look(page, '6-asked-again')
  await press(page, '本人確認をする')
  await see(page, '本人確認をする')
  await name.fill(own)
  await press(page, '次へ')
  await see(page, '申込書を読んで署名')
  await (await readToEnd(page)).press('Enter')
  await page.getByText('「かざしペイ（練習用）」の文書に、スマホで署名します。').waitFor()
  await robot.answer(page)
  await see(page, 'ウォレット')
  await page.getByText('本人確認ずみ').waitFor()
  await press(page, '支払う')
  await page.getByRole('img', { name: '支払いのコード' }).waitFor()
  await press(page, '480円')
  await look(page, '7-pay')
  await press(page, 'この金額で支払う')
  await see(page, 'ウォレット')
  expect(await page.getByTestId('balance').textContent()).toBe('9,520円')
  await page.getByText('−480円').waitFor()
  await look(page, '8-identified')
  await context.close()
})
