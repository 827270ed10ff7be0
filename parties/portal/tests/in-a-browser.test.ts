/** The portal logs in by the gate, in Chromium: with both kinds of phones, on a computer and on the phone itself (1-B①). */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { addCard, phonePin as iphonePin } from '../../../tools/running-app/iphone-steps.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

async function openPortal(context: BrowserContextOptions): Promise<Page> {
  const made = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...context,
  })
  const page = await made.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(sandbox.origin('portal'))
  await see(page, 'マイナポータルにログイン')
  return page
}

const computer = { viewport: { width: 1280, height: 800 } }
const see = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'portal', name)
const textOf = async (page: Page, id: string) =>
  ((await page.getByTestId(id).textContent()) ?? '').trim()

/** A phone, and what its holder knows. */
interface Holder {
  readonly phone: PhoneInHand
  readonly field: string
  readonly pin: string
}

/** The gate's QR code on `page` is read by the phone, which answers. */
async function answer(page: Page, { phone, field, pin }: Holder): Promise<void> {
  await see(page, 'スマホで読み取ってください')
  await page.getByText('「マイナポータル（練習用）」にログインします。').waitFor()
  await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
  await enterCode(phone, await textOf(page, 'code'))
  await phone.type(field, pin)
  await phone.press('ログインする')
  await phone.see('ログインしました')
}

/** On the phone itself: to the gate, to the app, and back. */
async function logInOnPhone({ phone, field, pin }: Holder): Promise<void> {
  const { page } = phone
  await page.goto(sandbox.origin('portal'))
  await press(page, 'スマホでログインする')
  await see(page, 'アプリでログインします')
  await page.getByRole('link', { name: 'このスマホでログインする' }).first().click()
  await phone.see('この画面からログインしますか')
  await phone.press('次へ')
  await phone.type(field, pin)
  await phone.press('ログインする')
  await phone.see('ご本人の確認が終わりました')
  await page.getByRole('link', { name: '元の画面に戻る' }).click()
  await see(page, 'ログインしました')
}

describe('with an Android phone', () => {
  let holder: Holder
  let card: Card
  beforeAll(async () => {
    await sandbox.moveClock('10:00')
    const phone = await takePhone(chromium, sandbox, { platform: 'android' })
    holder = { phone, field: 'スマホ用利用者証明用電子証明書のパスワード', pin: phonePin }
    card = await sandbox.newCard()
    await phone.press('スマホ用電子証明書を申請する')
    await untilCard(phone, card)
    await handIn(phone, card)
    await sandbox.moveClock('11:00')
    await register(phone)
  })
  afterAll(() => holder?.phone.close())

  test('1-B①.login on a computer the portal leads to the gate and is logged in; what it has learnt is said, one stops at the gate, and logs out', async () => {
    const page = await openPortal(computer)
    await look(page, '1-out')
    await press(page, 'スマホでログインする')
    await see(page, 'スマホで読み取ってください')
    await press(page, 'やめて、元のサイトに戻る')
    await page.getByText('ログインせずに戻りました。').waitFor()
    await look(page, '2-stopped')
    await press(page, 'スマホでログインする')
    await answer(page, holder)
    await see(page, 'ログインしました')
    await page.getByText('このサイトだけで使う、あなたの番号').waitFor()
    await look(page, '3-in')
    const session = async () =>
      (await page.context().cookies()).find(({ name }) => name === '__Host-session')?.value
    const before = await session()
    expect(before).toMatch(/./)
    await press(page, 'ログアウト')
    await page.getByText('ログアウトしました。').waitFor()
    await page.reload()
    await see(page, 'マイナポータルにログイン')
    await press(page, 'スマホでログインする')
    await answer(page, holder)
    await see(page, 'ログインしました')
    expect(await session()).not.toBe(before)
    await page.context().close()
  })

  test('1-B①.login on the phone itself the gate’s button opens the app, and the browser is led back through the gate', async () => {
    await logInOnPhone(holder)
    await press(holder.phone.page, 'ログアウト')
    await holder.phone.page.goto(`${sandbox.origin('app')}/`)
  })

  test('1-B①.refused a phone that is suspended ends the session at the portal, in words', async () => {
    const page = await openPortal(computer)
    await press(page, 'スマホでログインする')
    await answer(page, holder)
    await see(page, 'ログインしました')
    await sandbox.suspendPhoneOf(card)
    await sandbox.moveClock('11:20')
    await page.getByText('電子証明書が使えなくなったため、ログアウトしました').waitFor()
    await look(page, '5-ended')
    await page.context().close()
  })
})

describe('with an iPhone', () => {
  let holder: Holder
  beforeAll(async () => {
    await sandbox.moveClock('10:00')
    const phone = await takePhone(chromium, sandbox, { platform: 'iphone' })
    holder = { phone, field: 'iPhoneのマイナンバーカードの利用者証明用暗証番号', pin: iphonePin }
    await addCard(phone, await sandbox.newCard())
  })
  afterAll(() => holder?.phone.close())

  test('1-B①.login on a computer and on the iPhone itself', async () => {
    const page = await openPortal({ viewport: { width: 1180, height: 820 } })
    await press(page, 'スマホでログインする')
    await answer(page, holder)
    await see(page, 'ログインしました')
    await page.context().close()
    await logInOnPhone(holder)
  })
})
