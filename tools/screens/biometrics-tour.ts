/** 1-A③ on an Android phone: a finger or a face in place of the PIN, from where there is none to where the PIN is locked. */

import { giveRecognition } from '../recognising-phone.ts'
import { phonePin } from '../running-app/android-steps.ts'
import { enterCode } from '../running-app/login-code.ts'
import { type AndroidTour, inUse } from './android-in-use.ts'

const pinLabel = 'スマホ用利用者証明用電子証明書のパスワード'
const entry = '指紋・顔で使う'

export async function biometrics(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, see, read, type } = phone
  const { origin, hash } = new URL(page.url())
  await press('メニュー')
  await press(entry)
  await see('指紋・顔は使えません')
  await snap(phone, 'no finger or face available')
  await press('ホームへ')
  const recognition = await giveRecognition(page)
  await press('メニュー')
  await press(entry)
  await see(entry)
  await snap(phone, 'finger or face')
  await press('はじめる')
  await snap(phone, 'finger or face, PIN first')
  await type(pinLabel, phonePin)
  await press('次へ')
  await see('スマホの確認画面が出ます')
  await snap(phone, 'finger or face, before the phone asks')
  await recognition.finger(false)
  await press('確認画面を出す')
  await see('確認しています')
  await snap(phone, 'finger or face, the phone asks')
  await press('戻る')
  await see('スマホの確認画面が出ます')
  await recognition.finger(true)
  await press('確認画面を出す')
  await see('指紋・顔で使えるようになりました')
  await snap(phone, 'finger or face, turned on')

  const asked = await sandbox.askLogin()
  await page.goto(`${asked.appUrl}${hash}`)
  await see('この画面からログインしますか')
  await enterCode(phone, asked.code)
  await see('指紋・顔でログイン')
  await snap(phone, 'login by finger or face')
  await recognition.finger(false)
  await press('指紋・顔でログインする')
  await see('確認しています')
  await snap(phone, 'login, the phone asks')
  await press('パスワードを入れる')
  await see('スマホ用のパスワードを入れてください')
  await recognition.finger(true)
  await press('指紋・顔でログインする')
  await see('ログインしました')

  await page.goto(`${origin}/${hash}`)
  await press('メニュー')
  await press(entry)
  await read('使うのをやめる')
  await snap(phone, 'finger or face is on')
  await press('使うのをやめる')
  await snap(phone, 'finger or face, off for sure')
  await press('使うのをやめる')
  await see('使うのをやめました')
  await snap(phone, 'finger or face, turned off')
  await press('ホームへ')

  await press('メニュー')
  await press(entry)
  await press('はじめる')
  for (const left of [2, 1, 0]) {
    await type(pinLabel, '0000')
    if (left === 0) await phone.tick('自分で決めた番号であることを確かめました')
    await press('次へ')
    await read(left === 0 ? 'スマホ用のパスワードがロックされています' : `あと${left}回試せます`)
  }
  await snap(phone, 'finger or face, PIN locked')
}
