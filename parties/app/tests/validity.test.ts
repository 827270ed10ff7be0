/** 5-A4 on both faces: the end of validity is announced three months before and on its day, with or without the authority. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { handIn, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addCard } from '../../../tools/running-app/iphone-steps.ts'
import { fromAuthority, untilItsEnd } from '../../../tools/running-app/last-day.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import { type Sandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  chromium = await openHeadlessShell()
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

/** Up to the end: warned of, over by the phone's own clock, over as the authority says. */
async function toTheEnd(phone: PhoneInHand): Promise<void> {
  const { page, press, read, look, platform } = phone
  const number = platform === 'android' ? 60 : 75
  expect(await page.getByText('で使えなくなります').count()).toBe(0)
  await untilItsEnd(phone, sandbox, {
    soon: () => look(`${number}-5A4-ending`),
    expired: () => look(`${number + 1}-5A4-expired`),
  })
  const { hash, origin } = new URL(page.url())
  await page.goto(`${(await sandbox.askLogin()).appUrl}${hash}`)
  await read('電子証明書の有効期限が切れています')
  expect(await page.locator('input').count()).toBe(0)
  await press('ホームへ')
  await page.goto(`${origin}/${hash}`)
  await page.unroute(fromAuthority)
  await page.reload()
  await read('有効期限が切れたため')
}

test('5-A4.warned 5-A4.expired on Android a certificate that ends soon or has expired is reported before a PIN is asked for', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  const card = await sandbox.newCard()
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await register(phone)
  await toTheEnd(phone)
  await phone.read('使えなくなっています')
  await phone.close()
})

test('5-A4.warned 5-A4.expired 2-F on an iPhone a locked password is shown on the home screen, and a card that ends soon or has expired', async () => {
  const iphone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
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
    if (left > 0) await read(`あと${left}回試せます`)
  }
  await read('エラー番号')
  await page.getByRole('button', { name: /^実物のマイナンバーカードで削除/ }).waitFor()
  await look('73-3E-locked')
  await press('戻る')
  await press('戻る')
  await press('戻る')
  await read('一部が使えません')
  await look('74-home-locked')
  await press('パスワードを設定し直す')
  await iphone.see('iPhone用の暗証番号・パスワードを設定し直します')
  await press('戻る')
  await toTheEnd(iphone)
  await read('利用は終わりました')
  await iphone.close()
})
