/** Adding the card on an iPhone of 390 × 844, interrupted: back, reload, a closed app, two windows, no network (3-C, 3-D). */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addToWallet,
  agreeAndShowFace,
  chooseOwnSecrets,
  enterCardSecrets,
  phonePassword,
  phonePin,
  readCard,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { stageOf } from './kept-stage.ts'

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

/** Chromium's log messages without a network. */
const noNetwork = /ERR_INTERNET_DISCONNECTED/

/** @param take `takePhone` where the app's service worker has a part in it */
async function withIphone(
  way: (iphone: PhoneInHand) => Promise<void>,
  take: typeof takePhone = takeQuickPhone,
) {
  const iphone = await take(chromium, sandbox, { platform: 'iphone' })
  try {
    await way(iphone)
    expect(iphone.complaints.filter((complaint) => !noNetwork.test(complaint))).toEqual([])
  } finally {
    await iphone.close()
  }
}

const titles = {
  list: '用意するものを確かめましょう',
  notes: '注意事項と利用規約',
  face: '顔の動きの撮影',
  faceDone: '顔の動きの撮影が終わりました',
  cardPin: '実物のマイナンバーカードの券面入力用暗証番号の入力',
  cardPassword: '実物のマイナンバーカードの署名用パスワードの入力',
  reading: 'マイナンバーカードの読み取り',
  read: 'カードの読み取りに成功しました',
  pin: 'iPhoneのマイナンバーカードの利用者証明用暗証番号の設定',
  pinAgain: '確認のため、もう一度暗証番号の入力',
  password: 'iPhoneのマイナンバーカードの署名用パスワードの設定',
  passwordAgain: '確認のため、もう一度パスワードの入力',
  wallet: 'ウォレットに追加します',
  sheet: 'マイナンバーカードをウォレットに追加',
  added: '追加の手続きが終わりました',
  home: 'iPhoneのマイナンバーカード',
} as const

test('3-C.nothing-lost the back button goes one step back at each step, and a reload loses nothing after the face check', () =>
  withIphone(async (iphone) => {
    const { page, press, see, type } = iphone
    const card = await sandbox.newCard()
    const backTo = async (title: string) => {
      await page.goBack()
      await see(title)
    }
    const reloadTo = async (title: string) => {
      await page.reload()
      await see(title)
    }
    await untilCheckList(iphone)
    await see(titles.notes)
    await backTo(titles.list)
    await press('次へ')
    await reloadTo(titles.list)
    await iphone.tickAll()
    await press('次へ')
    await agreeAndShowFace(iphone)
    await see(titles.cardPin)
    await backTo(titles.faceDone)
    await backTo(titles.face)
    await backTo(titles.notes)
    await press('次へ')
    await press('撮影をはじめる（練習）')
    await backTo(titles.face)
    await expect.poll(() => stageOf(page)).toBe('iphone-draft')
    await reloadTo(titles.cardPin)
    await type('券面入力用暗証番号', card.slip.cardDataPin)
    await press('次へ')
    await see(titles.cardPassword)
    await backTo(titles.cardPin)
    await enterCardSecrets(iphone, card.slip)
    await see(titles.reading)
    await backTo(titles.cardPassword)
    await reloadTo(titles.cardPin)
    await readCard(iphone, card)
    await reloadTo(titles.read)
    await backTo(titles.home)
    await iphone.read('追加の途中です')
    await press('続きからはじめる')
    await see(titles.read)
  }))

