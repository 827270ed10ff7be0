/** An account is opened in Chromium, the phone's part by a robot (1-B②): the screens, what they refuse, and what axe says of them. */
import { localFetch } from '@kazashi/serve'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

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
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'bank', name)
const post = (path: string, body: object) =>
  localFetch(`${sandbox.origin('box')}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** The gate's code on `page` is read by the robot, which answers. */
async function answer(page: Page, robot: string): Promise<void> {
  const textOf = async (id: string) => ((await page.getByTestId(id).textContent()) ?? '').trim()
  const request = new URL(await textOf('app-url')).searchParams.get('request')
  const { status } = await post(`/phones/${robot}/logins`, { request, code: await textOf('code') })
  expect(status).toBe(200)
}

test('1-B②.bank-account a person opens an account on the screens: what is missing is said at its field, a form that differs is corrected, and the contract is read and signed', async () => {
  const robot = `screen-${crypto.randomUUID().slice(0, 8)}`
  expect((await post('/phones', { name: robot })).ok).toBe(true)
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(sandbox.origin('bank'))
  await see(page, 'スマホで口座を開く')
  await look(page, '1-begin')
  await press(page, 'スマホでログインする')
  await page.getByText('架空銀行（練習用）').first().waitFor()
  await answer(page, robot)

  await see(page, 'ご本人の情報')
  const name = page.getByLabel('お名前')
  const own = await name.inputValue()
  expect(own).not.toBe('')
  await press(page, '次へ')
  await page.getByText('電話番号を、0から始まる').waitFor()
  await look(page, '2-about-you')
  await page.getByLabel('電話番号').fill('０９０-1234-5678')
  await name.fill('別の　人')
  await press(page, '次へ')

  await see(page, '口座の使い方')
  await press(page, '契約書をつくる')
  await page.getByText('目的を、ひとつ以上えらんでください').waitFor()
  await page.getByText('給与の受け取り').click()
  await page.getByText('会社員').click()
  await page.getByText('10万円まで').click()
  for (const question of ['外国の重要な公人', '日本のほかに', 'ほかの人に頼まれて'])
    await page.getByRole('radiogroup', { name: question }).getByText('いいえ').click()
  await page.getByText('反社会的勢力ではないことを表明します').click()
  await look(page, '3-questions')
  await press(page, '契約書をつくる')

  await see(page, '契約を読んで署名')
  await press(page, 'スマホで署名する')
  await page.getByText('契約書を最後まで読み、印を付けてください').waitFor()
  await look(page, '4-contract')
  await page.getByText('最後まで読みました').click()
  await press(page, 'スマホで署名する')
  await page.getByText('「架空銀行（練習用）」の文書に、スマホで署名します。').waitFor()
  await answer(page, robot)

  await page.getByRole('heading', { name: /署名用電子証明書の記載が違います/ }).waitFor()
  await page.getByText('違っていたところ：お名前').waitFor()
  await look(page, '5-differs')
  await press(page, '申込書を直す')
  await name.fill(own)
  await press(page, '次へ')
  await press(page, '契約書をつくる')
  await see(page, '契約を読んで署名')
  await page.getByText('最後まで読みました').click()
  await press(page, 'スマホで署名する')
  await page.getByText('「架空銀行（練習用）」の文書に、スマホで署名します。').waitFor()
  await answer(page, robot)
  await page
    .getByRole('heading', { level: 1, name: /口座を開きました|係の者が確かめています/ })
    .waitFor()
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: '署名した契約書（PDF）を保存する' }).click()
  expect((await saving).suggestedFilename()).toBe('account-contract.pdf')
  await look(page, '6-done')
  await context.close()
})
