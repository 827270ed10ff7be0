/** What the portal is after a login, in Chromium: own information, and one application from the first question to the receipt (1-B①). */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { dayIn, plusDays } from '../days.ts'
import { fillIn, movingAnswers, Person } from './person.ts'

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

const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'portal', name)
const see = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const enter = (page: Page, label: string | RegExp, text: string) =>
  page.getByLabel(label).fill(text)

/** A browser in which the robot phone's person is logged in. */
async function openAs(person: Person, viewport: { width: number; height: number }): Promise<Page> {
  await person.logIn()
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport,
  })
  await context.addCookies([
    {
      name: '__Host-session',
      value: person.session(),
      url: person.portal.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(person.portal)
  await see(page, 'ログインしました')
  return page
}

test('1-B①.check-ups 1-B①.medicines 1-B①.vaccinations 1-B①.notices the first screen shows own information and notices, and each part opens, by keyboard too', async () => {
  const person = new Person(sandbox.origin('portal'), 'born-on-29-february')
  const page = await openAs(person, { width: 1280, height: 800 })
  await page.getByRole('heading', { level: 2, name: 'お知らせ' }).waitFor()
  await page.getByText('練習用に作った見本の情報です').first().waitFor()
  await look(page, '6-home')
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, '6-home-390')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('link', { name: 'わたしの情報', exact: true }).focus()
  await page.keyboard.press('Enter')
  await see(page, 'わたしの情報：健診')
  await page.getByRole('img', { name: /HbA1c/ }).waitFor()
  await look(page, '7-check-ups')
  for (const part of ['お薬', '予防接種', '母子健康手帳']) {
    await page.getByRole('link', { name: part, exact: true }).click()
    await see(page, `わたしの情報：${part}`)
  }
  await page.reload()
  await see(page, 'わたしの情報：母子健康手帳')
  await page.getByRole('link', { name: '閲覧の記録' }).click()
  await see(page, 'わたしの情報を見たところ')
  await page.getByRole('cell', { name: /お薬を見た/ }).waitFor()
  await look(page, '8-records')
  await page.context().close()
})

test('1-B①.moving a notice is filled in, survives a reload, tells what is wrong at its field, is signed, and leaves a receipt', async () => {
  const person = new Person(sandbox.origin('portal'), 'latin-name')
  const page = await openAs(person, { width: 390, height: 844 })
  await page.getByRole('link', { name: 'すべての手続き' }).click()
  await see(page, '手続きをする')
  await look(page, '9-procedures')
  await press(page, /引っ越し/)
  await see(page, '届け出る人')
  await enter(page, /^氏名/, '𠮷田　髙子')
  await press(page, '次へ')
  await page.getByText('直すところがあります').waitFor()
  await look(page, '10-step')
  await enter(page, /^生年月日/, '1990-05-01')
  await enter(page, /^住所/, '東京都例示区模擬通1-1-22')
  await enter(page, /^電話番号/, '03-1234-5678')
  await press(page, '次へ')
  await see(page, '一緒に引っ越す人')
  await page.reload()
  await see(page, '一緒に引っ越す人')
  await press(page, '前の画面に戻る')
  await see(page, '届け出る人')
  expect(await page.getByLabel(/^氏名/).inputValue()).toBe('𠮷田　髙子')
  // The rest as the page would send it.
  const { now } = JSON.parse(
    Buffer.from(
      (await person.ask('GET', `${sandbox.origin('authority')}/sandbox/clock`)).bytes,
    ).toString(),
  )
  const id = await fillIn(person, 'moving', movingAnswers(plusDays(dayIn(new Date(now)), 3)))
  await page.goto(`${person.portal}/applications/${id}`)
  await see(page, '確かめて署名')
  await look(page, '11-review')
  await press(page, 'スマホで署名して提出する')
  await see(page, 'アプリでログインします')
  await person.open(`/applications/${id}/sign`)
  await page.goto(`${person.portal}/applications/${id}`)
  await see(page, /を出しました/)
  await page.getByText(/^M-\d{4}-\d{6}$/).waitFor()
  await look(page, '12-taken')
  await page.context().close()
})
