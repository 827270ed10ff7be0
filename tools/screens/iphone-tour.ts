/** Through every screen of an iPhone, stretch by stretch. A new screen: a line in list.ts, a `snap` here. */

import {
  addCard,
  agreeAndShowFace,
  phonePassword,
  phonePin,
  untilCheckList,
} from '../running-app/iphone-steps.ts'
import { untilItsEnd } from '../running-app/last-day.ts'
import { enterCode } from '../running-app/login-code.ts'
import type { PhoneInHand } from '../running-app/phone-in-hand.ts'
import type { Card } from '../running-app/sandbox.ts'
import type { IphoneScreen } from './list.ts'
import {
  forgottenByAuthority,
  holdBack,
  offline,
  refuseOnce,
  type Stretch,
  slowCard,
  type Tour,
} from './tour.ts'

type IphoneTour = Tour<IphoneScreen>
const wrongPassword = 'CHIGAU99'
const wrongPin = ({ slip }: Card) => (slip.cardDataPin === '5555' ? '6666' : '5555')

async function firstLook({ take, snap }: IphoneTour) {
  const phone = await take()
  const { press, see, page, tick } = phone
  await see('iPhoneのマイナンバーカード')
  await snap(phone, 'home without a card')
  await press('メニュー')
  await see('メニュー')
  await snap(phone, 'menu without a card')
  await press('ヘルプ・お問い合わせ')
  await see('ヘルプ')
  await snap(phone, 'help')
  await press('戻る')
  await page.getByRole('button', { name: /^なくしたとき/ }).click()
  await snap(phone, 'loss')
  await press('戻る')
  await page.getByRole('button', { name: /^新しいスマホに替えるとき/ }).click()
  await press('古いスマホ')
  await press('iPhone')
  await snap(phone, 'new phone, plan')
  await press('戻る')
  await press('戻る')
  await press('追加をはじめる')
  await phone.read('このiPhoneは対応しています。')
  await snap(phone, 'check list')
  await press('次へ')
  await phone.read('まだチェックが付いていないものがあります。')
  await snap(phone, 'check list, something is missing')
  for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
  await press('次へ')
  await see('注意事項と利用規約')
  await snap(phone, 'notes and terms')
  await press('次へ')
  await phone.read('読んでから、チェックを付けてください。')
  await snap(phone, 'notes without the tick')
  await tick('注意事項を確認し、利用規約に同意します')
  await press('次へ')
  await see('顔の動きの撮影')
  await snap(phone, 'face explained')
  await press('撮影をはじめる（練習）')
  await snap(phone, 'face to the front')
  await press('動かしました（練習）')
  await snap(phone, 'face to the right')
  for (let moves = 0; moves < 3; moves += 1) await press('動かしました（練習）')
  await see('顔の動きの撮影が終わりました')
  await snap(phone, 'face done')
}

async function notSupported({ take, snap }: IphoneTour) {
  const old = await take({ os: '17.7' })
  await old.press('追加をはじめる')
  await old.see('iOSのバージョンが古い可能性があります')
  await snap(old, 'iOS too old')
  const other = await take({ model: 'iPhone 6' })
  await other.press('追加をはじめる')
  await other.page.getByRole('heading', { level: 1, name: /対応/ }).waitFor()
  await snap(other, 'model not supported')
}

async function untilPin(phone: PhoneInHand) {
  await untilCheckList(phone)
  await agreeAndShowFace(phone)
  await phone.see('実物のマイナンバーカードの券面入力用暗証番号の入力')
}

async function enterCardSecrets({ type, press }: PhoneInHand, pin: string, password: string) {
  await type('券面入力用暗証番号', pin)
  await press('次へ')
  await type('署名用パスワード', password)
  await press('次へ')
}

