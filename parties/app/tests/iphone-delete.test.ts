/** 3-E and 3-F on an iPhone of 390 × 844, against the running system. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addCard, phonePassword } from '../../../tools/running-app/iphone-steps.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
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

async function withIphones(...ways: ((iphones: PhoneInHand[]) => Promise<void>)[]) {
  const iphones = [
    await takeQuickPhone(chromium, sandbox, { platform: 'iphone' }),
    await takeQuickPhone(chromium, sandbox, { platform: 'iphone' }),
  ]
  try {
    for (const way of ways) await way(iphones)
    // The browser logs an error for the network that is taken away.
    const others = (line: string) => !line.includes('ERR_FAILED')
    for (const { complaints } of iphones) expect(complaints.filter(others)).toEqual([])
  } finally {
    for (const iphone of iphones) await iphone.close()
  }
}

async function openDeletion({ press, see }: PhoneInHand) {
  await press('メニュー')
  await press('iPhoneのマイナンバーカード')
  await see('iPhoneのマイナンバーカード')
}

test('3-E⑤.ways 3-E⑥.password 3-E⑦.done the card on this iPhone is deleted by its own password, a wrong one costs a try', () =>
  withIphones(async ([iphone]) => {
    if (iphone === undefined) throw new Error('no iPhone')
    const { press, see, read, type, look } = iphone
    await addCard(iphone, await sandbox.newCard())
    await openDeletion(iphone)
    await look('40-3E4-on-this-iphone')
    await press('削除')
    await see('削除方法を選んでください')
    await look('41-3E5-ways')
    await iphone.page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
    await see('iPhoneのマイナンバーカードの署名用パスワードの入力')
    await type('署名用パスワード', 'CHIGAU99')
    await press('次へ')
    // Told before the last question, not after it.
    await read('あと4回試せます')
    await look('43-3E6-wrong-password')
    await type('署名用パスワード', phonePassword)
    await press('次へ')
    await see('本当に削除しますか')
    await look('42-3E-sure')
    await iphone.page.route('**/revocation', (route) => route.abort())
    await press('削除する')
    await see('まだ削除していません')
    await look('46-3E-not-yet')
    await press('ホームへ')
    await press('手続きを続ける')
    await see('まだ削除していません')
    await iphone.page.unroute('**/revocation')
    await press('もう一度送る')
    await see('削除完了')
    await look('44-3E7-deleted')
    await press('ホームへ')
    await iphone.page.getByRole('button', { name: '追加をはじめる' }).waitFor()
    await look('45-home-after-deletion')
  }))

test('3-E⑥.card 3-F②.menu 3-F④.read 3-F⑤.deleted by the card: on this iPhone, and from an iPhone without one the one on the other', () =>
  withIphones(async ([other, here]) => {
    if (other === undefined || here === undefined) throw new Error('no iPhones')
    const card = await sandbox.newCard()
    await addCard(other, card)

    await here.press('メニュー')
    await here.look('50-3F2-menu')
    await here.page.getByRole('button', { name: /^別のスマートフォンのカードを削除/ }).click()
    await here.see('実物のマイナンバーカードの署名用パスワードの入力')
    await here.read('別のスマートフォンのマイナンバーカードを削除することに署名します。')
    await here.look('51-3F3-card-password')
    await here.type('署名用パスワード', card.slip.signingPassword)
    await here.press('次へ')
    await here.see('本当に削除しますか')
    await here.press('削除する')
    await here.see('マイナンバーカードの読み取り')
    await here.read('マイナンバーカードの上にiPhone背面上部をぴったりと合わせてください。')
    await here.read('読み取りかたを確認')
    await here.look('52-3F4-read')
    await here.page.route('**/deletions', (route) => route.abort())
    await here.press('読み取り開始')
    await here.hold(card)
    await here.read('つながりません')
    await here.takeAway()
    await here.page.goto(here.page.url().replace('/#', '/?anew#'))
    await here.page.unroute('**/deletions')
    // Closed without an answer: it goes on, and neither password nor card is asked for again.
    await here.press('手続きを続ける')
    await here.see('削除完了')
    await here.read('iPhone 15')
    await here.look('53-3F5-deleted')
    await here.press('ホームへ')
    await other.page.getByRole('button', { name: '追加をはじめる' }).waitFor({ timeout: 60_000 })
    await other.look('54-3F-the-other-iphone')

    // Now the card goes onto this iPhone, and leaves it by the card itself.
    await addCard(here, card)
    await openDeletion(here)
    await here.press('削除')
    await here.page.getByRole('button', { name: /^実物のマイナンバーカードで削除/ }).click()
    await here.read('iPhoneのマイナンバーカードを削除することに署名します。')
    await here.type('署名用パスワード', card.slip.signingPassword)
    await here.press('次へ')
    await here.press('削除する')
    await here.hold(card)
    await here.see('削除完了')
  }))

test('3-F.nothing-there a person without another phone learns that there is none', () =>
  withIphones(async ([iphone]) => {
    if (iphone === undefined) throw new Error('no iPhone')
    const card = await sandbox.newCard()
    await iphone.press('メニュー')
    await iphone.page.getByRole('button', { name: /^別のスマートフォンのカードを削除/ }).click()
    await iphone.type('署名用パスワード', card.slip.signingPassword)
    await iphone.press('次へ')
    await iphone.press('削除する')
    await iphone.press('読み取り開始')
    await iphone.hold(card)
    await iphone.read('削除するカードがありません')
    await iphone.look('55-3F-nothing-to-delete')
  }))
