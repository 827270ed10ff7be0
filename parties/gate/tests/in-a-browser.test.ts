/** The gate's pages in Chromium between a relying party and a phone: on a computer, on the phone itself, in both languages. */
import type { CaseName } from '@kazashi/cases'
import { localFetch } from '@kazashi/serve'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  handIn,
  phonePassword,
  phonePin,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import { lookAt } from '../../../tools/running-app/looks.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
import { type Bank, openBank } from './bank.ts'

let sandbox: Sandbox
let chromium: Browser
let phone: PhoneInHand
let card: Card
let bank: Bank
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
  bank = await openBank(issuerOf(sandbox))
})
afterAll(async () => {
  await bank?.close()
  await phone?.close()
  await chromium?.close()
  await sandbox?.stop()
})

const issuerOf = ({ origin }: Sandbox) =>
  `http://localhost:${new URL(origin('gate')).port}/api/realms/main`

async function openBankIn(context: BrowserContextOptions): Promise<Page> {
  const made = await chromium.newContext({
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...context,
  })
  const page = await made.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${bank.origin}/login`)
  return page
}

const computer = { viewport: { width: 1280, height: 800 } }
const see = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** The way of somebody without a mouse (WCAG 2.2, 2.1.1). */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  const hasFocus = () => button.evaluate((element) => element === document.activeElement)
  for (let tabs = 0; tabs < 20 && !(await hasFocus()); tabs++) await page.keyboard.press('Tab')
  expect(await hasFocus()).toBe(true)
  await page.keyboard.press('Enter')
}
const look = (page: Page, name: string) => lookAt(page, sandbox.origin('desk'), 'gate', name)
const textOf = async (page: Page, id: string) =>
  ((await page.getByTestId(id).textContent()) ?? '').trim()

/** The QR code on `page` is read by the phone, and the number typed. */
async function answer(page: Page): Promise<void> {
  await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
  await enterCode(phone, await textOf(page, 'code'))
  await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await phone.press('ログインする')
}

test('1-B①.login 1-B①.who-asks a site that is not ours sends its visitor to the gate, the phone shows the name of the site, and the site learns one name of the person each time', async () => {
  const page = await openBankIn(computer)
  await see(page, 'スマホで読み取ってください')
  await page.getByText('「架空銀行」にログインします。').waitFor()
  await look(page, '1-waiting')
  await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
  await phone.page.getByText('架空銀行').waitFor()
  await answer(page)
  await phone.see('ログインしました')
  await see(page, /^Logged in_? ?:? ?/)
  const first = await page.getByRole('heading', { level: 1 }).textContent()
  await page.goto(`${bank.origin}/login`)
  await see(page, 'スマホで読み取ってください')
  await answer(page)
  await see(page, first ?? '')
  await page.context().close()
})

test('1-B①.login on the phone itself the app is opened by a button, and leads the browser back to the site', async () => {
  const { page } = phone
  await page.goto(`${bank.origin}/login`)
  await see(page, 'アプリでログインします')
  await look(page, '2-waiting-on-phone')
  await page.getByRole('link', { name: 'このスマホでログインする' }).first().click()
  await phone.see('この画面からログインしますか')
  await phone.press('次へ')
  await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await phone.press('ログインする')
  await phone.see('ご本人の確認が終わりました')
  await page.getByRole('link', { name: '元の画面に戻る' }).click()
  await see(page, /^Logged in/)
  await page.goto(`${sandbox.origin('app')}/`)
})

test('1-B①.who-asks a site that wants a birth date gets it by the signing password; a wrong one is asked for again, and nothing is sent by somebody who says no', async () => {
  const shop = await openBank(issuerOf(sandbox), 'openid birthdate')
  const page = await openBankIn(computer)
  try {
    await page.goto(`${shop.origin}/login`)
    await see(page, 'スマホで読み取ってください')
    const read = async () => {
      await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
      await phone.page.getByText('生年月日').waitFor()
    }
    await read()
    await phone.look('61-1B1-who-asks-for-attributes')
    await answer(page)
    await phone.see('渡す情報を確かめてください')
    await phone.look('62-1B1-attributes')
    await phone.press('やめる')
    await phone.see('ログインをやめました')

    await read()
    await answer(page)
    await phone.type('スマホ用署名用電子証明書のパスワード', 'WRONG123')
    await phone.press('渡してログインする')
    await phone.page.getByText('パスワードが違います').waitFor()
    await phone.look('63-1B1-attributes-wrong')
    await phone.type('スマホ用署名用電子証明書のパスワード', phonePassword)
    await phone.press('渡してログインする')
    await phone.see('ログインしました')
    const born = card.face.birthDate.replaceAll('-', '')
    await see(page, new RegExp(`^Logged in.* born ${born}$`))
  } finally {
    await page.context().close()
    await shop.close()
  }
})

/** For the next visitor of the bank. @param robot who answers in place of the phone at hand */
async function arm(name: CaseName, robot?: string): Promise<void> {
  const answer = await localFetch(`${sandbox.origin('gate')}/sandbox/armed-cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: bank.clientId, case: name, ...(robot && { phone: robot }) }),
  })
  expect(answer.status).toBe(204)
}

