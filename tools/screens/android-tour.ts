/** Through every screen of an Android phone, stretch by stretch. A new screen: a line in list.ts, a `snap` here. */
import {
  chooseNewPassword,
  chooseNewPin,
  handIn,
  phonePassword,
  phonePin,
  register,
  untilCard,
} from '../../parties/app/tests/android-steps.ts'
import { type AndroidTour, inUse } from './android-in-use.ts'
import { biometrics } from './biometrics-tour.ts'
import type { AndroidScreen } from './list.ts'
import { holdBack, offline, refuseOnce, type Stretch, slowCard } from './tour.ts'

const wrongPassword = 'CHIGAU99'
/** The requests themselves; the address of the app names one too. */
const atPortal = /^http:\/\/portal[^?]*login-requests/
const applyEntry = 'スマホ用電子証明書を申請する'

async function firstLook({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  const { press, see, page, tick, type } = phone
  await snap(phone, 'home, nothing yet')
  await press('メニュー')
  await see('メニュー')
  await snap(phone, 'menu')
  await press('ホーム画面に追加する')
  await see('ホーム画面に追加する')
  await snap(phone, 'add to the home screen')
  await press('戻る')
  await see('メニュー')
  await press('ヘルプ・お問い合わせ')
  await see('ヘルプ')
  await snap(phone, 'help')
  await press('なくしたとき・盗まれたとき')
  await see('なくしたとき・盗まれたとき')
  await snap(phone, 'loss')
  await press('戻る')
  await see('メニュー')
  await press('新しいスマホに替えるとき')
  await snap(phone, 'new phone')
  await press('新しいスマホ')
  await press('iPhone')
  await snap(phone, 'new phone, plan')
  await press('戻る')
  await press(applyEntry)
  await phone.read('このスマホは対応しています。')
  await snap(phone, 'check list')
  await press('次へ')
  await phone.read('まだチェックが付いていないものがあります。')
  await snap(phone, 'check list, something is missing')
  for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
  await press('次へ')
  await see('カードの署名用パスワードを入れてください')
  await snap(phone, 'password of the card')
  await type('署名用パスワード', '1234')
  await press('次へ')
  await snap(phone, 'password of another form')
  const card = await sandbox.newCard()
  await type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('利用するスマホ用電子証明書を選んでください')
  await snap(phone, 'certificates and notes')
  await press('申請する')
  await snap(phone, '申請する without the tick')
  await tick('確認しました')
  await press('申請する')
  await see('カードをスマホに当ててください')
  await snap(phone, 'hold the card')
}

async function notSupported({ take, snap }: AndroidTour) {
  const old = 'Mozilla/5.0 (Linux; Android 8.0) AppleWebKit/537.36 Chrome/68.0.3440.91 Mobile'
  for (const [name, kind, words] of [
    ['model not supported', { model: 'Flip Phone 3' }, 'このスマホは対応していません'],
    ['system too old', { os: '5.1' }, 'Android 6.0以上が必要です。'],
    ['browser too old', { context: { userAgent: old } }, 'Chrome 69以上が必要です。'],
  ] as const) {
    const phone = await take(kind)
    await phone.press(applyEntry)
    await phone.read(words)
    await snap(phone, name)
  }
}

async function withoutNetwork({ take, snap }: AndroidTour) {
  const phone = await take()
  const place = await holdBack(phone, /apply-place/, 'GET')
  await phone.press(applyEntry)
  await phone.see('開いています')
  await snap(phone, 'opening a procedure')
  place.letGo()
  await phone.see('用意するものを確かめましょう')
  await phone.press('戻る')
  await phone.page.route(/supported/, (route) => route.abort())
  await phone.press(applyEntry)
  await phone.read('もう一度確かめる')
  await snap(phone, 'check list, no network')

  const other = await take()
  await other.page.route(/apply-place/, (route) => route.abort())
  await other.press(applyEntry)
  await other.see('開けませんでした')
  await snap(other, 'procedure did not open')
}

async function cardTroubles({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  const { press, see, type, tick } = phone
  const card = await sandbox.newCard()
  const slow = await slowCard(phone, 2)
  await press(applyEntry)
  await untilCard(phone, card)
  await phone.hold(card)
  await see('カードを当てたまま、お待ちください')
  await snap(phone, 'card is read')
  await phone.takeAway()
  slow.letGo()
  await phone.read('カードが離れました')
  await snap(phone, 'card away')
  await press('戻る')
  await press('戻る')
  await see('カードの署名用パスワードを入れてください')
  await type('署名用パスワード', wrongPassword)
  await press('次へ')
  await tick('確認しました')
  await press('申請する')
  await phone.hold(card)
  await phone.read('あと4回試せます')
  await snap(phone, 'wrong password, tries left')
  for (const left of [3, 2, 1]) {
    await type('署名用パスワード', wrongPassword)
    await press('次へ')
    await phone.read(`あと${left}回試せます`)
  }
  await snap(phone, 'one try left')
  await type('署名用パスワード', wrongPassword)
  await tick(/確かめました/)
  await press('次へ')
  await phone.read('カードのパスワードがロックされています')
  await snap(phone, 'card locked')
}

async function readWithoutNetwork({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  await phone.page.route(/nonces/, (route) => route.abort())
  await phone.press(applyEntry)
  const card = await sandbox.newCard()
  await untilCard(phone, card)
  await phone.hold(card)
  await phone.read('もう一度読み取る')
  await snap(phone, 'no network while reading')
}

/** 2-C ⑦ to 2-E and into use. */
async function applyAndRegister({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  const { press, see, read, type } = phone
  const card = await sandbox.newCard()
  await press(applyEntry)
  await untilCard(phone, card)
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await snap(phone, 'card was read')
  await press('次へ')
  await phone.takeAway()
  await read('スマホ用署名用電子証明書の新しいパスワードを')
  await snap(phone, 'new password')
  await type('新しいパスワード', phonePassword)
  await type('確認のため、もう一度入力してください。', 'SUMAHO78')
  await press('次へ')
  await snap(phone, 'two entries differ')
  await chooseNewPassword(phone)
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await snap(phone, 'new PIN')
  await chooseNewPin(phone, '1234')
  await read('人に当てられやすい番号です')
  await snap(phone, 'PIN easy to guess')
  const sending = await holdBack(phone, '**/applications')
  await chooseNewPin(phone)
  await see('申請を送っています')
  await snap(phone, 'sending')
  await offline(phone, true)
  sending.letGo()
  await read('もう一度送る')
  await snap(phone, 'no network while sending')
  await offline(phone, false)
  await see('申請が完了しました')
  await snap(phone, 'application complete')
  await press('ホームへ')
  await read('申請中')
  await snap(phone, 'home, waiting')
  await sandbox.moveClock('11:00')
  await phone.page.getByRole('button', { name: '登録へ進む', exact: true }).waitFor()
  await snap(phone, 'home, ready to register')
  await press('メニュー')
  await press('お知らせ')
  await see('お知らせ')
  await snap(phone, 'notices')
  await press('戻る')
  await press('戻る')
  await press('登録へ進む')
  await snap(phone, 'register')
  const registering = await holdBack(phone, '**/registration')
  await press('登録する')
  await read('お待ちください')
  await snap(phone, 'registering')
  registering.letGo()
  await see('登録が完了しました')
  await snap(phone, 'registered')
  await press('ホームへ')
  await read('利用可能')
  await snap(phone, 'home, in use')
  await press('くわしい状態を見る')
  await see('このスマホの状態')
  await snap(phone, 'state of this phone')
  await press('ホームへ')
  await press('メニュー')
  await snap(phone, 'menu, in use')
}

async function withdraw({ take, snap, sandbox }: AndroidTour) {
  const phone = await take()
  const { press, see, read } = phone
  const ask = async () => {
    await press('くわしい状態を見る')
    await press('申請を取りやめる')
    await see('申請を取りやめますか')
  }
  const card = await sandbox.newCard()
  await press(applyEntry)
  await untilCard(phone, card)
  await handIn(phone, card)
  await ask()
  await snap(phone, 'withdraw')
  await refuseOnce(phone, '**/withdrawal', 'NOT_FOUND')
  await press('申請を取りやめる')
  await see('取りやめられませんでした')
  await snap(phone, 'withdrawal refused')
  await press('ホームへ')
  await ask()
  const sending = await holdBack(phone, '**/withdrawal')
  await press('申請を取りやめる')
  await see('取りやめを送っています')
  await snap(phone, 'withdrawing')
  await offline(phone, true)
  sending.letGo()
  await read('同じ取りやめが二重になることはありません。')
  await snap(phone, 'no network while withdrawing')
  await offline(phone, false)
  await see('申請を取りやめました')
  await snap(phone, 'withdrawn')
}

async function registrationRefused(tour: AndroidTour) {
  const { take, snap, sandbox } = tour
  const phone = await take()
  await phone.press(applyEntry)
  const card = await sandbox.newCard()
  await untilCard(phone, card)
  await handIn(phone, card)
  await sandbox.moveClock('11:00')
  await phone.press('登録へ進む')
  await refuseOnce(phone, '**/registration', 'APPLICATION_ENDED')
  await phone.press('登録する')
  await phone.page.getByText('エラー番号').first().waitFor()
  await snap(phone, 'registration refused')
}

async function afterHours({ take, snap, sandbox }: AndroidTour) {
  await sandbox.moveClock('20:00')
  const phone = await take()
  const { press, see, read } = phone
  const card = await sandbox.newCard()
  await press(applyEntry)
  await untilCard(phone, card)
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await phone.takeAway()
  await phone.page.reload()
  await see('カードの読み取りに成功しました')
  await phone.page.goto(`${new URL(phone.page.url()).origin}/${new URL(phone.page.url()).hash}`)
  await phone.page.evaluate(() => history.replaceState(null, ''))
  await phone.page.reload()
  await see('このスマホのカード')
  await snap(phone, 'home, not finished')
  await press('続きからはじめる')
  await press('次へ')
  await chooseNewPassword(phone)
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await snap(phone, 'application complete, after hours')
  await press('ホームへ')
  await press('メニュー')
  await press('ヘルプ・お問い合わせ')
  await snap(phone, 'help, after hours')
}

async function login(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const phone = await inUse(tour, await sandbox.newCard())
  const { page, press, see, read, tick } = phone
  const { hash } = new URL(page.url())
  const open = async () => page.goto(`${(await sandbox.askLogin()).appUrl}${hash}`)
  const enter = async (pin: string) => {
    await page.locator('input[name=pin]').fill(pin)
    await page.keyboard.press('Enter')
  }
  const asking = await holdBack(phone, atPortal, 'GET')
  await open()
  await see('ログインの相手を確かめています')
  await snap(phone, 'who asks is looked up')
  asking.letGo()
  await see('この画面からログインしますか')
  await snap(phone, 'who asks')
  await press('やめる')
  await see('ログインをやめました')
  await snap(phone, 'declined')
  await open()
  await press('同じ番号です')
  await see('スマホ用の暗証番号を入れてください')
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
  await open()
  await press('同じ番号です')
  for (const left of [2, 1, 0]) {
    if (left === 0) await tick(/確かめました/)
    await enter('5555')
    await read(left === 0 ? 'ログインできませんでした' : `あと${left}回試せます`)
  }
  await snap(phone, 'PIN locked')
}

async function revoke(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  const { press, see, read, type } = phone
  await press('メニュー')
  await press('失効')
  await see('スマホ用電子証明書の失効')
  await snap(phone, 'what is to be revoked')
  await press('はじめる')
  await see('パスワード入力')
  await snap(phone, 'password of the phone')
  await type('パスワード', wrongPassword)
  await press('失効する')
  await see('失効してよろしいですか')
  await snap(phone, 'last question')
  await press('失効する')
  await read('あと4回試せます')
  await snap(phone, 'wrong password of the phone')
  await press('お手元のカードを利用する')
  await see('カードの署名用パスワードを入れてください')
  await snap(phone, 'お手元のカードを利用する')
  await type('署名用パスワード', card.slip.signingPassword)
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

async function revokeAtLast(tour: AndroidTour) {
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

async function secretAnew(tour: AndroidTour) {
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
  await read('パスワードがロック中')
  await snap(phone, 'home, password locked')
  await press('パスワードを設定し直す')
  await tick(/利用者証明用/)
  await snap(phone, 'which secret anew')
  await press('はじめる')
  await snap(phone, 'secret anew, password of the card')
  await type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await snap(phone, 'secret anew, hold the card')
  await phone.hold(card)
  await see('新しいパスワードの設定')
  await phone.takeAway()
  await snap(phone, 'secret anew, new password')
  await chooseNewPassword(phone, 'ANEW2026')
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await snap(phone, 'secret anew, new PIN')
  const setting = await holdBack(phone, '**/unblocking')
  await chooseNewPin(phone, '7294')
  await see('設定しています')
  await snap(phone, 'secret anew, setting')
  setting.letGo()
  await see('設定し直しました')
  await snap(phone, 'secret anew, done')

  await press('ホームへ')
  await press('メニュー')
  await press('パスワードを設定し直す')
  await press('はじめる')
  await type('署名用パスワード', (await sandbox.newCard()).slip.signingPassword)
  await press('次へ')
  await refuseOnce(phone, /nonces/, 'NOT_FOUND')
  await phone.hold(await sandbox.newCard())
  await see('設定し直せませんでした')
  await snap(phone, 'secret anew, refused')
}

async function newPhone(tour: AndroidTour) {
  const { take, snap, sandbox } = tour
  const card = await sandbox.newCard()
  const old = await inUse(tour, card)
  const phone = await take()
  const { page, press } = phone
  await press(applyEntry)
  await untilCard(phone, card)
  await phone.hold(card)
  await page.getByText('エラー番号').first().waitFor()
  await snap(phone, 'already on another phone')

  const third = await take()
  await third.press('メニュー')
  await third.press('機種変更')
  await third.read('このスマホは対応しています。')
  await snap(third, 'switch, check list')
  for (const box of await third.page.getByRole('checkbox').all()) await box.check({ force: true })
  await third.press('次へ')
  await third.type('署名用パスワード', card.slip.signingPassword)
  await third.press('次へ')
  await third.tick('確認しました')
  await snap(third, 'switch, certificates and four notes')
  await third.press('申請する')
  await third.hold(card)
  await third.see('カードの読み取りに成功しました')
  await snap(third, 'switch, 同意して次へ')
  await third.press('同意して次へ')
  await third.takeAway()
  await chooseNewPassword(third)
  await third.read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(third)
  await third.see('申請が完了しました')
  await third.press('ホームへ')
  await sandbox.moveClock('12:00')
  await register(third)
  await old.read('使えなくなっています')
  await snap(old, 'old phone after the switch')
}

async function lostAndFound(tour: AndroidTour) {
  const { snap, sandbox } = tour
  const card = await sandbox.newCard()
  const phone = await inUse(tour, card)
  await sandbox.suspendPhoneOf(card)
  await phone.read('一時利用停止中')
  await snap(phone, 'home, suspended')
  await phone.press('利用再開の手続きをする')
  await phone.read('再発行されることになります')
  await phone.read('このスマホは対応しています。')
  await snap(phone, 'resume, check list')
}

async function twoWindows({ take, snap }: AndroidTour) {
  const phone = await take()
  const second = await phone.page.context().newPage()
  await second.goto(phone.page.url())
  await second.getByRole('heading', { name: 'ほかの画面で開いています' }).waitFor()
  await second.getByRole('button', { name: 'この画面で使う' }).click()
  await phone.read('ほかの画面で開いています')
  await snap(phone, 'open in another window')
}

export const androidTour: readonly Stretch<AndroidScreen>[] = [
  firstLook,
  notSupported,
  withoutNetwork,
  cardTroubles,
  readWithoutNetwork,
  applyAndRegister,
  withdraw,
  registrationRefused,
  afterHours,
  login,
  biometrics,
  revoke,
  revokeAtLast,
  secretAnew,
  newPhone,
  lostAndFound,
  twoWindows,
]
