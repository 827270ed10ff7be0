/** 1-A③ against the running system: a finger or a face in place of the PIN, on both faces, and all ways back to the PIN. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveRecognition } from '../../../tools/recognising-phone.ts'
import * as android from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import * as iphone from '../../../tools/running-app/iphone-steps.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

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

const { phonePin } = android
const pinLabel = 'スマホ用利用者証明用電子証明書のパスワード'

async function androidInUse(card: Card): Promise<PhoneInHand> {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'android' })
  await phone.press('スマホ用電子証明書を申請する')
  await android.untilCard(phone, card)
  await android.handIn(phone, card)
  await sandbox.moveClock('11:00')
  await android.register(phone)
  return phone
}

/** The portal asks, and the phone opens the request. @returns the code on the portal's screen */
async function openLogin({ page }: PhoneInHand): Promise<string> {
  const asked = await sandbox.askLogin()
  await page.goto(`${asked.appUrl}${new URL(page.url()).hash}`)
  return asked.code
}

async function askedToLogIn(phone: PhoneInHand): Promise<void> {
  const code = await openLogin(phone)
  await phone.see('この画面からログインしますか')
  await enterCode(phone, code)
}

async function enterPin({ page }: PhoneInHand, pin: string): Promise<void> {
  await page.locator('input[name=pin]').fill(pin)
  await page.keyboard.press('Enter')
}

test('1-A③.android 1-A③.pin-stays 1-A③.password-stays 1-A③.turned-off on Android a finger or a face logs in at the portal; unknown ones lead to the PIN; a locked PIN stops both; off again', async () => {
  const card = await sandbox.newCard()
  const phone = await androidInUse(card)
  const { page, press, see, read, type, look } = phone
  const recognition = await giveRecognition(page)

  await press('メニュー')
  await press('指紋・顔で使う')
  await see('指紋・顔で使う')
  await read('指紋や顔のデータは、このスマホの外に出ません。')
  await look('30-1A3-about')
  await press('はじめる')
  await type(pinLabel, '0000')
  await press('次へ')
  await read('あと2回試せます')
  await look('31-1A3-pin')
  await type(pinLabel, phonePin)
  await press('次へ')
  await see('スマホの確認画面が出ます')
  await look('32-1A3-ready')
  await recognition.knowsNobody()
  await press('確認画面を出す')
  await read('パスワードの残り回数は減っていません。')
  await look('33-1A3-unrecognised')
  expect(await recognition.credentials()).toBe(0)
  await recognition.anew()
  await press('確認画面を出す')
  await see('指紋・顔で使えるようになりました')
  await look('34-1A3-on')
  expect(await recognition.credentials()).toBe(1)
  await press('ホームへ')
  await press('くわしい状態を見る')
  await read('使っています')
  await look('35-1A3-status')
  await press('ホームへ')
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  await see('パスワード入力')
  await page.getByLabel('パスワード', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: /指紋|顔/ }).count()).toBe(0)

  await askedToLogIn(phone)
  await see('指紋・顔でログイン')
  await look('36-1A3-login')
  await press('指紋・顔でログインする')
  await see('ログインしました')

  await askedToLogIn(phone)
  await recognition.finger(false)
  await press('指紋・顔でログインする')
  await see('確認しています')
  await press('パスワードを入れる')
  await see('スマホ用のパスワードを入れてください')
  await recognition.finger(true)
  await press('指紋・顔でログインする')
  await see('ログインしました')

  await askedToLogIn(phone)
  await recognition.knowsNobody()
  await press('指紋・顔でログインする')
  await read('指紋・顔で確認できませんでした')
  await look('37-1A3-login-unrecognised')
  await enterPin(phone, '0000')
  await read('あと2回試せます') // a finger has cost no try
  await enterPin(phone, phonePin)
  await see('ログインしました')
  await press('ホームへ')

  await press('メニュー')
  await press('指紋・顔で使う')
  await look('38-1A3-is-on')
  await press('使うのをやめる')
  await look('39-1A3-sure')
  await press('使うのをやめる')
  await see('使うのをやめました')
  await look('40-1A3-off')
  await askedToLogIn(phone)
  await see('スマホ用のパスワードを入れてください')
  expect(await page.getByRole('button', { name: '指紋・顔でログインする' }).count()).toBe(0)
  await enterPin(phone, phonePin)
  await see('ログインしました')
  await press('ホームへ')

  await recognition.anew()
  await turnOn(phone)
  await askedToLogIn(phone)
  await press('パスワードを入れる')
  for (const left of [2, 1, 0]) {
    await page.locator('input[name=pin]').fill('0000')
    if (left === 0) await phone.tick('自分で決めた番号であることを確かめました')
    await page.getByRole('button', { name: 'ログインする', exact: true }).click()
    await read(left === 0 ? 'スマホ用のパスワードがロックされています' : `あと${left}回試せます`)
  }
  await press('ホームへ')
  await openLogin(phone)
  await read('スマホ用のパスワードがロックされています') // neither a PIN nor a finger is asked for any more
  await page.goto(`${sandbox.origin('app')}/${new URL(page.url()).hash}`)
  await press('メニュー')
  await press('指紋・顔で使う')
  await see('設定を続けられません')
  await look('41-1A3-locked')
  await press('パスワードを設定し直す')
  await press('はじめる')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await phone.hold(card)
  await see('新しいパスワードの設定')
  await phone.takeAway()
  await android.chooseNewPin(phone, '7145')
  await see('設定し直しました')
  await press('ホームへ')
  await turnOn(phone, '7145')
  await askedToLogIn(phone)
  await press('指紋・顔でログインする')
  await see('ログインしました')

  await askedToLogIn(phone)
  await sandbox.suspendPhoneOf(card)
  await press('指紋・顔でログインする')
  await see('ログインできませんでした')
  await read('一時利用停止中です')
  expect(phone.complaints).toEqual([])
  await phone.close()
}, 300_000)