async function cardTroubles({ take, snap, sandbox }: IphoneTour) {
  const phone = await take()
  const { press, read, type, see } = phone
  const card = await sandbox.newCard()
  const slow = await slowCard(phone, 2)
  await untilPin(phone)
  await enterCardSecrets(phone, wrongPin(card), wrongPassword)
  await phone.hold(card)
  await see('カードを合わせたまま、お待ちください')
  await snap(phone, 'card is read')
  await phone.takeAway()
  slow.letGo()
  await read('カードが離れました')
  await snap(phone, 'card away')
  await phone.hold(card)
  await read('あと2回試せます')
  await snap(phone, 'wrong PIN, tries left')
  await type('券面入力用暗証番号', card.slip.cardDataPin)
  await press('次へ')
  await type('署名用パスワード', wrongPassword)
  await press('次へ')
  await read('あと4回試せます')
  await snap(phone, 'wrong password, tries left')

  const other = await take()
  const second = await sandbox.newCard()
  await untilPin(other)
  await enterCardSecrets(other, wrongPin(second), second.slip.signingPassword)
  await other.hold(second)
  for (const left of [2, 1]) {
    await other.read(`あと${left}回試せます`)
    await other.type('券面入力用暗証番号', wrongPin(second))
    if (left === 1) await other.tick(/確かめました/)
    await other.press('次へ')
    await other.type('署名用パスワード', second.slip.signingPassword)
    await other.press('次へ')
  }
  await other.read('券面入力用暗証番号がロックされています')
  await snap(other, 'PIN of the card locked')
}

async function addItAll({ take, snap, sandbox }: IphoneTour) {
  const phone = await take()
  const { page, press, read, type, see } = phone
  const card = await sandbox.newCard()
  await untilPin(phone)
  await snap(phone, 'PIN for card data input')
  await type('券面入力用暗証番号', card.slip.cardDataPin)
  await press('次へ')
  await see('実物のマイナンバーカードの署名用パスワードの入力')
  await snap(phone, 'password of the card')
  await type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('マイナンバーカードの読み取り')
  await snap(phone, 'hold the card')
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await snap(phone, 'card was read')
  await phone.takeAway()
  await press('戻る')
  await see('iPhoneのマイナンバーカード')
  await snap(phone, 'home, not finished')
  await press('続きからはじめる')
  await press('次へ')
  await see('iPhoneのマイナンバーカードの利用者証明用暗証番号の設定')
  await snap(phone, 'new PIN')
  await type('暗証番号', '1234')
  await press('次へ')
  await read('人に当てられやすい番号です')
  await snap(phone, 'PIN easy to guess')
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('確認のため、もう一度暗証番号の入力')
  await snap(phone, 'PIN again')
  await type('暗証番号', '8303')
  await press('次へ')
  await read('1回目の入力と違います。')
  await snap(phone, 'PIN differs')
  await type('暗証番号', phonePin)
  await press('次へ')
  await see('iPhoneのマイナンバーカードの署名用パスワードの設定')
  await snap(phone, 'new password')
  await type('パスワード', phonePassword)
  await press('次へ')
  await see('確認のため、もう一度パスワードの入力')
  await snap(phone, 'password again')
  await type('パスワード', phonePassword)
  await press('次へ')
  await see('ウォレットに追加します')
  await snap(phone, 'add to the wallet')
  await press('Appleウォレットに追加')
  await see('マイナンバーカードをウォレットに追加')
  await snap(phone, 'sheet of the wallet')
  const sending = await holdBack(phone, '**/applications')
  await press('続ける')
  await see('追加を申し込んでいます')
  await snap(phone, 'sending')
  await offline(phone, true)
  sending.letGo()
  await read('もう一度送る')
  await snap(phone, 'no network while sending')
  await offline(phone, false)
  await see('追加の手続きが終わりました')
  await snap(phone, 'wait')
  await press('ホームへ')
  await page.getByText('受付番号').first().waitFor()
  await snap(phone, 'home, waiting')
  await sandbox.moveClock('11:00')
  await page.getByText('利用可能', { exact: false }).first().waitFor()
  await page.getByText('使える期限').waitFor()
  await snap(phone, 'home, usable')
  await press('メニュー')
  await snap(phone, 'menu, usable')
  await page.getByRole('button', { name: /^お知らせ/ }).click()
  await see('お知らせ')
  await snap(phone, 'notices')
}

