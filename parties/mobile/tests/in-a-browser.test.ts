/** The tablet in Chromium with the box's reader (1-B②): contracts by cards, of an adult and of somebody under age, and what is mended on the way. */
import { generateResident } from '@kazashi/card'
import { ageAt } from '@kazashi/lifecycle'
import { localFetch } from '@kazashi/serve'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

const readerView = z.object({ id: z.string(), url: z.string() })
const cardView = z.object({
  id: z.string(),
  face: z.object({ name: z.string(), address: z.string(), birthDate: z.string() }),
  slip: z.object({ signingPassword: z.string() }),
})
type Card = z.infer<typeof cardView>
const clock = z.object({ now: z.coerce.date() })

let sandbox: Sandbox
let chromium: Browser
let today: Date
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
  today = clock.parse(await ask('GET', 'authority', '/sandbox/clock')).now
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

async function ask(method: string, party: string, path: string, body?: object): Promise<unknown> {
  const answer = await localFetch(`${sandbox.origin(party)}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}
const newReader = async () =>
  readerView.parse(await ask('POST', 'box', '/readers', { place: 'mobile' }))

let seeds = 47_000
async function newCard(youngest: number, oldest: number): Promise<Card> {
  for (seeds += 1; ; seeds += 1) {
    const age = ageAt(today, generateResident(seeds, today).birthDate)
    if (age >= youngest && age <= oldest)
      return cardView.parse(await ask('POST', 'box', '/cards', { seed: seeds }))
  }
}

const errors: string[] = []
async function openTablet(url: string): Promise<Page> {
  const context = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${sandbox.origin('mobile')}/#reader=${encodeURIComponent(url)}`)
  await see(page, '携帯電話を契約する')
  return page
}
const see = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'mobile', name)

async function fillIn(page: Page, { face }: Card): Promise<void> {
  await see(page, 'ご本人の情報')
  await page.getByLabel('お名前').fill(face.name)
  await page.getByLabel('ご住所').fill(face.address)
  await page.getByLabel('生年月日').fill(face.birthDate)
  await press(page, '契約書をつくる')
}
async function readIt(page: Page): Promise<void> {
  await see(page, '契約書を読む')
  await page.getByText('最後まで読みました').click()
  await press(page, '署名に進む')
}
async function enter(page: Page, password: string): Promise<void> {
  await see(page, '署名用パスワードを入れてください')
  await page.getByLabel('カードの署名用パスワード').fill(password)
  await press(page, '署名する')
}

test('1-B② a contract at the counter by a card: what is missing is said at its field, a wrong password tells the tries left, taken away it is asked for again, and nothing is left for the next customer', async () => {
  const [reader, card] = [await newReader(), await newCard(25, 80)]
  const put = () => ask('PUT', 'box', `/readers/${reader.id}/card`, { cardId: card.id })
  const page = await openTablet(reader.url)
  await look(page, '1-start')
  await press(page, '申し込みをはじめる')
  await see(page, 'プランと電話番号をえらぶ')
  await press(page, '次へ')
  await page.getByText('料金プランをえらんでください').waitFor()
  await look(page, '2-plan')
  await page.getByText('スタンダード').click()
  await page.getByText('新しい番号', { exact: true }).click()
  await press(page, '次へ')
  await see(page, 'ご本人の情報')
  await press(page, '契約書をつくる')
  await page.getByText('お名前を入れてください').waitFor()
  await look(page, '3-person')
  await fillIn(page, card)
  await see(page, '契約書を読む')
  await press(page, '署名に進む')
  await page.getByText('契約書を最後まで読み、印を付けてください').waitFor()
  await look(page, '4-contract')
  await readIt(page)

  await see(page, '署名に使うものをえらぶ')
  await look(page, '5-choose')
  await press(page, 'マイナンバーカード')
  await see(page, 'カードを、読み取り部に置きます')
  await put()
  await see(page, '署名用パスワードを入れてください')
  await ask('DELETE', 'box', `/readers/${reader.id}/card`)
  await page.getByText(/読み取りの途中で離れました/).waitFor()
  await look(page, '6-hold')
  await put()
  await enter(page, `${card.slip.signingPassword.slice(0, 5)}9ZZZ`)
  await page.getByText('パスワードが違います').waitFor()
  await page.getByText('あと4回試せます').waitFor()
  await look(page, '7-password')
  await enter(page, card.slip.signingPassword)
  await see(page, '契約できました')
  await page.getByText(/090-0\d{3}-\d{4}/).waitFor()
  await look(page, '8-made')
  await press(page, '終わる')
  await see(page, 'ありがとうございました')
  expect(await page.context().cookies()).toEqual([])
  const kept = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ])
  expect(kept.filter((key) => key !== 'kazashi-language')).toEqual([])
  for (const secret of [card.face.name, card.slip.signingPassword])
    expect(await page.content()).not.toContain(secret)
  await page.goto(`${sandbox.origin('mobile')}/staff`)
  await see(page, '今日の契約')
  await page.getByText(/^M\d{10}$/).waitFor()
  await look(page, '9-staff')
  expect(errors).toEqual([])
  await page.context().close()
})

test('1-B② somebody under age signs by a card, then the guardian; the applicant’s own card does not consent', async () => {
  const [reader, own, hers] = [await newReader(), await newCard(15, 17), await newCard(30, 60)]
  const put = ({ id }: Card) => ask('PUT', 'box', `/readers/${reader.id}/card`, { cardId: id })
  const page = await openTablet(reader.url)
  await page.setViewportSize({ width: 390, height: 844 })
  await press(page, '申し込みをはじめる')
  await page.getByText('ライト').click()
  await page.getByText('新しい番号', { exact: true }).click()
  await press(page, '次へ')
  await fillIn(page, own)
  await page.getByText('18歳未満の方の契約には、親権者などの同意が要ります').waitFor()
  await page.getByLabel('同意する方のお名前').fill(hers.face.name)
  await page.getByText('親権者（父・母など）').click()
  await look(page, '10-guardian')
  await press(page, '契約書をつくる')
  await readIt(page)
  await press(page, 'マイナンバーカード')
  await put(own)
  await enter(page, own.slip.signingPassword)
  await see(page, '同意する方の署名')
  await press(page, 'マイナンバーカード')
  await enter(page, own.slip.signingPassword)
  await page.getByText('申し込んだ方が、ご自分の契約に同意することはできません').waitFor()
  await look(page, '11-same-person')
  await put(hers)
  await press(page, 'マイナンバーカード')
  await enter(page, hers.slip.signingPassword)
  await see(page, '契約できました')
  await page.getByText('お二人の電子署名と電子証明書を確かめました').waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})