async function turnOn({ press, see, type }: PhoneInHand, pin = phonePin): Promise<void> {
  await press('メニュー')
  await press('指紋・顔で使う')
  await press('はじめる')
  await type(pinLabel, pin)
  await press('次へ')
  await press('確認画面を出す')
  await see('指紋・顔で使えるようになりました')
  await press('ホームへ')
}

test('1-A③.iphone 1-A③.pin-stays 1-A③.turned-off on an iPhone Face ID or Touch ID logs in at the portal, with the PIN beside it, and is off again', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, type, look } = phone
  await sandbox.moveClock('10:00')
  await iphone.addCard(phone, await sandbox.newCard())
  const recognition = await giveRecognition(page)
  await press('メニュー')
  await press('Face ID・Touch IDで使う')
  await see('Face ID・Touch IDで使う')
  await look('51-1A3-about')
  await press('はじめる')
  await look('52-1A3-pin')
  await type('暗証番号', iphone.phonePin)
  await press('次へ')
  await see('iPhoneの確認画面が出ます')
  await look('53-1A3-ready')
  await press('確認画面を出す')
  await see('Face ID・Touch IDで使えるようになりました')
  await look('54-1A3-on')
  await press('ホームへ')
  await press('メニュー')
  await press('iPhoneのマイナンバーカード')
  await read('使っています')
  await look('55-1A3-card')

  await askedToLogIn(phone)
  await see('Face ID・Touch IDでログイン')
  await look('56-1A3-login')
  await press('Face ID・Touch IDでログインする')
  await see('ログインしました')
  await askedToLogIn(phone)
  await recognition.knowsNobody()
  await press('Face ID・Touch IDでログインする')
  await read('Face ID・Touch IDで確認できませんでした')
  await look('57-1A3-login-unrecognised')
  await enterPin(phone, iphone.phonePin)
  await see('ログインしました')
  await press('ホームへ')

  await press('メニュー')
  await press('Face ID・Touch IDで使う')
  await press('使うのをやめる')
  await press('使うのをやめる')
  await see('使うのをやめました')
  await press('ホームへ')
  await askedToLogIn(phone)
  await enterPin(phone, iphone.phonePin)
  await see('ログインしました')
  expect(phone.complaints).toEqual([])
  await phone.close()
}, 300_000)

test('1-A③.not-here a phone that recognises its holder and opens no key for it says so, and leaves nothing behind', async () => {
  await sandbox.moveClock('10:00')
  const phone = await androidInUse(await sandbox.newCard())
  const { page, press, see, read, type } = phone
  const recognition = await giveRecognition(page, { prf: false })
  await press('メニュー')
  await press('指紋・顔で使う')
  await press('はじめる')
  await type(pinLabel, phonePin)
  await press('次へ')
  await press('確認画面を出す')
  await see('指紋・顔は使えません')
  await read('鍵を開けるしくみに対応していません')
  await expect.poll(() => recognition.credentials()).toBe(0)
  await press('ホームへ')
  await askedToLogIn(phone)
  await see('スマホ用のパスワードを入れてください')
  expect(phone.complaints).toEqual([])
  await phone.close()
})