async function afterHours({ take, snap, sandbox }: IphoneTour) {
  await sandbox.moveClock('20:00')
  const phone = await take()
  const card = await sandbox.newCard()
  await untilPin(phone)
  await enterCardSecrets(phone, card.slip.cardDataPin, card.slip.signingPassword)
  await phone.hold(card)
  await phone.see('カードの読み取りに成功しました')
  await phone.takeAway()
  await phone.press('次へ')
  await phone.type('暗証番号', phonePin)
  await phone.press('次へ')
  await phone.see('確認のため、もう一度暗証番号の入力')
  await phone.type('暗証番号', phonePin)
  await phone.press('次へ')
  await phone.see('iPhoneのマイナンバーカードの署名用パスワードの設定')
  await phone.tick(/^実物のマイナンバーカードの署名用パスワードと同じ英数字を入力/)
  await snap(phone, 'the same as that of the card')
  await phone.press('次へ')
  await phone.see('確認のため、もう一度パスワードの入力')
  await phone.type('パスワード', card.slip.signingPassword)
  await phone.press('次へ')
  await phone.press('Appleウォレットに追加')
  await phone.press('続ける')
  await phone.see('追加の手続きが終わりました')
  await snap(phone, 'wait, after hours')
}

async function inUse({ take, sandbox }: IphoneTour, card: Card): Promise<PhoneInHand> {
  const phone = await take()
  await sandbox.moveClock('10:00')
  await addCard(phone, card)
  return phone
}

async function login(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, read } = phone
  const asked = await sandbox.askLogin()
  await page.goto(`${asked.appUrl}${new URL(page.url()).hash}`)
  await phone.see('この画面からログインしますか')
  await snap(phone, 'who asks')
  await enterCode(phone, asked.code)
  await page.locator('input[name=pin]').waitFor()
  await snap(phone, 'PIN of the iPhone')
  await page.locator('input[name=pin]').fill(phonePin)
  await page.keyboard.press('Enter')
  await read('元の画面に戻ってください')
  await snap(phone, 'logged in')
}

async function resetSecretAndDelete(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, see, read, type } = phone
  await press('メニュー')
  await page.getByRole('button', { name: /^情報を見せる/ }).click()
  await see('情報を見せる')
  await snap(phone, 'details to be shown, address asked for')
  await press('戻る')
  await page.getByRole('button', { name: /^見せた記録/ }).click()
  await read('まだ記録はありません。')
  await snap(phone, 'what was shown, nothing yet')
  await press('戻る')
  await page.getByRole('button', { name: /^パスワードを設定し直す/ }).click()
  await page.getByRole('checkbox').first().waitFor()
  await snap(phone, 'which secret to reset')
  await press('戻る')
  await see('メニュー')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカード/ }).click()
  await page.getByRole('button', { name: '削除', exact: true }).waitFor()
  await snap(phone, 'card on this iPhone')
  await press('削除')
  await see('削除方法を選んでください')
  await snap(phone, 'ways to delete')
  await page.getByRole('button', { name: /^実物のマイナンバーカードで削除/ }).click()
  await see('実物のマイナンバーカードの署名用パスワードの入力')
  await snap(phone, 'password of the card to delete')
  await type('署名用パスワード', wrongPassword)
  await press('次へ')
  await press('削除する')
  await see('マイナンバーカードの読み取り')
  await snap(phone, 'hold the card to delete')
  await press('戻る')
  await press('戻る')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  await see('iPhoneのマイナンバーカードの署名用パスワードの入力')
  await snap(phone, 'password of the iPhone')
  await type('署名用パスワード', wrongPassword)
  await press('次へ')
  await read('あと4回試せます')
  await snap(phone, 'wrong password of the iPhone')
  await type('署名用パスワード', phonePassword)
  await press('次へ')
  await see('本当に削除しますか')
  await snap(phone, 'last question')
  await refuseOnce(phone, '**/revocation', 'NOT_FOUND')
  await press('削除する')
  await see('手続きを止めました')
  await snap(phone, 'deletion refused')
}

