/** 1-B① on an Android phone with one certificate only, against the running system: by QR address or pasted, and the hindrances. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  chooseNewPin,
  phonePin,
  register,
  untilCard,
} from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { officials } from './officials.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

const start = 'スマホ用電子証明書を申請する'
const pinLabel = 'スマホ用利用者証明用電子証明書のパスワード'
const asksWhether = 'この画面からログインしますか'

/** 2-C to 2-E for authentication alone. */
async function onlyAuthentication(phone: PhoneInHand, card: Card): Promise<void> {
  const { page, press, see, read, tick, untick } = phone
  await press(start)
  await untilCard(phone, card)
  await page.goBack()
  await untick('スマホ用署名用電子証明書')
  await tick('確認しました')
  await press('申請する')
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await phone.takeAway()
  await press('次へ')
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await read('5 / 6')
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('ホームへ')
  await officials(sandbox).wait(15)
  const registration = '**/registration'
  await page.route(registration, (route) => route.abort())
  await press('登録する')
  await see('スマホ用電子証明書を登録します')
  await press('登録する')
  await read('つながりません')
  await page.unroute(registration)
  await press('戻る')
  await register(phone)
}

/** The QR code's address is opened on this phone, as its camera app would do. */
async function openRequest({ page }: PhoneInHand) {
  const asked = await sandbox.askLogin()
  await page.goto(`${asked.appUrl}${new URL(page.url()).hash}`)
  return asked
}

test('1-B①.login 1-B①.who-asks 1-B①.once 1-B①.refused 1-C②.owner-only 2-C⑤.choose 2-F.set-anew one certificate only: pasted or by its QR address a login shows the site’s name and purpose and asks for the number on its screen; used, late, locked, suspended and ended are told in words', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  const { page, press, see, read, type, tick, look } = phone
  await openRequest(phone)
  await read('まだスマホ用電子証明書がありません')
  await press('ホームへ')
  const card = await sandbox.newCard()
  await onlyAuthentication(phone, card)

  await press('読み取りかた・読み取れないとき')
  await see('別の画面のサイトにログインする')
  await read('スマホに付いているカメラアプリで、QRコードを読み取ります')
  const field = page.getByLabel('カメラで読み取れないときは、アドレスを貼り付けてください')
  await field.fill('マイナポータル')
  await press('次へ')
  await read('ログイン用のアドレスではないようです。')
  await look('50-1B1-paste')
  const pasted = await sandbox.askLogin()
  await field.fill(` ${pasted.appUrl} `)
  await press('次へ')
  await see(asksWhether)
  await read('マイナポータル（練習用）')
  expect(await page.getByLabel('確認番号').inputValue()).toBe('')
  await look('51-1B1-who-asks')
  await press('ヘルプ')
  await page.getByRole('heading', { name: '1-B① マイナポータルにログインする' }).waitFor()
  await press('戻る')
  await press('やめる')
  await read('相手には何も送っていません。')
  await press('ホームへ')

  const asked = await openRequest(phone)
  await see(asksWhether)
  // A PIN in the place of the number, and another screen's number.
  await enterCode(phone, phonePin)
  await read('暗証番号やパスワードではありません')
  expect(page.url()).toContain('/login?request=')
  await look('51-1B1-no-code')
  await enterCode(phone, asked.code === '00' ? '01' : '00')
  await type(pinLabel, phonePin)
  await press('ログインする')
  await read('確認番号が違います')
  await read('あと2回試せます')
  await look('51-1B1-wrong-code')
  await enterCode(phone, asked.code)
  await type(pinLabel, '0001')
  await press('ログインする')
  await read('あと2回試せます')
  await type(pinLabel, phonePin)
  await press('ログインする')
  await see('ログインしました')
  await read('元の画面に戻ってください')
  await page.reload()
  await read('このリンクでは、ログインできません')

  const late = await openRequest(phone)
  await see(asksWhether)
  await enterCode(phone, late.code)
  await officials(sandbox).wait(6)
  await type(pinLabel, phonePin)
  await press('ログインする')
  await read('ログインの受付が終わりました')
  await look('52-1B1-late')

  await enterCode(phone, (await openRequest(phone)).code)
  for (const left of [2, 1, 0]) {
    await type(pinLabel, '0001')
    if (left === 0) {
      await press('ログインする')
      await read('よく確かめてから、このチェックを付けてください。')
      await look('52-1B1-last-try')
      await tick('自分で決めた番号であることを確かめました')
    }
    await press('ログインする')
    if (left > 0) await read(`あと${left}回試せます`)
  }
  await read('スマホ用のパスワードがロックされています')
  await press('パスワードを設定し直す')
  await setAnew(phone, card)

  // Suspended while the PIN is typed the site refuses it; known before, no PIN is asked for.
  await enterCode(phone, (await openRequest(phone)).code)
  await sandbox.suspendPhoneOf(card)
  await type(pinLabel, '7294')
  await press('ログインする')
  await read('一時利用停止中です')
  await page.getByRole('button', { name: '利用再開の手続きをする' }).waitFor()
  await look('53-1B1-suspended')
  await openRequest(phone)
  await read('一時利用停止中です')
  expect(await page.locator('input').count()).toBe(0)
  await press('ホームへ')
  await officials(sandbox).takeBack(card)
  await read('使えなくなっています')
  await openRequest(phone)
  await read('電子証明書は失効しています')
  // The browser logs an error for the network that was taken away at 登録する.
  expect(phone.complaints.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  await phone.close()
})

/** The PIN is reset: another person's card is refused before a new PIN is chosen, and the holder's own birth date brings a warning. */
async function setAnew(phone: PhoneInHand, card: Card): Promise<void> {
  const { press, see, read, type } = phone
  const other = await sandbox.newCard()
  await press('はじめる')
  await type('パスワード', other.slip.signingPassword)
  await press('次へ')
  await phone.hold(other)
  await see('カードの署名用パスワードを入れてください')
  await read('別の人のマイナンバーカードです')
  await phone.takeAway()
  await phone.look('54-anew-wrong-card')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await phone.hold(card)
  await see('新しいパスワードの設定')
  await phone.takeAway()
  await chooseNewPin(phone, card.face.birthDate.slice(0, 4))
  await read('生年月日と同じ番号です。')
  await chooseNewPin(phone, '7294')
  await see('設定し直しました')
}
