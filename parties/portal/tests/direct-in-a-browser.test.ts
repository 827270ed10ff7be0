/** The portal's page in Chromium: on a computer with a phone beside it, and on the phone itself (1-B①). */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
let phone: PhoneInHand
let card: Card
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openChromium()
  await sandbox.moveClock('10:00')
  phone = await takePhone(chromium, sandbox, { platform: 'android' })
  card = await sandbox.newCard()
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await register(phone)
})
afterAll(async () => {
  await phone?.close()
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
  await page.goto(`${sandbox.origin('portal')}/direct`)
  return page
}

const computer = { viewport: { width: 1280, height: 800 } }
const see = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The QR code on `page` is read by the phone, which answers; one look of the page whether it has is lost on the way. */
async function logIn(page: Page): Promise<void> {
  await page.route(/\/login-requests\/[\w-]+\/state$/, (route) => route.abort(), { times: 1 })
  await press(page, 'スマホでログインする')
  const address = (await page.getByTestId('app-url').textContent()) ?? ''
  await phone.page.goto(`${address.trim()}${new URL(phone.page.url()).hash}`)
  await enterCode(phone, (await page.getByTestId('code').textContent()) ?? '')
  await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await phone.press('ログインする')
  await phone.see('ログインしました')
  await see(page, 'ログインしました')
}

/** Top of an element, pixels from the top of the page. */
const topOf = async (page: Page, role: 'img' | 'link', name: string): Promise<number> =>
  (await page.getByRole(role, { name }).boundingBox())?.y ?? Number.NaN

/** The request was opened by a link: no number, the PIN, and the link back. */
async function answerByLink(): Promise<void> {
  await phone.see('この画面からログインしますか')
  await phone.press('次へ')
  await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await phone.press('ログインする')
  await phone.see('ご本人の確認が終わりました')
}
const goBack = () => phone.page.getByRole('link', { name: '元の画面に戻る' }).click()

test('1-B①.login 1-B①.who-asks on the phone itself the app leads back to the page, which is logged in then; a link that a stranger sent logs in neither the stranger’s screen nor this browser', async () => {
  const { page } = phone
  await page.goto(`${sandbox.origin('portal')}/direct`)
  await press(page, 'スマホでログインする')
  await page.getByRole('link', { name: 'このスマホでログインする' }).first().click()
  await answerByLink()
  await phone.look('60-1B1-confirmed')
  await goBack()
  await see(page, 'ログインしました')
  await press(page, 'ログアウト')

  const stranger = await openPortal(computer)
  await press(stranger, 'スマホでログインする')
  const link = (await stranger.getByTestId('app-url').textContent()) ?? ''
  await page.goto(`${link.trim()}&via=link`)
  await answerByLink()
  await goBack()
  await page.getByText('別のブラウザーに戻ったか、時間が過ぎたため').waitFor()
  await lookAt(page, sandbox.origin('desk'), 'portal', '7-came-elsewhere')
  expect(new URL(page.url()).search).toBe('')
  await see(stranger, 'スマホで読み取ってください')
  await stranger.context().close()
})

test('1-B①.login 1-B①.refused on a computer: what was learnt is said, one logs out, and is logged out when the phone is suspended', async () => {
  const page = await openPortal(computer)
  const look = (name: string) => lookAt(page, sandbox.origin('desk'), 'portal', name)
  await see(page, 'マイナポータルにログイン')
  for (const kind of ['Android：スマホ用電子証明書', 'iPhone：iPhoneのマイナンバーカード']) {
    await page.getByText(kind).waitFor()
  }
  await look('1-out')
  await press(page, 'スマホでログインする')
  await see(page, 'スマホで読み取ってください')
  expect(await topOf(page, 'img', 'ログイン用のQRコード')).toBeLessThan(
    await topOf(page, 'link', 'このスマホでログインする'),
  )
  await look('2-waiting')
  await press(page, 'やめる')
  await logIn(page)
  for (const fact of ['利用者証明用電子証明書（署名用は使いません）', '問い合わせた先（OCSP）']) {
    await page.getByText(fact).waitFor()
  }
  await page.getByText(/\/pki\/ocsp\/authentication/).waitFor()
  await page.getByText(/,C=JP$/).waitFor()
  await look('3-in')
  await press(page, 'ログアウト')
  await page.getByText('ログアウトしました。').waitFor()
  await look('4-left')
  await page.reload()
  await see(page, 'マイナポータルにログイン')

  await logIn(page)
  await sandbox.suspendPhoneOf(card)
  await sandbox.moveClock('11:20')
  await page.getByText('一時利用停止になったため、ログアウトしました').waitFor()
  await look('5-ended')
  await page.reload()
  await page.getByText('一時利用停止になったため、ログアウトしました').waitFor()
  await page.context().close()
})