async function deleted(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, see, type } = phone
  await press('メニュー')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカード/ }).click()
  await press('削除')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  await type('署名用パスワード', phonePassword)
  await press('次へ')
  const deleting = await holdBack(phone, '**/revocation')
  await press('削除する')
  await see('削除しています')
  await snap(phone, 'deleting')
  await offline(phone, true)
  deleting.letGo()
  await see('まだ削除していません')
  await snap(phone, 'no network while deleting')
  await press('ホームへ')
  await snap(phone, 'home, deletion without an answer')
  await offline(phone, false)
  await press('手続きを続ける')
  await see('削除完了')
  await snap(phone, 'deleted')
  await press('ホームへ')
  await page.getByRole('button', { name: '追加をはじめる' }).waitFor()
  await snap(phone, 'home after the deletion')
}

async function otherPhone(tour: IphoneTour) {
  const { take, snap, sandbox } = tour
  const card = await sandbox.newCard()
  await inUse(tour, card)
  const here = await take()
  await here.press('メニュー')
  await here.page.getByRole('button', { name: /^別のスマートフォンのカードを削除/ }).click()
  await here.see('実物のマイナンバーカードの署名用パスワードの入力')
  await snap(here, 'password of the card, other phone')
  await here.type('署名用パスワード', card.slip.signingPassword)
  await here.press('次へ')
  await here.see('本当に削除しますか')
  await snap(here, 'last question, other phone')
  await here.press('削除する')
  await here.see('マイナンバーカードの読み取り')
  await snap(here, 'before 読み取り開始')
  const sending = await holdBack(here, '**/deletions')
  await here.press('読み取り開始')
  await here.hold(card)
  await here.see('カードを合わせたまま、お待ちください')
  await snap(here, 'reading, other phone')
  sending.letGo()
  await here.see('削除完了')
  await snap(here, 'deleted on the other phone')
  await here.takeAway()
  await here.press('ホームへ')

  const alone = await sandbox.newCard()
  await here.press('メニュー')
  await here.page.getByRole('button', { name: /^別のスマートフォンのカードを削除/ }).click()
  await here.type('署名用パスワード', alone.slip.signingPassword)
  await here.press('次へ')
  await here.press('削除する')
  await here.press('読み取り開始')
  await here.hold(alone)
  await here.read('削除するカードがありません')
  await snap(here, 'nothing to delete')
}

async function lost(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  await sandbox.suspendPhoneOf(card)
  await phone.read('一時利用停止中')
  await snap(phone, 'suspended')
}

async function newAuthority(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  await forgottenByAuthority(phone)
  await phone.read('窓口に記録がありません')
  await snap(phone, 'home, unknown to the authority')
  await phone.press('はじめの状態に戻す')
  await phone.see('このiPhoneを、はじめの状態に戻しますか')
  await snap(phone, 'reset phone')
}

async function lockedThenExpired(tour: IphoneTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, read, type } = phone
  await press('メニュー')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカード/ }).click()
  await press('削除')
  await page.getByRole('button', { name: /^iPhoneのマイナンバーカードの署名用/ }).click()
  for (const left of [4, 3, 2, 1, 0]) {
    await type('署名用パスワード', wrongPassword)
    if (left === 0) await phone.tickAll()
    await press('次へ')
    if (left > 0) await read(`あと${left}回試せます`)
  }
  await read('エラー番号')
  await snap(phone, 'password of the iPhone locked')
  await press('戻る')
  await press('戻る')
  await press('戻る')
  await read('一部が使えません')
  await snap(phone, 'home, password locked')
  await untilItsEnd(phone, sandbox, {
    soon: () => snap(phone, 'home, ends soon'),
    expired: () => snap(phone, 'home, expired'),
  })
}

export const iphoneTour: readonly Stretch<IphoneScreen>[] = [
  firstLook,
  notSupported,
  cardTroubles,
  addItAll,
  afterHours,
  login,
  resetSecretAndDelete,
  deleted,
  otherPhone,
  lost,
  newAuthority,
  lockedThenExpired,
]
