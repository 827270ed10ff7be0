/** 「いま起きたこと」: what an application made between card, phone, authority and its records, seen at the desk and taken along from there. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import {
  handIn,
  phonePassword,
  phonePin,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { findSecrets, textTrace } from '../../../tools/running-app/secret-search.ts'
import { harFile } from '../page/happened/har-schema.ts'
import { openQuickly, picture } from './browser.ts'
import { handsOf, sitDown } from './person.ts'

const run = promisify(execFile)

let sandbox: Sandbox
let shell: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  shell = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await shell?.close()
  await sandbox?.stop()
})

const happened = (page: Page) =>
  page.getByRole('region', { name: /^(いま起きたこと|What just happened)$/ })
const line = (page: Page, words: string) =>
  happened(page).getByRole('listitem').filter({ hasText: words })

async function saved(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await happened(page).getByRole('button', { name: button }).click()
  return readFile(await (await coming).path(), 'utf8')
}

/** What the button of the line copies. */
async function copied(page: Page, words: string, button: string): Promise<string> {
  const one = line(page, words).first()
  if ((await one.getByRole('button', { expanded: true }).count()) === 0)
    await one.getByRole('button', { expanded: false }).click()
  await one.getByRole('button', { name: button }).click()
  await one.getByText('コピーしました').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('1-C②.no-secret-out 2-C the desk shows who asked whom during an application; it is filtered, saved and run elsewhere, without any secret', async () => {
  const { page, complaints, close } = await openQuickly(shell)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const person = await sitDown(page, sandbox.origin('desk'))
  const hands = handsOf(person)
  await happened(page)
    .getByText(/ここに1行ずつ出ます/)
    .or(happened(page).getByRole('listitem').first())
    .waitFor()
  const slip = { signingPassword: await person.secret(1), cardDataPin: await person.secret(4) }
  await person.press('スマホ用電子証明書を申請する')
  await untilCard(hands, { slip })
  await handIn(hands, undefined)

  for (const [from, to, words] of [
    ['phone', 'card', 'カードの窓口を選ぶ（公的個人認証）'],
    ['phone', 'card', '申請に署名してください'],
    ['phone', 'authority', '署名した申請を送る'],
    ['authority', 'records', '確かめて、書き残す'],
  ] as const)
    await happened(page)
      .locator(`li[data-from=${from}][data-to=${to}]`)
      .filter({ hasText: words })
      .first()
      .waitFor()
  // The work that the application leaves to a queue is of the same trace.
  await line(page, '電子証明書に署名する').first().waitFor()
  expect(await line(page, '署名した申請を送る').first().textContent()).toMatch(
    /POST \/applications.*CMS SignedData [\d.]+ kB/,
  )
  expect(await violations(page)).toEqual([])
  await picture(page, 'happened-1280')
  // In a small place it can have the whole window.
  await happened(page).getByRole('button', { name: '大きく見る' }).click()
  await expect.poll(async () => (await happened(page).boundingBox())?.width).toBeGreaterThan(1200)
  await picture(page, 'happened-large')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await happened(page).boundingBox())?.width).toBeLessThan(700)

  await happened(page).locator('summary').click()
  await happened(page).getByRole('checkbox', { name: 'カード' }).uncheck()
  await expect.poll(() => line(page, 'カードの窓口を選ぶ').count()).toBe(0)
  expect(await line(page, '署名した申請を送る').count()).toBeGreaterThan(0)
  await happened(page).getByRole('checkbox', { name: 'カード' }).check()

  const json = await saved(page, 'JSONで保存')
  const har = await saved(page, 'HARで保存')
  expect(harFile.parse(JSON.parse(har)).log.entries.map(({ request }) => request.url)).toContain(
    `${sandbox.origin('authority')}/applications`,
  )
  await page.keyboard.press('Escape')
  await happened(page).getByRole('button', { name: 'HARで保存' }).waitFor({ state: 'hidden' })
  const secrets = [
    { name: 'signing password', value: slip.signingPassword },
    { name: 'card data PIN', value: slip.cardDataPin },
    { name: 'phone password', value: phonePassword },
    { name: 'phone PIN', value: phonePin },
  ]
  expect(findSecrets([textTrace('json', json), textTrace('har', har)], secrets)).toEqual([])
  expect(json).not.toContain((await person.card.textContent())?.trim() || 'no name')

  const curl = await copied(page, '使い捨ての番号をもらう', 'curlをコピー')
  const { stdout } = await run('sh', ['-c', curl])
  expect(stdout).toMatch(/^HTTP\/1\.1 2\d\d/)
  const opensc = await copied(page, '暗証番号を確かめる', 'opensc-toolをコピー')
  expect(opensc).toMatch(
    /^opensc-tool --card-driver default \\\n {2}--send-apdu 00200080[0-9A-F]{2}"\$SECRET_HEX"$/,
  )

  // Without room for lifelines each line says by itself who asks whom.
  await page.setViewportSize({ width: 390, height: 844 })
  await line(page, '署名した申請を送る').first().getByText('スマホ → 窓口（発行）').waitFor()
  await happened(page).scrollIntoViewIfNeeded()
  expect(await violations(page)).toEqual([])
  await picture(page, 'happened-390')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  await picture(page, 'happened-1920-dark')
  expect(complaints).toEqual([])
  await close()
})
