/** A registered Android phone: login, revocation, a secret set anew (1-B①, 2-F). */

import {
  chooseNewPassword,
  chooseNewPin,
  phonePassword,
  phonePin,
} from '../running-app/android-steps.ts'
import { enterCode } from '../running-app/login-code.ts'
import { type AndroidTour, inUse, wrongPassword } from './android-in-use.ts'
import { holdBack, offline, refuseOnce } from './tour.ts'

/** The requests themselves; the address of the app names one too. */
const atPortal = /^http:\/\/portal[^?]*login-requests/

export async function login(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, see, read, tick } = phone
  const { hash } = new URL(page.url())
  const open = async () => {
    const { appUrl, code } = await sandbox.askLogin()
    await page.goto(`${appUrl}${hash}`)
    return code
  }
  const enter = async (pin: string) => {
    await page.locator('input[name=pin]').fill(pin)
    await page.keyboard.press('Enter')
  }
  const asking = await holdBack(phone, atPortal, 'GET')
  await open()
  await see('ログインの相手を確かめています')
  await snap(phone, 'portal is looked up')
  asking.letGo()
  await see('この画面からログインしますか')
  await snap(phone, 'who asks')
  await press('やめる')
  await see('ログインをやめました')
  await snap(phone, 'declined')
  await enterCode(phone, '4')
  await read('数字2けたを入れてください')
  await snap(phone, 'no number of two digits')
  await enterCode(phone, await open())
  await see('スマホ用のパスワードを入れてください')
  await snap(phone, 'PIN of the phone')
  await enter('5555')
  await read('あと2回試せます')
  await snap(phone, 'wrong PIN, tries left')
  const answering = await holdBack(phone, atPortal)
  await enter(phonePin)
  await see('ログインしています')
  await snap(phone, 'logging in')
  answering.letGo()
  await read('元の画面に戻ってください')
  await snap(phone, 'logged in')
  await enterCode(phone, await open())
  for (const left of [2, 1, 0]) {
    if (left === 0) await tick(/確かめました/)
    await enter('5555')
    await read(left === 0 ? 'ログインできませんでした' : `あと${left}回試せます`)
  }
  await snap(phone, 'PIN locked')
}

export async function revoke(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  const { press, see, read, type } = phone
  await press('メニュー')
  await press('失効')
  await see('スマホ用電子証明書の失効')
  await snap(phone, 'certificates to revoke')
  await press('はじめる')
  await see('パスワード入力')
  await snap(phone, 'password of the phone')
  await type('パスワード', wrongPassword)
  await press('失効する')
  await read('あと4回試せます')
  await snap(phone, 'wrong password of the phone')
  await type('パスワード', phonePassword)
  await press('失効する')
  await see('失効してよろしいですか')
  await snap(phone, 'last question')
  await press('戻る')
  await press('お手元のカードを利用する')
  await see('カードの署名用パスワードを入れてください')
  await snap(phone, 'お手元のカードを利用する')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await press('失効する')
  await see('カードをスマホに当ててください')
  await snap(phone, 'hold the card to revoke')
  await press('戻る')
  await press('戻る')
  await type('パスワード', phonePassword)
  await press('失効する')
  await refuseOnce(phone, '**/revocation', 'NOT_FOUND')
  await press('失効する')
  await see('失効できませんでした')
  await snap(phone, 'revocation refused')
}

export async function revokeAtLast(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { press, see, read, type } = phone
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  await type('パスワード', phonePassword)
  await press('失効する')
  const revoking = await holdBack(phone, '**/revocation')
  await press('失効する')
  await see('失効しています')
  await snap(phone, 'revoking')
  await offline(phone, true)
  revoking.letGo()
  await read('もう一度送る')
  await snap(phone, 'no network while revoking')
  await offline(phone, false)
  await press('もう一度送る')
  await see('失効完了')
  await snap(phone, 'revoked')
  await press('メニューへ')
  await press('戻る')
  await read('使えなくなっています')
  await snap(phone, 'home, ended')
}

export async function resetSecret(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  const { press, see, read, type, tick } = phone
  await press('メニュー')
  await press('失効')
  await press('はじめる')
  for (const left of [4, 3, 2, 1, 0]) {
    await type('パスワード', wrongPassword)
    if (left === 0) await tick(/確かめました/)
    await press('失効する')
    await press('失効する')
    await read(left === 0 ? 'スマホ用のパスワードがロックされています' : `あと${left}回試せます`)
  }
  await snap(phone, 'password of the phone locked')
  await press('戻る')
  await press('戻る')
  await see('メニュー')
  await press('戻る')
  await read('パスワードがロック中')
  await snap(phone, 'home, password locked')
  await press('パスワードを設定し直す')
  await tick(/利用者証明用/)
  await snap(phone, 'which secret to reset')
  await press('はじめる')
  await snap(phone, 'reset secret, password of the card')
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await snap(phone, 'reset secret, hold the card')
  await phone.hold(card)
  await see('新しいパスワードの設定')
  await phone.takeAway()
  await snap(phone, 'reset secret, new password')
  await chooseNewPassword(phone, 'ANEW2026')
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await snap(phone, 'reset secret, new PIN')
  const setting = await holdBack(phone, '**/unblocking')
  await chooseNewPin(phone, '7294')
  await see('設定しています')
  await snap(phone, 'reset secret, setting')
  setting.letGo()
  await see('設定し直しました')
  await snap(phone, 'reset secret, done')

  await press('ホームへ')
  await press('メニュー')
  await press('パスワードを設定し直す')
  await press('はじめる')
  const other = await sandbox.newCard()
  await type('パスワード', other.slip.signingPassword)
  await press('次へ')
  await phone.hold(other)
  await read('別の人のマイナンバーカードです')
  await snap(phone, 'reset secret, card of another person')
  await phone.takeAway()
  await type('パスワード', card.slip.signingPassword)
  await press('次へ')
  await refuseOnce(phone, /nonces/, 'NOT_FOUND')
  await phone.hold(card)
  await see('設定し直せませんでした')
  await snap(phone, 'reset secret, refused')
}