test('3-D①.pin 3-D①.easy-to-guess 3-D③.password two entries that differ, a weak PIN that is insisted on, back and reload at each step up to the receipt', () =>
  withIphone(async (iphone) => {
    const { page, press, see, read, type, tick, look } = iphone
    const card = await sandbox.newCard()
    const backTo = async (title: string) => {
      await page.goBack()
      await see(title)
    }
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await readCard(iphone, card)
    await press('次へ')
    await see(titles.pin)
    await backTo(titles.read)
    await press('次へ')
    await type('暗証番号', '1111')
    await press('次へ')
    await read('同じ数字が4つ並んでいます。')
    await press('次へ')
    await see(titles.pin)
    await tick('当てられやすいことがわかった上で、この番号を使う')
    await press('次へ')
    await see(titles.pinAgain)
    await type('暗証番号', '1112')
    await press('次へ')
    await read('1回目の入力と違います。')
    await press('はじめから決め直す')
    await see(titles.pin)
    await type('暗証番号', phonePin)
    await press('次へ')
    await backTo(titles.pin)
    await type('暗証番号', phonePin)
    await press('次へ')
    await type('暗証番号', phonePin)
    await press('次へ')
    await see(titles.password)
    await type('パスワード', 'mijikai')
    await press('次へ')
    await read('6～16文字で、英大文字と数字の両方を使ってください。')
    await type('パスワード', phonePassword)
    await press('次へ')
    await see(titles.passwordAgain)
    await type('パスワード', 'CHIGAU99')
    await press('次へ')
    await read('1回目の入力と違います。')
    await look('90-3D4-differs')
    await press('はじめから決め直す')
    await see(titles.password)
    await page.reload()
    await see(titles.read)
    await press('次へ')
    for (let times = 0; times < 2; times += 1) {
      await type('暗証番号', phonePin)
      await press('次へ')
    }
    await read('アプリを開き直したため、カードと同じものを自動では入れられません。')
    await look('91-3D3-opened-again')
    for (let times = 0; times < 2; times += 1) {
      await type('パスワード', phonePassword)
      await press('次へ')
    }
    await see(titles.wallet)
    await press('Appleウォレットに追加')
    await see(titles.sheet)
    await backTo(titles.wallet)
    await backTo(titles.home)
    await press('続きからはじめる')
    await addToWallet(iphone)
    await see(titles.added)
    await page.reload()
    await see(titles.added)
    await read('受付番号')
  }))

test('3-D⑥.offline without a network it is kept, can be left, and is handed in later', () =>
  withIphone(async (iphone) => {
    const { page, press, see, read, look } = iphone
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await readCard(iphone, await sandbox.newCard())
    await press('次へ')
    await chooseOwnSecrets(iphone)
    await page.context().setOffline(true)
    await addToWallet(iphone)
    await read('つながりません')
    await look('92-3D6-no-network')
    await press('もう一度送る')
    await read('つながりません')
    await press('あとで送る（ホームへ）')
    await read('iPhone用の暗証番号とパスワードまで決めてあります。')
    await look('93-home-unsent')
    await page.context().setOffline(false)
    await press('続きからはじめる')
    await addToWallet(iphone)
    await see(titles.added)
  }, takePhone))

test('3-D closed in the middle, opened in another window: that one goes on, the first says that it is open elsewhere', () =>
  withIphone(async (iphone) => {
    const { page, see } = iphone
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await readCard(iphone, await sandbox.newCard())
    const second = await page.context().newPage()
    await second.goto(page.url())
    const button = (name: string) => second.getByRole('button', { name, exact: true })
    await second.getByRole('heading', { name: 'ほかの画面で開いています' }).waitFor()
    await button('この画面で使う').click()
    await see('ほかの画面で開いています')
    await page.close()
    await button('続きからはじめる').click()
    await second.getByRole('heading', { name: titles.read }).waitFor()
  }))

test('3-D a request signed too long ago is refused in words, and can be started again without losing a try', () =>
  withIphone(async (iphone) => {
    const { press, see, read } = iphone
    await untilCheckList(iphone)
    await agreeAndShowFace(iphone)
    await readCard(iphone, await sandbox.newCard())
    await press('次へ')
    await chooseOwnSecrets(iphone)
    await sandbox.moveClock('14:00')
    await addToWallet(iphone)
    await see('手続きを止めました')
    await read('時間がたちすぎました')
    await read('カードの残り回数は減りません')
    await press('ホームへ')
    await press('追加をはじめる')
    await see(titles.list)
  }))
