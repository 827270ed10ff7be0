/** 5-A4 on both faces: the end of validity is told three months before it comes and when it is there, with or without the authority. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { handIn, register, untilCard } from './android-steps.ts'
import { addCard } from './iphone-steps.ts'
import { openChromium, type PhoneInHand, takePhone } from './phone-in-hand.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
})
// Each to the end of its years: the clock never goes back, and so late no new card is issued.
beforeEach(async () => {
  sandbox = await startSandbox()
  await sandbox.moveClock('10:00')
})
afterEach(async () => {
  await sandbox?.stop()
})

/** What the authority says of certificates and notices; its clock answers. */
const fromAuthority = /\/phone-credentials\/current|\/notices/

/** YYYY-MM-DD, so many days after the last day that the home screen tells. */
async function dayFromEnd({ page }: PhoneInHand, days: number): Promise<string> {
  const told = await page.getByText(/^\d+年\d+月\d+日まで$/).textContent()
  const [year = 0, month = 0, day = 0] = [...(told ?? '').matchAll(/\d+/g)].map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** Up to the end: warned of, over by the phone's own clock, over as the authority says. */
async function untilItsEnd(phone: PhoneInHand): Promise<void> {
  const { page, press, read, look, platform } = phone
  expect(await page.getByText('で使えなくなります').count()).toBe(0)
  const [warned, over] = [await dayFromEnd(phone, -80), await dayFromEnd(phone, 1)]
  await sandbox.moveClock('10:00', warned)
  await page.reload()
  await read(/で使えなくなります。お住まいの市区町村の窓口で/)
  await look(`${platform === 'android' ? '60' : '75'}-5A4-ending`)

  const { hash, origin } = new URL(page.url())
  await page.route(fromAuthority, (route) => route.abort())
  await sandbox.moveClock('10:00', over)
  await page.reload()
  await read('有効期限が切れています')
  await look(`${platform === 'android' ? '61' : '76'}-5A4-expired`)
  await page.goto(`${(await sandbox.askLogin()).appUrl}${hash}`)
  await read('電子証明書の有効期限が切れています')
  expect(await page.locator('input').count()).toBe(0)
  await press('ホームへ')
  await page.goto(`${origin}/${hash}`)

  await page.unroute(fromAuthority)
  await page.reload()
  await read('有効期限が切れたため')
}

test('5-A4 on Android what ends soon is told, and what has expired, before a PIN is asked for', async () => {
  const phone = await takePhone(chromium, sandbox, { platform: 'android' })
  const card = await sandbox.newCard()
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await register(phone)
  await untilItsEnd(phone)
  await phone.read('使えなくなっています')
  await phone.close()
})

test('5-A4 1-B① 2-F on an iPhone a locked password is told on the home screen; what ends soon, and what has expired', async () => {
  const iphone = await takePhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, read, type, look } = iphone
  const card = await sandbox.newCard()
  await addCard(iphone, card)
  await press('メニュー')
  await press('iPhoneのマイナンバーカード')
  await press('削除')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  for (const left of [4, 3, 2, 1, 0]) {
    await type('署名用パスワード', 'CHIGAU99')
    if (left === 0) await page.getByRole('checkbox').check({ force: true })
    await press('次へ')
    await press('削除する')
    if (left > 0) await read(`あと${left}回試せます`)
  }
  await read('エラー番号')
  await press('ホームへ')
  await read('一部が使えません')
  await look('74-home-locked')
  await press('パスワードを設定し直す')
  await iphone.see('スマホ用のパスワードを設定し直します')
  await press('戻る')
  await untilItsEnd(iphone)
  await read('利用は終わりました')
  await iphone.close()
})