/** Case → the words on the phone that answers. */
const onThePhone = [
  ['certificate-expired', '電子証明書の有効期限が切れています'],
  ['certificate-not-yet-valid', 'スマホの時計が合っていません'],
  ['issuer-unknown', 'このスマホの電子証明書は、相手のサイトで使えません'],
  ['status-unavailable', 'いまは、ログインできません'],
] as const

test('1-B①.refused a case that is armed meets the person at the phone, in words on both screens', async () => {
  const page = await openBankIn(computer)
  for (const [name, words] of onThePhone) {
    await arm(name)
    await page.goto(`${bank.origin}/login`)
    await see(page, 'スマホで読み取ってください')
    await answer(page)
    await phone.page.getByText(words).first().waitFor()
    await press(page, 'やめて、元のサイトに戻る')
    await see(page, /^Refused: access_denied/)
  }
  await page.context().close()
})

/** Case → what the site says of it. */
const atTheSite = [
  ['suspended', 'Refused: access_denied the certificate was not accepted: CERTIFICATE_SUSPENDED'],
  ['locked', 'Refused: access_denied the phone did not answer: SECRET_BLOCKED'],
  ['declines', 'Refused: access_denied the phone did not answer: DECLINED'],
  ['error-unavailable', 'Refused: temporarily_unavailable as the case has it'],
  ['state-wrong', 'Refused: unexpected _state_ response parameter value'],
  ['nonce-wrong', 'Refused: unexpected ID Token _nonce_ claim value'],
] as const

test('1-B①.refused a site under test meets a case without a phone at hand; the catalogue is a page of its own', async () => {
  const page = await openBankIn(computer)
  for (const [name, words] of atTheSite) {
    await arm(name, 'adult')
    await page.goto(`${bank.origin}/login`)
    await see(page, words)
  }
  await page.goto(`${sandbox.origin('gate')}/`)
  await page.getByRole('link', { name: '試せる場面の一覧' }).click()
  await see(page, '試せる場面の一覧')
  await page.getByText('nonce-wrong', { exact: true }).waitFor()
  await look(page, '7-cases')
  await page.context().close()
})

test('1-B①.refused a suspended phone is told so on both screens, and the site gets an error; a request that cannot be led back is explained', async () => {
  const page = await openBankIn(computer)
  await see(page, 'スマホで読み取ってください')
  const login = page.url()
  await pressByKeyboard(page, 'やめて、元のサイトに戻る')
  await see(page, 'Refused: access_denied the End-User ended the login')
  await page.goto(login)
  await page.getByText('このログインは、もう続けられません').waitFor()
  await look(page, '3-over')

  await page.goto(`${bank.origin}/login`)
  await see(page, 'スマホで読み取ってください')
  await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
  await phone.type('確認番号', await textOf(page, 'code'))
  await phone.press('次へ')
  await sandbox.suspendPhoneOf(card)
  await phone.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await phone.press('ログインする')
  await page.getByText('一時利用停止中のため、ログインできません').waitFor()
  await look(page, '4-suspended')
  await press(page, 'やめて、元のサイトに戻る')
  await see(page, 'Refused: access_denied the certificate was not accepted: CERTIFICATE_SUSPENDED')

  // The phone knows by now, and asks for nothing: the screen that waits is told all the same.
  await page.goto(`${bank.origin}/login`)
  await see(page, 'スマホで読み取ってください')
  await phone.page.goto(`${await textOf(page, 'app-url')}${new URL(phone.page.url()).hash}`)
  await phone.see('ログインできませんでした')
  await page.getByText('一時利用停止中のため、ログインできません').waitFor()
  await look(page, '8-suspended-before')
  await press(page, 'やめて、元のサイトに戻る')
  await see(page, /^Refused: access_denied/)

  const request = new URL('/api/realms/main/protocol/openid-connect/auth', sandbox.origin('gate'))
  request.search = `${new URLSearchParams({ client_id: 'nobody', response_type: 'code', scope: 'openid' })}`
  const answered = await page.goto(request.href)
  expect(answered?.status()).toBe(400)
  await page.getByText('このサイトは登録されていません').waitFor()
  await look(page, '5-unknown-site')
  await page.goto(sandbox.origin('gate'))
  await see(page, '本人確認の入り口')
  await look(page, '6-start')
  await page.context().close()
})
