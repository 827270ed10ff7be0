/** An account is opened in Chromium, the phone's part by a robot (1-B②): the screens, what they refuse, and what axe says of them. */
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
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'bank', name)

test('1-B②.bank-account 1-B②.securities-account a person opens an account on the screens: what is missing is said at its field, a form that differs is corrected, and the contract is read to its end and signed; the other account waits for a clerk, who opens it', async () => {
  const robot = await newSiteRobot(sandbox)
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(sandbox.origin('bank'))
  await see(page, 'スマホで口座を開く')
  await look(page, '1-begin')
  await press(page, 'スマホでログインする')
  await page.getByText('架空銀行（練習用）').first().waitFor()
  await robot.answer(page)

  await see(page, 'どの口座を開きますか')
  await look(page, '1-choose')
  await press(page, '普通預金')
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
  await page.getByText('最後まで読むと、署名に進めます').waitFor()
  const sign = await readToEnd(page)
  expect(await sign.evaluate((button) => button === document.activeElement)).toBe(true)
  await look(page, '4-contract')
  await sign.press('Enter')
  await page.getByText('「架空銀行（練習用）」の文書に、スマホで署名します。').waitFor()
  await robot.answer(page)

  await page.getByRole('heading', { name: /署名用電子証明書の記載が違います/ }).waitFor()
  await page.getByText('違っていたところ：お名前').waitFor()
  await look(page, '5-differs')
  await press(page, '申込書を直す')
  await name.fill(own)
  await press(page, '次へ')
  await press(page, '契約書をつくる')
  await see(page, '契約を読んで署名')
  await (await readToEnd(page)).press('Enter')
  await page.getByText('「架空銀行（練習用）」の文書に、スマホで署名します。').waitFor()
  await robot.answer(page)
  await page
    .getByRole('heading', { level: 1, name: /口座を開きました|係の者が確かめています/ })
    .waitFor()
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: '署名した契約書（PDF）を保存する' }).click()
  expect((await saving).suggestedFilename()).toBe('deposit-contract.pdf')
  await look(page, '6-done')

  // The other account, on a small window: asked more, and not told the My Number.
  await page.setViewportSize({ width: 390, height: 844 })
  await press(page, 'ほかの口座を見る')
  await see(page, 'どの口座を開きますか')
  await press(page, '証券口座')
  await see(page, 'ご本人の情報')
  await page.getByLabel('電話番号').fill('09012345678')
  await press(page, '次へ')
  await see(page, '口座の使い方')
  await press(page, '契約書をつくる')
  await page.getByText('どれかをえらんでください').first().waitFor()
  await page.getByText('特定口座（源泉徴収あり）', { exact: true }).click()
  await page.getByText('安定を重視する').click()
  await page.getByText('3年未満').click()
  await page.getByText('会社員').click()
  for (const question of [
    'NISA口座も',
    '上場会社の役員や',
    '外国の重要な公人',
    '日本のほかに',
    'ほかの人に頼まれて',
  ])
    await page
      .getByRole('radiogroup', { name: question })
      .getByText(question === '上場会社の役員や' ? 'はい' : 'いいえ')
      .click()
  await page.getByText('反社会的勢力ではないことを表明します').click()
  await look(page, '7-securities')
  await press(page, '契約書をつくる')
  await see(page, '契約を読んで署名')
  await page.getByText('マイナンバーは電子証明書に入っていない').waitFor()
  await (await readToEnd(page)).press('Enter')
  await page.getByText('「架空銀行（練習用）」の文書に、スマホで署名します。').waitFor()
  await robot.answer(page)

  // An insider is looked at: the clerk refuses without a reason, then opens it, and the customer sees it.
  await see(page, '係の者が確かめています')
  await look(page, '8-looked-at')
  const number = (await page.getByText(/^受付番号 B/).textContent()) ?? ''
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: '銀行の係になって確かめる' }).click()
  const clerk = await opening
  await see(clerk, '係の画面：確かめる申し込み')
  const one = clerk
    .locator('section')
    .filter({ has: clerk.getByRole('heading', { name: number.replace('受付番号 ', '') }) })
  await one.getByRole('button', { name: '断る', exact: true }).click()
  await one.getByRole('button', { name: 'この理由で断る' }).click()
  await one.getByText('理由をえらんでください').waitFor()
  await look(clerk, '9-clerk')
  await one.getByRole('button', { name: '戻る' }).click()
  await one.getByRole('button', { name: '口座を開く' }).click()
  await clerk.getByText(`${number} を処理しました。`).waitFor()
  await clerk.close()
  await page.reload()
  await see(page, '口座を開きました')
  await page.getByText('銀行にはまだ届いていません').waitFor()
  await look(page, '10-securities-done')
  await context.close()
})
