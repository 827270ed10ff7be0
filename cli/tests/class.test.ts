/** `kazashi start --class` in a browser: the password once, then everything works; the clock is the instructor's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KazashiProcess, startKazashi } from '../../tools/kazashi-process.ts'
import { violations } from '../../tools/page-looks.ts'
import { openChromium } from '../../tools/running-app/chromium.ts'

let kazashi: KazashiProcess
let chromium: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  kazashi = await startKazashi(0, ['--class'])
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await kazashi?.stop()
})

const secret = (name: string) =>
  readFileSync(join(kazashi.dataFolder, 'class', name), 'utf8').trim()
const at = (party: string) => kazashi.desk.replace('//desk.', `//${party}.`)

test('5-A1 in a class a learner gives the password once, and has a desk with a card, a phone and a portal', async () => {
  const page = await (await chromium.newContext({ locale: 'ja-JP' })).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(kazashi.desk)
  await page.getByRole('heading', { name: '授業のパスワードを入れてください' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('パスワード').fill('wrong')
  await page.getByRole('button', { name: 'はいる' }).click()
  await page.getByRole('alert').getByText('パスワードが違います').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('パスワード').fill(secret('password'))
  await page.getByRole('button', { name: 'はいる' }).click()
  const phone = page.frameLocator('iframe[title="スマホの画面"]')
  await phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
  await page.getByTestId('card').waitFor()
  await page.getByRole('button', { name: 'カードをスマホにかざす' }).click()
  await page.getByRole('button', { name: 'カードを離す' }).waitFor()
  const computer = page.frameLocator('iframe[title^="パソコンに表示した"]')
  await computer.getByRole('button', { name: 'スマホでログインする' }).waitFor()
})

test('5-A1 ROLE_REQUIRED the clock of a class moves for the instructor’s token alone, and nobody is told a token', async () => {
  const clock = `${at('authority')}/sandbox/clock`
  const move = async (headers: Record<string, string>) => {
    const answer = await localFetch(clock, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ offsetSeconds: 3600 }),
    })
    return answer.status
  }
  expect(await move({})).toBe(401)
  expect(await move({ authorization: `Bearer ${'x'.repeat(43)}` })).toBe(401)
  expect(await move({ authorization: `Bearer ${secret('instructor')}` })).toBe(200)
  const told = await (await localFetch(clock)).json()
  expect(told.offsetSeconds).toBe(3600)
  expect((await localFetch(`${at('authority')}/sandbox/tokens`)).status).toBe(404)
  expect(
    (await localFetch(`${at('box')}/cards`, { headers: { origin: kazashi.desk } })).status,
  ).toBe(401)
})
